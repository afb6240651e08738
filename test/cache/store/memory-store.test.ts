import { beforeEach, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { Invalidation, Slot } from '../../../src/cache/store/store.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { ManualClock } from '../support/clock.ts';

const NOTHING = { floor: 0, knownStamp: null };
const KEPT = 50_000;

let clock: ManualClock;
let store: MemoryStore;

beforeEach(() => {
  clock = new ManualClock();
  store = new MemoryStore(clock, 1e6);
});

function slotOf(scope: string): Slot {
  return { organization: 'org', scope: scope as unknown as CallerScope };
}

const slot = slotOf('alice');

/** Is it so until just before `ms` have passed, and no longer then? */
async function expectFor(ms: number, holds: () => Promise<boolean>): Promise<void> {
  await clock.advance(ms - 1);
  expect(await holds()).toBe(true);
  await clock.advance(1);
  expect(await holds()).toBe(false);
}

test('an entry lives to the millisecond', async () => {
  const { generation } = await store.read(slot, NOTHING);
  await store.fill(slot, generation, 'body', 1_000);
  await clock.advance(400);
  expect((await store.read(slot, NOTHING)).entry?.ageMs).toBe(400);
  await expectFor(600, async () => (await store.read(slot, NOTHING)).entry !== null);
});

test('a mark of a write lives to the millisecond', async () => {
  await store.beginWrite(slot, 'token', 1_000, 0);
  await expectFor(1_000, async () => (await store.read(slot, NOTHING)).writing);
});

test('a back-off lives to the millisecond, for readers and for writers', async () => {
  await store.backOff(slot, 1_000);
  await clock.advance(400);
  expect((await store.read(slot, NOTHING)).backOffMs).toBe(600);
  expect(await store.beginWrite(slot, 'token', 1_000, 0)).toEqual({ phase: 'backed-off', forMs: 600 });
  await expectFor(600, async () => (await store.beginWrite(slot, 'token', 1_000, 0)).phase === 'backed-off');
  expect((await store.read(slot, NOTHING)).backOffMs).toBe(0);
});

test('a lease lives to the millisecond', async () => {
  await store.lease(slot, 5, 'mine', 1_000);
  await expectFor(1_000, async () => !(await store.lease(slot, 5, 'yours', 1_000)));
});

test('a generation begins at the clock’s microseconds, or above what was heard of', async () => {
  expect((await store.read(slot, NOTHING)).generation).toBe(clock.now() * 1_000);
  expect((await store.read({ ...slot, organization: 'other' }, { floor: 8e15, knownStamp: null })).generation).toBe(
    8e15 + 1,
  );
});

test('entries take a quarter of a kilobyte each; the ones not used for longest go first', async () => {
  const small = new MemoryStore(clock, 100_000);
  const { generation } = await small.read(slot, NOTHING);
  for (let index = 0; index < 1_000; index += 1) await small.fill(slotOf(`${index}`), generation, 'x', 1_000);
  const kept: number[] = [];
  for (let index = 0; index < 1_000; index += 1) {
    if ((await small.read(slotOf(`${index}`), NOTHING)).entry !== null) kept.push(index);
  }
  expect(kept.length).toBeLessThan(400);
  expect(kept.slice(-200)).toEqual(Array.from({ length: 200 }, (_, index) => 800 + index));
});

test('a scope that has moved to another organization has no entry in the old one', async () => {
  const elsewhere = { ...slot, organization: 'elsewhere' };
  await store.fill(slot, (await store.read(slot, NOTHING)).generation, 'old', 1_000);
  await store.fill(elsewhere, (await store.read(elsewhere, NOTHING)).generation, 'new', 1_000);
  expect((await store.read(elsewhere, NOTHING)).entry?.body).toBe('new');
  expect((await store.read(slot, NOTHING)).entry).toBeNull();
});

test('of the small values 50,000 of each kind are kept at most, and of those of callers half as many at least', async () => {
  for (let index = 0; index < KEPT; index += 1) await store.learn(slotOf(`scope ${index}`).scope, 'org');
  expect(await store.organization(slotOf('scope 0').scope)).toBeNull();
  expect(await store.organization(slotOf(`scope ${KEPT / 2}`).scope)).toBe('org');
  for (let index = 0; index <= KEPT; index += 1) await store.backOff({ ...slot, organization: `org ${index}` }, 1_000);
  expect((await store.read({ ...slot, organization: 'org 0' }, NOTHING)).backOffMs).toBe(0);
  expect((await store.read({ ...slot, organization: 'org 1' }, NOTHING)).backOffMs).toBe(1_000);
});

test('the mark of a write is kept, however many writes there are', async () => {
  for (let index = 0; index <= KEPT; index += 1) {
    await store.beginWrite({ ...slot, organization: `org ${index}` }, 'token', 60_000, 0);
  }
  expect((await store.read({ ...slot, organization: 'org 0' }, NOTHING)).writing).toBe(true);
});

test('marks that have expired are not kept, also of organizations that nothing asks about', async () => {
  const marked = () => (store as unknown as { readonly writing: ReadonlyMap<string, unknown> }).writing.size;
  for (let index = 0; index < 1_000; index += 1) {
    await store.beginWrite({ ...slot, organization: `org ${index}` }, 'token', 1_000, 0);
  }
  expect(marked()).toBe(1_000);
  await clock.advance(1_000);
  await store.beginWrite(slot, 'token', 1_000, 0);
  expect(marked()).toBe(1);
});

test('after stop no listener is told anything', async () => {
  const heard: Invalidation[] = [];
  store.subscribe((event) => heard.push(event));
  await store.endWrite('org', 'token', 0);
  expect(heard.length).toBe(1);
  await store.stop();
  await store.endWrite('org', 'token', 0);
  expect(heard.length).toBe(1);
});
