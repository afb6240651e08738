import { type FetchKey, InFlight } from '../../../src/cache/protocol/in-flight.ts';
import type { Validity } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore, Restore } from '../../../src/cache/store/store.ts';
import { type Parts, SimulatedStore } from './simulation.ts';

type Rest = Parameters<InFlight['join']> extends [FetchKey, ...infer Others] ? Others : never;

/** The protocol with one rule taken out, for each rule that it could not do without. */
export const MUTANTS = {
  'without the first increment': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        protected override countBegin(organization: string, floor: number): number {
          return this.generations.get(organization) ?? super.countBegin(organization, floor);
        }
      })(clock),
  },
  'without the second increment': {
    makeStore: (clock) =>
      new (class extends SimulatedStore {
        protected override countEnd(organization: string, floor: number): number {
          return this.generations.get(organization) ?? super.countEnd(organization, floor);
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
} satisfies Record<string, Parts>;

type ValidAfter = [before: Validity, generation: number, restore: Restore | null];
