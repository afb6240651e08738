import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ForbiddenError, RateLimitedError, UnauthenticatedError } from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, callOf, FakeUpstream, scopeOf, session, shownBy } from '../support/fake-upstream.ts';
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
