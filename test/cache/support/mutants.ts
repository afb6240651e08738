import { type FetchKey, InFlight } from '../../../src/cache/protocol/in-flight.ts';
import type { Validity } from '../../../src/cache/store/memory-store.ts';
import { ANY_ORGANIZATION, type CacheStore, type Restore } from '../../../src/cache/store/store.ts';
import { changed } from './gateways.ts';
import { type Parts, SimulatedStore } from './simulation.ts';

type Rest = Parameters<InFlight['join']> extends [FetchKey, ...infer Others] ? Others : never;

/** A store that can leave out an increment. */
class CountingStore extends SimulatedStore {
  #counts = true;

  /** @param write counts before it waits for anything. */
  protected withoutCounting<T>(write: () => Promise<T>): Promise<T> {
    this.#counts = false;
    const written = write();
    this.#counts = true;
    return written;
  }

  protected override count(organization: string, floor: number): number {
    const generation = this.#counts ? undefined : this.generations.get(organization);
    return generation ?? super.count(organization, floor);
  }
}

/** The protocol with one rule taken out, for each rule that it could not do without. */
export const MUTANTS = {
  'without the first increment': {
    makeStore: (clock) =>
      new (class extends CountingStore {
        override beginWrite(...args: Parameters<CacheStore['beginWrite']>) {
          return this.withoutCounting(() => super.beginWrite(...args));
        }
      })(clock),
  },
  'without the second increment': {
    makeStore: (clock) =>
      new (class extends CountingStore {
        override endWrite(...args: Parameters<CacheStore['endWrite']>) {
          return this.withoutCounting(() => super.endWrite(...args));
        }
      })(clock),
  },
  'without the condition of a fill': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        override async fill(...[slot, , body, lifeMs]: Parameters<CacheStore['fill']>): Promise<string | null> {
          return super.fill(slot, this.generations.get(slot.organization) ?? 0, body, lifeMs);
        }

        protected override mayFill(): boolean {
          return true;
        }
      })(clock),
  },
  'without the generation in the key of a fetch': {
    makeInFlight: (clock, unfencedMs) =>
      new (class extends InFlight {
        override join(key: FetchKey, ...rest: Rest) {
          return super.join({ ...key, generation: 0 }, ...rest);
        }
      })(clock, unfencedMs),
  },
  'with a generation that begins at 0 again': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        protected override firstGeneration(): number {
          return 0;
        }
      })(clock),
  },
  'with leases that are not released': {
    bend: (store) => ({ ...store, release: async () => {} }),
  },
  'without the fence for callers of an unknown organization': {
    bend: (store) => ({
      ...store,
      beginWrite: async (slot, ...rest) =>
        slot.organization === '*' ? { phase: 'begun', generation: 1, since: 1 } : store.beginWrite(slot, ...rest),
      endWrite: async (organization, ...rest) => (organization === '*' ? 1 : store.endWrite(organization, ...rest)),
    }),
  },
  'with a write that did not run giving back what others have replaced': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        protected override validAfter(...[before, generation, restore]: ValidAfter) {
          const since = restore?.since ?? generation;
          return { since, heldSince: restore === null ? generation : Math.min(before.heldSince, since) };
        }
      })(clock),
  },
  'with a stand-in from before a write that was acknowledged': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        protected override validAfter(...[before, generation, restore]: ValidAfter) {
          return { ...super.validAfter(before, generation, restore), heldSince: before.heldSince };
        }
      })(clock),
  },
  'with what is held back served as valid': {
    bend: (store) => ({
      ...store,
      read: async (slot, hints) => ({ ...(await store.read(slot, hints)), heldBack: false }),
    }),
  },
  'with a write that was found to have run taken for one that did not': {
    bendGroup: (group) => changed(group, { resolve: () => group.resolve('DID_NOT_RUN') }),
  },
  'with a group that does not tell of what ran where another of its writes is unknown': {
    bend(store) {
      const open = new Set<string>();
      return {
        ...store,
        beginWrite(slot, token, ...rest) {
          open.add(token);
          return store.beginWrite(slot, token, ...rest);
        },
        async endWrite(organization, token, ...rest) {
          // The one end whose token has no begin, while another token has no end.
          if (!open.has(token) && open.size > 0) return 1;
          const generation = await store.endWrite(organization, token, ...rest);
          if (organization !== ANY_ORGANIZATION) open.delete(token);
          return generation;
        },
      };
    },
  },
} satisfies Record<string, Parts>;

type ValidAfter = [before: Validity, generation: number, restore: Restore | null];
