import { LRUCache } from 'lru-cache';

/**
 * A map that forgets what was not used for longest beyond `entries` of them. (`max` would do, but sets aside room for all
 * of them at once.)
 */
export function boundedMap<K extends object | string, V extends object | string | number | true>(
  entries: number,
  onForget?: (value: V) => void,
): LRUCache<K, V> {
  return new LRUCache<K, V>({ maxSize: entries, sizeCalculation: () => 1, ...(onForget ? { dispose: onForget } : {}) });
}
