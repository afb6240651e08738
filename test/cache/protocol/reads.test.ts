import { beforeEach, describe, expect, test } from '@jest/globals';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import {
  ForbiddenError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamContractError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../../src/model/errors.ts';
import type { Call, IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import {
  apiKey,
  callOf,
  FakeUpstream,
  scopeOf,
  session,
  shownBy,
  UPSTREAM_TIMEOUT_MS,
} from '../support/fake-upstream.ts';
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

describe('what a read answers', () => {
  test('is upstream’s list first, and the kept one then', async () => {
    expect(await read(source)).toEqual({ shown: 'ApiKey alice/v0', status: 'MISS', ageSeconds: 0, generation: null });
    const hit = await read(source);
    expect(hit).toEqual({
      shown: 'ApiKey alice/v0',
      status: 'HIT',
      ageSeconds: 0,
      generation: expect.stringMatching(/^\d+$/),
    });
    await clock.advance(3_500);
    expect(await read(source)).toEqual({ ...hit, ageSeconds: 3 });
    expect(upstream.calls).toEqual(['list']);
  });

  test('is the same array for as long as the list is the same, also when it was looked up in the store anew', async () => {
    upstream.size = 5;
    await read(source);
    const first = await source.list(callOf(alice));
    await clock.advance(TIMES.memoryTtlMs + 1);
    expect((await source.list(callOf(alice))).integrations).toBe(first.integrations);
    expect(first.integrations).toEqual((await upstream.source().list(callOf(alice))).integrations);
  });

  test('is no other caller’s', async () => {
    await read(source);
    expect((await read(source, bob)).shown).toBe('ApiKey bob/v0');
    expect((await read(source, { ...alice, environmentId: 'other' })).status).toBe('MISS');
    expect((await read(source, bob)).shown).toBe('ApiKey bob/v0');
    expect((await read(source)).shown).toBe('ApiKey alice/v0');
  });

  test('is kept where it is empty; the organization is then asked for once', async () => {
    upstream.empty.add(alice.authorization);
    await read(source);
    expect((await read(source)).status).toBe('HIT');
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    await read(source);
    expect(upstream.calls).toEqual(['list', 'me', 'list']);
  });

  test('comes from the process alone for as long as its memory may serve', async () => {
    await read(source);
    await read(source);
    let looks = 0;
    const store = new MemoryStore(clock, 1e6);
    const countedRead = (...args: Parameters<CacheStore['read']>) => {
      looks += 1;
      return store.read(...args);
    };
    const counted = changed<CacheStore>(store, { read: countedRead });
    const counting = gateway(upstream, {}, counted, clock);
    await read(counting.source);
    await read(counting.source);
    const before = looks;
    for (let left = 10; left > 0; left -= 1) await read(counting.source);
    expect(looks).toBe(before);
    await clock.advance(TIMES.memoryTtlMs + 1);
    await read(counting.source);
    expect(looks).toBe(before + 1);
  });

  test('is of another organization as soon as the list is', async () => {
    await read(source);
    upstream.organizations.set(alice.authorization, 'moved');
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    expect(await read(source)).toMatchObject({ status: 'MISS' });
    await read(source);
    expect(await read(source)).toMatchObject({ status: 'HIT' });
    expect(upstream.count('list')).toBe(3);
  });
});

/** A store that counts what it is asked. */
function countedStore(of: ManualClock) {
  const store = new MemoryStore(of, 1e6);
  const counts = { reads: 0, leases: 0 };
  const counted = changed<CacheStore>(store, {
    read(...args) {
      counts.reads += 1;
      return store.read(...args);
    },
    lease(...args) {
      counts.leases += 1;
      return store.lease(...args);
    },
  });
  return { store: counted, counts };
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

test.each([['org}evil'], [''], ['x'.repeat(65)]])(
  'a list of the organization "%s", which cannot be part of a key, is shown and not kept',
  async (organization) => {
    upstream.organizations.set(alice.authorization, organization);
    for (let left = 2; left > 0; left -= 1) expect((await read(source)).status).toBe('MISS');
  },
);

test('a miss tells the generation of the organization, once that is known', async () => {
  await read(source);
  await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
  expect(await read(source)).toMatchObject({ status: 'MISS', generation: expect.stringMatching(/^\d+$/) });
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

test('a list that mixes organizations is shown, and kept nowhere', async () => {
  const original = upstream.source();
  const list = async (call: Call) => {
    const { integrations, cache } = await original.list(call);
    return {
      integrations: [...integrations, ...integrations.map((one) => ({ ...one, organizationId: 'other' }))],
      cache,
    };
  };
  const mixed = gateway(Object.assign(upstream, { source: () => changed(original, { list }) }));
  for (let left = 3; left > 0; left -= 1) expect(await read(mixed.source)).toMatchObject({ status: 'MISS' });
});

test('upstream is asked once only for an organization that it does not tell', async () => {
  upstream.empty.add(alice.authorization);
  upstream.before = (kind) => {
    if (kind === 'me') throw new UpstreamUnavailableError('down');
  };
  for (let left = 3; left > 0; left -= 1) expect(await read(source)).toMatchObject({ status: 'MISS' });
  expect(upstream.count('me')).toBe(1);
});

describe('fresh', () => {
  test('reads past what is kept, and keeps what it read', async () => {
    await read(source);
    await read(source);
    upstream.change();
    expect(await read(source, alice, { fresh: true })).toMatchObject({ shown: 'ApiKey alice/v1', status: 'BYPASS' });
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'HIT' });
    expect(upstream.count('list')).toBe(2);
  });

  test('does not join a fetch that began before it', async () => {
    const gate = gated(upstream, 'list');
    const slow = source.list(callOf(alice));
    await settle();
    const fresh = source.list(callOf(alice), { fresh: true });
    await settle();
    await settle();
    expect(gate.waiting).toBe(2);
    gate.open();
    await Promise.all([slow, fresh]);
  });

  test('shares a call with those that ask before it is sent, and with none that asks later or is another caller', async () => {
    await Promise.all([read(source), read(source, bob)]);
    const gate = gated(upstream, 'list');
    const together = [alice, alice, bob].map((caller) => source.list(callOf(caller), { fresh: true }));
    await settle();
    await settle();
    expect(gate.waiting).toBe(2);
    const later = source.list(callOf(alice), { fresh: true });
    await settle();
    await settle();
    expect(gate.waiting).toBe(3);
    gate.open();
    const [one, same, other] = await Promise.all(together);
    expect(same?.integrations).toBe(one?.integrations);
    expect([one, await later].map((list) => list && shownBy(list))).toEqual(['ApiKey alice/v0', 'ApiKey alice/v0']);
    expect(other && shownBy(other)).toBe('ApiKey bob/v0');
  });

  test('a reader that leaves takes the call from none that shares it', async () => {
    await read(source);
    const leaving = new AbortController();
    const left = source.list({ ...callOf(alice), signal: leaving.signal }, { fresh: true });
    const stays = source.list(callOf(alice), { fresh: true });
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(shownBy(await stays)).toBe('ApiKey alice/v0');
  });
});

describe('secrets', () => {
  const admin = session('admin');

  test('come from upstream each time, and nothing of them is kept', async () => {
    const list = await source.list(callOf(admin), { secrets: true });
    expect(list.integrations[0]?.secrets?.credentials).toEqual({ apiKey: 'SECRET' });
    expect(list.cache).toEqual({ status: 'BYPASS', ageSeconds: 0, generation: null });
    await source.list(callOf(admin), { secrets: true });
    expect(upstream.count('list')).toBe(2);
    await read(source, admin);
    const kept = await source.list(callOf(admin));
    expect(kept.cache.status).toBe('HIT');
    expect(JSON.stringify(kept)).not.toContain('SECRET');
  });

  test('are fetched once for the reads of one caller that wait at the same moment, and again for the next', async () => {
    const gate = gated(upstream, 'list');
    const both = [1, 2].map(() => source.list(callOf(admin), { secrets: true }));
    await settle();
    expect(gate.waiting).toBe(1);
    gate.open();
    const [one, two] = await Promise.all(both);
    expect(two?.integrations).toBe(one?.integrations);
    await source.list(callOf(admin), { secrets: true });
    expect(upstream.count('list')).toBe(2);
  });

  test('are not shared with another caller, a read without secrets or one past the cache', async () => {
    const gate = gated(upstream, 'list');
    const reads = [
      source.list(callOf(admin), { secrets: true }),
      source.list(callOf(session('other')), { secrets: true }),
      source.list(callOf(admin)),
      source.list(callOf(admin), { secrets: true, fresh: true }),
    ];
    await settle();
    expect(gate.waiting).toBe(4);
    gate.open();
    const lists = await Promise.all(reads);
    expect(lists.map(({ integrations }) => integrations[0]?.secrets !== undefined)).toEqual([true, true, false, true]);
  });

  test('after a write are not those that were asked for before it', async () => {
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(admin), { secrets: true });
    await settle();
    await source.update(callOf(admin), 'a', {});
    const after = source.list(callOf(admin), { secrets: true });
    await settle();
    expect(gate.waiting).toBe(2);
    gate.open();
    await Promise.all([before, after]);
  });

  test('are ignored for a caller that may not see them', async () => {
    await read(source);
    expect(await read(source, alice, { secrets: true })).toMatchObject({ status: 'HIT' });
  });

  test('of an upstream that sends them unasked are not kept', async () => {
    const original = upstream.source();
    const careless = changed(original, { list: (call) => original.list(call, { secrets: true }) });
    const { source: over } = gateway(Object.assign(upstream, { source: () => careless }));
    await read(over);
    const kept = await over.list(callOf(alice));
    expect(kept.cache.status).toBe('HIT');
    expect(JSON.stringify(kept)).not.toContain('SECRET');
  });
});

describe('fetches in flight', () => {
  test('50 cold reads at once make one upstream call', async () => {
    const lists = await Promise.all(Array.from({ length: 50 }, () => source.list(callOf(alice))));
    expect(new Set(lists.map(shownBy))).toEqual(new Set(['ApiKey alice/v0']));
    expect(upstream.calls).toEqual(['list']);
  });

  test('a read after a write joins none that began before it', async () => {
    await read(source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(alice));
    await settle();
    await source.update(callOf(bob), 'x', {});
    const after = source.list(callOf(alice));
    await settle();
    gate.open();
    expect(shownBy(await after)).toBe('ApiKey alice/v1');
    await before;
  });

  test('a reader that leaves takes no other along; the last one aborts the fetch', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const gate = gated(upstream, 'list', (call) => signals.push(call.signal));
    const [leaver, stayer] = [new AbortController(), new AbortController()];
    const left = source.list(callOf(alice, leaver.signal));
    const stayed = source.list(callOf(alice, stayer.signal));
    await settle();
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    stayer.abort(new Error('left too'));
    await expect(stayed).rejects.toThrow('left too');
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    const next = source.list(callOf(alice));
    await settle();
    gate.open();
    expect(shownBy(await next)).toBe('ApiKey alice/v0');
    expect(upstream.count('list')).toBe(2);
  });

  test('a reader that has left already makes no call', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(source.list(callOf(alice, gone))).rejects.toThrow('gone');
    expect(upstream.calls).toEqual([]);
  });

  test('an error reaches all readers that wait, and is not kept', async () => {
    upstream.before = () => {
      throw new UpstreamUnavailableError('down');
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => source.list(callOf(alice))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(3).fill('rejected'));
    upstream.before = () => {};
    expect((await read(source)).status).toBe('MISS');
    expect(upstream.count('list')).toBe(2);
  });
});

describe('two processes over one store', () => {
  let other: ReturnType<typeof gateway>;

  beforeEach(() => {
    const one = gateway(upstream);
    other = gateway(upstream, {}, one.store, one.clock);
    ({ clock, source } = one);
  });

  test('share what one has read', async () => {
    await read(source);
    expect(await read(other.source)).toMatchObject({ status: 'HIT' });
    expect(upstream.calls).toEqual(['list']);
  });

  test('fetch once when both are cold, and the one that waited has a hit', async () => {
    const gate = gated(upstream, 'list');
    const first = source.list(callOf(alice));
    await settle();
    const second = other.source.list(callOf(alice));
    await settle();
    gate.open();
    await first;
    await clock.advance(1_000);
    expect((await second).cache.status).toBe('HIT');
    expect(upstream.calls).toEqual(['list']);
  });

  test('do not wait for each other for longer than a part of upstream’s deadline', async () => {
    const gate = gated(upstream, 'list');
    void source.list(callOf(alice)).catch(() => {});
    await settle();
    void other.source.list(callOf(alice)).catch(() => {});
    await clock.advance(UPSTREAM_TIMEOUT_MS / 4 - 200);
    expect(gate.waiting).toBe(1);
    await clock.advance(400);
    expect(gate.waiting).toBe(2);
    gate.open();
  });

  test('take over at once when the one that was fetching has failed', async () => {
    const gate = gated(upstream, 'list');
    const first = source.list(callOf(alice));
    await settle();
    const second = other.source.list(callOf(alice));
    await settle();
    gate.fail(new UpstreamUnavailableError('down'));
    await expect(first).rejects.toThrow('down');
    upstream.before = () => {};
    upstream.after = () => {};
    await clock.advance(200);
    expect(shownBy(await second)).toBe('ApiKey alice/v0');
  });

  test('read each other’s writes at once', async () => {
    await read(source);
    await read(other.source);
    await source.update(callOf(bob), 'x', {});
    expect(await read(other.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });

  test('keep nothing that was read before a write by the other, though the organization was not known then', async () => {
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(alice));
    await settle();
    await other.source.update(callOf(bob), 'x', {});
    gate.open();
    await before;
    await settle();
    expect((await read(source)).shown).toBe('ApiKey alice/v1');
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('fetch without a store’s help after a write by the other, though the organization was not known', async () => {
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(alice));
    await settle();
    await other.source.update(callOf(alice), 'x', {});
    const after = source.list(callOf(alice));
    await settle();
    gate.open();
    await before;
    await clock.advance(1_000);
    expect(shownBy(await after)).toBe('ApiKey alice/v1');
  });
});

describe('a process that waits for another one’s fetch', () => {
  let counts: ReturnType<typeof countedStore>['counts'];
  let other: ReturnType<typeof gateway>;

  beforeEach(() => {
    const counted = countedStore(clock);
    ({ counts } = counted);
    ({ source } = gateway(upstream, {}, counted.store, clock));
    other = gateway(upstream, {}, counted.store, clock);
  });

  /** One process fetches until the gate is opened, and the other waits. */
  async function bothRead(gate: ReturnType<typeof gated>) {
    const first = source.list(callOf(alice));
    await settle();
    expect(gate.waiting).toBe(1);
    const second = other.source.list(callOf(alice));
    await settle();
    expect(gate.waiting).toBe(1);
    return { first, second };
  }

  test('looks again after 5 ms, and less and less often', async () => {
    const gate = gated(upstream, 'list');
    const { second } = await bothRead(gate);
    expect(counts.leases).toBe(2);
    await clock.advance(5);
    expect(counts.leases).toBe(3);
    await clock.advance(1_000);
    // After 10, 20, 40 and 80 ms, then every 100.
    expect(counts.leases).toBe(3 + 4 + 8);
    gate.open();
    await settle();
    await clock.advance(100);
    expect((await second).cache.status).toBe('HIT');
  });

  test('takes no old list for the one that it waits for', async () => {
    await read(source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    upstream.change();
    const gate = gated(upstream, 'list');
    const { first, second } = await bothRead(gate);
    await clock.advance(500);
    expect(gate.waiting).toBe(1);
    gate.open();
    await first;
    await clock.advance(100);
    expect(shownBy(await second)).toBe('ApiKey alice/v1');
    expect((await second).cache.status).toBe('HIT');
    expect(gate.waiting).toBe(1);
  });

  test('that leaves ends its waiting', async () => {
    const gate = gated(upstream, 'list');
    const first = source.list(callOf(alice));
    await settle();
    const leaver = new AbortController();
    const left = other.source.list(callOf(alice, leaver.signal));
    await settle();
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await settle();
    const before = counts.leases;
    await clock.advance(1_000);
    expect(counts.leases).toBe(before);
    gate.open();
    await first;
  });
});

test('a lease that the store does not answer holds no reader up', async () => {
  const { store } = gateway(upstream, {}, undefined, clock);
  const link = changed<CacheStore>(store, { lease: () => Promise.reject(new Error('ECONNRESET')) });
  const { source: over } = gateway(upstream, {}, link, clock);
  expect((await read(over)).status).toBe('MISS');
  expect((await read(over)).status).toBe('HIT');
});

test('the lease is given back when the list was stored, and when there is none', async () => {
  const released: string[] = [];
  const store = new MemoryStore(clock, 1e6);
  const link = changed<CacheStore>(store, {
    release: async (slot, token) => {
      released.push(slot.organization);
      await store.release(slot, token);
    },
  });
  const { source: over } = gateway(upstream, {}, link, clock);
  await read(over);
  expect(released).toEqual(['*']);
  upstream.before = () => {
    throw new ForbiddenError('no');
  };
  await expect(read(over, bob)).rejects.toBeInstanceOf(ForbiddenError);
  await settle();
  expect(released).toEqual(['*', '*']);
});

describe('after a 401 or 403', () => {
  test('a caller’s organization is asked for anew', async () => {
    upstream.empty.add(alice.authorization);
    await read(source);
    upstream.before = (kind) => {
      if (kind === 'environments') throw new ForbiddenError('no');
    };
    await expect(source.environments(callOf(alice))).rejects.toBeInstanceOf(ForbiddenError);
    await read(source);
    expect((await read(source)).status).toBe('HIT');
    expect(upstream.count('me')).toBe(2);
  });

  test.each([
    ['401', new UnauthenticatedError('no')],
    ['403', new ForbiddenError('no')],
  ])('%s nothing that the caller had is left, in the process or the store', async (_, error) => {
    const one = gateway(upstream);
    const other = gateway(upstream, { memoryTtlMs: 0 }, one.store, one.clock);
    await read(one.source);
    expect((await read(other.source)).status).toBe('HIT');
    upstream.before = () => {
      throw error;
    };
    await expect(one.source.environments(callOf(alice))).rejects.toBe(error);
    await expect(read(one.source)).rejects.toBe(error);
    await expect(read(other.source)).rejects.toBe(error);
    expect(await one.store.organization(scopeOf(alice))).toBeNull();
  });

  test('no old answer stands in', async () => {
    await read(source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    upstream.before = () => {
      throw new UnauthenticatedError('no');
    };
    await expect(read(source)).rejects.toBeInstanceOf(UnauthenticatedError);
  });
});

describe('after a 429', () => {
  test('upstream is not called for the scope until Retry-After has passed, by any process', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    await read(one.source, bob);
    upstream.before = (_, call) => {
      if (call.caller === alice) throw new RateLimitedError(10);
    };
    await expect(one.source.list(callOf(alice), { fresh: true })).resolves.toMatchObject({
      cache: { status: 'STALE' },
    });
    upstream.before = () => {};
    const before = upstream.calls.length;
    await one.clock.advance(TIMES.memoryTtlMs + 1);
    for (const { source: from } of [one, other]) {
      await expect(from.update(callOf(alice), 'x', {})).rejects.toMatchObject({
        code: 'RATE_LIMITED',
        retryAfterSeconds: 8,
      });
      await expect(from.list(callOf(alice), { fresh: true })).resolves.toMatchObject({ cache: { status: 'STALE' } });
      expect(await read(from)).toMatchObject({ status: 'HIT' });
    }
    await expect(one.source.environments(callOf(alice))).rejects.toBeInstanceOf(RateLimitedError);
    expect(upstream.calls.length).toBe(before);
    expect(await read(other.source, bob, { fresh: true })).toMatchObject({ status: 'BYPASS' });
    await one.clock.advance(8_000);
    await expect(other.source.update(callOf(alice), 'x', {})).resolves.toBeDefined();
  });

  test('the refresh behind a stale answer is left out', async () => {
    await read(source);
    upstream.before = () => {
      throw new RateLimitedError(600);
    };
    await clock.advance(TIMES.ttlMs);
    await read(source);
    const before = upstream.calls.length;
    expect((await read(source)).status).toBe('STALE');
    await clock.advance(TIMES.staleWhileRevalidateMs);
    expect((await read(source)).status).toBe('STALE');
    expect(upstream.calls.length).toBe(before);
  });

  test('no process is held back by the rate limit of another gateway itself', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    upstream.before = () => {
      throw new RateLimitedError(600, { own: true });
    };
    await expect(read(one.source)).rejects.toBeInstanceOf(RateLimitedError);
    upstream.before = () => undefined;
    expect((await read(other.source)).status).toBe('MISS');
  });

  test('that another process had, the refresh behind a stale answer is left out too', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    await read(other.source);
    await one.clock.advance(TIMES.ttlMs);
    upstream.before = () => {
      throw new RateLimitedError(600);
    };
    await read(one.source);
    const before = upstream.calls.length;
    expect((await read(other.source)).status).toBe('STALE');
    expect(upstream.calls.length).toBe(before);
  });

  test('a process that waited for the other one’s fetch does not try by itself', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    const gate = gated(upstream, 'list');
    const first = one.source.list(callOf(alice));
    await settle();
    const second = other.source.list(callOf(alice));
    const refused = expect(second).rejects.toMatchObject({ retryAfterSeconds: 10 });
    await settle();
    gate.fail(new RateLimitedError(10));
    await expect(first).rejects.toBeInstanceOf(RateLimitedError);
    await one.clock.advance(50);
    await refused;
    expect(upstream.count('list')).toBe(1);
  });

  test('no caller is shut out for more than an hour', async () => {
    upstream.before = () => {
      throw new RateLimitedError(1e9);
    };
    await expect(read(source)).rejects.toBeInstanceOf(RateLimitedError);
    upstream.before = () => {};
    await clock.advance(3_600_000 - 1);
    await expect(read(source)).rejects.toBeInstanceOf(RateLimitedError);
    await clock.advance(1);
    expect((await read(source)).status).toBe('MISS');
  });

  test('without a time to wait, upstream is asked again at once, and the store is told nothing', async () => {
    const told: number[] = [];
    const store = changed<CacheStore>(new MemoryStore(clock, 1e6), {
      backOff: async (_, forMs) => void told.push(forMs),
    });
    const { source: over } = gateway(upstream, {}, store, clock);
    upstream.before = () => {
      throw new RateLimitedError(0);
    };
    await expect(read(over)).rejects.toBeInstanceOf(RateLimitedError);
    expect(told).toEqual([]);
    upstream.before = () => {};
    expect((await read(over)).status).toBe('MISS');
  });

  test('a write that was refused for it leaves no mark', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    await read(other.source);
    upstream.before = () => {
      throw new RateLimitedError(10);
    };
    await expect(one.source.environments(callOf(alice))).rejects.toBeInstanceOf(RateLimitedError);
    upstream.before = () => {};
    await expect(other.source.update(callOf(alice), 'x', {})).rejects.toBeInstanceOf(RateLimitedError);
    expect((await read(other.source, bob)).status).toBe('MISS');
    expect((await read(one.source, apiKey('carol'))).status).toBe('MISS');
  });

  test('secrets are not asked for either, by any process', async () => {
    const admin = session('admin');
    const one = gateway(upstream);
    upstream.before = () => {
      throw new RateLimitedError(5);
    };
    await expect(one.source.list(callOf(admin), { secrets: true })).rejects.toMatchObject({ retryAfterSeconds: 5 });
    upstream.before = () => {};
    const other = gateway(upstream, {}, one.store, one.clock);
    for (const from of [one.source, other.source]) {
      await expect(from.list(callOf(admin), { secrets: true })).rejects.toMatchObject({ retryAfterSeconds: 5 });
    }
    expect(upstream.calls).toEqual(['list']);
  });
});

/** Holds back answers of one kind of call until opened. */
function gated(of: FakeUpstream, kind: string, seen: (call: Call) => void = () => {}) {
  const gate = { waiting: 0, open: () => {}, fail: (_: Error) => {} };
  const held = new Promise<void>((resolve, reject) => {
    gate.open = resolve;
    gate.fail = reject;
  });
  held.catch(() => {});
  of.after = async (what, call) => {
    if (what !== kind) return;
    seen(call);
    gate.waiting += 1;
    await held;
  };
  return gate;
}
