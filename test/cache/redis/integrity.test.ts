import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RedisSettings, RedisStore } from '../../../src/cache/redis/redis-store.ts';
import type { Slot } from '../../../src/cache/store/store.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { eventually, type RedisServer, startRedis } from '../../helpers/redis.ts';
import { SECRET } from '../support/fake-upstream.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.command('flushall'));

describe('an entry that somebody changed', () => {
  const slot = (organization: string, scope: string): Slot => ({ organization, scope: scope as CallerScope });
  const MINE = slot('org', 'mine');
  const KEY = 'igw:v1:{org}:list:mine';
  const NOTHING = { floor: 0, knownStamp: null };
  let store: RedisStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.stop());

  async function open(settings: Partial<RedisSettings> = {}): Promise<RedisStore> {
    const opened = new RedisStore({ secret: SECRET, url: redis.url, ...settings });
    await opened.start();
    return opened;
  }

  async function fill(into: Slot, body: string): Promise<number> {
    const { generation } = await store.read(into, NOTHING);
    await store.fill(into, generation, body, 60_000);
    return generation;
  }
  const entryOf = async (of: Slot) => (await store.read(of, NOTHING)).entry;

  test('is what it was while nobody did', async () => {
    await fill(MINE, 'ä body');
    expect((await entryOf(MINE))?.body).toBe('ä body');
  });

  test.each(['X', 'ä body', `${'A'.repeat(43)}ä body`, ''])('in its list, now %j, is a miss', async (body) => {
    await fill(MINE, 'ä body');
    await redis.command('hset', KEY, 'b', body);
    expect(await entryOf(MINE)).toBeNull();
  });

  test('in one letter of it is a miss', async () => {
    await fill(MINE, 'a body');
    const stored = (await redis.command('hget', KEY, 'b')).trimEnd();
    await redis.command('hset', KEY, 'b', stored.replace('a body', 'a bodY'));
    expect(await entryOf(MINE)).toBeNull();
  });

  test.each([
    ['of another caller', slot('org', 'other')],
    ['of another organization', slot('other', 'mine')],
  ])('by moving it to the key %s is a miss', async (_, target) => {
    await fill(MINE, 'mine');
    const generation = await fill(target, 'theirs');
    const key = `igw:v1:{${target.organization}}:list:${target.scope}`;
    await redis.command('set', `igw:v1:{org}:gen`, String(generation));
    await redis.command('hset', KEY, 'g', String(generation));
    await redis.command('del', KEY);
    await fill(MINE, 'mine');
    await redis.command('del', key);
    await redis.command('copy', KEY, key);
    await redis.command('set', `igw:v1:{${target.organization}}:gen`, (await redis.command('hget', key, 'g')).trim());
    expect([(await entryOf(MINE))?.body, await entryOf(target)]).toEqual(['mine', null]);
  });

  test('so that an old list seems to be of the current generation is a miss', async () => {
    await fill(MINE, 'old');
    await store.beginWrite(MINE, 'token', 1_000, 0);
    const generation = await store.endWrite('org', 'token', 0);
    expect(await entryOf(MINE)).toBeNull();
    await redis.command('hset', KEY, 'g', String(generation));
    expect(await entryOf(MINE)).toBeNull();
  });

  test.each(['99999999999999999', 'soon', ''])('so that it was stored at %j is a miss', async (moment) => {
    await fill(MINE, 'body');
    await redis.command('hset', KEY, 't', moment);
    expect(await entryOf(MINE)).toBeNull();
  });

  test('by another secret is a miss, and can be replaced', async () => {
    await fill(MINE, 'body');
    const other = await open({ secret: `${SECRET}!` });
    const { generation, entry } = await other.read(MINE, NOTHING);
    expect(entry).toBeNull();
    await other.fill(MINE, generation, 'new', 60_000);
    expect([(await other.read(MINE, NOTHING)).entry?.body, await entryOf(MINE)]).toEqual(['new', null]);
    await other.stop();
  });
});

describe('what no gateway writes', () => {
  const LIST = '{ integrations { totalCount } }';
  let one: TestGateway;
  let headers: Readonly<Record<string, string>>;
  beforeEach(async () => {
    const env = { REDIS_URL: redis.url, CACHE_KEY_SECRET: SECRET, CACHE_MEMORY_TTL: '0s', REDIS_COMMAND_TIMEOUT: '2s' };
    one = await startGateway({ ...env, REDIS_REQUEST_BUDGET: '5s' });
    headers = { ...callers.devKey, 'x-cache-debug': '1' };
    await cached();
  });
  afterEach(() => one.stop());

  /** Asks until the answer comes from Redis. */
  const cached = () =>
    eventually('a list is cached', async () => {
      const { extensions } = await one.ask(headers, LIST);
      return (extensions?.cache as { status: string } | undefined)?.status === 'HIT';
    });
  const readiness = async () => (await fetch(`${one.app.url}/readyz`)).json() as Promise<{ cache: object }>;
  const keyOf = async (end: string) => {
    const keys = (await redis.command('keys', `igw:v1:{*}:${end}`)).split('\n');
    return keys.find((key) => key !== '' && !key.includes('{*}')) ?? '';
  };

  test.each<[string, string, string[]]>([
    ['a generation above 2^53', 'gen', ['set', '9007199254740993']],
    ['the largest generation', 'gen', ['set', '9007199254740991']],
    ['a generation that is no number', 'gen', ['set', 'garbage']],
    ['a generation in another form', 'gen', ['set', '1e300']],
    ['a negative generation', 'gen', ['set', '-1']],
    ['a generation of another type', 'gen', ['hset', 'a', 'b']],
    ['marks of another type', 'writing', ['set', 'x']],
    ['a list of another type', 'list:*', ['set', 'x']],
  ])('is put right, and /readyz tells: %s', async (_, end, [command = '', ...words]) => {
    expect((await readiness()).cache).toEqual({ form: 'redis', state: 'ok' });
    const key = end === 'writing' ? (await keyOf('gen')).replace(/gen$/, end) : await keyOf(end);
    await redis.command('del', key);
    await redis.command(command, key, ...words);
    await cached();
    expect((await readiness()).cache).toEqual({ form: 'redis', state: 'ok', repairs: 1 });
    const create =
      'mutation { createIntegration(input: { providerId: "sendgrid", channel: EMAIL }) { errors { code } } }';
    const before = (await one.ask(headers, LIST)).data.integrations.totalCount;
    expect((await one.ask(headers, create)).data.createIntegration.errors).toEqual([]);
    expect((await one.ask(headers, LIST)).data.integrations.totalCount).toBe(before + 1);
  });

  test('by a message on the channel is not heard', async () => {
    const organization = /\{(.*)\}/.exec(await keyOf('gen'))?.[1] ?? '';
    await redis.command('publish', 'igw:v1:invalidate', `${organization} 9999999999999999`);
    await cached();
    const generation = Number(await redis.command('get', await keyOf('gen')));
    expect(generation).toBeLessThan(2e15);
  });
});
