import type { Caller, CallerScope } from '../../model/caller.ts';
import type { IntegrationSource } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import type { CacheStore, Invalidation } from '../store/store.ts';
import { CacheFiller } from './cache-filler.ts';
import { CachedSource } from './cached-source.ts';
import { WriteFence } from './fence.ts';
import { Fetches, type FetchResult } from './fetches.ts';
import { GuardedStore } from './guarded-store.ts';
import { InFlight } from './in-flight.ts';
import { LocalState } from './local-state.ts';
import { MemoryLayer } from './memory-layer.ts';
import { Organizations } from './organizations.ts';
import { Reads } from './reads.ts';
import { StoreReader } from './store-reader.ts';
import { UpstreamCalls } from './upstream-calls.ts';

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

export interface StackSettings extends CacheTimes {
  /** For decoded lists. */
  readonly layerMaxBytes: number;
  readonly commandTimeoutMs: number;
  readonly requestBudgetMs: number;
  readonly upstreamTimeoutMs: number;
  readonly scope: (caller: Caller) => CallerScope;
  readonly clock: Clock;
  /** A variant, for a proof that the protocol's is needed. */
  readonly flights?: InFlight<FetchResult>;
}

/** One process's part of the protocol over a store. */
export interface Stack {
  readonly source: IntegrationSource;
  /** False while commands fail or a write is not known to the store. */
  healthy(): boolean;
  /** Ends timers and listening; the store is its owner's to stop. */
  stop(): void;
}

/** Puts the pieces of one process over a store that may be shared, and a source. */
export function stackCache(settings: StackSettings, store: CacheStore, source: IntegrationSource): Stack {
  const { clock, memoryTtlMs } = settings;
  const guard = new GuardedStore(settings);
  const knowledge = new LocalState();
  const layer = new MemoryLayer(clock, memoryTtlMs, settings.layerMaxBytes);
  const base = { ...settings, store, source, guard, knowledge, layer };
  const upstream = new UpstreamCalls(base);
  const organizations = new Organizations({ ...base, upstream });
  const fence = new WriteFence(base);
  const sights = new StoreReader({ ...base, organizations, fence });
  const lifeMs = settings.ttlMs + settings.staleWhileRevalidateMs + settings.staleIfErrorMs;
  const keeper = new CacheFiller({ ...base, organizations, sights, lifeMs });
  const fetches = new Fetches({ ...base, upstream, sights, keeper });
  const flights = settings.flights ?? new InFlight<FetchResult>(clock, memoryTtlMs);
  const secretFlights = new InFlight<FetchResult>(clock, memoryTtlMs);
  const reads = new Reads({ ...base, upstream, sights, fetches, flights, secretFlights });
  const unsubscribe = store.subscribe((event) => hear(event, knowledge, layer));
  return {
    source: new CachedSource({ ...base, reads, fence, organizations, upstream }),
    healthy: () => guard.healthy && fence.settled,
    stop() {
      unsubscribe();
      fence.stop();
    },
  };
}

function hear(event: Invalidation, knowledge: LocalState, layer: MemoryLayer): void {
  switch (event.kind) {
    case 'generation':
      knowledge.note(event.organization, event.generation);
      break;
    case 'lost':
      layer.clear();
      break;
    case 'alive':
      break;
    default:
      event satisfies never;
  }
}
