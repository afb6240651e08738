import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { CallerScope } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import type { FastAnswer } from './plan-cache.ts';

/** A caller's request, as far as its answer depends on it. */
export class RequestKey {
  readonly scope: CallerScope;
  readonly mediaType: string;
  readonly body: Buffer;
  /** Finds the place of its answer. A checksum will do: what is found is compared in full. */
  readonly place: number;

  constructor(scope: CallerScope, mediaType: string, body: Buffer) {
    this.scope = scope;
    this.mediaType = mediaType;
    this.body = body;
    // Bytes, and not a text as a key: to hash and to compare a text of some thousand characters takes ten times as long.
    this.place = crc32(body, crc32(`${scope}\n${mediaType}`)) | 0;
  }

  equals({ scope, mediaType, body }: RequestKey): boolean {
    return this.scope === scope && this.mediaType === mediaType && this.body.equals(body);
  }

  copy(): RequestKey {
    return new RequestKey(this.scope, this.mediaType, copyOf(this.body));
  }
}

interface Entry {
  readonly key: RequestKey;
  readonly answer: FastAnswer;
  /** The list that the answer was made of; weak, because an answer must not keep a list that the cache has let go. */
  readonly integrations: WeakRef<readonly Integration[]>;
}

/**
 * Answers to requests that came before, kept as bytes. What it skips was done for the very same request when the answer was
 * made, and had no effect.
 *
 * Why that is safe:
 * - Scope first: an answer is found by the caller's scope, the media type of the answer and the body, each compared in full, and is
 *   served only while the cache would answer the same caller with the very list that it was made of (compared by identity).
 *   Every fence of the cache protocol holds for it.
 * - Only answers that depend on nothing but that list, the request's body and the media type are kept: queries that
 *   read no other source and have a compiled plan, so that no resolver but marked ones had a part in them, without errors and extensions, and none that selects a credential or a signing key.
 * - Only requests that Apollo Server's CSRF prevention lets pass for their content type, and that ask for nothing special
 *   (traces, a fresh read, the cache's outcome), come here.
 */
export class ResponseCache {
  /** One for each place: of two requests with one checksum the later is kept. */
  readonly #answers: LRUCache<number, Entry>;
  readonly #seen = new Doorkeeper();

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ key, answer }) => answer.body.length + key.body.length + ENTRY_BYTES,
    });
  }

  /** Of all kept answers, as estimated. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  find(key: RequestKey, integrations: readonly Integration[]): FastAnswer | null {
    const entry = this.#answers.get(key.place);
    return entry?.key.equals(key) && entry.integrations.deref() === integrations ? entry.answer : null;
  }

  /** Keeps an answer when its request comes the second time: most are never sent again, and to keep them would cost more than to answer. */
  keep(key: RequestKey, integrations: readonly Integration[], answer: FastAnswer): void {
    if (!this.#seen.knows(key.place)) return;
    const own = { ...answer, body: copyOf(answer.body) };
    this.#answers.set(key.place, { key: key.copy(), answer: own, integrations: new WeakRef(integrations) });
  }
}

/** With memory of its own: a short buffer is a part of a larger one, which would live as long. */
function copyOf(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** What an entry takes beside its bytes, about. */
const ENTRY_BYTES = 400;

/** Places in one set of a {@link Doorkeeper}. */
const DOORKEEPER_PLACES = 4_096;

/** Remembers the places that were asked for lately, in two sets: when one is full, the older one is forgotten. */
class Doorkeeper {
  #lately = new Set<number>();
  #before = new Set<number>();

  /** Was the place asked for lately? It is now. */
  knows(place: number): boolean {
    if (this.#lately.has(place)) return true;
    const known = this.#before.has(place);
    this.#lately.add(place);
    if (this.#lately.size >= DOORKEEPER_PLACES) {
      this.#before = this.#lately;
      this.#lately = new Set();
    }
    return known;
  }
}
