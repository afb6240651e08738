import type { Caller, CallerScope } from '../model/caller.ts';
import type { IntegrationSource } from '../model/integration.ts';
import { GuardedStore } from './protocol/guarded-store.ts';
import { type CacheTimes, type Stack, stackCache } from './protocol/stack.ts';
import { type RedisSettings, RedisStore } from './redis/redis-store.ts';
import { type Clock, systemClock } from './store/clock.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { CacheStore, StoreForm } from './store/store.ts';
import { LayeredTexts, type SharedTexts, type Texts } from './texts.ts';

export interface CacheSettings extends CacheTimes {
  /** For lists in this process: decoded ones, and without Redis the encoded ones too. */
  readonly memoryMaxBytes: number;
  /** Longest wait for one Redis command. */
  readonly commandTimeoutMs: number;
  /** Longest wait for all Redis commands of one request: all calls that pass the same `Call` object. */
  readonly requestBudgetMs: number;
  /** Upstream's deadline for one call, its retries included. */
  readonly upstreamTimeoutMs: number;
  /** Absent: the store is in this process. */
  readonly redis?: RedisSettings;
  /** Names a caller in keys; see `createCacheScope`. */
  readonly scope: (caller: Caller) => CallerScope;
  /** The machine's, unless a test wants its own. */
  readonly clock?: Clock;
}

export interface CacheHealth {
  readonly form: StoreForm;
  /** `degraded`: reads are answered all the same, with more upstream calls. */
  readonly state: 'ok' | 'degraded';
}

export interface Cache {
  /** A source that answers from the cache where the protocol lets it. */
  wrap(source: IntegrationSource): IntegrationSource;
  /** Texts by their hash, e.g. of queries; where all processes share a store it keeps them for `ttlMs`. */
  texts(ttlMs: number): Texts;
  /** No I/O. */
  health(): CacheHealth;
  /** Connects. Resolves when the store is usable or the first try has failed; never rejects: it is used once it is there. */
  start(): Promise<void>;
  /** Ends connections, timers and listening. Idempotent. */
  stop(): Promise<void>;
}

/** Of the memory without Redis, the part that holds encoded lists: they are about a fifth of the size of decoded ones. */
const STORE_PART = 1 / 6;

/**
 * The cache that the settings describe.
 * @throws RedisUrlError where `redis.url` cannot be read.
 */
export function createCache(settings: CacheSettings): Cache {
  const clock = settings.clock ?? systemClock;
  const { redis, memoryMaxBytes } = settings;
  if (redis === undefined) {
    const store = new MemoryStore(clock, memoryMaxBytes * STORE_PART);
    const inProcess = { commandTimeoutMs: Number.POSITIVE_INFINITY, requestBudgetMs: Number.POSITIVE_INFINITY };
    return cacheOver(
      store,
      { ...settings, ...inProcess, clock, layerMaxBytes: memoryMaxBytes * (1 - STORE_PART) },
      null,
    );
  }
  const store = new RedisStore(redis);
  return cacheOver(store, { ...settings, clock, layerMaxBytes: memoryMaxBytes }, store.texts);
}

function cacheOver(store: CacheStore, settings: Parameters<typeof stackCache>[0], texts: SharedTexts | null): Cache {
  const stacks: Stack[] = [];
  return {
    wrap(source) {
      const stack = stackCache(settings, store, source);
      stacks.push(stack);
      return stack.source;
    },
    texts: (ttlMs) => new LayeredTexts(texts, new GuardedStore(settings), ttlMs),
    health() {
      const ok = store.state() === 'ok' && stacks.every((stack) => stack.healthy());
      return { form: store.form, state: ok ? 'ok' : 'degraded' };
    },
    start: () => store.start(),
    async stop() {
      for (const stack of stacks) stack.stop();
      await store.stop();
    },
  };
}
