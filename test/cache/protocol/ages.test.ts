import { beforeEach, describe, expect, test } from '@jest/globals';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import {
  RateLimitedError,
  UpstreamContractError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { countedStore } from '../support/counted-store.ts';
import { apiKey, callOf, FakeUpstream, shownBy } from '../support/fake-upstream.ts';
import { changed, gateway, TIMES } from '../support/gateways.ts';

const alice = apiKey('alice');
const bob = apiKey('bob');
let upstream: FakeUpstream;
let clock: ManualClock;
let source: IntegrationSource;

beforeEach(() => {
  upstream = new FakeUpstream();
  ({ clock, source } = gateway(upstream));
});

/** One read, and what was kept of it. */
async function read(from: IntegrationSource, caller = alice, options = {}) {
  const list = await from.list(callOf(caller), options);
  await settle();
  return { shown: shownBy(list), ...list.cache };
}

describe('the memory of the process', () => {
  test('serves nothing where its TTL is 0', async () => {
    const { store, counts } = countedStore(clock);
    const { source: over } = gateway(upstream, { memoryTtlMs: 0 }, store, clock);
    await read(over);
    const before = counts.reads;
    for (let left = 3; left > 0; left -= 1) expect((await read(over)).status).toBe('HIT');
    expect(counts.reads).toBe(before + 3);
  });

  test('serves what is fresh only, however long it may serve', async () => {
    const { source: over } = gateway(upstream, { memoryTtlMs: 600_000 }, undefined, clock);
    await read(over);
    await clock.advance(TIMES.ttlMs - 1);
    expect((await read(over)).status).toBe('HIT');
    await clock.advance(1);
    expect((await read(over)).status).toBe('STALE');
  });

  test('keeps a caller’s list while a colleague’s is read', async () => {
    const { store, counts } = countedStore(clock);
    const { source: over } = gateway(upstream, {}, store, clock);
    for (const caller of [alice, bob, alice, bob]) await read(over, caller);
    const before = counts.reads;
    for (const caller of [alice, bob, alice, bob]) await read(over, caller);
    expect(counts.reads).toBe(before);
  });

  test('holds about so many lists as its bytes allow', async () => {
    const { store, counts } = countedStore(clock);
    const { source: over } = gateway(upstream, { lists: new ListMemory(20_000) }, store, clock);
    const callers = Array.from({ length: 30 }, (_, index) => apiKey(`caller-${index}`));
    for (const caller of callers) await read(over, caller);
    const before = counts.reads;
    for (const caller of callers.toReversed()) await read(over, caller);
    // 1 kB a list and 1 kB an integration.
    const served = callers.length - (counts.reads - before);
    expect(served).toBeGreaterThanOrEqual(8);
    expect(served).toBeLessThanOrEqual(12);
  });

  test('counts from before the store was asked, not from when it answered', async () => {
    await read(source);
    const { store } = gateway(upstream, {}, undefined, clock);
    let answer = () => {};
    const slow = changed<CacheStore>(store, {
      read: async (...args) => {
        const snapshot = await store.read(...args);
        await new Promise<void>((resolve) => (answer = resolve));
        return snapshot;
      },
    });
    const quick = gateway(upstream, {}, store, clock);
    await read(quick.source);
    const late = gateway(upstream, { commandTimeoutMs: Infinity, requestBudgetMs: Infinity }, slow, clock);
    const list = late.source.list(callOf(alice));
    await settle();
    await clock.advance(1_500);
    answer();
    await list;
    const asked = () => {
      let pending = true;
      void late.source.list(callOf(alice)).then(() => (pending = false));
      return settle().then(() => pending);
    };
    await clock.advance(500);
    expect(await asked()).toBe(false);
    await clock.advance(1);
    expect(await asked()).toBe(true);
    answer();
  });
});

describe('time', () => {
  test('up to the TTL the list is fresh, then stale while one refresh runs behind', async () => {
    await read(source);
    upstream.change();
    await clock.advance(TIMES.ttlMs - 1);
    expect(await read(source)).toMatchObject({ status: 'HIT', ageSeconds: 29 });
    await clock.advance(1);
    const stale = await Promise.all([1, 2, 3].map(() => source.list(callOf(alice))));
    expect(stale.map((list) => [shownBy(list), list.cache.status, list.cache.ageSeconds])).toEqual(
      Array(3).fill(['ApiKey alice/v0', 'STALE', 30]),
    );
    await settle();
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'HIT', ageSeconds: 0 });
    expect(upstream.count('list')).toBe(2);
  });

  test('after stale-while-revalidate, a read waits for upstream', async () => {
    await read(source);
    upstream.change();
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });

  test.each([
    ['down', new UpstreamUnavailableError('down')],
    ['too slow', new UpstreamTimeoutError('slow')],
    ['unreadable', new UpstreamContractError('odd')],
    ['rate limited', new RateLimitedError(7)],
  ])('while upstream is %s, an old answer stands in until its time is over', async (_, error) => {
    await read(source);
    upstream.before = () => {
      throw error;
    };
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v0', status: 'STALE', ageSeconds: 60 });
    await clock.advance(TIMES.staleIfErrorMs);
    await expect(read(source)).rejects.toBe(error);
  });

  test('a refresh that fails behind a stale answer is tried again by the next read', async () => {
    await read(source);
    upstream.before = () => {
      throw new UpstreamUnavailableError('down');
    };
    await clock.advance(TIMES.ttlMs);
    expect((await read(source)).status).toBe('STALE');
    upstream.before = () => {};
    upstream.change();
    expect(await read(source)).toMatchObject({ status: 'STALE', shown: 'ApiKey alice/v0' });
    expect(await read(source)).toMatchObject({ status: 'HIT', shown: 'ApiKey alice/v1' });
  });
});
