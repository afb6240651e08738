import { LRUCache } from 'lru-cache';
import type { CallerScope } from '../model/caller.ts';
import type { Integration } from '../model/integration.ts';
import type { ShortAnswer } from './prepared-operations.ts';

interface Entry {
  readonly answer: ShortAnswer;
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
  readonly #asked = new Doorkeeper();

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ answer }, key) => answer.body.length + 2 * key.length + ENTRY_BYTES,
    });
  }

  /** Names a caller's request. */
  static keyOf(scope: CallerScope, accept: string | undefined, body: string): string {
    return `${scope}\n${accept ?? ''}\n${body}`;
  }

  find(key: string, integrations: readonly Integration[]): ShortAnswer | null {
    const entry = this.#answers.get(key);
    return entry?.integrations.deref() === integrations ? entry.answer : null;
  }

  /** Keeps an answer when its request comes the second time: most are never sent again, and to keep them would cost more than to answer. */
  keep(key: string, integrations: readonly Integration[], answer: ShortAnswer): void {
    if (this.#asked.knows(key)) this.#answers.set(key, { answer, integrations: new WeakRef(integrations) });
  }
}

/** What an entry takes beside its bytes and its key, about. */
const ENTRY_BYTES = 300;

/** Characters of keys in one set of a {@link Doorkeeper}. */
const DOORKEEPER_CHARACTERS = 256 * 1024;

/** Remembers the keys that came lately, in two sets: when one is full, the older one is forgotten. */
class Doorkeeper {
  #lately = new Set<string>();
  #before = new Set<string>();
  #characters = 0;

  /** Did the key come lately? It has now. */
  knows(key: string): boolean {
    if (this.#lately.has(key)) return true;
    const known = this.#before.has(key);
    this.#lately.add(key);
    this.#characters += key.length;
    if (this.#characters > DOORKEEPER_CHARACTERS) {
      this.#before = this.#lately;
      this.#lately = new Set();
      this.#characters = 0;
    }
    return known;
  }
}
