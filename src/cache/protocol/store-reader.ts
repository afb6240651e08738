import type { CallerScope } from '../../model/caller.ts';
import type { Call } from '../../model/integration.ts';
import { decodeList } from '../store/entry.ts';
import { ANY_ORGANIZATION, NO_BODY, type Slot, type Snapshot } from '../store/store.ts';
import type { CacheContext } from './context.ts';
import { bytesOf, type CachedList, type MemoryEntry, type OrganizationState } from './local-state.ts';
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
  readonly standIn: CachedList | null;
  /** Of the slot's organization, and its epoch at this moment: after later news what was read is not served. */
  readonly organizationState: OrganizationState;
  readonly epoch: number;
}

/** The entry and what surrounds it (generation, mark, back-off), or only the latter. */
export type ViewOf = 'entry' | 'surroundings';

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
  async view(call: Call, scope: CallerScope, what: ViewOf): Promise<StoreView> {
    const organization = (await this.#upstream.knownOrganization(call, scope)) ?? ANY_ORGANIZATION;
    return this.viewSlot(call, { organization, scope }, what);
  }

  /** Views a slot. Never rejects. */
  async viewSlot(call: Call, slot: Slot, what: ViewOf): Promise<StoreView> {
    if (!(await this.#fence.mayRead(slot))) return this.#noView(slot);
    const { clock, local, store } = this.#context;
    const organizationState = local.organizationState(slot.organization);
    const { epoch, highest } = organizationState;
    const known = local.entry(slot.scope);
    const holds = what === 'entry' ? (known?.stamp ?? null) : NO_BODY;
    const sentAtMs = clock.now();
    const snapshot = await store.send(call, 'read', (to) => to.read(slot, { floor: highest, holds }));
    if (snapshot === undefined) return this.#noView(slot);
    const quiet = organizationState.epoch === epoch;
    local.note(slot.organization, snapshot.generation);
    const news = { organizationState, epoch: organizationState.epoch };
    const opened = what === 'entry' ? open(slot.scope, snapshot, known, sentAtMs) : null;
    if (snapshot.heldBack) return { slot, ...snapshot, ...news, cached: null, standIn: opened };
    if (opened !== null && quiet) {
      const { integrations, ...entry } = opened;
      local.put(slot.scope, { ...entry, list: () => integrations, confirmedAtMs: sentAtMs, ...news });
    }
    return { slot, ...snapshot, ...news, cached: opened, standIn: null };
  }

  #noView(slot: Slot): StoreView {
    const organizationState = this.#context.local.organizationState(slot.organization);
    const nothing = { generation: null, writing: false, backOffMs: 0, cached: null, standIn: null };
    return { slot, ...nothing, organizationState, epoch: organizationState.epoch };
  }
}

type OpenedEntry = CachedList & Pick<MemoryEntry, 'stamp' | 'bytes'>;

function open(
  scope: CallerScope,
  { entry, generation }: Snapshot,
  known: MemoryEntry | null,
  sentAtMs: number,
): OpenedEntry | null {
  if (entry === null) return null;
  const { body, stamp } = entry;
  const integrations = body === null ? known?.list() : decodeList(scope, body);
  if (!integrations) return null;
  const bytes = body === null ? (known?.bytes ?? 0) : bytesOf(integrations.length, body);
  return { integrations, bytes, stamp, generation, storedAtMs: sentAtMs - entry.ageMs };
}
