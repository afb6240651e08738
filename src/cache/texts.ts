import { LRUCache } from 'lru-cache';
import type { GuardedStore } from './protocol/guarded-store.ts';

/** Texts that never change, by their hash. Neither call rejects. */
export interface Texts {
  /** Null where it is not known, or was not told in time. */
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}

/** The two commands that are needed of a store that all processes share. */
export interface SharedTexts {
  get(key: string): Promise<string | null>;
  set(key: string, text: string, ttlMs: number): Promise<unknown>;
}

/** In this process. A text that was registered here can be asked for while the shared store is away. */
const MEMORY_BYTES = 8 * 1024 ** 2;

/** Texts in the process, over a shared store where there is one. */
export class LayeredTexts implements Texts {
  readonly #near = new LRUCache<string, string>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  });
  readonly #shared: SharedTexts | null;
  readonly #guard: GuardedStore;
  readonly #ttlMs: number;

  constructor(shared: SharedTexts | null, guard: GuardedStore, ttlMs: number) {
    this.#shared = shared;
    this.#guard = guard;
    this.#ttlMs = ttlMs;
  }

  async get(key: string): Promise<string | null> {
    const near = this.#near.get(key);
    const shared = this.#shared;
    if (near !== undefined || !shared) return near ?? null;
    const text = (await this.#guard.ask(null, 'text-get', () => shared.get(key))) ?? null;
    if (text !== null) this.#near.set(key, text);
    return text;
  }

  async set(key: string, text: string): Promise<void> {
    this.#near.set(key, text);
    const shared = this.#shared;
    if (shared) await this.#guard.ask(null, 'text-set', () => shared.set(key, text, this.#ttlMs));
  }
}
