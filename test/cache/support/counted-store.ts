import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ManualClock } from './clock.ts';
import { changed } from './gateways.ts';

/** A store that counts what it is asked. */
export function countedStore(of: ManualClock) {
  const store = new MemoryStore(of, 1e6);
  const counts = { reads: 0, leases: 0 };
  const counted = changed<CacheStore>(store, {
    read(...args) {
      counts.reads += 1;
      return store.read(...args);
    },
    lease(...args) {
      counts.leases += 1;
      return store.lease(...args);
    },
  });
  return { store: counted, counts };
}
