import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RedisStore } from '../../../src/cache/redis/redis-store.ts';
import { systemClock } from '../../../src/cache/store/clock.ts';
import { type LedgerStore, MemoryLedgerStore } from '../../../src/cache/store/ledger-store.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import { type CacheStore, type Invalidation, NO_BODY, type Slot } from '../../../src/cache/store/store.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { EVERY } from '../../../src/model/coordination.ts';
import { eventually, type RedisServer, startRedis, startRedisCluster } from '../../helpers/redis.ts';
import { SECRET } from '../support/fake-upstream.ts';

interface Backing {
  /** Two processes' views of the same state. */
  readonly stores: readonly [CacheStore, CacheStore];
  readonly ledgers: readonly [LedgerStore, LedgerStore];
  /** Everything is forgotten, as by FLUSHALL or eviction. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

const FORMS: readonly [string, () => Promise<Backing>][] = [
  ['in memory', overMemory],
  ['over Redis', overRedis],
  ['over a Redis Cluster', overCluster],
];

const LONG_MS = 60_000;
const SOON_MS = 40;
const NOTHING = { floor: 0, holds: null };

describe.each(FORMS)('a store %s', (_, open) => {
  let backing: Backing;
  let store: CacheStore;
  let other: CacheStore;

  beforeAll(async () => {
    backing = await open();
    [store, other] = backing.stores;
  });
  afterAll(() => backing?.stop());

  test('is usable and says so', () => {
    expect(store.state()).toBe('ok');
    expect(other.state()).toBe('ok');
  });

  describe('the generation', () => {
    test('begins once and stays until something is written', async () => {
      const slot = newSlot();
      const first = await store.read(slot, NOTHING);
      expect(first).toEqual({
        generation: expect.any(Number),
        writing: false,
        backOffMs: 0,
        entry: null,
        heldBack: false,
      });
      expect(await other.read(slot, NOTHING)).toEqual(first);
      expect((await other.read(sibling(slot), NOTHING)).generation).toBe(first.generation);
    });

    test('is counted up by the begin of a write, and by its end', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      expect(await store.beginWrite(slot, 'w', LONG_MS, 0)).toEqual({
        phase: 'begun',
        generation: generation + 1,
        since: generation,
      });
      expect(await other.read(slot, NOTHING)).toMatchObject({ generation: generation + 1, writing: true });
      expect(await store.endWrite(slot.organization, 'w', 0)).toBe(generation + 2);
      expect(await other.read(slot, NOTHING)).toMatchObject({ generation: generation + 2, writing: false });
    });

    test('of one organization is not touched by writes of another', async () => {
      const [slot, stranger] = [newSlot(), newSlot()];
      const before = await store.read(slot, NOTHING);
      await store.beginWrite(stranger, 'w', LONG_MS, 0);
      expect(await store.read(slot, NOTHING)).toEqual(before);
    });

    test('is never less than what a reader or a writer has heard of', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      expect((await store.read(slot, { ...NOTHING, floor: generation + 10 })).generation).toBe(generation + 10);
      expect((await other.read(slot, NOTHING)).generation).toBe(generation + 10);
      expect(await store.beginWrite(slot, 'w', LONG_MS, generation + 20)).toMatchObject({
        generation: generation + 21,
      });
      expect(await store.endWrite(slot.organization, 'w', generation + 30)).toBe(generation + 31);
    });

    test('that was lost begins higher than it ever was', async () => {
      const slot = newSlot();
      await store.beginWrite(slot, 'w', LONG_MS, 0);
      const generation = await store.endWrite(slot.organization, 'w', 0);
      await backing.forget();
      expect((await store.read(slot, NOTHING)).generation).toBeGreaterThan(generation);
      await backing.forget();
      expect((await store.read(slot, { ...NOTHING, floor: 8e15 })).generation).toBeGreaterThan(8e15);
    });

    test('is told to every process at the end of a write', async () => {
      const slot = newSlot();
      const heard: Invalidation[] = [];
      const stopHearing = other.subscribe((event) => {
        // Another test's message may come late.
        if (event.kind === 'generation' && event.organization === slot.organization) heard.push(event);
      });
      const generation = await store.endWrite(slot.organization, 'w', 0);
      const event = { kind: 'generation', organization: slot.organization, generation };
      await eventually('the other process hears of it', () => heard.length > 0);
      expect(heard).toEqual([event]);
      stopHearing();
      const all: Invalidation[] = [];
      const stopHearingAll = other.subscribe((one) => all.push(one));
      const next = await store.endWrite(slot.organization, 'w', 0);
      const heardNext = () => all.some((one) => one.kind === 'generation' && one.generation === next);
      await eventually('a listener that is left hears the next', heardNext);
      expect(heard).toEqual([event]);
      stopHearingAll();
    });
  });

  describe('an entry', () => {
    test('is given back whole, with its age, to every process', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      const body = `["ü", "🙂", "${'x'.repeat(100_000)}"]`;
      const stamp = await store.fill(slot, generation, body, LONG_MS);
      const { entry } = await other.read(slot, NOTHING);
      expect(entry).toEqual({ stamp, body, ageMs: expect.any(Number) });
      expect(entry?.ageMs).toBeGreaterThanOrEqual(0);
      await eventually('it ages', async () => ((await other.read(slot, NOTHING)).entry?.ageMs ?? 0) > 10);
    });

    test('is left out where the reader holds it or does not want it', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      const stamp = await store.fill(slot, generation, 'body', LONG_MS);
      const held = await store.read(slot, { floor: 0, holds: stamp });
      expect(held.entry).toMatchObject({ stamp, body: null });
      expect((await store.read(slot, { floor: 0, holds: NO_BODY })).entry).toMatchObject({ stamp, body: null });
      expect((await store.read(slot, { floor: 0, holds: 'another' })).entry).toMatchObject({ stamp, body: 'body' });
    });

    test('has another stamp after every fill', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      const stamps = new Set<string | null>();
      for (let left = 5; left > 0; left -= 1) stamps.add(await store.fill(slot, generation, 'same', LONG_MS));
      expect(stamps.size).toBe(5);
    });

    test('is its own scope’s', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.fill(slot, generation, 'mine', LONG_MS);
      expect((await store.read(sibling(slot), NOTHING)).entry).toBeNull();
      expect((await store.read({ ...newSlot(), scope: slot.scope }, NOTHING)).entry).toBeNull();
    });

    test('is held back from the begin of a write, and gone after its end', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.fill(slot, generation, 'old', LONG_MS);
      await store.beginWrite(slot, 'w', LONG_MS, 0);
      expect(await other.read(slot, NOTHING)).toMatchObject({ entry: { body: 'old' }, heldBack: true });
      await store.endWrite(slot.organization, 'w', 0);
      expect((await other.read(slot, NOTHING)).entry).toBeNull();
    });

    test('is valid again after a write that certainly did not run, and fresh ones are after that', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.fill(slot, generation, 'old', LONG_MS);
      for (const token of ['one', 'two']) {
        const begun = await store.beginWrite(slot, token, LONG_MS, 0);
        if (begun.phase !== 'begun') throw new Error('The scope is not backed off');
        await store.endWrite(slot.organization, token, 0, { begun: begun.generation, since: begun.since });
        expect(await other.read(slot, NOTHING)).toMatchObject({ entry: { body: 'old' }, heldBack: false });
      }
      const later = await other.read(slot, NOTHING);
      expect(later.generation).toBe(generation + 4);
      expect(await other.fill(slot, later.generation, 'new', LONG_MS)).not.toBeNull();
      expect((await store.read(slot, NOTHING)).entry).toMatchObject({ body: 'new' });
    });

    test.each(['a begin', 'an end'] as const)(
      'is not given back where %s of another write came in between',
      async (what) => {
        const slot = newSlot();
        const { generation } = await store.read(slot, NOTHING);
        await store.fill(slot, generation, 'old', LONG_MS);
        const begun = await store.beginWrite(slot, 'mine', LONG_MS, 0);
        if (begun.phase !== 'begun') throw new Error('The scope is not backed off');
        if (what === 'a begin') await other.beginWrite(sibling(slot), 'theirs', SOON_MS, 0);
        else await other.endWrite(slot.organization, 'theirs', 0);
        await store.endWrite(slot.organization, 'mine', 0, { begun: begun.generation, since: begun.since });
        await eventually('their mark is gone', async () => !(await store.read(slot, NOTHING)).writing);
        const after = await store.read(slot, NOTHING);
        // Their write was not acknowledged, or it was.
        expect([after.entry?.body ?? null, after.heldBack]).toEqual(what === 'a begin' ? ['old', true] : [null, false]);
      },
    );

    test('is refused when something was written since, and while a write is under way', async () => {
      const slot = newSlot();
      const before = await store.read(slot, NOTHING);
      await store.beginWrite(slot, 'w', LONG_MS, 0);
      expect(await other.fill(slot, before.generation, 'from before', LONG_MS)).toBeNull();
      const during = await store.read(slot, NOTHING);
      expect(await other.fill(slot, during.generation, 'from the midst', LONG_MS)).toBeNull();
      await store.endWrite(slot.organization, 'w', 0);
      expect(await other.fill(slot, during.generation, 'from the midst, late', LONG_MS)).toBeNull();
      expect((await store.read(slot, NOTHING)).entry).toBeNull();
      expect(await other.fill(slot, (await store.read(slot, NOTHING)).generation, 'new', LONG_MS)).not.toBeNull();
    });

    test('is refused where the generation was lost meanwhile', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await backing.forget();
      expect(await store.fill(slot, generation, 'old', LONG_MS)).toBeNull();
    });

    test('expires', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.fill(slot, generation, 'short', SOON_MS);
      await eventually('it is gone', async () => (await store.read(slot, NOTHING)).entry === null);
    });

    test('is forgotten with its scope’s organization', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.learn(slot.scope, slot.organization);
      await store.fill(slot, generation, 'body', LONG_MS);
      await other.drop(slot);
      expect((await store.read(slot, NOTHING)).entry).toBeNull();
      expect(await store.organization(slot.scope)).toBeNull();
    });
  });

  test('a scope’s organization is known to every process once it was learned', async () => {
    const slot = newSlot();
    expect(await store.organization(slot.scope)).toBeNull();
    await store.learn(slot.scope, slot.organization);
    expect(await other.organization(slot.scope)).toBe(slot.organization);
  });

  describe('the mark of a write', () => {
    test('stays while any write is under way', async () => {
      const slot = newSlot();
      await store.beginWrite(slot, 'one', LONG_MS, 0);
      await other.beginWrite(sibling(slot), 'two', LONG_MS, 0);
      await store.endWrite(slot.organization, 'one', 0);
      expect((await store.read(slot, NOTHING)).writing).toBe(true);
      await other.endWrite(slot.organization, 'two', 0);
      expect((await store.read(slot, NOTHING)).writing).toBe(false);
    });

    test('expires, and what was stored before does no more than stand in', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.fill(slot, generation, 'old', LONG_MS);
      await store.beginWrite(slot, 'crashed', SOON_MS, 0);
      await eventually('the mark is gone', async () => !(await other.read(slot, NOTHING)).writing);
      expect(await other.read(slot, NOTHING)).toMatchObject({ entry: { body: 'old' }, heldBack: true });
    });
  });

  describe('a lease', () => {
    test('is one’s until its holder gives it back', async () => {
      const slot = newSlot();
      expect(await store.lease(slot, 5, 'mine', LONG_MS)).toBe(true);
      expect(await other.lease(slot, 5, 'yours', LONG_MS)).toBe(false);
      expect(await other.lease(sibling(slot), 5, 'yours', LONG_MS)).toBe(true);
      await other.release(slot, 'yours');
      expect(await other.lease(slot, 5, 'yours', LONG_MS)).toBe(false);
      await store.release(slot, 'mine');
      expect(await other.lease(slot, 5, 'yours', LONG_MS)).toBe(true);
    });

    test('of an older generation does not hinder, one of a newer generation does', async () => {
      const slot = newSlot();
      await store.lease(slot, 5, 'old', LONG_MS);
      expect(await other.lease(slot, 6, 'new', LONG_MS)).toBe(true);
      expect(await store.lease(slot, 5, 'old again', LONG_MS)).toBe(false);
      await store.release(slot, 'old');
      expect(await store.lease(slot, 6, 'third', LONG_MS)).toBe(false);
    });

    test('expires', async () => {
      const slot = newSlot();
      await store.lease(slot, 5, 'crashed', SOON_MS);
      await eventually('another process has it', () => other.lease(slot, 5, 'yours', LONG_MS));
    });
  });

  describe('a back-off', () => {
    test('shows to readers and stops writes of the scope, and of it alone', async () => {
      const slot = newSlot();
      const { generation } = await store.read(slot, NOTHING);
      await store.backOff(slot, LONG_MS);
      const backedOff = await other.read(slot, NOTHING);
      expect(backedOff.backOffMs).toBeGreaterThan(LONG_MS / 2);
      expect(backedOff.backOffMs).toBeLessThanOrEqual(LONG_MS);
      expect(await other.beginWrite(slot, 'w', LONG_MS, 0)).toEqual({ phase: 'backed-off', forMs: expect.any(Number) });
      expect(await other.read(slot, NOTHING)).toMatchObject({ generation, writing: false });
      expect((await other.read(sibling(slot), NOTHING)).backOffMs).toBe(0);
      expect(await other.beginWrite(sibling(slot), 'w', LONG_MS, 0)).toMatchObject({ phase: 'begun' });
    });

    test('ends', async () => {
      const slot = newSlot();
      await store.backOff(slot, SOON_MS);
      await eventually('it is over', async () => (await other.read(slot, NOTHING)).backOffMs === 0);
    });
  });

  describe('leases of mutations', () => {
    const own = () => `owner-${randomUUID()}`;

    test('keep others away from the same names of the same book and owner, and from no other', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      expect(await one.hold(owner, 'book', ['a', 'b c'], 'mine', LONG_MS)).toBe(true);
      for (const names of [['a'], ['b c'], ['x', 'a'], [EVERY]]) {
        expect([names, await two.hold(owner, 'book', names, 'yours', LONG_MS)]).toEqual([names, false]);
      }
      // Nothing was taken of what was refused.
      expect(await two.hold(owner, 'book', ['x', 'b', 'c'], 'third', LONG_MS)).toBe(true);
      expect(await two.hold(owner, 'another', ['a'], 'yours', LONG_MS)).toBe(true);
      expect(await two.hold(own(), 'book', ['a'], 'yours', LONG_MS)).toBe(true);
    });

    test('of every name keep everyone away', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      expect(await one.hold(owner, 'book', [EVERY], 'mine', LONG_MS)).toBe(true);
      expect(await two.hold(owner, 'book', ['a'], 'yours', LONG_MS)).toBe(false);
      await two.letGo(owner, 'book', 'yours');
      expect(await two.hold(owner, 'book', ['a'], 'yours', LONG_MS)).toBe(false);
      await one.letGo(owner, 'book', 'mine');
      expect(await two.hold(owner, 'book', ['a'], 'yours', LONG_MS)).toBe(true);
    });

    test('are prolonged by their holder, and expire without', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      await one.hold(owner, 'book', ['a'], 'mine', SOON_MS);
      expect(await one.hold(owner, 'book', ['a'], 'mine', LONG_MS)).toBe(true);
      await one.hold(owner, 'other', ['a'], 'mine', SOON_MS);
      await eventually('the other one expires', () => two.hold(owner, 'other', ['a'], 'yours', LONG_MS));
      expect(await two.hold(owner, 'book', ['a'], 'yours', LONG_MS)).toBe(false);
    });
  });

  describe('an outcome', () => {
    test('is what was kept last, of this owner and key', async () => {
      const [one, two] = backing.ledgers;
      await one.keep('o1', 'k', 'begun', LONG_MS);
      await one.keep('o1', 'k', 'begun again', LONG_MS);
      expect(await two.outcome('o1', 'k')).toBe('begun again');
      expect([await two.outcome('o2', 'k'), await two.outcome('o1', 'k2')]).toEqual([null, null]);
    });

    test('takes the place of what its own run had begun', async () => {
      const [one, two] = backing.ledgers;
      await one.keep('o3', 'k', 'begun', LONG_MS);
      expect(await one.settle('o3', 'k', 'begun', 'done', LONG_MS)).toBe(true);
      expect(await two.outcome('o3', 'k')).toBe('done');
      expect(await one.settle('o3', 'k', 'done', null, LONG_MS)).toBe(true);
      expect(await two.outcome('o3', 'k')).toBeNull();
    });

    test('takes no other’s place; where nothing is left it is kept, and told to have been lost', async () => {
      const [one, two] = backing.ledgers;
      await two.keep('o4', 'k', 'another run', LONG_MS);
      for (const next of ['done', null]) expect(await one.settle('o4', 'k', 'begun', next, LONG_MS)).toBe(false);
      expect(await two.outcome('o4', 'k')).toBe('another run');
      for (const [next, left] of [
        [null, null],
        ['done', 'done'],
      ] as const) {
        expect(await one.settle('o5', 'k', 'begun', next, LONG_MS)).toBe(false);
        expect(await two.outcome('o5', 'k')).toBe(left);
      }
    });

    test('expires', async () => {
      const [one, two] = backing.ledgers;
      await one.keep('o6', 'k', 'begun', LONG_MS);
      await one.settle('o6', 'k', 'begun', 'done', SOON_MS);
      await eventually('it is gone', async () => (await two.outcome('o6', 'k')) === null);
    });
  });
});

function newSlot(): Slot {
  return { organization: `org-${randomUUID()}`, scope: newScope() };
}

/** Another caller of the same organization. */
function sibling(slot: Slot): Slot {
  return { ...slot, scope: newScope() };
}

function newScope(): CallerScope {
  return randomUUID() as unknown as CallerScope;
}

async function overMemory(): Promise<Backing> {
  const store = new (class extends MemoryStore {
    forget() {
      for (const map of [this.generations, this.entries, this.leases, this.backOffs, this.organizations]) map.clear();
      this.writing.clear();
    }
  })(systemClock, 10e6);
  const ledger = new MemoryLedgerStore(systemClock);
  return {
    stores: [store, store],
    ledgers: [ledger, ledger],
    forget: async () => store.forget(),
    stop: () => store.stop(),
  };
}

async function overRedis(): Promise<Backing> {
  const server = await startRedis();
  return connected(server.url, [server], () => server.stop());
}

async function overCluster(): Promise<Backing> {
  const cluster = await startRedisCluster();
  return connected(cluster.url, cluster.nodes, () => cluster.stop());
}

async function connected(url: string, nodes: readonly RedisServer[], stop: () => Promise<void>): Promise<Backing> {
  // What a silent server does is another test's: here a busy machine must not be taken for one.
  const settings = { secret: SECRET, url, silenceMs: 60_000 };
  const stores = [new RedisStore(settings), new RedisStore(settings)] as const;
  await Promise.all(stores.map((store) => store.start()));
  return {
    stores,
    ledgers: [stores[0].ledger, stores[1].ledger],
    async forget() {
      await Promise.all(nodes.map((node) => node.command('flushall')));
    },
    async stop() {
      await Promise.all(stores.map((store) => store.stop()));
      await stop();
    },
  };
}
