import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CacheStore, type Invalidation, NO_BODY } from '../../../src/cache/store/store.ts';
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
      const held = await store.read(slot, { floor: 0, knownStamp: stamp });
      expect(held.entry).toMatchObject({ stamp, body: null });
      expect((await store.read(slot, { floor: 0, knownStamp: NO_BODY })).entry).toMatchObject({ stamp, body: null });
      expect((await store.read(slot, { floor: 0, knownStamp: 'another' })).entry).toMatchObject({
        stamp,
        body: 'body',
      });
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
});
