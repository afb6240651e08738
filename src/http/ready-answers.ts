import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { HeldList, Integration } from '../model/integration.ts';

/** An answer as it went out, without what differs each time (`x-request-id`). */
export interface ReadyAnswer {
  readonly contentType: string;
  readonly body: Buffer;
}

interface Entry extends ReadyAnswer {
  /** The list that the answer was made of; weak, because an answer must not keep a list that the cache has let go. */
  readonly integrations: WeakRef<readonly Integration[]>;
}

/**
 * Answers to requests that were asked before, kept as bytes: the short way around parsing, Apollo Server's pipeline,
 * execution and printing. What it skips was done for the very same request when the answer was made, and had no effect.
 *
 * Why that is safe:
 * - Scope first: the key begins with the caller's scope, and an answer is served only while the cache would answer the same
 *   caller with the very list that it was made of (compared by identity). Every fence of the cache protocol holds for it.
 * - Only answers that depend on nothing but that list, the request's body and its `Accept` header are kept: queries that
 *   read no other source, without errors and extensions, and none that selects a credential or a signing key.
 * - Only requests that Apollo Server's CSRF prevention lets pass for their content type, and that ask for nothing special
 *   (traces, a fresh read, the cache's outcome), take the short way.
 */
export class ReadyAnswers {
  readonly #answers: LRUCache<string, Entry>;

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ body }, key) => body.length + 2 * key.length + ENTRY_BYTES,
    });
  }

  /** Names a request, or null for one that must take the long way. */
  static keyOf({ method, headers }: IncomingMessage, body: string): string | null {
    const special =
      method !== 'POST' ||
      headers['content-type'] !== 'application/json' ||
      SPECIAL_HEADERS.some((name) => headers[name] !== undefined);
    return special ? null : `${headers.accept ?? ''}\n${body}`;
  }

  find(key: string, { scope, integrations }: HeldList): ReadyAnswer | null {
    const entry = this.#answers.get(`${scope}\n${key}`);
    return entry?.integrations.deref() === integrations ? entry : null;
  }

  keep(key: string, { scope, integrations }: HeldList, contentType: string, body: string): void {
    const entry = { integrations: new WeakRef(integrations), contentType, body: Buffer.from(body) };
    this.#answers.set(`${scope}\n${key}`, entry);
  }
}

/** Headers that change an answer, or what it takes to make it. */
const SPECIAL_HEADERS = ['cache-control', 'x-cache-debug', 'x-cache-tags', 'apollo-federation-include-trace'];

/** What an entry takes beside its bytes and its key, about. */
const ENTRY_BYTES = 300;
