import { LRUCache } from 'lru-cache';
import type { HeldList, Integration } from '../model/integration.ts';
import type { ShortAnswer } from './prepared-operations.ts';

interface Entry {
  /** Null: asked for once, and not kept yet. */
  readonly answer: ShortAnswer | null;
  /** The list that the answer was made of; weak, because an answer must not keep a list that the cache has let go. */
  readonly integrations: WeakRef<readonly Integration[]>;
}

/**
 * Answers to requests that were asked before, kept as bytes: the short way around everything. What it skips was done for the
 * very same request when the answer was made, and had no effect.
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
      sizeCalculation: ({ answer }, key) => (answer?.body.length ?? 0) + 2 * key.length + ENTRY_BYTES,
    });
  }

  /** @param name of the request: its `Accept` header and its body. */
  find(name: string, { scope, integrations }: HeldList): ShortAnswer | null {
    const entry = this.#answers.get(`${scope}\n${name}`);
    return entry?.answer && entry.integrations.deref() === integrations ? entry.answer : null;
  }

  /** Keeps an answer the second time: most requests with variables are never sent again. */
  keep(name: string, { scope, integrations }: HeldList, answer: ShortAnswer): void {
    const key = `${scope}\n${name}`;
    const known = this.#answers.has(key);
    this.#answers.set(key, { answer: known ? answer : null, integrations: new WeakRef(integrations) });
  }
}

/** What an entry takes beside its bytes and its key, about. */
const ENTRY_BYTES = 300;
