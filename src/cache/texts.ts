import { LRUCache } from 'lru-cache';
import type { GuardedStore } from './protocol/guarded-store.ts';
import type { SharedTexts } from './store/store.ts';

/** Texts that never change, by their hash. Neither call rejects. */
export interface Texts {
  /** Null where it is not known, or was not told in time. */
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}

/** For texts in this process: one that was registered here is found while the shared store is away. */
const MEMORY_BYTES = 8 * 1024 ** 2;

/** Texts in the process, over a shared store where there is one. */
export class LayeredTexts implements Texts {
  readonly #memory = new LRUCache<string, string>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  });
  readonly #shared: GuardedStore<SharedTexts> | null;
  readonly #ttlMs: number;

  /** `ttlMs`: how long the shared store keeps a text. */
  constructor(shared: GuardedStore<SharedTexts> | null, ttlMs: number) {
    this.#shared = shared;
    this.#ttlMs = ttlMs;
  }

  async get(key: string): Promise<string | null> {
    const known = this.#memory.get(key);
    if (known !== undefined || !this.#shared) return known ?? null;
    const text = (await this.#shared.send(null, 'text-get', (shared) => shared.get(key))) ?? null;
    if (text !== null) this.#memory.set(key, text);
    return text;
  }

  async set(key: string, text: string): Promise<void> {
    this.#memory.set(key, text);
    await this.#shared?.send(null, 'text-set', (shared) => shared.set(key, text, this.#ttlMs));
  }
}
