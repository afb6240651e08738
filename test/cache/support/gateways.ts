import { type Stack, type StackSettings, stackCache } from '../../../src/cache/protocol/stack.ts';
import type { Clock } from '../../../src/cache/store/clock.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ManualClock } from './clock.ts';
import { type ServerState, scopeOf, UPSTREAM_TIMEOUT_MS } from './world.ts';

/** The defaults of the cache protocol §2. */
export const TIMES = {
  ttlMs: 30_000,
  staleWhileRevalidateMs: 30_000,
  staleIfErrorMs: 300_000,
  memoryTtlMs: 2_000,
};

export function settings(clock: Clock, overrides: Partial<StackSettings> = {}): StackSettings {
  return {
    ...TIMES,
    layerMaxBytes: 10e6,
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
  world: ServerState,
  overrides: Partial<StackSettings> = {},
  store?: CacheStore,
  clock = new ManualClock(),
) {
  const shared = store ?? new MemoryStore(clock, 10e6);
  const stack: Stack = stackCache(settings(clock, overrides), shared, world.source());
  return { clock, store: shared, source: stack.source, stack };
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
