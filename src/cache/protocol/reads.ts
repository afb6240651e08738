import type { CallerScope } from '../../model/caller.ts';
import {
  RateLimitedError,
  UpstreamContractError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../model/errors.ts';
import type {
  CacheOutcome,
  Call,
  Integration,
  IntegrationList,
  IntegrationSource,
  ListOptions,
} from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import { ANY_ORGANIZATION } from '../store/store.ts';
import type { Fetches, FetchResult } from './fetches.ts';
import type { InFlight } from './in-flight.ts';
import type { LocalState } from './local-state.ts';
import type { Found, MemoryLayer } from './memory-layer.ts';
import type { StoreReader, StoreView } from './store-reader.ts';
import { refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';

export interface ReadsParts {
  readonly source: IntegrationSource;
  readonly clock: Clock;
  readonly knowledge: LocalState;
  readonly layer: MemoryLayer;
  readonly upstream: UpstreamCalls;
  readonly sights: StoreReader;
  readonly fetches: Fetches;
  readonly flights: InFlight<FetchResult>;
  /** Of lists with secrets, apart from all others. */
  readonly secretFlights: InFlight<FetchResult>;
  readonly ttlMs: number;
  readonly staleWhileRevalidateMs: number;
}

/** Answers lists (cache protocol §4). */
export class Reads {
  readonly #parts: ReadsParts;

  constructor(parts: ReadsParts) {
    this.#parts = parts;
  }

  /** From the process, else the store, else upstream. @throws what upstream rejects with, where nothing stale may stand in. */
  async list(call: Call, scope: CallerScope, fresh: boolean): Promise<IntegrationList> {
    const held = fresh ? null : this.#held(scope);
    if (held) return this.#answer('HIT', held);
    const sight = await this.#parts.sights.look(call, scope, 'entry');
    const ready = fresh ? null : this.#fromStore(call, sight);
    return ready ?? this.#fromUpstream(call, sight, fresh);
  }

  /** What {@link list} would answer from the process alone; null where it would look further. */
  held(scope: CallerScope): readonly Integration[] | null {
    return this.#held(scope)?.integrations ?? null;
  }

  #held(scope: CallerScope) {
    const held = this.#parts.layer.serve(scope);
    return held !== null && this.#ageMs(held) < this.#parts.ttlMs ? held : null;
  }

  /**
   * With secrets: asked of upstream, kept nowhere. Requests of one caller that wait for it at the same moment share one call,
   * by the same rules as without secrets; when the last of them has its answer nothing is left. @throws what upstream rejects with.
   */
  async secretList(call: Call, scope: CallerScope, options: ListOptions): Promise<IntegrationList> {
    const { secretFlights, sights, source, upstream } = this.#parts;
    const sight = await sights.look(call, scope, 'surroundings');
    refuseWhileBackedOff(sight.backOffMs);
    const ask = async (asking: Call): Promise<FetchResult> => {
      const { integrations } = await upstream.run(scope, () => source.list(asking, options));
      return { integrations, found: null, kept: Promise.resolve() };
    };
    const together = (signal: AbortSignal) => ask({ ...call, signal });
    const landed = await (options.fresh ? ask(call) : secretFlights.join(this.#keyOf(sight), call.signal, together));
    return { integrations: landed.integrations, cache: { status: 'BYPASS', ageSeconds: 0, generation: null } };
  }

  #fromStore(call: Call, sight: StoreView): IntegrationList | null {
    const { found } = sight;
    const { ttlMs, staleWhileRevalidateMs } = this.#parts;
    if (found === null || this.#ageMs(found) >= ttlMs + staleWhileRevalidateMs) return null;
    if (this.#ageMs(found) < ttlMs) return this.#answer('HIT', found);
    this.#refreshBehind(call, sight);
    return this.#answer('STALE', found);
  }

  async #fromUpstream(call: Call, sight: StoreView, fresh: boolean): Promise<IntegrationList> {
    const { fetches, upstream } = this.#parts;
    try {
      refuseWhileBackedOff(Math.max(sight.backOffMs, upstream.backOffMs(sight.slot.scope)));
      const landed = await (fresh ? fetches.fetch(call, sight) : this.#join(call, sight));
      if (landed.found !== null) return this.#answer('HIT', landed.found);
      const status = fresh || sight.writing ? 'BYPASS' : 'MISS';
      return { integrations: landed.integrations, cache: outcome(status, 0, generationOf(sight)) };
    } catch (error) {
      // An entry outlives fresh and stale by the time that it may stand in for a failing upstream.
      if (sight.found !== null && isUpstreamFailure(error)) return this.#answer('STALE', sight.found);
      throw error;
    }
  }

  #join(call: Call, sight: StoreView): Promise<FetchResult> {
    const { fetches, flights } = this.#parts;
    return flights.join(this.#keyOf(sight), call.signal, (signal) => fetches.fetchInTurn({ ...call, signal }, sight));
  }

  /** Joins the one that is under way; the lease sees to the other processes. Nobody waits, so nobody is told of a failure. */
  #refreshBehind(call: Call, sight: StoreView): void {
    if (sight.backOffMs > 0) return;
    this.#join({ caller: call.caller, requestId: call.requestId }, sight).catch(() => {});
  }

  #keyOf(sight: StoreView) {
    return { slot: sight.slot, generation: sight.generation, writes: this.#parts.knowledge.writes };
  }

  #answer(status: CacheOutcome['status'], found: Found): IntegrationList {
    const ageSeconds = Math.floor(this.#ageMs(found) / 1000);
    return { integrations: found.integrations, cache: outcome(status, ageSeconds, found.generation) };
  }

  #ageMs(found: Found): number {
    return Math.max(0, this.#parts.clock.now() - found.storedAtMs);
  }
}

function outcome(status: CacheOutcome['status'], ageSeconds: number, generation: number | null): CacheOutcome {
  return { status, ageSeconds, generation: generation === null ? null : String(generation) };
}

/** Only of the caller's own organization: {@link ANY_ORGANIZATION}'s says nothing to anybody. */
function generationOf(sight: StoreView): number | null {
  return sight.slot.organization === ANY_ORGANIZATION ? null : sight.generation;
}

function isUpstreamFailure(error: unknown): boolean {
  return (
    error instanceof UpstreamUnavailableError ||
    error instanceof UpstreamTimeoutError ||
    error instanceof UpstreamContractError ||
    error instanceof RateLimitedError
  );
}
