import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ForbiddenError, UpstreamUnavailableError } from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { countedStore } from '../support/counted-store.ts';
import { apiKey, callOf, FakeUpstream, shownBy, UPSTREAM_TIMEOUT_MS } from '../support/fake-upstream.ts';
import { gated } from '../support/gated.ts';
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
