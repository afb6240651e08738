import { expect, test } from '@jest/globals';
import { type Cache, type CacheSettings, createCache } from '../../src/cache/cache.ts';
import { eventually, startRedis } from '../helpers/redis.ts';
import { ManualClock, settle } from './support/clock.ts';
import { apiKey, callOf, FakeUpstream, SECRET, scopeOf, UPSTREAM_TIMEOUT_MS } from './support/fake-upstream.ts';
import { TIMES } from './support/gateways.ts';

const alice = apiKey('alice');

function cacheWith(overrides: Partial<CacheSettings> = {}): Cache {
  return createCache({
    ...TIMES,
    memoryMaxBytes: 10e6,
    commandTimeoutMs: 50,
    requestBudgetMs: 100,
    upstreamTimeoutMs: UPSTREAM_TIMEOUT_MS,
    scope: scopeOf,
    ...overrides,
  });
}

test('without Redis no command is timed', async () => {
  const clock = new ManualClock();
  const cache = cacheWith({ clock, commandTimeoutMs: 0, requestBudgetMs: 0 });
  await cache.start();
  const source = cache.wrap(new FakeUpstream().source());
  const statuses: string[] = [];
  for (let left = 2; left > 0; left -= 1) {
    statuses.push((await source.list(callOf(alice))).cache.status);
    await settle();
  }
  expect(statuses).toEqual(['MISS', 'HIT']);
  expect(clock.waiting).toBe(0);
  expect(cache.health()).toEqual({ form: 'memory', state: 'ok' });
  await cache.stop();
});

test('without Redis a sixth of the memory is for encoded lists, the rest for decoded ones', async () => {
  // Ten integrations: some 2 kB encoded, some 15 kB decoded.
  const statusAfter = async (memoryMaxBytes: number, ms: number) => {
    const clock = new ManualClock();
    const cache = cacheWith({ clock, memoryMaxBytes });
    const upstream = new FakeUpstream();
    upstream.size = 10;
    const source = cache.wrap(upstream.source());
    await source.list(callOf(alice));
    await settle();
    await clock.advance(ms);
    return (await source.list(callOf(alice))).cache.status;
  };
  const afterMemory = TIMES.memoryTtlMs + 1;
  expect(await statusAfter(6_000, 0)).toBe('MISS');
  expect(await statusAfter(60_000, afterMemory)).toBe('HIT');
  // A share of a third would hold it; a twentieth of 60,000 would not.
  expect(await statusAfter(9_000, afterMemory)).toBe('MISS');
  expect(await statusAfter(19_000, 0)).toBe('HIT');
});

test('stop ends the timer of what Redis has not heard of, and is idempotent', async () => {
  const server = await startRedis();
  await server.stop();
  const clock = new ManualClock();
  const cache = cacheWith({ clock, redis: { secret: SECRET, url: server.url } });
  await cache.start();
  const source = cache.wrap(new FakeUpstream().source());
  await source.update(callOf(alice), 'x', {});
  expect(clock.waiting).toBe(1);
  await cache.stop();
  await cache.stop();
  expect(clock.waiting).toBe(0);
});

test('health is degraded while one of several sources has a write that Redis has not heard of', async () => {
  const server = await startRedis();
  const cache = cacheWith({ redis: { secret: SECRET, url: server.url } });
  try {
    await cache.start();
    const writer = cache.wrap(new FakeUpstream().source());
    cache.wrap(new FakeUpstream().source());
    expect(cache.health()).toEqual({ form: 'redis', state: 'ok' });
    await server.command('client', 'pause', '60000', 'write');
    await writer.update(callOf(alice), 'x', {});
    expect(cache.health()).toEqual({ form: 'redis', state: 'degraded' });
    await server.command('client', 'unpause');
    await eventually('the write is told', () => cache.health().state === 'ok');
  } finally {
    await cache.stop();
    await server.stop();
  }
});

test('without Redis texts are kept in the process, up to 8 MB at two bytes a character', async () => {
  const texts = cacheWith().texts(1_000);
  const text = 'x'.repeat(1.25 * 1024 ** 2);
  for (const key of ['a', 'b', 'c', 'd']) await texts.register(key, text, apiKey('alice'));
  expect([await texts.get('a'), (await texts.get('b'))?.length]).toEqual([null, text.length]);
  await texts.register('huge', 'x'.repeat(4.1 * 1024 ** 2), apiKey('alice'));
  expect(await texts.get('huge')).toBeNull();
});
