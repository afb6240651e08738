import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { RequestKey, ResponseCache } from '../../../src/http/fast/response-cache.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import type { Integration } from '../../../src/model/integration.ts';
import { ACME_DEV, callers, type Headers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { comparable, head, PIPELINE } from '../../helpers/pipeline.ts';
import { readOperations, readVariables } from '../../helpers/read-operations.ts';
import { checkProperty, RUNS_TIMEOUT } from '../../helpers/runs.ts';
import { withSameChecksum } from '../../helpers/same-checksum.ts';
import { countWays } from '../../helpers/ways.ts';

const SENDGRID = '65b100000000000000000001';
const MAILGUN = '65b100000000000000000002';

let gateway: TestGateway;
/** The same, of which the pipeline is asked. */
let plain: TestGateway;
const LASTING = { CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' };
beforeAll(async () => {
  gateway = await startGateway(LASTING);
  plain = await startGateway(LASTING);
});
afterAll(async () => {
  await gateway.stop();
  await plain.stop();
});

const ways = countWays();
/** How many requests the response cache has answered. */
const served = () => ways.count('response-cache');

/** The first fills the cache, the second makes the request known, the third is kept, the fourth may be served as it was kept. */
const TIMES = 4;
async function repeatedly(caller: Headers, query: string, variables?: object) {
  const answers = [];
  for (let turn = 0; turn < TIMES; turn++) answers.push(await gateway.ask(caller, query, variables));
  return answers;
}

describe('the response cache', () => {
  test(
    'are byte for byte what the pipeline answers, for every caller',
    async () => {
      let short = 0;
      await checkProperty(
        fc.asyncProperty(
          readOperations(createSchema().schema),
          readVariables,
          fc.constantFrom(...Object.values(callers)),
          async (query, variables, caller) => {
            const long = await plain.ask({ ...caller, ...PIPELINE }, query, variables);
            const texts = (await repeatedly(caller, query, variables)).map(({ text }) => comparable(text));
            expect(texts).toEqual(Array(TIMES).fill(comparable(long.text)));
            short += served();
            ways.clear();
          },
        ),
        60,
      );
      expect(short).toBeGreaterThan(3);
    },
    RUNS_TIMEOUT,
  );

  const QUERY = '{ integrations(first: 3) { nodes { id name primary } } }';

  test('have the head of the pipeline, with a request id of their own', async () => {
    const long = await plain.ask({ ...callers.devKey, ...PIPELINE }, QUERY);
    const short = (await repeatedly(callers.devKey, QUERY)).at(-1);
    expect(served()).toBeGreaterThan(0);
    expect(head(short?.headers)).toEqual(head(long.headers));
    expect(short?.headers.get('x-request-id')).not.toBe(long.headers.get('x-request-id'));
  });

  test('end with a write, also with one of another caller of the organization', async () => {
    const query = `{ integration(by: { id: "${MAILGUN}" }) { name } }`;
    await repeatedly(callers.devKey, query);
    expect(served()).toBeGreaterThan(0);
    const mutation = `mutation ($name: String) { updateIntegration(input: { id: "${MAILGUN}", name: $name }) { errors { code } } }`;
    await gateway.ask(callers.session, mutation, { name: 'Renamed' });
    expect((await gateway.ask(callers.devKey, query)).data.integration.name).toBe('Renamed');
  });

  test('belong to one caller: another caller with the same request gets an answer of its own', async () => {
    const [answer] = await repeatedly(callers.devKey, QUERY);
    await repeatedly(callers.globexKey, QUERY);
    const other = await gateway.ask(callers.globexKey, QUERY);
    expect(other.text).not.toBe(answer?.text);
    const nobody = await gateway.ask({}, QUERY);
    expect(nobody.status).toBe(401);
  });

  test('are given for a request, and not for its checksum', async () => {
    const bodies = withSameChecksum(
      JSON.stringify({ query: `{ integration(by: { id: "${SENDGRID}" }) { name } }` }),
      JSON.stringify({ query: `{ integration(by: { id: "${MAILGUN}" }) { id active } }` }),
    );
    const [place, same] = bodies.map(
      (body) => new RequestKey('test' as CallerScope, 'application/json', Buffer.from(body)).hash,
    );
    expect(place).toBe(same);
    const send = async (body: string) => {
      const headers = { ...callers.devKey, 'content-type': 'application/json' };
      return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body }));
    };
    const [first, second] = bodies;
    for (let turn = 0; turn < TIMES; turn++) expect((await send(first)).data.integration).toHaveProperty('name');
    expect(served()).toBeGreaterThan(0);
    for (let turn = 0; turn < TIMES; turn++) expect((await send(second)).data.integration.id).toBe(MAILGUN);
    expect((await send(first)).data.integration).toHaveProperty('name');
  });

  test.each([
    ['caller', { scope: 'begin with the same characters', mediaType: 'text/a' }],
    ['media type', { scope: 'begin with the same', mediaType: 'text/b' }],
  ])('are found by the %s, and not by the number that finds its place', (_, differing) => {
    const [one, other] = [{ scope: 'begin with the same', mediaType: 'text/a' }, differing].map(
      ({ scope, mediaType }) => new RequestKey(scope as CallerScope, mediaType, Buffer.from('{}')),
    );
    const answers = new ResponseCache({ memory: new ListMemory(1_000_000).memory, keepsCompressed: false });
    const answer = { contentType: 'application/json', isCacheable: true, body: Buffer.from('{}') };
    if (!one || !other) throw new Error('There are two.');
    expect(one.hash).toBe(other.hash);
    const integrations: Integration[] = [];
    for (let turn = 0; turn < 2; turn++) answers.keep(one, integrations, answer);
    expect(answers.find(one, integrations)).toEqual(answer);
    expect(answers.find(other, integrations)).toBeNull();
  });

  test('are kept of a request that comes the second time, of the list that is held', async () => {
    const query = '{ integrations(first: 2) { nodes { id kind } } }';
    await gateway.ask(callers.prodKey, '{ integrations { totalCount } }');
    ways.clear();
    for (const [way, count] of [
      ['apollo', 1],
      ['plan-cache', 1],
      ['response-cache', 1],
      ['response-cache', 2],
    ] as const) {
      await gateway.ask(callers.prodKey, query);
      expect([way, ways.count(way)]).toEqual([way, count]);
    }
  });

  test('are kept and found in memory of their own, up to the bound', () => {
    const answers = new ResponseCache({ memory: new ListMemory(4_100).memory, keepsCompressed: false });
    const integrations: Integration[] = [];
    const keys = ['one', 'two', 'three'].map(
      (scope) => new RequestKey(scope as CallerScope, 'application/json', Buffer.from('{}')),
    );
    const body = Buffer.from('a'.repeat(1_000));
    const answer = { contentType: 'application/json', isCacheable: true, body };
    for (const key of keys) for (let turn = 0; turn < 2; turn++) answers.keep(key, integrations, answer);
    body.fill('b');
    // 1,000 bytes and 400 beside them each: the third takes the place of the first.
    const found = keys.map((key) => answers.find(key, integrations)?.body.toString());
    expect(found).toEqual([undefined, 'a'.repeat(1_000), 'a'.repeat(1_000)]);
    expect(keys.map((key) => answers.find(key, []))).toEqual([null, null, null]);
  });

  test('are kept of requests among the last few thousand, and not of those longer ago', () => {
    const integrations: Integration[] = [];
    const answer = { contentType: 'application/json', isCacheable: true, body: Buffer.from('{}') };
    const keyOf = (text: string) => new RequestKey('test' as CallerScope, 'application/json', Buffer.from(text));
    for (const [others, kept] of [
      [4_000, true],
      [8_200, false],
    ] as const) {
      const answers = new ResponseCache({ memory: new ListMemory(1_000_000).memory, keepsCompressed: false });
      answers.keep(keyOf('one'), integrations, answer);
      for (let other = 0; other < others; other++) answers.keep(keyOf(String(other)), integrations, answer);
      answers.keep(keyOf('one'), integrations, answer);
      expect([others, answers.find(keyOf('one'), integrations) !== null]).toEqual([others, kept]);
    }
  });

  test.each([
    ['credentials', '{ integrations { nodes { credentials { __typename } } } }', callers.session],
    ['what is stored', '{ integrations { nodes { credentialState { key isSet } } } }', callers.session],
    ['what is hidden', '{ integrations { nodes { credentialState { key } } } }', callers.devKey],
    ['a signing key', '{ integrations { nodes { configurations { inboundWebhookSigningKey } } } }', callers.session],
    ['hidden credentials', '{ integrations { nodes { credentials { __typename } } } }', callers.devKey],
    ['another source', '{ integrations { nodes { id environmentName } } }', callers.devKey],
    ['an error', '{ integrations { totalCount } all: integrations(first: 0) { totalCount } }', callers.devKey],
    ['no list', '{ integrationsViewer { scheme } }', callers.devKey],
  ])('are not kept where the answer has %s', async (_, query, caller) => {
    await repeatedly(caller, query);
    expect(served()).toBe(0);
  });

  test.each([
    ['asks past the cache', { 'cache-control': 'no-cache' }],
    ['asks how the cache answered', { 'x-cache-debug': '1' }],
    ['asks for cache tags', { 'x-cache-tags': '1' }],
    ['asks for a trace', { 'apollo-federation-include-trace': 'ftv1' }],
  ])('are not served to a request that %s', async (_, headers) => {
    await repeatedly(callers.devKey, QUERY);
    ways.clear();
    await gateway.ask({ ...callers.devKey, ...headers }, QUERY);
    expect(served()).toBe(0);
  });

  test('are not kept of a request whose media type is refused', async () => {
    const query = `{ integration(by: { id: "${SENDGRID}" }) { kind priority } }`;
    await repeatedly(callers.devKey, query);
    const refused = await repeatedly({ ...callers.devKey, accept: 'text/html' }, query);
    expect(refused.map(({ status }) => status)).toEqual(Array(TIMES).fill(406));
  });

  test('are not given for a persisted query that comes with its text, which is registered each time', async () => {
    const query = '{ integrations(first: 4) { totalCount } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const body = JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
    for (let turn = 0; turn < TIMES; turn++) {
      const headers = { ...callers.devKey, 'content-type': 'application/json' };
      const { data } = await readAnswer(await fetch(gateway.url, { method: 'POST', headers, body }));
      expect(data.integrations.totalCount).toBeGreaterThan(0);
    }
    expect(served()).toBe(0);
  });

  test('a page that a browser asks cross-site with a simple request takes the pipeline and is refused', async () => {
    await repeatedly(callers.devKey, QUERY);
    const answer = await gateway.ask({ ...callers.devKey, 'content-type': 'text/plain' }, QUERY);
    expect(answer.status).toBe(415);
  });
});

test('the environment of the examples is the one of the sample data', async () => {
  const { data } = await gateway.ask(
    callers.devKey,
    `{ integration(by: { id: "${SENDGRID}" }) { environment { id } } }`,
  );
  expect(data.integration.environment.id).toBe(ACME_DEV);
});
