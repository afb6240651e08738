import { crc32 } from 'node:zlib';
import type { AnswerTemplate } from '../../graphql/compiled/answer-template.ts';
import type { BoundedMemory, CacheItem } from '../../model/bounded-memory.ts';
import type { CallerScope } from '../../model/caller.ts';
import type { Integration, RawList } from '../../model/integration.ts';
import { memoize } from '../../model/memoize.ts';
import type { FastAnswer } from './plan-cache.ts';

/** The owner of an answer: one caller, or all callers that see the list that it was made from. */
export type Owner = CallerScope | 'all';

/** The parts of a request that determine its answer. */
export class RequestKey {
  readonly owner: Owner;
  readonly mediaType: string;
  readonly body: Buffer;
  /** Finds the answer. A checksum is enough, because the entry is compared in full. */
  readonly hash: number;
  /** Computed from bytes: hashing and comparing a string of some thousand characters takes ten times as long. */
  readonly #checksum: number;

  constructor(owner: Owner, mediaType: string, body: Buffer, checksum = crc32(body) | 0) {
    this.owner = owner;
    this.mediaType = mediaType;
    this.body = body;
    this.#checksum = checksum;
    this.hash = checksum ^ Math.imul(sumOf(owner) + mediaType.length, SPREAD);
  }

  /** The key of the same request for another owner. */
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

/** Uses the first characters, which are random in a caller's scope. */
function sumOf(owner: Owner): number {
  let sum = 0;
  for (let at = 0; at < 5; at += 1) sum = (sum << 6) ^ owner.charCodeAt(at);
  return sum;
}

interface Entry extends CacheItem {
  readonly kind: 'answer';
  readonly key: RequestKey;
  readonly answer: FastAnswer | SecretAnswer;
  /** The list that the answer was made from. Weak, because an answer must not keep a list alive that the cache has dropped. */
  readonly integrations: WeakRef<readonly Integration[]>;
}

/** An answer with secrets, kept without them. */
interface SecretAnswer {
  readonly contentType: string;
  /** Null: its secrets are not printed as Novu sent them. */
  readonly template: AnswerTemplate | null;
}

export interface ResponseCacheOptions {
  /** Shared with the lists: one bound, and the least recently used goes first. */
  readonly memory: BoundedMemory;
  /** Whether `Compression` keeps compressed forms of cached answers. */
  readonly keepsCompressed: boolean;
}

/**
 * Answers to earlier requests, kept as bytes. All steps that it skips were done when the same request was first
 * answered, and had no other effect.
 *
 * Why that is safe:
 * - An answer is found by its media type and the request body, which are compared in full. It is served only for the
 *   list that it was made from, compared by identity: the list that the cache holds for this caller, or that Novu has
 *   just sent it. So every fence of the cache protocol applies.
 * - Callers who see the same list share an answer only if it depends on the list alone. If it also depends on the
 *   caller (its own environment, the rights of an API key), the caller's scope is part of the key.
 * - Only answers that depend on the list, the body and the media type alone are kept. These are queries without errors
 *   and extensions that read no other source. They have a compiled plan, so only marked resolvers took part.
 * - Of an answer with credentials or a signing key, nothing below such a field is kept except its position in the bytes
 *   of the list. It is filled only for a caller to whom Novu has just sent equal bytes, and from those.
 * - Only requests whose content type passes Apollo Server's CSRF prevention, and without special headers (traces, a
 *   fresh read, the cache status), get here.
 */
export class ResponseCache {
  /** One for each hash: the later of two requests with the same checksum is kept. */
  readonly #answers: BoundedMemory;
  readonly #forms: number;
  readonly #seen = new Doorkeeper();
  readonly #kept = new Doorkeeper();

  constructor({ memory, keepsCompressed }: ResponseCacheOptions) {
    this.#answers = memory;
    // Compressed forms are kept as well, and are together at most as long as the answers.
    this.#forms = keepsCompressed ? 2 : 1;
  }

  /** May there be an answer to this request, from any list? */
  mayContain({ hash }: RequestKey): boolean {
    return this.#kept.has(hash);
  }

  find(key: RequestKey, integrations: readonly Integration[]): FastAnswer | null {
    const answer = this.#find(key, integrations);
    return answer && 'body' in answer ? answer : null;
  }

  /** As {@link find}, filled with the secrets that Novu has sent to a caller who may see them. */
  fill(key: RequestKey, { shared, body }: RawList): FastAnswer | null {
    const answer = this.#find(key, shared);
    if (!answer || 'body' in answer || !answer.template) return null;
    return { contentType: answer.contentType, isCacheable: false, body: answer.template.fill(body) };
  }

  #find(key: RequestKey, integrations: readonly Integration[]): Entry['answer'] | null {
    const entry = this.#answers.get(entryHash(key, integrations));
    if (!entry || !isEntry(entry)) return null;
    return entry.key.equals(key) && entry.integrations.deref() === integrations ? entry.answer : null;
  }

  /**
   * Keeps an answer when its request comes for the second time: most requests are never repeated, and keeping their
   * answers would cost more than answering.
   */
  keep(key: RequestKey, integrations: readonly Integration[], answer: FastAnswer): void {
    const hash = entryHash(key, integrations);
    if (!this.#seen.note(hash)) return;
    this.#kept.note(key.hash);
    const own = { ...answer, body: copyOf(answer.body) };
    this.#set(hash, key, integrations, own, own.body.length * this.#forms);
  }

  /** Should a template of an answer with secrets be made? By the same rule as for others, and only once. */
  wantsTemplate(key: RequestKey, { shared }: RawList): boolean {
    return this.#find(key, shared) === null && this.#seen.note(entryHash(key, shared));
  }

  keepTemplate(key: RequestKey, { shared }: RawList, answer: SecretAnswer): void {
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

function isEntry(found: CacheItem): found is Entry {
  return 'kind' in found && found.kind === 'answer';
}

let lastNumber = 0;
const numberOf = memoize((_: readonly Integration[]) => {
  lastNumber += 1;
  return Math.imul(lastNumber, SPREAD);
});

/** Answers to one request from different lists have different hashes. */
function entryHash({ hash }: RequestKey, integrations: readonly Integration[]): number {
  return hash ^ numberOf(integrations);
}

/** An odd number with well-mixed bits, which spreads consecutive numbers over all hashes without collisions. */
const SPREAD = 0x9e3779b1;

/** A copy with its own memory: a short buffer is a slice of a larger one, which it would keep alive. */
function copyOf(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** Approximate overhead of an entry, in bytes. */
const ENTRY_BYTES = 400;

/** Hashes in one set of a {@link Doorkeeper}. */
const DOORKEEPER_SIZE = 4_096;

/** Remembers recent hashes in two sets: when one is full, the older one is dropped. */
class Doorkeeper {
  #lately = new Set<number>();
  #before = new Set<number>();

  has(hash: number): boolean {
    return this.#lately.has(hash) || this.#before.has(hash);
  }

  /** Notes a hash. Returns whether it was noted recently. */
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
