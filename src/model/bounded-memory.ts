/** An item in the shared memory of a process. */
export interface CacheItem {
  /** An estimate. */
  readonly bytes: number;
}

/**
 * The shared bound for lists, the texts of their rows, and cached answers, evicted least recently used first. Lists
 * have string keys and cached answers have numbers, so that they cannot collide.
 */
export interface BoundedMemory {
  get(key: string | number): CacheItem | undefined;
  /** Does nothing if it is larger than the memory. */
  set(key: string | number, value: CacheItem): unknown;
}
