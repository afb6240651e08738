import { randomBytes } from 'node:crypto';
import type { CallerScope } from '../../model/caller.ts';
import type { IntegrationSource } from '../../model/integration.ts';
import { MemoryLedgerStore } from '../store/ledger-store.ts';
import type { CacheStore } from '../store/store.ts';
import { CacheFiller } from './cache-filler.ts';
import { CachedSource } from './cached-source.ts';
import type { CacheContext, ProcessCacheSettings, SharedLedger } from './context.ts';
import { GuardedStore } from './guarded-store.ts';
import { LocalState } from './local-state.ts';
import { type LedgerSettings, ledgerKey } from './process-ledger.ts';
import { Reads } from './reads.ts';
import { StoreReader } from './store-reader.ts';
import { UpstreamCalls } from './upstream-calls.ts';
import { WriteFence } from './write-fence.ts';

/** One process's part of the protocol over a store. */
export interface ProcessCache {
  readonly source: IntegrationSource;
  /** Is a scope's organization known here, so that upstream has accepted the caller? No I/O. */
  knows(scope: CallerScope): boolean;
  /** False while commands fail or the store has not heard of a write. */
  healthy(): boolean;
  /** Of decoded lists, as estimated. */
  bytes(): number;
  /** Lists of an organization are read anew; false: the store has not heard yet. */
  purge(organization: string): Promise<boolean>;
  /** Ends timers and listening; the store is its owner's to stop. */
  stop(): void;
}

/** Puts one process's cache between a store, which other processes may share, and a source. */
export function createProcessCache(
  settings: ProcessCacheSettings,
  shared: CacheStore,
  source: IntegrationSource,
): ProcessCache {
  const store = new GuardedStore(shared, settings);
  const local = new LocalState(settings.clock, settings.memoryTtlMs, settings.layerMaxBytes);
  const context: CacheContext = { ...settings, source, store, local };
  const upstream = new UpstreamCalls(context);
  const fence = new WriteFence(context);
  const storeReader = new StoreReader(context, upstream, fence);
  const { ledger = ownLedger(settings) } = settings;
  const reads = new Reads(context, upstream, storeReader, new CacheFiller(context, upstream, storeReader));
  const unsubscribe = shared.subscribe((event) => local.applyInvalidation(event));
  return {
    source: new CachedSource(context, upstream, fence, reads, ledgerSettings(settings, ledger)),
    knows: (scope) => local.organization(scope) !== null,
    healthy: () => store.healthy && fence.settled,
    bytes: () => local.bytes,
    purge: (organization) => fence.purge(organization),
    stop() {
      unsubscribe();
      fence.stop();
    },
  };
}

const DAY_MS = 24 * 3_600_000;
/** A mutation waits for Novu anyway: its leases may take longer than a read's commands. */
const LEDGER_TIMEOUT_FACTOR = 10;

function ownLedger({ clock }: ProcessCacheSettings): SharedLedger {
  return { store: new MemoryLedgerStore(clock), secret: randomBytes(32), outcomeTtlMs: DAY_MS };
}

function ledgerSettings(settings: ProcessCacheSettings, { store, secret, outcomeTtlMs }: SharedLedger): LedgerSettings {
  const { clock, upstreamTimeoutMs } = settings;
  const commandTimeoutMs = LEDGER_TIMEOUT_FACTOR * settings.commandTimeoutMs;
  const guarded = new GuardedStore(store, { clock, commandTimeoutMs, requestBudgetMs: commandTimeoutMs });
  return { clock, store: guarded, key: ledgerKey(secret), upstreamTimeoutMs, outcomeTtlMs };
}
