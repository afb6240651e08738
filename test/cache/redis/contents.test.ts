import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RedisStore } from '../../../src/cache/redis/redis-store.ts';
import type { Slot } from '../../../src/cache/store/store.ts';
import { type RedisServer, startRedis } from '../../helpers/redis.ts';
import { apiKey, integration, SECRET, scopeOf } from '../support/fake-upstream.ts';

const LIFE_MS = 60_000;
const LIST = [integration(1, 'org', 'one'), integration(2, 'org', 'two')];

let redis: RedisServer;
/** Two processes. */
let one: RedisStore;
let other: RedisStore;
beforeAll(async () => {
  redis = await startRedis();
  [one, other] = [
    new RedisStore({ url: redis.url, secret: SECRET }),
    new RedisStore({ url: redis.url, secret: SECRET }),
  ];
  await Promise.all([one.start(), other.start()]);
});
afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()]);
  await redis?.stop();
});
beforeEach(() => redis.command('flushall'));

const keyOf = (name: string, organization = 'org') => `igw:v1:{${organization}}:content:${name}`;

test('equal lists have one name and one key, whichever process keeps them', async () => {
  const name = await one.keepList('org', LIST, LIFE_MS);
  expect(await other.keepList('org', structuredClone(LIST), LIFE_MS)).toBe(name);
  expect((await redis.command('keys', '*')).trim()).toBe(keyOf(name));
  expect(await one.keepList('org', LIST.slice(1), LIFE_MS)).not.toBe(name);
});

test('equal lists of two organizations have two names, so that neither tells of the other', async () => {
  expect(await one.keepList('another', LIST, LIFE_MS)).not.toBe(await one.keepList('org', LIST, LIFE_MS));
});

test('another process finds a list, and gives the same array from then on', async () => {
  const list = structuredClone(LIST);
  const name = await one.keepList('org', list, LIFE_MS);
  const found = await other.list('org', name);
  expect(found).toEqual(LIST);
  expect(await other.list('org', name)).toBe(found);
});

test('a list lives as long as the last entry that names it, and is stored again where it was lost', async () => {
  const name = await one.keepList('org', LIST, 1_000);
  await one.keepList('org', LIST, LIFE_MS);
  expect(Number(await redis.command('pttl', keyOf(name)))).toBeGreaterThan(LIFE_MS / 2);
  await redis.command('flushall');
  await one.keepList('org', LIST, LIFE_MS);
  expect((await redis.command('exists', keyOf(name))).trim()).toBe('1');
});

test.each([
  ['was changed', (key: string) => redis.command('append', key, ' ')],
  ['is of another list', async (key: string) => redis.command('set', key, '[4,0,0,[]]')],
  [
    'has another type',
    async (key: string) => {
      await redis.command('del', key);
      await redis.command('sadd', key, 'member');
    },
  ],
])('a list that %s is not found, and makes room for the right one', async (_, damage) => {
  const list = [integration(3, 'org', String(Math.random()))];
  const name = await one.keepList('org', list, LIFE_MS);
  await damage(keyOf(name));
  const before = other.repairs();
  expect(await other.list('org', name)).toBeNull();
  expect(other.repairs()).toBe(before + 1);
  expect((await redis.command('exists', keyOf(name))).trim()).toBe('0');
  await one.keepList('org', list, LIFE_MS);
  expect(await other.list('org', name)).toEqual(list);
});

describe('an entry that a write holds back', () => {
  const slot: Slot = { organization: 'org', scope: scopeOf(apiKey('alice')) };
  const NOTHING = { floor: 0, knownStamp: null };
  let name: string;
  beforeEach(async () => {
    name = await one.keepList('org', LIST, LIFE_MS);
    await one.fill(slot, (await one.read(slot, NOTHING)).generation, name, LIFE_MS);
  });

  test('still leads to its list, in a process that never had it', async () => {
    await one.beginWrite(slot, 'write', LIFE_MS, 0);
    const third = new RedisStore({ url: redis.url, secret: SECRET });
    await third.start();
    try {
      expect(await third.read(slot, NOTHING)).toMatchObject({ heldBack: true, entry: { body: name } });
      expect(await third.list('org', name)).toEqual(LIST);
    } finally {
      await third.stop();
    }
  });

  test('names the same list when the write did not run, and no list when it did', async () => {
    const first = await one.beginWrite(slot, 'refused', LIFE_MS, 0);
    if (first.phase !== 'begun') throw new Error('It was backed off');
    await one.endWrite('org', 'refused', 0, { begun: first.generation, since: first.since });
    expect(await other.read(slot, NOTHING)).toMatchObject({ heldBack: false, entry: { body: name } });
    await one.beginWrite(slot, 'ran', LIFE_MS, 0);
    await one.endWrite('org', 'ran', 0);
    expect((await other.read(slot, NOTHING)).entry).toBeNull();
  });
});

test('what an entry of an older gateway holds is no name', async () => {
  expect(await one.list('org', '[3,"scope",0,0,[]]')).toBeNull();
});
