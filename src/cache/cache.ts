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
  /** Memory for lists, the entries of callers that point to them, and cached answers. */
  readonly memoryMaxBytes: number;
  /** How long the outcomes of mutations are kept for their idempotency keys. Default 24 h. */
  readonly outcomeTtlMs?: number;
  /** Absent: the store is in this process. */
  readonly redis?: RedisSettings;
  /** Default: the system clock. */
  readonly clock?: Clock;
}

export interface CacheHealth {
  readonly form: StoreForm;
  /** `degraded`: reads are still answered, with more upstream calls. */
  readonly state: 'ok' | 'degraded';
  /** Number of Redis keys with invalid content that this process repaired; absent if there were none. */
  readonly repairs?: number;
}

export interface Cache {
  /** The lists of this process, by content. */
  readonly lists: ListMemory;
  /** A source that answers from the cache if the protocol allows. */
  wrap(source: IntegrationSource): IntegrationSource;
  /**
   * Has upstream accepted this caller, as far as a wrapped source knows? Every call looks that up before it goes
   * upstream, in this process or in the shared store. No I/O.
   */
  readonly knows: (scope: CallerScope) => boolean;
  /** Texts by their hash, such as queries; a shared store keeps them for `ttlMs`. */
  texts(ttlMs: number): Texts;
  /** No I/O. */
  health(): CacheHealth;
  /** Why the shared store cannot be reached, as a code such as `ECONNREFUSED`; null if it can, or if the reason is not known. */
  fault(): string | null;
  /** Estimated memory of the entries in this process, in bytes. No I/O. */
  bytes(): number;
  /**
   * Invalidates all cached lists of this organization, in all processes.
   * @returns false if the store could not be reached yet; it is retried until it succeeds.
   */
  purge(organization: string): Promise<boolean>;
  /**
   * Connects. Resolves when the store is usable or the first attempt has failed. Never rejects: attempts go on in the background.
   */
  start(): Promise<void>;
  /** Closes connections, timers and subscriptions. Idempotent. */
  stop(): Promise<void>;
}

/** Shares of the memory for entries: those of the process, and those of the in-memory store if there is no Redis. */
const ENTRIES_SHARE = 1 / 12;
const STORE_SHARE = 1 / 12;

/**
 * The cache that the settings describe.
 * @throws RedisUrlError where `redis.url` cannot be read.
 */
export function createCache(settings: CacheSettings): Cache {
  const clock = settings.clock ?? systemClock;
  const { redis, memoryMaxBytes, outcomeTtlMs = 24 * 3_600_000 } = settings;
  const layerMaxBytes = memoryMaxBytes * ENTRIES_SHARE;
  const lists = new ListMemory(memoryMaxBytes * (1 - ENTRIES_SHARE - STORE_SHARE));
  if (redis === undefined) {
    const store = new MemoryStore(clock, memoryMaxBytes * STORE_SHARE, lists);
    const limits = { commandTimeoutMs: Number.POSITIVE_INFINITY, requestBudgetMs: Number.POSITIVE_INFINITY };
    const ledger = { store: new MemoryLedgerStore(clock), secret: randomBytes(32), outcomeTtlMs };
    return cacheOver(store, { ...settings, ...limits, clock, layerMaxBytes, lists, ledger });
  }
  const store = new RedisStore(redis, lists);
  const ledger = { store: store.ledger, secret: redis.secret, outcomeTtlMs };
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
      (await Promise.all(processCaches.map((one) => one.purge(organization)))).every((isDelivered) => isDelivered),
    start: () => store.start(),
    async stop() {
      for (const one of processCaches) one.stop();
      await store.stop();
    },
  };
}
