import type { Caller, CallerScope } from '../../model/caller.ts';
import type { IntegrationSource } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { ListMemory } from '../store/list-memory.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { InFlight } from './in-flight.ts';
import type { LocalState } from './local-state.ts';

/** Times of the cache protocol §2, all counted from the moment an entry was stored. */
export interface CacheTimes {
  readonly ttlMs: number;
  /** More, beyond `ttlMs`. */
  readonly staleWhileRevalidateMs: number;
  /** More, beyond both. */
  readonly staleIfErrorMs: number;
  /** Upper bound for what the process serves by itself; 0 switches that off. */
  readonly memoryTtlMs: number;
}

export interface CacheLimits extends CacheTimes {
  /** Longest wait for one command of the store. */
  readonly commandTimeoutMs: number;
  /** Longest wait for all commands of one request: all calls that pass the same `Call` object. */
  readonly requestBudgetMs: number;
  /** Upstream's deadline for one call, its retries included. */
  readonly upstreamTimeoutMs: number;
  /** Names a caller in keys; see `createCacheScope`. */
  readonly scope: (caller: Caller) => CallerScope;
}

export interface SharedLedger {
  readonly store: LedgerStore;
  /** The same for all processes that share the store. */
  readonly secret: string | Buffer;
  /** How long outcomes are kept. */
  readonly outcomeTtlMs: number;
}

export interface ProcessCacheSettings extends CacheLimits {
  /** For entries of callers. */
  readonly layerMaxBytes: number;
  /** The lists that the entries point to. */
  readonly lists: ListMemory;
  readonly clock: Clock;
  /** Leases and outcomes of writes. Absent: of this process alone, kept for a day. */
  readonly ledger?: SharedLedger;
  /** A variant, for a proof that the protocol needs the original. */
  readonly inFlight?: InFlight;
}

/** What the parts of one process's cache share. */
export interface CacheContext extends ProcessCacheSettings {
  readonly source: IntegrationSource;
  readonly store: GuardedStore;
  readonly local: LocalState;
}
