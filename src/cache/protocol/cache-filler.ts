import type { Call, Integration } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import { encodeList } from '../store/entry.ts';
import { ANY_ORGANIZATION, type CacheStore, type Slot } from '../store/store.ts';
import { type GuardedStore, publish } from './guarded-store.ts';
import type { LocalState } from './local-state.ts';
import { bytesOf, decodeLater, type MemoryLayer } from './memory-layer.ts';
import { type Organizations, organizationOf } from './organizations.ts';
import type { StoreReader, StoreView } from './store-reader.ts';

export interface KeeperParts {
  readonly clock: Clock;
  readonly store: CacheStore;
  readonly guard: GuardedStore;
  readonly knowledge: LocalState;
  readonly layer: MemoryLayer;
  readonly organizations: Organizations;
  readonly sights: StoreReader;
  /** Fresh, stale and stale-if-error together. */
  readonly lifeMs: number;
}

/** A list that upstream gave, and what was known when it was asked. */
export interface FetchedList {
  /** Pays for what the keeping asks of the store; no request waits for that. */
  readonly call: Call;
  readonly sight: StoreView;
  readonly integrations: readonly Integration[];
  readonly askedAtMs: number;
  /** This process's count of writes then. */
  readonly writes: number;
}

/**
 * Read, step 4: offers a list to the store and holds it in the process, if nothing was written since upstream was asked.
 * What is held is decoded from what is stored, so that neither has more than the allow-list.
 */
export class CacheFiller {
  readonly #parts: KeeperParts;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Never rejects: a list that is not kept is asked for again. */
  async keep(caught: FetchedList): Promise<void> {
    try {
      await this.#keep(caught);
    } catch (error) {
      publish({ command: 'keep', outcome: 'error', durationMs: 0, fault: error instanceof Error ? error.name : null });
    }
  }

  async #keep(caught: FetchedList): Promise<void> {
    const { scope, organization: assumed } = caught.sight.slot;
    const organization = await this.#organization(caught);
    if (organization === null) return;
    const slot = { scope, organization };
    if (caught.sight.generation === null) this.#holdUnfenced(caught, slot);
    else if (caught.sight.writing)
      publish({ command: 'fill', outcome: 'skipped', durationMs: 0, fault: 'WriteUnderWay' });
    else if (assumed === organization) await this.#fill(caught.sight, caught.integrations);
    else if (assumed === ANY_ORGANIZATION) await this.#fillLearned(slot, caught);
    // Else the scope has moved to another organization: the next read looks there.
    // Last, so that till now readers of the scope joined the flight that brought this list.
    await this.#parts.organizations.learn(scope, organization);
  }

  /** Whose list it is. Null: nobody's that may be kept. */
  async #organization(caught: FetchedList): Promise<string | null> {
    const { scope, organization: assumed } = caught.sight.slot;
    const told = organizationOf(caught.integrations);
    if (told !== null) return told ?? null;
    return assumed === ANY_ORGANIZATION ? this.#parts.organizations.ask(caught.call, scope) : assumed;
  }

  /**
   * The organization was not known when upstream was asked; {@link ANY_ORGANIZATION}'s generation was. If that has not changed
   * after the organization was looked at, no write of anybody began in between, and so none of this organization: its
   * generation as looked at is the one from before the list was read.
   */
  async #fillLearned(slot: Slot, caught: FetchedList): Promise<void> {
    const { sights } = this.#parts;
    const own = await sights.lookAt(caught.call, slot, 'surroundings');
    const everyone = await sights.lookAt(caught.call, caught.sight.slot, 'surroundings');
    if (everyone.generation !== caught.sight.generation) return;
    await this.#fill(own, caught.integrations);
  }

  async #fill({ slot, generation, standing, epoch }: StoreView, list: readonly Integration[]): Promise<void> {
    const { clock, guard, layer, lifeMs, store } = this.#parts;
    // News that the store has not heard of: a write of this process that could not be fenced.
    if (generation === null || standing.epoch !== epoch) return;
    const body = encodeList(slot.scope, list);
    const sentAtMs = clock.now();
    const stamp = await guard.ask(null, 'fill', () => store.fill(slot, generation, body, lifeMs));
    if (!stamp) return;
    const kept = { list: decodeLater(slot.scope, body), bytes: bytesOf(list.length, body) };
    layer.hold(slot.scope, {
      ...kept,
      generation,
      stamp,
      storedAtMs: sentAtMs,
      confirmedAtMs: sentAtMs,
      standing,
      epoch,
    });
  }

  /** The store is out of reach: the process holds the list by itself, as long as it may, from before upstream was asked. */
  #holdUnfenced(caught: FetchedList, slot: Slot): void {
    const { knowledge, layer } = this.#parts;
    if (knowledge.writes !== caught.writes) return;
    const body = encodeList(slot.scope, caught.integrations);
    const kept = { list: decodeLater(slot.scope, body), bytes: bytesOf(caught.integrations.length, body) };
    const standing = knowledge.standing(slot.organization);
    const times = { storedAtMs: caught.askedAtMs, confirmedAtMs: caught.askedAtMs };
    layer.hold(slot.scope, { ...kept, generation: null, stamp: null, ...times, standing, epoch: standing.epoch });
  }
}
