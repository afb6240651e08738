import type { CallerScope } from '../../model/caller.ts';
import type { Call } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import { decodeList } from '../store/entry.ts';
import { ANY_ORGANIZATION, type CacheStore, NO_BODY, type Slot, type Snapshot } from '../store/store.ts';
import type { WriteFence } from './fence.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { LocalState, OrganizationState } from './local-state.ts';
import { bytesOf, type Found, type Held, type MemoryLayer } from './memory-layer.ts';
import type { Organizations } from './organizations.ts';

/** What Read, step 2 saw. */
export interface StoreView {
  readonly slot: Slot;
  /** Null: the store did not tell, or is not to be asked by this process before it heard of a write. */
  readonly generation: number | null;
  readonly writing: boolean;
  readonly backOffMs: number;
  /** Of the generation that was current at that moment. */
  readonly found: Found | null;
  /** Of the slot's organization, and its epoch at this moment: news since then forbid to hold what was read. */
  readonly standing: OrganizationState;
  readonly epoch: number;
}

/** The entry and what surrounds it (generation, mark, back-off), or only the latter. */
export type Looked = 'entry' | 'surroundings';

export interface SightsParts {
  readonly clock: Clock;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly layer: MemoryLayer;
  readonly organizations: Organizations;
  readonly fence: WriteFence;
}

/** Looks into the store on behalf of readers (Read, step 2). */
export class StoreReader {
  readonly #parts: SightsParts;

  constructor(parts: SightsParts) {
    this.#parts = parts;
  }

  /** One look at a scope's slot, as far as its organization is known. Never rejects. */
  async look(call: Call, scope: CallerScope, what: Looked): Promise<StoreView> {
    const organization = (await this.#parts.organizations.recall(call, scope)) ?? ANY_ORGANIZATION;
    return this.lookAt(call, { organization, scope }, what);
  }

  /** One look at a slot. Never rejects. */
  async lookAt(call: Call, slot: Slot, what: Looked): Promise<StoreView> {
    if (!(await this.#parts.fence.ready(slot))) return this.#blind(slot);
    const { clock, guard, knowledge, layer, store } = this.#parts;
    const standing = knowledge.standing(slot.organization);
    const { epoch, highest } = standing;
    const held = layer.peek(slot.scope);
    const holds = what === 'entry' ? (held?.stamp ?? null) : NO_BODY;
    const sentAtMs = clock.now();
    const snapshot = await guard.ask(call, 'read', () => store.read(slot, { floor: highest, holds }));
    if (snapshot === undefined) return this.#blind(slot);
    const quiet = standing.epoch === epoch;
    knowledge.note(slot.organization, snapshot.generation);
    const sight = { slot, ...snapshot, standing, epoch: standing.epoch };
    const found = what === 'entry' ? this.#open(slot, snapshot, held, sentAtMs) : null;
    if (found !== null && quiet) {
      const { integrations, ...rest } = found;
      const list = () => integrations;
      layer.hold(slot.scope, { ...rest, list, confirmedAtMs: sentAtMs, standing, epoch: sight.epoch });
    }
    return { ...sight, found };
  }

  #open(slot: Slot, snapshot: Snapshot, held: Held | null, sentAtMs: number): OpenedEntry | null {
    const { entry, generation, writing } = snapshot;
    if (entry === null || writing) return null;
    const { body, stamp } = entry;
    const integrations = body === null ? held?.list() : decodeList(slot.scope, body);
    if (!integrations) return null;
    const bytes = body === null ? (held?.bytes ?? 0) : bytesOf(integrations.length, body);
    return { integrations, bytes, stamp, generation, storedAtMs: sentAtMs - entry.ageMs };
  }

  #blind(slot: Slot): StoreView {
    const standing = this.#parts.knowledge.standing(slot.organization);
    return { slot, generation: null, writing: false, backOffMs: 0, found: null, standing, epoch: standing.epoch };
  }
}

type OpenedEntry = Found & Pick<Held, 'stamp' | 'bytes'>;
