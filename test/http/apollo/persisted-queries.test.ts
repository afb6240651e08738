import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { persistedQueryCache, type TextStore } from '../../../src/http/apollo/persisted-queries.ts';
import { callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { eventually, type RedisServer, startRedis } from '../../helpers/redis.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const COUNT = 'query Count { integrations { totalCount } }';
const EXTENSIONS = { persistedQuery: { version: 1, sha256Hash: sha256(COUNT) } };

describe('automatic persisted queries', () => {
  let gateway: TestGateway;
  afterEach(() => gateway.stop());

  async function post(body: object, caller: Readonly<Record<string, string>> = callers.devKey) {
    const headers = { 'content-type': 'application/json', ...caller };
    return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  test('are asked for by their hash once the text was sent', async () => {
    gateway = await startGateway();
    const missed = await post({ extensions: EXTENSIONS });
    expect(missed.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post({ query: COUNT, extensions: EXTENSIONS })).data).toEqual({ integrations: { totalCount: 11 } });
    expect((await post({ extensions: EXTENSIONS }, callers.globexKey)).data.integrations.totalCount).toBeGreaterThan(0);
  });

  test('are not remembered for a request without a caller', async () => {
    gateway = await startGateway();
    expect((await post({ query: COUNT, extensions: EXTENSIONS }, {})).status).toBe(401);
    const missed = await post({ extensions: EXTENSIONS });
    expect(missed.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('another version of the protocol is refused', async () => {
    gateway = await startGateway();
    const answer = await post({ extensions: { persistedQuery: { version: 2, sha256Hash: sha256(COUNT) } } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('a text under the hash of another is refused', async () => {
    gateway = await startGateway();
    const answer = await post({ query: '{ __typename }', extensions: EXTENSIONS });
    expect([answer.status, answer.errors?.[0]]).toMatchObject([400, { extensions: { code: 'BAD_REQUEST' } }]);
    expect(answer.errors?.[0]?.message).toBe('provided sha does not match query');
    expect((await post({ extensions: EXTENSIONS })).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('with Redis', () => {
  const CACHE_KEY_SECRET = 'a secret of the test';
  const headers = { 'content-type': 'application/json', ...callers.devKey };
  const post = async ({ url }: TestGateway, body: object) =>
    readAnswer(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));

  let redis: RedisServer;
  let gateways: TestGateway[];

  beforeEach(async () => {
    redis = await startRedis();
    const env = { REDIS_URL: redis.url, CACHE_KEY_SECRET, REDIS_KEY_PREFIX: 'test', PERSISTED_QUERIES_TTL: '1h' };
    gateways = await Promise.all([startGateway(env), startGateway(env)]);
  });

  afterEach(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await redis.stop();
  });

  test('what one process was told, another knows, for as long as PERSISTED_QUERIES_TTL says', async () => {
    const [one, other] = gateways as [TestGateway, TestGateway];
    expect((await post(one, { query: COUNT, extensions: EXTENSIONS })).data.integrations.totalCount).toBe(11);
    // Apollo Server does not wait until it is kept.
    const key = `test:v1:{${sha256(COUNT)}}:text`;
    const left = await eventually('the text is in Redis', async () => {
      const ms = Number(await redis.command('pttl', key));
      return ms > 0 && ms;
    });
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
    expect((await post(other, { extensions: EXTENSIONS })).data).toEqual({ integrations: { totalCount: 11 } });
  });

  test('while it is away they are asked for again, and run', async () => {
    const [one] = gateways as [TestGateway];
    await redis.kill();
    const missed = await post(one, { extensions: EXTENSIONS });
    expect(missed.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post(one, { query: COUNT, extensions: EXTENSIONS })).data).toEqual({
      integrations: { totalCount: 11 },
    });
    expect((await post(one, { extensions: EXTENSIONS })).data).toEqual({ integrations: { totalCount: 11 } });
  });
});

describe('the store behind them', () => {
  function storeOf(texts: Readonly<Record<string, string>>) {
    const asked: string[] = [];
    const store: TextStore = {
      async get(key) {
        asked.push(key);
        return texts[key] ?? null;
      },
      async set(key) {
        asked.push(key);
      },
    };
    return { cache: persistedQueryCache(store), asked };
  }

  test('gives a text by its hash', async () => {
    const { cache } = storeOf({ [sha256(COUNT)]: COUNT });
    expect(await cache.get(`apq:${sha256(COUNT)}`)).toBe(COUNT);
  });

  test('a text that something else put there is a miss', async () => {
    const { cache } = storeOf({ [sha256(COUNT)]: 'mutation { deleteEverything }' });
    expect(await cache.get(`apq:${sha256(COUNT)}`)).toBeUndefined();
  });

  test('is not asked for anything but a hash', async () => {
    const { cache, asked } = storeOf({});
    for (const key of ['apq:*', 'apq:', `apq:${'A'.repeat(64)}`, `apq:${'a'.repeat(65)}`, 'a'.repeat(64)]) {
      expect(await cache.get(key)).toBeUndefined();
      await cache.set(key, COUNT);
    }
    expect(asked).toEqual([]);
  });
});
