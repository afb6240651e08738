import { LRUCache } from 'lru-cache';

/** An LRU map of at most `entries` entries. (The option `max` would allocate room for all of them at once.) */
export function boundedMap<K extends object | string, V extends object | string | number | true>(
  entries: number,
  onForget?: (value: V) => void,
): LRUCache<K, V> {
  return new LRUCache<K, V>({ maxSize: entries, sizeCalculation: () => 1, ...(onForget ? { dispose: onForget } : {}) });
}
