import { beforeEach, expect, test } from '@jest/globals';
import { LocalState, type MemoryEntry } from '../../../src/cache/protocol/local-state.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { ManualClock } from '../support/clock.ts';
import { integration } from '../support/fake-upstream.ts';

const scope = scopeOf('alice');
const list = [integration(0, 'org', 'name')];

let clock: ManualClock;
let local: LocalState;

beforeEach(() => {
  clock = new ManualClock();
  local = new LocalState(clock, 2_000, 1e6);
});

function scopeOf(name: string): CallerScope {
  return name as unknown as CallerScope;
}

/** A list of an organization, as if it had been confirmed just now. */
function entry(organization = 'org'): MemoryEntry {
  const organizationState = local.organizationState(organization);
  const now = clock.now();
  const times = { storedAtMs: now - 500, confirmedAtMs: now };
  return {
    shared: { list: () => list },
    validator: undefined,
    generation: 7,
    stamp: '7.1',
    ...times,
    organizationState,
    epoch: organizationState.epoch,
  };
}

test('a list is served until its time since the last confirmation is over', async () => {
  local.put(scope, entry());
  await clock.advance(2_000);
  expect(local.list(scope)).toEqual({ integrations: list, storedAtMs: clock.now() - 2_500, generation: 7 });
  await clock.advance(1);
  expect(local.list(scope)).toBeNull();
  expect(local.entry(scope)?.stamp).toBe('7.1');
});

test.each<[string, () => void]>([
  ['a higher generation was heard of', () => local.noteGeneration('org', 8)],
  ['a write of this process begins or ends', () => local.noteWrite('org')],
  [
    'another process published',
    () => local.applyInvalidation({ kind: 'generation', organization: 'org', generation: 8 }),
  ],
  ['the subscription was lost', () => local.applyInvalidation({ kind: 'lost' })],
  ['its scope is dropped', () => local.drop(scope)],
])('a list is not served after %s', (_, news) => {
  local.noteGeneration('org', 7);
  local.put(scope, entry());
  expect(local.list(scope)).not.toBeNull();
  news();
  expect(local.list(scope)).toBeNull();
});

test.each<[string, () => void]>([
  ['the same generation was heard of', () => local.noteGeneration('org', 7)],
  ['an older one was', () => local.noteGeneration('org', 6)],
  ['another organization has news', () => local.noteWrite('other')],
  ['a write of an organization that is not known', () => local.noteWrite(null)],
])('a list is still served after %s', (_, news) => {
  local.noteGeneration('org', 7);
  local.put(scope, entry());
  news();
  expect(local.list(scope)).not.toBeNull();
});

test('every write is counted, of whatever organization', () => {
  local.noteWrite('org');
  local.noteWrite(null);
  expect(local.writes).toBe(2);
});

test('a list whose organization was forgotten is not served, since its news are not heard any more', () => {
  local.noteGeneration('org', 7);
  local.put(scope, entry());
  for (let index = 0; index < 9_999; index += 1) local.noteGeneration(`org ${index}`, 1);
  expect(local.organizationState('org').highest).toBe(7);
  for (let index = 0; index < 10_000; index += 1) local.noteGeneration(`another ${index}`, 1);
  expect(local.list(scope)).toBeNull();
  expect(local.organizationState('org').highest).toBe(0);
});

test('organizations of 25,000 scopes are kept, and of 50,000 at most', () => {
  for (let index = 0; index < 50_000; index += 1) local.learn(scopeOf(`scope ${index}`), 'org', true);
  expect(local.organization(scopeOf('scope 0'))).toBeNull();
  expect(local.organization(scopeOf('scope 25000'))).toBe('org');
});

test('an organization is told to the store again after half an hour, and at once where the store told it', async () => {
  local.learn(scope, 'org', true);
  await clock.advance(30 * 60_000 - 1);
  expect([local.isShared(scope, 'org'), local.isShared(scope, 'other')]).toEqual([true, false]);
  await clock.advance(1);
  expect(local.isShared(scope, 'org')).toBe(false);
  local.learn(scope, 'org', false);
  expect([local.isShared(scope, 'org'), local.organization(scope)]).toEqual([false, 'org']);
});

test('entries are kept up to their bytes, a quarter of a kilobyte each, and half of them at least', () => {
  local = new LocalState(clock, 2_000, 100_000);
  const all = Array.from({ length: 1_000 }, (_, index) => index);
  for (const index of all) {
    local.put(scopeOf(`${index}`), entry());
    expect(local.bytes).toBeLessThanOrEqual(100_000);
  }
  const kept = all.filter((index) => local.list(scopeOf(`${index}`)) !== null);
  expect(kept.length).toBeLessThan(400);
  expect(kept.slice(-200)).toEqual(all.slice(-200));
});

test('nothing is kept where the memory TTL is 0', () => {
  local = new LocalState(clock, 0, 1e6);
  local.put(scope, entry());
  expect(local.list(scope)).toBeNull();
  expect(local.entry(scope)).toBeNull();
});
