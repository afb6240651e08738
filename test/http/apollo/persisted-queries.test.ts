import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { persistedQueryCache, type TextStore } from '../../../src/http/apollo/persisted-queries.ts';
import { callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { eventually, type RedisServer, startRedis } from '../../helpers/redis.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const COUNT = 'query Count { integrations { totalCount } }';
const extensionsOf = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const EXTENSIONS = extensionsOf(COUNT);
const STRANGER = { authorization: `ApiKey ${'d'.repeat(32)}` };
/** An operation of so many bytes. */
const padded = (bytes: number) => `# ${'x'.repeat(bytes - COUNT.length - 3)}\n${COUNT}`;

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

  const known = async (query: string) => {
    const { errors } = await post({ extensions: extensionsOf(query) });
    return errors?.[0]?.extensions.code !== 'PERSISTED_QUERY_NOT_FOUND';
  };

  test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ['an operation that needs no caller, without one', '{ integrationProviders { id } }', {}, false],
    ['the same, of a caller whom Novu never saw', '{ integrationProviders { id } }', STRANGER, false],
    ['what is known of a caller without asking Novu', '{ integrationsViewer { scheme } }', STRANGER, false],
    ['an operation of a caller whom Novu refuses', COUNT, STRANGER, false],
    [
      'an operation with an error in a part of it',
      `{ integrations { totalCount } integration(by: { id: "" }) { id } integrations2: integrations(first: 1, last: 1) { totalCount } }`,
      callers.devKey,
      false,
    ],
    ['the longest text', padded(16 * 1024), callers.devKey, true],
    ['a longer text', padded(16 * 1024 + 1), callers.devKey, false],
    ['a longer text in two bytes a character', `# ${'ä'.repeat(8 * 1024)}\n${COUNT}`, callers.devKey, false],
    ['who the caller is, by Novu', '{ integrationsViewer { organization { id } } }', callers.devKey, true],
    [
      'a mutation',
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { integration { id } errors { code } } }',
      callers.session,
      true,
    ],
    [
      'a mutation with values written into it, which may be credentials',
      'mutation { updateIntegration(input: { id: "65b100000000000000000003", name: "n" }) { integration { id } errors { code } } }',
      callers.session,
      false,
    ],
    [
      'the same in a fragment',
      'mutation { ...Rename } fragment Rename on Mutation { updateIntegration(input: { id: "65b100000000000000000003", name: "n" }) { integration { id } errors { code } } }',
      callers.session,
      false,
    ],
    [
      'a mutation with a default value that stands as an id',
      'mutation ($patch: JSONObject = { id: "SECRET" }) { updateIntegration(input: { id: "65b100000000000000000003", credentialsPatch: $patch }) { integration { id } errors { code } } }',
      callers.session,
      false,
    ],
    [
      'a mutation with a line that was switched off',
      'mutation {\n# credentialsPatch: { apiKey: "SECRET" }\nupdateIntegration(input: { id: "65b100000000000000000003" }) { integration { id } errors { code } } }',
      callers.session,
      false,
    ],
    [
      'a mutation with something else as an id',
      'mutation { deleteIntegration(input: { id: "SECRET" }) { errors { code } } }',
      callers.session,
      false,
    ],
  ])('%s: kept or not', async (_, query, caller, kept) => {
    gateway = await startGateway();
    const variables = { input: { id: '65b100000000000000000003', name: 'n' } };
    const { status } = await post({ query, variables, extensions: extensionsOf(query) }, caller);
    expect([200, 401]).toContain(status);
    expect(await known(query)).toBe(kept);
  });

  test('a caller whom Novu accepted before has the catalog kept too', async () => {
    gateway = await startGateway();
    const catalog = '{ integrationProviders { id } }';
    await post({ query: COUNT });
    await post({ query: COUNT });
    await post({ query: catalog, extensions: extensionsOf(catalog) });
    expect(await known(catalog)).toBe(true);
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
  const CACHE_KEY_SECRET = 'a secret of the test, long enough';
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
    // The answer does not wait until it is kept.
    const key = `test:v1:{texts}:text:${sha256(COUNT)}`;
    const left = await eventually('the text is in Redis', async () => {
      const ms = Number(await redis.command('pttl', key));
      return ms > 0 && ms;
    });
    expect(left).toBeGreaterThan(3_500_000);
    expect(left).toBeLessThanOrEqual(3_600_000);
    expect((await post(other, { extensions: EXTENSIONS })).data).toEqual({ integrations: { totalCount: 11 } });
  });

  test('a flood of those whom Novu never accepted writes nothing', async () => {
    const [one] = gateways as [TestGateway, TestGateway];
    const flood = Array.from({ length: 60 }, (_, index) => `query Flood${index} { integrationProviders { id } }`);
    for (const [index, query] of flood.entries()) {
      const stranger = { ...headers, authorization: `ApiKey ${'d'.repeat(30)}${10 + (index % 80)}` };
      const asked = index % 2 ? stranger : { 'content-type': 'application/json' };
      const body = JSON.stringify({ query, extensions: extensionsOf(query) });
      expect((await fetch(one.url, { method: 'POST', headers: asked, body })).status).toBe(200);
    }
    // One that is kept, so that the others would have been by then.
    await post(one, { query: COUNT, extensions: EXTENSIONS });
    await eventually('the text is in Redis', async () =>
      (await redis.command('keys', '*:text:*')).includes(sha256(COUNT)),
    );
    const keys = (await redis.command('keys', 'test:v1:{texts}:*')).split('\n').filter((key) => key !== '');
    expect(keys).toHaveLength(3);
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
      async register(key) {
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
    }
    expect(asked).toEqual([]);
  });
});
