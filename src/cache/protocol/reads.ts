import type { CallerScope } from '../../model/caller.ts';
import {
  RateLimitedError,
  UpstreamContractError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../model/errors.ts';
import {
  type CacheOutcome,
  type Call,
  contentOf,
  type Integration,
  type IntegrationList,
  type ListOptions,
} from '../../model/integration.ts';
import { LazyList } from '../../model/lists.ts';
import { type CacheReadEvent, type CacheResult, cacheReadChannel } from '../../telemetry/channels.ts';
import { ANY_ORGANIZATION } from '../store/store.ts';
import type { CacheFiller } from './cache-filler.ts';
import type { CacheContext } from './context.ts';
import { FreshFetches } from './fresh-fetches.ts';
import { type FetchKey, type FetchResult, InFlight, type Reader } from './in-flight.ts';
import type { CachedList } from './local-state.ts';
import type { StoreReader, StoreView } from './store-reader.ts';
import { organizationOf, refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';

/** A list with secrets, which is offered to no store. */
interface SecretResult extends Pick<FetchResult, 'offered'> {
  readonly list: IntegrationList;
}

/** Answers lists (cache protocol §4). */
export class Reads {
  readonly #context: CacheContext;
  readonly #upstream: UpstreamCalls;
  readonly #storeReader: StoreReader;
  readonly #filler: CacheFiller;
  readonly #inFlight: InFlight;
  /** Of lists with secrets, apart from all others. */
  readonly #secretsInFlight: InFlight<SecretResult>;
  readonly #fresh: FreshFetches;

  constructor(context: CacheContext, upstream: UpstreamCalls, storeReader: StoreReader, filler: CacheFiller) {
    this.#context = context;
    this.#upstream = upstream;
    this.#storeReader = storeReader;
    this.#filler = filler;
    this.#inFlight = context.inFlight ?? new InFlight(context.clock, context.memoryTtlMs);
    this.#secretsInFlight = new InFlight(context.clock, context.memoryTtlMs);
    this.#fresh = new FreshFetches(context.clock);
  }

  /** From memory, else the store, else upstream. @throws what upstream rejects with, where nothing stale may stand in. */
  async list(call: Call, scope: CallerScope, options: ListOptions): Promise<IntegrationList> {
    const { fresh = false } = options;
    const cached = fresh ? null : this.#fromMemory(scope);
    if (cached) {
      publishRead(call, 'memory');
      return this.#answer('HIT', cached);
    }
    const view = await this.#storeReader.view(call, scope, 'entry');
    const ready = fresh ? null : this.#fromStore(call, view);
    return ready ?? this.#fromUpstream(call, view, options);
  }

  /** What {@link list} would answer from memory alone; null where it would look further. */
  peek(scope: CallerScope): readonly Integration[] | null {
    return this.#fromMemory(scope)?.integrations ?? null;
  }

  #fromMemory(scope: CallerScope): CachedList | null {
    const cached = this.#context.local.list(scope);
    return cached !== null && this.#ageMs(cached) < this.#context.ttlMs ? cached : null;
  }

  /**
   * With secrets: asked of upstream, kept nowhere. Requests of one caller that wait at the same moment share one call, by
   * the same rules as without secrets; when the last of them has its answer nothing is left.
   * @throws what upstream rejects with.
   */
  async secretList(call: Call, scope: CallerScope, options: ListOptions): Promise<IntegrationList> {
    const view = await this.#storeReader.view(call, scope, 'metadata');
    refuseWhileBackedOff(view.backOffMs);
    const fetch = async (by: Call): Promise<SecretResult> => {
      const list = await this.#upstream.run(scope, () => this.#context.source.list(by, options));
      // No secret, and what tells after a restart that upstream accepts this caller.
      const organization = organizationOf(contentOf(list));
      if (organization) await this.#upstream.learnOrganization(scope, organization);
      return { list, offered: Promise.resolve() };
    };
    const shared = (signal: AbortSignal) => fetch({ ...call, signal });
    const reader = readerOf(call);
    const { list } = await (options.fresh
      ? fetch(call)
      : this.#secretsInFlight.join(this.#keyOf(view), call.signal, shared, reader));
    publishRead(call, 'bypass', reader);
    return new LazyList(outcome('BYPASS', 0, null), list.raw, () => list.integrations);
  }

  #fromStore(call: Call, view: StoreView): IntegrationList | null {
    const { cached } = view;
    const { ttlMs, staleWhileRevalidateMs } = this.#context;
    if (cached === null || this.#ageMs(cached) >= ttlMs + staleWhileRevalidateMs) return null;
    if (this.#ageMs(cached) < ttlMs) {
      publishRead(call, this.#stored);
      return this.#answer('HIT', cached);
    }
    this.#refreshBehind(call, view);
    publishRead(call, 'stale');
    return this.#answer('STALE', cached);
  }

  async #fromUpstream(
    call: Call,
    view: StoreView,
    { fresh = false, current = false, operation }: ListOptions,
  ): Promise<IntegrationList> {
    try {
      refuseWhileBackedOff(Math.max(view.backOffMs, this.#upstream.backOffMs(view.slot.scope)));
      const reader = readerOf(call);
      const result = await (fresh ? this.#joinFresh(call, view, reader, operation) : this.#join(call, view, reader));
      // The fill learns it only later, and the end of the write that depends on this list may come before.
      if (current) this.#upstream.noteOrganization(view.slot.scope, result.integrations);
      const status = fresh || view.writing ? 'BYPASS' : 'MISS';
      publishRead(call, result.cached ? this.#stored : status === 'MISS' ? 'miss' : 'bypass', reader);
      if (result.cached !== null) return this.#answer('HIT', result.cached);
      return { integrations: result.integrations, cache: outcome(status, 0, generationOf(view)) };
    } catch (error) {
      // An entry outlives fresh and stale by the time that it may stand in for a failing upstream.
      const old = view.cached ?? view.fallback;
      if (!current && old !== null && isUpstreamFailure(error)) {
        publishRead(call, 'stale');
        return this.#answer('STALE', old);
      }
      throw error;
    }
  }

  /** Without Redis the store is this process's own. */
  get #stored(): 'memory' | 'redis' {
    return this.#context.commandTimeoutMs === Number.POSITIVE_INFINITY ? 'memory' : 'redis';
  }

  #join(call: Call, view: StoreView, reader: Reader): Promise<FetchResult> {
    const start = (signal: AbortSignal) => this.#filler.fetchOrWait({ ...call, signal }, view);
    return this.#inFlight.join(this.#keyOf(view), call.signal, start, reader);
  }

  #joinFresh(call: Call, view: StoreView, reader: Reader, operation: object | undefined): Promise<FetchResult> {
    const start = (signal: AbortSignal) => this.#filler.fetch({ ...call, signal }, view, operation);
    return this.#fresh.join(this.#keyOf(view), call.signal, start, reader);
  }

  /** Joins a fetch that is under way; the lease holds back the other processes. No reader waits, so a failure is silent. */
  #refreshBehind(call: Call, view: StoreView): void {
    if (view.backOffMs > 0) return;
    this.#join({ caller: call.caller, requestId: call.requestId }, view, readerOf(call)).catch(() => {});
  }

  #keyOf({ slot, generation }: StoreView): FetchKey {
    return { slot, generation, writes: this.#context.local.writes };
  }

  #answer(status: CacheOutcome['status'], cached: CachedList): IntegrationList {
    const ageSeconds = Math.floor(this.#ageMs(cached) / 1000);
    return { integrations: cached.integrations, cache: outcome(status, ageSeconds, cached.generation) };
  }

  #ageMs(cached: CachedList): number {
    return Math.max(0, this.#context.clock.now() - cached.storedAtMs);
  }
}

function readerOf({ requestId }: Call): Reader {
  return { requestId, joined: null };
}

/** Tells telemetry where a list came from. */
function publishRead(
  { requestId, request }: Call,
  result: CacheResult,
  { joined } = { joined: null as string | null },
): void {
  if (!cacheReadChannel.hasSubscribers) return;
  cacheReadChannel.publish({
    requestId,
    result: joined === null ? result : 'joined',
    joined,
    request,
  } satisfies CacheReadEvent);
}

function outcome(status: CacheOutcome['status'], ageSeconds: number, generation: number | null): CacheOutcome {
  return { status, ageSeconds, generation: generation === null ? null : String(generation) };
}

/** Only of the caller's own organization: {@link ANY_ORGANIZATION}'s tells a client nothing. */
function generationOf(view: StoreView): number | null {
  return view.slot.organization === ANY_ORGANIZATION ? null : view.generation;
}

function isUpstreamFailure(error: unknown): boolean {
  return (
    error instanceof UpstreamUnavailableError ||
    error instanceof UpstreamTimeoutError ||
    error instanceof UpstreamContractError ||
    error instanceof RateLimitedError
  );
}
