import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CacheStore } from '../../../src/cache/store/store.ts';
import { ALL_NAMES } from '../../../src/model/coordination.ts';
import { eventually } from '../../helpers/redis.ts';
import { type Backing, FORMS, LONG_MS, NOTHING, newSlot, SOON_MS, sibling } from '../support/stores.ts';

describe.each(FORMS)('a store %s', (_, open) => {
  let backing: Backing;
  let store: CacheStore;
  let other: CacheStore;

  beforeAll(async () => {
    backing = await open();
    [store, other] = backing.stores;
  });
  afterAll(() => backing?.stop());

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

    test('keep others away from the same names of the same namespace and owner, and from no other', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      expect(await one.acquire(owner, 'namespace', ['a', 'b c'], 'mine', LONG_MS)).toBe(true);
      for (const names of [['a'], ['b c'], ['x', 'a'], [ALL_NAMES]]) {
        expect([names, await two.acquire(owner, 'namespace', names, 'yours', LONG_MS)]).toEqual([names, false]);
      }
      // Nothing was taken of what was refused.
      expect(await two.acquire(owner, 'namespace', ['x', 'b', 'c'], 'third', LONG_MS)).toBe(true);
      expect(await two.acquire(owner, 'another', ['a'], 'yours', LONG_MS)).toBe(true);
      expect(await two.acquire(own(), 'namespace', ['a'], 'yours', LONG_MS)).toBe(true);
    });

    test('of every name keep everyone away', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      expect(await one.acquire(owner, 'namespace', [ALL_NAMES], 'mine', LONG_MS)).toBe(true);
      expect(await two.acquire(owner, 'namespace', ['a'], 'yours', LONG_MS)).toBe(false);
      await two.release(owner, 'namespace', 'yours');
      expect(await two.acquire(owner, 'namespace', ['a'], 'yours', LONG_MS)).toBe(false);
      await one.release(owner, 'namespace', 'mine');
      expect(await two.acquire(owner, 'namespace', ['a'], 'yours', LONG_MS)).toBe(true);
    });

    test('are prolonged by their holder, and expire without', async () => {
      const [one, two] = backing.ledgers;
      const owner = own();
      await one.acquire(owner, 'namespace', ['a'], 'mine', SOON_MS);
      expect(await one.acquire(owner, 'namespace', ['a'], 'mine', LONG_MS)).toBe(true);
      await one.acquire(owner, 'other', ['a'], 'mine', SOON_MS);
      await eventually('the other one expires', () => two.acquire(owner, 'other', ['a'], 'yours', LONG_MS));
      expect(await two.acquire(owner, 'namespace', ['a'], 'yours', LONG_MS)).toBe(false);
    });
  });

  describe('an outcome', () => {
    test('is what was kept last, of this owner and key', async () => {
      const [one, two] = backing.ledgers;
      await one.set('o1', 'k', 'begun', LONG_MS);
      await one.set('o1', 'k', 'begun again', LONG_MS);
      expect(await two.get('o1', 'k')).toBe('begun again');
      expect([await two.get('o2', 'k'), await two.get('o1', 'k2')]).toEqual([null, null]);
    });

    test('takes the place of what its own run had begun', async () => {
      const [one, two] = backing.ledgers;
      await one.set('o3', 'k', 'begun', LONG_MS);
      expect(await one.compareAndSet('o3', 'k', 'begun', 'done', LONG_MS)).toBe(true);
      expect(await two.get('o3', 'k')).toBe('done');
      expect(await one.compareAndSet('o3', 'k', 'done', null, LONG_MS)).toBe(true);
      expect(await two.get('o3', 'k')).toBeNull();
    });

    test('takes no other’s place; where nothing is left it is kept, and told to have been lost', async () => {
      const [one, two] = backing.ledgers;
      await two.set('o4', 'k', 'another run', LONG_MS);
      for (const next of ['done', null]) expect(await one.compareAndSet('o4', 'k', 'begun', next, LONG_MS)).toBe(false);
      expect(await two.get('o4', 'k')).toBe('another run');
      for (const [next, left] of [
        [null, null],
        ['done', 'done'],
      ] as const) {
        expect(await one.compareAndSet('o5', 'k', 'begun', next, LONG_MS)).toBe(false);
        expect(await two.get('o5', 'k')).toBe(left);
      }
    });

    test('expires', async () => {
      const [one, two] = backing.ledgers;
      await one.set('o6', 'k', 'begun', LONG_MS);
      await one.compareAndSet('o6', 'k', 'begun', 'done', SOON_MS);
      await eventually('it is gone', async () => (await two.get('o6', 'k')) === null);
    });
  });
});
