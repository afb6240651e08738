import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createCache } from '../../../src/cache/cache.ts';
import { retryDelayMs } from '../../../src/cache/redis/client.ts';
import { RedisStore } from '../../../src/cache/redis/redis-store.ts';
import type { Invalidation, Slot } from '../../../src/cache/store/store.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { eventually, type RedisServer, startRedis } from '../../helpers/redis.ts';
import { apiKey, callOf, FakeUpstream, SECRET, scopeOf } from '../support/fake-upstream.ts';
import { TIMES } from '../support/gateways.ts';

const HOUR_MS = 3_600_000;
const scope = scopeOf(apiKey('alice'));
const slot: Slot = { organization: 'org', scope };
const NOTHING = { floor: 0, knownStamp: null };

let server: RedisServer;
let store: RedisStore;

beforeAll(async () => {
  server = await startRedis();
  store = new RedisStore({ secret: SECRET, url: server.url });
  await store.start();
});
afterAll(async () => {
  await store?.stop();
  await server?.stop();
});
beforeEach(() => server.command('flushall'));

/** The key has at most this long to live, and not a minute (or a quarter of that) less. */
async function expectLife(key: string, lifeMs: number): Promise<void> {
  const pttl = Number(await server.command('pttl', key));
  expect({ key, lives: pttl <= lifeMs && pttl > lifeMs - Math.min(60_000, lifeMs / 4) }).toEqual({ key, lives: true });
}

/** Leaves the generation 20 s, and then expects that a step has given it its day again. */
async function renewsGeneration(step: () => Promise<unknown>): Promise<void> {
  await server.command('pexpire', 'igw:v1:{org}:gen', '20000');
  await step();
  await expectLife('igw:v1:{org}:gen', 24 * HOUR_MS);
}

test('a generation lives for a day from the last fill or write, and reads do not prolong it', async () => {
  const { generation } = await store.read(slot, NOTHING);
  await expectLife('igw:v1:{org}:gen', 24 * HOUR_MS);
  await renewsGeneration(() => store.fill(slot, generation, 'body', 60_000));
  await renewsGeneration(() => store.beginWrite(slot, 'token', 60_000, 0));
  await renewsGeneration(() => store.endWrite('org', 'token', 0));
  await server.command('pexpire', 'igw:v1:{org}:gen', '20000');
  await store.read(slot, NOTHING);
  await expectLife('igw:v1:{org}:gen', 20_000);
  await server.command('set', 'igw:v1:{org}:gen', '5', 'PX', '20000');
  expect((await store.read(slot, { floor: 9, knownStamp: null })).generation).toBe(9);
  await expectLife('igw:v1:{org}:gen', 24 * HOUR_MS);
});

test('a new generation is the moment in microseconds by Redis’ clock', async () => {
  const [seconds] = (await server.command('time')).split('\n');
  const { generation } = await store.read(slot, NOTHING);
  expect(generation / 1e6 - Number(seconds)).toBeGreaterThanOrEqual(0);
  expect(generation / 1e6 - Number(seconds)).toBeLessThan(60);
});

test('each other key lives for as long as it was given', async () => {
  const { generation } = await store.read(slot, NOTHING);
  await store.fill(slot, generation, 'body', 365_000);
  await expectLife(`igw:v1:{org}:list:${scope}`, 365_000);
  await store.lease(slot, generation, 'token', 8_000.5);
  await expectLife(`igw:v1:{org}:lease:${scope}`, 8_001);
  await store.backOff(slot, 7_000.5);
  await expectLife(`igw:v1:{org}:backoff:${scope}`, 7_001);
  await store.learn(scope, 'org');
  await expectLife(`igw:v1:{${scope}}:org`, HOUR_MS);
  await store.texts.register('hash', 'query A', 90_000, scope);
  for (const key of ['text:hash', 'all', `of:${scope}`]) await expectLife(`igw:v1:{texts}:${key}`, 90_000);
});

describe('texts', () => {
  const register = (hash: string, of: string, ttlMs = 90_000) =>
    store.texts.register(hash, `query ${hash}`, ttlMs, of as CallerScope);
  const size = async (key: string) => Number(await server.command('zcard', `igw:v1:{texts}:${key}`));

  test('are bounded for a caller, whatever process they come by', async () => {
    for (let index = 0; index < 200; index += 1) expect(await register(`a${index}`, 'greedy')).toBe(true);
    expect(await register('a200', 'greedy')).toBe(false);
    expect([await store.texts.get('a199'), await store.texts.get('a200')]).toEqual(['query a199', null]);
    // What is there is no new one, and others have room of their own.
    expect([await register('a0', 'greedy'), await register('b', 'modest')]).toEqual([true, true]);
    expect([await size('of:greedy'), await size('of:modest')]).toEqual([200, 1]);
  });

  test('are bounded in all', async () => {
    const filler = Array.from({ length: 5_000 }, (_, index) => [String(Date.now() + 60_000), `f${index}`]).flat();
    await server.command('zadd', 'igw:v1:{texts}:all', ...filler);
    expect(await register('new', 'one')).toBe(false);
    await server.command('zrem', 'igw:v1:{texts}:all', ...Array.from({ length: 5_000 }, (_, index) => `f${index}`));
    expect(await register('new', 'one')).toBe(true);
  });

  test('that have expired do not count', async () => {
    const fill = (lifeMs: number) =>
      server.command(
        'zadd',
        'igw:v1:{texts}:of:patient',
        ...Array.from({ length: 200 }, (_, index) => [String(Date.now() + lifeMs), `c${index}`]).flat(),
      );
    await fill(60_000);
    expect(await register('new', 'patient')).toBe(false);
    await fill(-1);
    expect(await register('new', 'patient')).toBe(true);
    expect(await size('of:patient')).toBe(1);
  });
});

test('the end of a write is counted by a server that has no memory left', async () => {
  const { generation } = await store.read(slot, NOTHING);
  try {
    await server.command('config', 'set', 'maxmemory', '1');
    await expect(store.beginWrite(slot, 'token', 60_000, 0)).rejects.toThrow('OOM');
    expect(await store.endWrite('org', 'token', 0)).toBe(generation + 1);
    expect(await server.command('get', 'igw:v1:{org}:gen')).toBe(String(generation + 1));
    expect(await store.endWrite('another', 'token', 0)).toBeGreaterThan(generation);
  } finally {
    await server.command('config', 'set', 'maxmemory', '0');
  }
});

test('the mark of a write is scored by its expiry, and the expired ones are swept by the next write', async () => {
  const [seconds] = (await server.command('time')).split('\n');
  await store.beginWrite(slot, 'token', 13_000, 0);
  const score = Number(await server.command('zscore', 'igw:v1:{org}:writing', 'token'));
  expect(score - Number(seconds) * 1_000).toBeGreaterThanOrEqual(13_000);
  expect(score - Number(seconds) * 1_000).toBeLessThan(13_000 + 60_000);
  await expectLife('igw:v1:{org}:writing', 24 * HOUR_MS);
  await server.command('zadd', 'igw:v1:{org}:writing', '1', 'crashed');
  await store.beginWrite(slot, 'next', 13_000, 0);
  expect(await server.command('zrange', 'igw:v1:{org}:writing', '0', '-1')).toBe('token\nnext');
});

test('a message that names no generation is not heard', async () => {
  const heard: Invalidation[] = [];
  const stopHearing = store.subscribe((event) => heard.push(event));
  for (const message of ['org', 'org abc', 'org -1', 'org 12345678901234567', 'org 7']) {
    await server.command('publish', 'igw:v1:invalidate', message);
  }
  await eventually('the last one is heard', () => heard.length > 0);
  expect(heard).toEqual([{ kind: 'generation', organization: 'org', generation: 7 }]);
  stopHearing();
});

test('the database of the URL is the one that is used', async () => {
  const third = new RedisStore({ secret: SECRET, url: `${server.url}/3` });
  await third.start();
  await third.learn(scope, 'org');
  await third.stop();
  expect(await server.command('-n', '3', 'keys', '*')).toBe(`igw:v1:{${scope}}:org`);
  expect(await server.command('keys', '*')).toBe('');
});

test('connections are tried again after 100 ms, then less often, and at least once a second', () => {
  expect([1, 2, 3, 4, 5, 100].map(retryDelayMs)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
});

test('what the settings say is what Redis is told', async () => {
  const cache = createCache({
    ...TIMES,
    memoryMaxBytes: 1e6,
    commandTimeoutMs: 10_000,
    requestBudgetMs: 20_000,
    upstreamTimeoutMs: 8_000,
    scope: scopeOf,
    redis: { secret: SECRET, url: server.url },
  });
  await cache.start();
  const upstream = new FakeUpstream();
  const source = cache.wrap(upstream.source());
  let marks = '';
  let lease = 0;
  upstream.before = async (kind) => {
    if (kind === 'update') marks = await server.command('zrange', 'igw:v1:{org}:writing', '0', '-1', 'withscores');
    if (kind === 'list') lease = Number(await server.command('pttl', `igw:v1:{*}:lease:${scope}`));
  };
  await source.list(callOf(apiKey('alice')));
  expect(lease).toBeGreaterThan(4_000);
  expect(lease).toBeLessThanOrEqual(8_000);
  await eventually(
    'it was stored',
    async () => Number(await server.command('exists', `igw:v1:{org}:list:${scope}`)) === 1,
  );
  const { ttlMs, staleWhileRevalidateMs, staleIfErrorMs } = TIMES;
  await expectLife(`igw:v1:{org}:list:${scope}`, ttlMs + staleWhileRevalidateMs + staleIfErrorMs);
  const startedMs = Date.now();
  await source.update(callOf(apiKey('alice')), 'x', {});
  expect(Number(marks.split('\n')[1]) - startedMs).toBeGreaterThan(12_900);
  expect(Number(marks.split('\n')[1]) - Date.now()).toBeLessThanOrEqual(13_000);
  await cache.texts(70_000).register('hash', 'query A', apiKey('alice'));
  await expectLife('igw:v1:{texts}:text:hash', 70_000);
  await cache.stop();
});
