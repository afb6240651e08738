/**
 * A map that keeps at least the `least` most recently used entries, and fewer than twice as many. It has two
 * generations: when the newer one is full, the older one is dropped. An entry takes half the memory of one in an exact
 * LRU cache, which matters with one entry for each caller.
 */
export class RecentMap<K, V extends NonNullable<unknown>> {
  readonly #least: number;
  #newer = new Map<K, V>();
  #older = new Map<K, V>();

  /** @param least at least 1. */
  constructor(least: number) {
    this.#least = Math.max(1, Math.floor(least));
  }

  get size(): number {
    return this.#newer.size + this.#older.size;
  }

  get(key: K): V | undefined {
    const value = this.#newer.get(key);
    if (value !== undefined) return value;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    this.#older.delete(key);
    this.#newer.set(key, value);
    if (this.#newer.size < this.#least) return;
    this.#older = this.#newer;
    this.#newer = new Map();
  }

  delete(key: K): boolean {
    const wasNewer = this.#newer.delete(key);
    return this.#older.delete(key) || wasNewer;
  }

  clear(): void {
    this.#newer.clear();
    this.#older.clear();
  }
}
