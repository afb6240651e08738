import { LRUCache } from 'lru-cache';
import type { Caller, CallerScope } from '../model/caller.ts';
import type { GuardedStore } from './protocol/guarded-store.ts';
import { MAX_TEXTS_OF_CALLER, type SharedTexts } from './store/store.ts';

/** Texts that never change, by their hash. Neither call rejects. */
export interface Texts {
  /** Null if it is not known, or the store did not answer in time. */
  get(hash: string): Promise<string | null>;
  /** Keeps a text, unless this caller has registered as many as one may (cache protocol §3). */
  register(hash: string, text: string, caller: Caller): Promise<void>;
}

/** `owner` is null for a text from the shared store. */
interface KnownText {
  readonly text: string;
  readonly owner: CallerScope | null;
}

/** Memory for texts in this process, so that they are found while the shared store is unreachable. */
const MEMORY_BYTES = 8 * 1024 ** 2;

/** Texts in this process, in front of a shared store if there is one. */
export class LayeredTexts implements Texts {
  readonly #memory = new LRUCache<string, KnownText>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ text }, hash) => 2 * (text.length + hash.length),
    dispose: ({ owner }) => this.#count(owner, -1),
  });
  /** How many of the texts in memory each caller registered. No more callers than texts. */
  readonly #owned = new Map<CallerScope, number>();
  readonly #shared: GuardedStore<SharedTexts> | null;
  readonly #ttlMs: number;
  readonly #scope: (caller: Caller) => CallerScope;

  /** `ttlMs`: how long the shared store keeps a text. `scope` names callers; see `createCacheScope`. */
  constructor(shared: GuardedStore<SharedTexts> | null, ttlMs: number, scope: (caller: Caller) => CallerScope) {
    this.#shared = shared;
    this.#ttlMs = ttlMs;
    this.#scope = scope;
  }

  async get(hash: string): Promise<string | null> {
    const known = this.#memory.get(hash);
    if (known !== undefined || !this.#shared) return known?.text ?? null;
    const text = (await this.#shared.send(null, 'text-get', (shared) => shared.get(hash))) ?? null;
    if (text !== null) this.#memory.set(hash, { text, owner: null });
    return text;
  }

  async register(hash: string, text: string, caller: Caller): Promise<void> {
    const scope = this.#scope(caller);
    if (!this.#memory.has(hash)) {
      // One caller must not evict the texts of others.
      if ((this.#owned.get(scope) ?? 0) >= MAX_TEXTS_OF_CALLER) return;
      this.#memory.set(hash, { text, owner: scope });
      if (this.#memory.has(hash)) this.#count(scope, 1);
    }
    await this.#shared?.send(null, 'text-set', (shared) => shared.register(hash, text, this.#ttlMs, scope));
  }

  #count(owner: CallerScope | null, by: 1 | -1): void {
    if (owner === null) return;
    const count = (this.#owned.get(owner) ?? 0) + by;
    if (count > 0) this.#owned.set(owner, count);
    else this.#owned.delete(owner);
  }
}
