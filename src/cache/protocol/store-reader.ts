import type { CallerScope } from '../../model/caller.ts';
import type { Call, Integration } from '../../model/integration.ts';
import type { SharedList } from '../store/list-memory.ts';
import {
  ANY_ORGANIZATION,
  type CacheStore,
  NO_BODY,
  type ReadHints,
  type Slot,
  type Snapshot,
} from '../store/store.ts';
import type { CacheContext } from './context.ts';
import type { CachedList, MemoryEntry, OrganizationState } from './local-state.ts';
import type { UpstreamCalls } from './upstream-calls.ts';
import type { WriteFence } from './write-fence.ts';

/** What Read, step 2 saw. */
export interface StoreView {
  readonly slot: Slot;
  /** Null: the store did not tell, or this process may not read it before it heard of a write. */
  readonly generation: number | null;
  readonly writing: boolean;
  readonly backOffMs: number;
  /** Valid at that moment. */
  readonly cached: CachedList | null;
  /** Held back by writes that were not acknowledged: answered only where upstream fails. */
  readonly fallback: CachedList | null;
  /** Of the slot's organization, and its epoch at this moment: after later news what was read is not served. */
  readonly organizationState: OrganizationState;
  readonly epoch: number;
}

/** The entry and what surrounds it (generation, mark, back-off), or only the latter. */
export type ViewKind = 'entry' | 'metadata';

/** Reads the store on behalf of readers (Read, step 2). */
export class StoreReader {
  readonly #context: CacheContext;
  readonly #upstream: UpstreamCalls;
  readonly #fence: WriteFence;

  constructor(context: CacheContext, upstream: UpstreamCalls, fence: WriteFence) {
    this.#context = context;
    this.#upstream = upstream;
    this.#fence = fence;
  }

  /** Views a scope's slot, as far as its organization is known. Never rejects. */
  async view(call: Call, scope: CallerScope, what: ViewKind): Promise<StoreView> {
    const organization = (await this.#upstream.knownOrganization(call, scope)) ?? ANY_ORGANIZATION;
    return this.viewSlot(call, { organization, scope }, what);
  }

  /** Views a slot. Never rejects. */
  async viewSlot(call: Call, slot: Slot, what: ViewKind): Promise<StoreView> {
    if (!(await this.#fence.mayRead(slot))) return this.#noView(slot);
    const { clock, lists, local, store } = this.#context;
    const organizationState = local.organizationState(slot.organization);
    const { epoch, highest } = organizationState;
    const known = local.entry(slot.scope);
    const knownStamp = what === 'entry' ? (known?.stamp ?? null) : NO_BODY;
    const sentAtMs = clock.now();
    const answer = await store.send(call, 'read', (to) => readList(to, slot, { floor: highest, knownStamp }));
    if (answer === undefined) return this.#noView(slot);
    const { snapshot, list } = answer;
    const isUnchanged = organizationState.epoch === epoch;
    local.noteGeneration(slot.organization, snapshot.generation);
    const news = { organizationState, epoch: organizationState.epoch };
    const shared = list ? lists.share(list) : known?.shared;
    const cached = what === 'entry' && shared ? toCachedEntry(snapshot, shared, sentAtMs) : null;
    if (snapshot.heldBack) return { slot, ...snapshot, ...news, cached: null, fallback: cached };
    if (cached !== null && isUnchanged) {
      const { integrations: _, ...entry } = cached;
      // Of the same list, which no other process put in its place.
      const validator = entry.shared === known?.shared ? known.validator : undefined;
      local.put(slot.scope, { ...entry, validator, confirmedAtMs: sentAtMs, ...news });
    }
    return { slot, ...snapshot, ...news, cached, fallback: null };
  }

  #noView(slot: Slot): StoreView {
    const organizationState = this.#context.local.organizationState(slot.organization);
    const nothing = { generation: null, writing: false, backOffMs: 0, cached: null, fallback: null };
    return { slot, ...nothing, organizationState, epoch: organizationState.epoch };
  }
}

/** A moment of a slot, and the list that its entry points to: null where the reader holds it, or it is not kept any more. */
async function readList(
  store: CacheStore,
  slot: Slot,
  hints: ReadHints,
): Promise<{ readonly snapshot: Snapshot; readonly list: readonly Integration[] | null }> {
  const snapshot = await store.read(slot, hints);
  const name = snapshot.entry?.body ?? null;
  if (name === null) return { snapshot, list: null };
  const list = await store.list(slot.organization, name);
  return { snapshot: list ? snapshot : { ...snapshot, entry: null }, list };
}

type CachedEntry = CachedList & Pick<MemoryEntry, 'stamp' | 'shared'>;

function toCachedEntry({ entry, generation }: Snapshot, shared: SharedList, sentAtMs: number): CachedEntry | null {
  const integrations = shared.list();
  if (entry === null || !integrations) return null;
  return { integrations, shared, stamp: entry.stamp, generation, storedAtMs: sentAtMs - entry.ageMs };
}
