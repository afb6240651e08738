import { crc32 } from 'node:zlib';
import type { AnswerTemplate } from '../../graphql/compiled/answer-template.ts';
import type { BoundedMemory, Remembered } from '../../model/bounded-memory.ts';
import type { CallerScope } from '../../model/caller.ts';
import type { Integration, SentList } from '../../model/integration.ts';
import type { FastAnswer } from './plan-cache.ts';

/** Whose answer it is: one caller's, or that of all who see the list that it was made of. */
export type Owner = CallerScope | 'all';

/** A request, as far as its answer depends on it. */
export class RequestKey {
  readonly owner: Owner;
  readonly mediaType: string;
  readonly body: Buffer;
  /** Finds the hash of its answer. A checksum will do: what is found is compared in full. */
  readonly hash: number;
  /** Of bytes: to hash and to compare a text of some thousand characters takes ten times as long. */
  readonly #checksum: number;

  constructor(owner: Owner, mediaType: string, body: Buffer, checksum = crc32(body) | 0) {
    this.owner = owner;
    this.mediaType = mediaType;
    this.body = body;
    this.#checksum = checksum;
    this.hash = checksum ^ Math.imul(sumOf(owner) + mediaType.length, SPREAD);
  }

  /** Of the same request. */
  for(owner: Owner): RequestKey {
    return new RequestKey(owner, this.mediaType, this.body, this.#checksum);
  }

  equals({ owner, mediaType, body }: RequestKey): boolean {
    return this.owner === owner && this.mediaType === mediaType && this.body.equals(body);
  }

  copy(): RequestKey {
    return new RequestKey(this.owner, this.mediaType, copyOf(this.body), this.#checksum);
  }
}

/** Of the first characters, which are as good as drawn by lot in the scope of a caller. */
function sumOf(owner: Owner): number {
  let sum = 0;
  for (let at = 0; at < 5; at += 1) sum = (sum << 6) ^ owner.charCodeAt(at);
  return sum;
}

interface Entry extends Remembered {
  readonly kind: 'answer';
  readonly key: RequestKey;
  readonly answer: FastAnswer | SecretAnswer;
  /** The list that the answer was made of; weak, because an answer must not keep a list that the cache has let go. */
  readonly integrations: WeakRef<readonly Integration[]>;
}

/** An answer with secrets, as far as it may be kept: without them. */
interface SecretAnswer {
  readonly contentType: string;
  /** Null: its secrets are not printed as they were sent. */
  readonly template: AnswerTemplate | null;
}

export interface ResponseCacheOptions {
  /** Holds the lists, too: under one bound, what was not used for longest goes first. */
  readonly memory: BoundedMemory;
  /** `Compression` keeps forms of ready answers. */
  readonly keepsCompressed: boolean;
}

/**
 * Answers to requests that came before, kept as bytes. What it skips was done for the very same request when the answer was
 * made, and had no effect.
 *
 * Why that is safe:
 * - List first: an answer is found by the media type of the answer and the body, each compared in full, and is served only to a
 *   caller whose request is answered from the very list that it was made of (compared by identity): the list that the cache holds
 *   for this caller, or that Novu has sent it just now. Every fence of the cache protocol holds for it.
 * - Callers who see the same list share an answer only where nothing but the list was asked for. Where it also mattered who the
 *   caller is (the own environment, what an API key may ask about), it is found by the caller's scope as well.
 * - Only answers that depend on nothing but that list, the request's body and the media type are kept: queries that
 *   read no other source and have a compiled plan, so that no resolver but marked ones had a part in them, without errors and extensions.
 * - Of an answer that shows a credential or a signing key, nothing that is below such a field is kept, but where it stands in the bytes of
 *   the list. It is put together for a caller to whom Novu has just sent equal bytes, and out of those.
 * - Only requests that Apollo Server's CSRF prevention lets pass for their content type, and that ask for nothing special
 *   (traces, a fresh read, the cache's outcome), come here.
 */
export class ResponseCache {
  /** One for each hash: of two requests with one checksum the later is kept. */
  readonly #answers: BoundedMemory;
  readonly #forms: number;
  readonly #seen = new Doorkeeper();
  readonly #kept = new Doorkeeper();

  constructor({ memory, keepsCompressed }: ResponseCacheOptions) {
    this.#answers = memory;
    // Compressed forms are kept beside the answers, and are together at most as long.
    this.#forms = keepsCompressed ? 2 : 1;
  }

  /** May there be an answer to this request, of some list or other? */
  mayContain({ hash }: RequestKey): boolean {
    return this.#kept.has(hash);
  }

  find(key: RequestKey, integrations: readonly Integration[]): FastAnswer | null {
    const answer = this.#find(key, integrations);
    return answer && 'body' in answer ? answer : null;
  }

  /** As {@link find}, with the secrets that a caller who may see them has been sent. */
  fill(key: RequestKey, { shared, body }: SentList): FastAnswer | null {
    const answer = this.#find(key, shared);
    if (!answer || 'body' in answer || !answer.template) return null;
    return { contentType: answer.contentType, isCacheable: false, body: answer.template.fill(body) };
  }

  #find(key: RequestKey, integrations: readonly Integration[]): Entry['answer'] | null {
    const entry = this.#answers.get(entryHash(key, integrations));
    if (!entry || !isEntry(entry)) return null;
    return entry.key.equals(key) && entry.integrations.deref() === integrations ? entry.answer : null;
  }

  /** Keeps an answer when its request comes the second time: most are never sent again, and to keep them would cost more than to answer. */
  keep(key: RequestKey, integrations: readonly Integration[], answer: FastAnswer): void {
    const hash = entryHash(key, integrations);
    if (!this.#seen.note(hash)) return;
    this.#kept.note(key.hash);
    const own = { ...answer, body: copyOf(answer.body) };
    this.#set(hash, key, integrations, own, own.body.length * this.#forms);
  }

  /** Is an answer with secrets to be kept? By the same rule as others, and once. */
  wantsTemplate(key: RequestKey, { shared }: SentList): boolean {
    return this.#find(key, shared) === null && this.#seen.note(entryHash(key, shared));
  }

  keepTemplate(key: RequestKey, { shared }: SentList, answer: SecretAnswer): void {
    this.#kept.note(key.hash);
    this.#set(entryHash(key, shared), key, shared, answer, answer.template?.bytes ?? 0);
  }

  #set(hash: number, key: RequestKey, list: readonly Integration[], answer: Entry['answer'], length: number): void {
    const bytes = length + key.body.length + ENTRY_BYTES;
    const integrations = new WeakRef(list);
    const entry: Entry = { kind: 'answer', key: key.copy(), answer, integrations, bytes };
    this.#answers.set(hash, entry);
  }
}

function isEntry(found: Remembered): found is Entry {
  return 'kind' in found && found.kind === 'answer';
}

const numbers = new WeakMap<readonly Integration[], number>();
let lastNumber = 0;

/** Answers to one request from different lists have different hashes. */
function entryHash({ hash }: RequestKey, integrations: readonly Integration[]): number {
  let number = numbers.get(integrations);
  if (number === undefined) {
    lastNumber += 1;
    number = Math.imul(lastNumber, SPREAD);
    numbers.set(integrations, number);
  }
  return hash ^ number;
}

/** An odd number with bits everywhere: numbers in a row are spread over all hashes, and none meet. */
const SPREAD = 0x9e3779b1;

/** With memory of its own: a short buffer is a part of a larger one, which would live as long. */
function copyOf(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** What an entry takes beside its bytes, about. */
const ENTRY_BYTES = 400;

/** Places in one set of a {@link Doorkeeper}. */
const DOORKEEPER_SIZE = 4_096;

/** Remembers the hashes that were asked for lately, in two sets: when one is full, the older one is forgotten. */
class Doorkeeper {
  #lately = new Set<number>();
  #before = new Set<number>();

  has(hash: number): boolean {
    return this.#lately.has(hash) || this.#before.has(hash);
  }

  /** Was the hash asked for lately? It is now. */
  note(hash: number): boolean {
    if (this.#lately.has(hash)) return true;
    const known = this.#before.has(hash);
    this.#lately.add(hash);
    if (this.#lately.size >= DOORKEEPER_SIZE) {
      this.#before = this.#lately;
      this.#lately = new Set();
    }
    return known;
  }
}
