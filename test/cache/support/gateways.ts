import type { ProcessCacheSettings } from '../../../src/cache/protocol/context.ts';
import { createProcessCache, type ProcessCache } from '../../../src/cache/protocol/process-cache.ts';
import type { Clock } from '../../../src/cache/store/clock.ts';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ManualClock } from './clock.ts';
import { type FakeUpstream, scopeOf, UPSTREAM_TIMEOUT_MS } from './fake-upstream.ts';

/** The defaults of cache protocol §2. */
export const TIMES = {
  ttlMs: 30_000,
  staleWhileRevalidateMs: 30_000,
  staleIfErrorMs: 300_000,
  memoryTtlMs: 2_000,
};

export function settings(clock: Clock, overrides: Partial<ProcessCacheSettings> = {}): ProcessCacheSettings {
  return {
    ...TIMES,
    layerMaxBytes: 10e6,
    lists: new ListMemory(10e6),
    commandTimeoutMs: 50,
    requestBudgetMs: 100,
    upstreamTimeoutMs: UPSTREAM_TIMEOUT_MS,
    scope: scopeOf,
    clock,
    ...overrides,
  };
}

/** One process over a store of its own, or over one that is given. Time stands still unless moved. */
export function gateway(
  upstream: FakeUpstream,
  overrides: Partial<ProcessCacheSettings> = {},
  store?: CacheStore,
  clock = new ManualClock(),
) {
  const shared = store ?? new MemoryStore(clock, 10e6);
  const cache: ProcessCache = createProcessCache(settings(clock, overrides), shared, upstream.source());
  return { clock, store: shared, source: cache.source, cache };
}

/** The same object with some methods replaced. */
export function changed<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(_, name) {
      const own = Reflect.get(name in methods ? methods : target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
