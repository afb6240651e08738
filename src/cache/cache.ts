import { randomBytes } from 'node:crypto';
import type { CallerScope } from '../model/caller.ts';
import type { IntegrationSource } from '../model/integration.ts';
import type { CacheLimits, ProcessCacheSettings } from './protocol/context.ts';
import { GuardedStore } from './protocol/guarded-store.ts';
import { createProcessCache, type ProcessCache } from './protocol/process-cache.ts';
import { type RedisSettings, RedisStore } from './redis/redis-store.ts';
import { type Clock, systemClock } from './store/clock.ts';
import { MemoryLedgerStore } from './store/ledger-store.ts';
import { ListMemory } from './store/list-memory.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { CacheStore, StoreForm } from './store/store.ts';
import { LayeredTexts, type Texts } from './texts.ts';

export interface CacheSettings extends CacheLimits {
  /** For what this process keeps of lists: lists, entries of callers that point to them, and ready answers. */
  readonly memoryMaxBytes: number;
  /** How long the outcomes of mutations are kept for their idempotency keys. Default 24 h. */
  readonly outcomeTtlMs?: number;
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
  /** The lists of this process, by content. */
  readonly lists: ListMemory;
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

/** The parts of the memory that hold entries: those of the process, and those of the store where there is no Redis. */
const ENTRIES_SHARE = 1 / 12;
const STORE_SHARE = 1 / 12;

/**
 * The cache that the settings describe.
 * @throws RedisUrlError where `redis.url` cannot be read.
 */
export function createCache(settings: CacheSettings): Cache {
  const clock = settings.clock ?? systemClock;
  const { redis, memoryMaxBytes, outcomeTtlMs: keepMs = 24 * 3_600_000 } = settings;
  const layerMaxBytes = memoryMaxBytes * ENTRIES_SHARE;
  const lists = new ListMemory(memoryMaxBytes * (1 - ENTRIES_SHARE - STORE_SHARE));
  if (redis === undefined) {
    const store = new MemoryStore(clock, memoryMaxBytes * STORE_SHARE, lists);
    const limits = { commandTimeoutMs: Number.POSITIVE_INFINITY, requestBudgetMs: Number.POSITIVE_INFINITY };
    const ledger = { store: new MemoryLedgerStore(clock), secret: randomBytes(32), keepMs };
    return cacheOver(store, { ...settings, ...limits, clock, layerMaxBytes, lists, ledger });
  }
  const store = new RedisStore(redis, lists);
  const ledger = { store: store.ledger, secret: redis.secret, keepMs };
  return cacheOver(store, { ...settings, clock, layerMaxBytes, lists, ledger }, store);
}

function cacheOver(store: CacheStore, settings: ProcessCacheSettings, redis: RedisStore | null = null): Cache {
  const processCaches: ProcessCache[] = [];
  return {
    lists: settings.lists,
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
