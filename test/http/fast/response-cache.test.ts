import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Asked, ResponseCache } from '../../../src/http/fast/response-cache.ts';
import type { CallerScope } from '../../../src/model/caller.ts';
import type { Integration } from '../../../src/model/integration.ts';
import { comparable, head, LONG_WAY } from '../../helpers/executor.ts';
import { ACME_DEV, callers, type Headers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { checkProperty, RUNS_TIMEOUT } from '../../helpers/runs.ts';
import { withSameChecksum } from '../../helpers/same-checksum.ts';

const SENDGRID = '65b100000000000000000001';
const MAILGUN = '65b100000000000000000002';

let gateway: TestGateway;
/** The same, of which the long way is asked. */
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

const find = jest.spyOn(ResponseCache.prototype, 'find');
afterEach(() => {
  find.mockClear();
});
const served = () => find.mock.results.filter(({ value }) => value !== null).length;

/** The first fills the cache, the second makes the request known, the third is kept, the fourth may be served as it was kept. */
const TIMES = 4;
async function repeatedly(caller: Headers, query: string, variables?: object) {
  const answers = [];
  for (let turn = 0; turn < TIMES; turn++) answers.push(await gateway.ask(caller, query, variables));
  return answers;
}

const FIELDS = [
  'id',
  'name identifier',
  'channel kind active primary priority',
  'provider { displayName credentialFields { key } }',
  'configurations { inboundWebhookEnabled other }',
  'conditions { type children { field value } } rules',
  'environment { id primaryIntegration(channel: EMAIL) { id } }',
  'organization { id } createdAt deletedAt',
  '...on Integration { alias: name }',
  'environmentName',
  'credentials { __typename ... on SendGridCredentials { apiKey } ... on HiddenCredentials { reason } }',
  'configurations { inboundWebhookSigningKey }',
];
const selection = fc
  .uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));
const root = fc.oneof(
  selection.map((fields) => `integration(by: { id: "${SENDGRID}" }) { ${fields} }`),
  selection.map((fields) => `primaryIntegration(channel: SMS) { ${fields} }`),
  fc
    .tuple(
      selection,
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('NAME', 'CREATED_AT'),
      fc.constantFrom('ASC', 'DESC'),
    )
    .map(
      ([fields, first, field, direction]) =>
        `integrations(first: ${first}, orderBy: { field: ${field}, direction: ${direction} }) { totalCount nodes { ${fields} } pageInfo { endCursor hasNextPage } }`,
    ),
  fc.constantFrom(
    'integrationsViewer { scheme }',
    'integrationEnvironments { name }',
    'integrationProvider(id: "ses") { displayName }',
    '__typename',
    'nonsense',
    'other: integrations(filter: { environmentIds: ["65a000000000000000000002"] }) { totalCount }',
  ),
);
const operation = fc
  .array(root, { minLength: 1, maxLength: 3 })
  .map((roots) => `{ ${roots.map((part, i) => alias(part, i)).join(' ')} }`);
const alias = (part: string, index: number) => (/^(__|other|nonsense)/.test(part) ? part : `f${index}: ${part}`);

describe('ready answers', () => {
  test(
    'are byte for byte what the long way answers, for every caller',
    async () => {
      let short = 0;
      await checkProperty(
        fc.asyncProperty(operation, fc.constantFrom(...Object.values(callers)), async (query, caller) => {
          const long = await plain.ask({ ...caller, ...LONG_WAY }, query);
          const texts = (await repeatedly(caller, query)).map(({ text }) => comparable(text));
          expect(texts).toEqual(Array(TIMES).fill(comparable(long.text)));
          short += served();
          find.mockClear();
        }),
        100,
      );

      expect(short).toBeGreaterThan(10);
    },
    RUNS_TIMEOUT,
  );

  const QUERY = '{ integrations(first: 3) { nodes { id name primary } } }';

  test('have the head of the long way, with a request id of their own', async () => {
    const long = await plain.ask({ ...callers.devKey, ...LONG_WAY }, QUERY);
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

  test('are nobody else’s: another caller with the same request gets an answer of its own', async () => {
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
    const [place, same] = bodies.map((body) => new Asked('test' as CallerScope, undefined, Buffer.from(body)).place);
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

  test('are found by the caller, and not by its checksum', () => {
    const [one, other] = withSameChecksum('"one"', '"other"').map(
      (scope) => new Asked(scope as CallerScope, undefined, Buffer.from('{}')),
    );
    const answers = new ResponseCache(1_000_000);
    const answer = { contentType: 'application/json', secret: false, body: Buffer.from('{}') };
    if (!one || !other) throw new Error('There are two.');
    expect(one.place).toBe(other.place);
    const integrations: Integration[] = [];
    for (let turn = 0; turn < 2; turn++) answers.keep(one, integrations, answer);
    expect(answers.find(one, integrations)).toEqual(answer);
    expect(answers.find(other, integrations)).toBeNull();
  });

  test.each([
    ['credentials', '{ integrations { nodes { credentials { __typename } } } }', callers.session],
    ['a signing key', '{ integrations { nodes { configurations { inboundWebhookSigningKey } } } }', callers.session],
    ['hidden credentials', '{ integrations { nodes { credentials { __typename } } } }', callers.devKey],
    ['another source', '{ integrations { nodes { id environmentName } } }', callers.devKey],
    ['an error', '{ integrations { totalCount } primaryIntegration(channel: UNKNOWN) { id } }', callers.devKey],
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
    find.mockClear();
    await gateway.ask({ ...callers.devKey, ...headers }, QUERY);
    expect(served()).toBe(0);
  });

  test('are not kept of a request whose media type is refused', async () => {
    const query = `{ integration(by: { id: "${SENDGRID}" }) { environment { primaryIntegration(channel: SMS) { id } } } }`;
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

  test('a page that a browser asks cross-site with a simple request takes the long way and is refused', async () => {
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
