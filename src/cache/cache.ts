import type { CallerScope } from '../model/caller.ts';
import type { IntegrationSource } from '../model/integration.ts';
import type { CacheLimits, ProcessCacheSettings } from './protocol/context.ts';
import { GuardedStore } from './protocol/guarded-store.ts';
import { createProcessCache, type ProcessCache } from './protocol/process-cache.ts';
import { type RedisSettings, RedisStore } from './redis/redis-store.ts';
import { type Clock, systemClock } from './store/clock.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { CacheStore, StoreForm } from './store/store.ts';
import { LayeredTexts, type Texts } from './texts.ts';

export interface CacheSettings extends CacheLimits {
  /** For lists in this process: decoded ones, and without Redis the encoded ones too. */
  readonly memoryMaxBytes: number;
  /** Absent: the store is in this process. */
  readonly redis?: RedisSettings;
  /** The machine's, unless a test wants its own. */
  readonly clock?: Clock;
}

export interface CacheHealth {
  readonly form: StoreForm;
  /** `degraded`: reads are answered all the same, with more upstream calls. */
  readonly state: 'ok' | 'degraded';
  /** Keys in Redis that held what no gateway writes, and were put right by this process; absent where there were none. */
  readonly repairs?: number;
}

export interface Cache {
  /** A source that answers from the cache where the protocol lets it. */
  wrap(source: IntegrationSource): IntegrationSource;
  /**
   * Has upstream accepted this caller, as far as a wrapped source knows? Each call that goes on to upstream looks it up
   * before, in this process or in the shared store. No I/O.
   */
  readonly knows: (scope: CallerScope) => boolean;
  /** Texts by their hash, e.g. of queries; where all processes share a store it keeps them for `ttlMs`. */
  texts(ttlMs: number): Texts;
  /** No I/O. */
  health(): CacheHealth;
  /** Why the shared store cannot be reached: a code, e.g. `ECONNREFUSED`; null where it can, or where nothing is known. */
  fault(): string | null;
  /** What lists take in this process, as estimated. No I/O. */
  bytes(): number;
  /**
   * No list of this organization that was cached before is served again, by any process.
   * @returns false where the store could not be told yet; it will be, as soon as it is in reach.
   */
  purge(organization: string): Promise<boolean>;
  /** Connects. Resolves when the store is usable or the first try has failed; never rejects: it is used once it is there. */
  start(): Promise<void>;
  /** Ends connections, timers and listening. Idempotent. */
  stop(): Promise<void>;
}

/** The part of the memory that holds encoded lists where there is no Redis: they are about a fifth of the size of decoded ones. */
const STORE_SHARE = 1 / 6;

/**
 * The cache that the settings describe.
 * @throws RedisUrlError where `redis.url` cannot be read.
 */
export function createCache(settings: CacheSettings): Cache {
  const clock = settings.clock ?? systemClock;
  const { redis, memoryMaxBytes } = settings;
  if (redis === undefined) {
    const store = new MemoryStore(clock, memoryMaxBytes * STORE_SHARE);
    const limits = { commandTimeoutMs: Number.POSITIVE_INFINITY, requestBudgetMs: Number.POSITIVE_INFINITY };
    const layerMaxBytes = memoryMaxBytes * (1 - STORE_SHARE);
    return cacheOver(store, { ...settings, ...limits, clock, layerMaxBytes });
  }
  const store = new RedisStore(redis);
  return cacheOver(store, { ...settings, clock, layerMaxBytes: memoryMaxBytes }, store);
}

function cacheOver(store: CacheStore, settings: ProcessCacheSettings, redis: RedisStore | null = null): Cache {
  const processCaches: ProcessCache[] = [];
  return {
    wrap(source) {
      const processCache = createProcessCache(settings, store, source);
      processCaches.push(processCache);
      return processCache.source;
    },
    knows: (scope) => processCaches.some((one) => one.knows(scope)),
    texts: (ttlMs) => new LayeredTexts(redis && new GuardedStore(redis.texts, settings), ttlMs, settings.scope),
    health() {
      const ok = store.state() === 'ok' && processCaches.every((one) => one.healthy());
      const repairs = redis?.repairs() ?? 0;
      return { form: store.form, state: ok ? 'ok' : 'degraded', ...(repairs > 0 && { repairs }) };
    },
    fault: () => redis?.fault() ?? null,
    bytes: () => processCaches.reduce((sum, one) => sum + one.bytes(), 0),
    purge: async (organization) =>
      (await Promise.all(processCaches.map((one) => one.purge(organization)))).every((told) => told),
    start: () => store.start(),
    async stop() {
      for (const one of processCaches) one.stop();
      await store.stop();
    },
  };
}
