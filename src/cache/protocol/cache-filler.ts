import { randomUUID } from 'node:crypto';
import type { Call, Integration } from '../../model/integration.ts';
import { sleep } from '../store/clock.ts';
import type { SharedList } from '../store/list-memory.ts';
import { ANY_ORGANIZATION, type Slot } from '../store/store.ts';
import type { CacheContext } from './context.ts';
import { publish } from './guarded-store.ts';
import type { FetchResult } from './in-flight.ts';
import type { CachedList, MemoryEntry } from './local-state.ts';
import type { StoreReader, StoreView } from './store-reader.ts';
import { organizationOf, refuseWhileBackedOff, type UpstreamCalls } from './upstream-calls.ts';

/** A list that upstream gave, and what was known when it was asked. */
interface FetchedList {
  /** The call whose budget pays for the commands of the fill, which no request waits for. */
  readonly call: Call;
  readonly view: StoreView;
  readonly integrations: readonly Integration[];
  readonly validator: string | undefined;
  readonly askedAtMs: number;
  /** This process's count of writes then. */
  readonly writes: number;
}

/** Whether this process is to fetch. */
type FetchDecision =
  | { readonly phase: 'fetched'; readonly cached: CachedList }
  /** `token` null: no lease was tried for. */
  | { readonly phase: 'mine'; readonly view: StoreView; readonly token: string | null };

const MIN_WAIT_MS = 5;
const MAX_WAIT_MS = 100;
/** A process waits for another one's fetch for this part of upstream's deadline. */
const WAIT_FRACTION = 1 / 4;

/**
 * Fetches from upstream, one process at a time for each scope (Read, step 3). It offers the result to the store and to
 * this process's memory, if nothing was written since the fetch began (step 4). Both point to the same list, limited to
 * the allow-list.
 */
export class CacheFiller {
  readonly #context: CacheContext;
  readonly #upstream: UpstreamCalls;
  readonly #storeReader: StoreReader;
  /** Fresh, stale and stale-if-error together. */
  readonly #lifeMs: number;

  constructor(context: CacheContext, upstream: UpstreamCalls, storeReader: StoreReader) {
    this.#context = context;
    this.#upstream = upstream;
    this.#storeReader = storeReader;
    this.#lifeMs = context.ttlMs + context.staleWhileRevalidateMs + context.staleIfErrorMs;
  }

  /**
   * Waits for the lease, then fetches, or uses what another process has stored meanwhile.
   * @throws what upstream rejects with.
   */
  async fetchOrWait(call: Call & { readonly signal: AbortSignal }, view: StoreView): Promise<FetchResult> {
    const decision = await this.#decide(call, view);
    if (decision.phase === 'fetched') {
      return { integrations: decision.cached.integrations, cached: decision.cached, offered: Promise.resolve() };
    }
    const release = () => this.#release(decision.view.slot, decision.token);
    try {
      const result = await this.fetch(call, decision.view);
      return { ...result, offered: result.offered.then(release) };
    } catch (error) {
      void release();
      throw error;
    }
  }

  /** Fetches now. @throws what upstream rejects with. */
  async fetch(call: Call, view: StoreView, operation?: object): Promise<FetchResult> {
    const { clock, local, source } = this.#context;
    const asked = { askedAtMs: clock.now(), writes: local.writes };
    const { scope } = view.slot;
    const since = local.since(scope);
    const { integrations, validator } = await this.#upstream.run(scope, () => source.list(call, { since, operation }));
    const behind = { caller: call.caller, requestId: call.requestId };
    const offered = this.#offer({ call: behind, view, integrations, validator, ...asked });
    return { integrations, cached: null, offered };
  }

  async #decide(call: Call & { readonly signal: AbortSignal }, first: StoreView): Promise<FetchDecision> {
    const { clock, store, ttlMs, upstreamTimeoutMs } = this.#context;
    const giveUpAtMs = clock.now() + upstreamTimeoutMs * WAIT_FRACTION;
    const token = randomUUID();
    let view = first;
    for (let waitMs = MIN_WAIT_MS; ; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const { generation, slot } = view;
      // What is not stored need not be waited for.
      if (generation === null || view.writing) return { phase: 'mine', view, token: null };
      const granted = await store.send(call, 'lease', (to) => to.lease(slot, generation, token, upstreamTimeoutMs));
      if (granted !== false || clock.now() >= giveUpAtMs) return { phase: 'mine', view, token };
      await sleep(clock, waitMs, call.signal);
      const next = await this.#storeReader.view(call, slot.scope, 'entry');
      if (next.cached !== null && clock.now() - next.cached.storedAtMs < ttlMs) {
        return { phase: 'fetched', cached: next.cached };
      }
      refuseWhileBackedOff(next.backOffMs);
      // If the store does not answer, its previous answer still fences the fill.
      if (next.generation === null) return { phase: 'mine', view, token };
      view = next;
    }
  }

  async #release(slot: Slot, token: string | null): Promise<void> {
    if (token !== null) await this.#context.store.send(null, 'release', (to) => to.release(slot, token));
  }

  /** Never rejects: a list that is not kept is fetched again. */
  async #offer(fetched: FetchedList): Promise<void> {
    try {
      await this.#keep(fetched);
    } catch (error) {
      publish({ command: 'keep', outcome: 'error', durationMs: 0, fault: error instanceof Error ? error.name : null });
    }
  }

  async #keep(fetched: FetchedList): Promise<void> {
    const { view } = fetched;
    const { scope, organization: assumed } = view.slot;
    const organization = await this.#organization(fetched);
    if (organization === null) return;
    const slot = { scope, organization };
    if (view.generation === null) this.#keepUnfenced(fetched, slot);
    else if (view.writing) publish({ command: 'fill', outcome: 'skipped', durationMs: 0, fault: 'WriteUnderWay' });
    else if (assumed === organization) await this.#fill(view, fetched);
    else if (assumed === ANY_ORGANIZATION) await this.#fillLearned(slot, fetched);
    // Else the scope has moved to another organization: the next read looks there.
    // Last, so that till now readers of the scope joined the fetch that brought this list.
    await this.#upstream.learnOrganization(scope, organization);
  }

  /** Whose list it is. Null: it may not be kept. */
  async #organization({ call, integrations, view }: FetchedList): Promise<string | null> {
    const { scope, organization: assumed } = view.slot;
    const listed = organizationOf(integrations);
    if (listed !== null) return listed ?? null;
    return assumed === ANY_ORGANIZATION ? this.#upstream.askOrganization(call, scope) : assumed;
  }

  /**
   * When the fetch began, only the generation of {@link ANY_ORGANIZATION} was known. If it is unchanged after the
   * organization's own slot was read, no write of any organization began in between. So the slot's generation was
   * already valid before the fetch.
   */
  async #fillLearned(slot: Slot, fetched: FetchedList): Promise<void> {
    const { call, view } = fetched;
    const own = await this.#storeReader.viewSlot(call, slot, 'metadata');
    const any = await this.#storeReader.viewSlot(call, view.slot, 'metadata');
    if (any.generation === view.generation) await this.#fill(own, fetched);
  }

  async #fill({ slot, generation, organizationState, epoch }: StoreView, fetched: FetchedList): Promise<void> {
    const { clock, lists, store } = this.#context;
    // News that the store has not heard of: a write of this process that could not be fenced.
    if (generation === null || organizationState.epoch !== epoch) return;
    const { integrations: list, validator } = fetched;
    const shared = lists.share(list);
    const sentAtMs = clock.now();
    const stamp = await store.send(null, 'fill', async (to) => {
      const name = await to.keepList(slot.organization, shared.list() ?? list, this.#lifeMs);
      return to.fill(slot, generation, name, this.#lifeMs);
    });
    if (stamp) this.#remember(slot, shared, sentAtMs, { validator, generation, stamp, organizationState, epoch });
  }

  /** The store is out of reach: the process keeps the list by itself, as long as it may, from before upstream was asked. */
  #keepUnfenced({ integrations, validator, askedAtMs, writes }: FetchedList, slot: Slot): void {
    const { lists, local } = this.#context;
    if (local.writes !== writes) return;
    const organizationState = local.organizationState(slot.organization);
    const unfenced = { validator, generation: null, stamp: null, organizationState, epoch: organizationState.epoch };
    this.#remember(slot, lists.share(integrations), askedAtMs, unfenced);
  }

  #remember(
    { scope }: Slot,
    shared: SharedList,
    atMs: number,
    known: Pick<MemoryEntry, 'validator' | 'generation' | 'stamp' | 'organizationState' | 'epoch'>,
  ): void {
    this.#context.local.put(scope, { shared, storedAtMs: atMs, confirmedAtMs: atMs, ...known });
  }
}
