import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh } from '../helpers/demo-data.ts';
import { type Answer, callers, readAnswer, startGateway, type TestGateway } from '../helpers/gateway.ts';

let gateway: TestGateway;
let base: string;
beforeAll(async () => {
  gateway = await startGateway();
  base = gateway.app.url;
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.calls();
});

const LIST = '{ integrations { totalCount } }';
const CREATE =
  'mutation { createIntegration(input: { providerId: "discord" }) { integration { id } errors { code } } }';

async function post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const all = { 'content-type': 'application/json', ...callers.session, ...headers };
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers: all, body }));
}
const asked = (query: string, headers: Readonly<Record<string, string>> = {}, variables = {}) =>
  post(JSON.stringify({ query, variables }), headers);

describe('paths', () => {
  test.each([
    ['/healthz', { status: 'ok' }],
    ['/readyz', { status: 'ready', upstream: 'configured' }],
  ])('%s', async (path, body) => {
    const response = await fetch(base + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject(body);
    for (const method of ['GET', 'POST']) {
      const named = await fetch(base + path, { method, headers: { 'x-request-id': 'mine-1' } });
      expect(named.headers.get('x-request-id')).toBe('mine-1');
    }
  });

  test('readiness says which form the cache has', async () => {
    const { cache } = (await (await fetch(`${base}/readyz`)).json()) as { cache: object };
    expect(JSON.stringify(cache)).toMatch(/memory|process/);
    expect(gateway.calls()).toEqual([]);
  });

  test.each(['/graphqlx', '/graphql/', '/v1/integrations', '/healthz/x'])('%s is 404, as JSON', async (path) => {
    const answer = await readAnswer(await fetch(base + path, { method: 'POST' }));
    expect(answer.status).toBe(404);
    expect(answer.errors).toMatchObject([{ extensions: { requestId: answer.headers.get('x-request-id') } }]);
  });
});

describe('a body', () => {
  test('of 256 KiB is read, a larger one is 413', async () => {
    const padded = (bytes: number) => {
      const empty = JSON.stringify({ query: LIST, extensions: { padding: '' } });
      return JSON.stringify({ query: LIST, extensions: { padding: 'x'.repeat(bytes - empty.length) } });
    };
    expect((await post(padded(256 * 1024))).data).toEqual({ integrations: { totalCount: 20 } });
    const { status, errors, headers } = await post(padded(256 * 1024 + 1));
    expect(status).toBe(413);
    expect(errors).toMatchObject([{ extensions: { requestId: headers.get('x-request-id') } }]);
  });

  test.each([
    ['no JSON', '{"query":'],
    ['nothing', ''],
    ['a list: no batching', JSON.stringify([{ query: LIST }, { query: LIST }])],
    ['no query', '{}'],
    ['a query that is no text', '{"query":{"a":1}}'],
    ['variables that are no object', JSON.stringify({ query: LIST, variables: 'CANARY' })],
    ['null', 'null'],
  ])('that is %s is 400, without an upstream call', async (_name, body) => {
    const { status, errors, headers, data, text } = await post(body);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('CANARY');
    expect(gateway.calls()).toEqual([]);
  });
});

describe('cross-site requests', () => {
  test('without a header that makes a browser ask first are refused', async () => {
    const simple = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: CREATE }),
    });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    const get = await fetch(`${gateway.url}?query=${encodeURIComponent(LIST)}`);
    expect(get.status).toBe(400);
    expect(gateway.calls()).toEqual([]);
  });
});

describe('GET', () => {
  const get = (query: string, more = '') =>
    fetch(`${gateway.url}?query=${encodeURIComponent(query)}${more}`, {
      headers: { ...callers.session, 'apollo-require-preflight': '1' },
    });

  test('answers queries, with variables', async () => {
    const variables = encodeURIComponent(JSON.stringify({ id: DEV.fcm }));
    const response = await get(
      'query ($id: ID) { integration(by: { id: $id }) { identifier } }',
      `&variables=${variables}`,
    );
    expect(await response.json()).toEqual({ data: { integration: { identifier: 'fcm' } } });
    expect(response.status).toBe(200);
  });

  test('never runs a mutation', async () => {
    const response = await get(CREATE);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('POST');
    expect(gateway.calls()).toEqual([]);
  });
});

test.each(['PUT', 'DELETE', 'PATCH'])('%s is no method of the API', async (method) => {
  const response = await fetch(gateway.url, {
    method,
    headers: { ...callers.session, 'content-type': 'application/json' },
    body: JSON.stringify({ query: LIST }),
  });
  expect(response.status).toBe(405);
  expect(gateway.calls()).toEqual([]);
});

describe('the request id', () => {
  test('that is well formed is used, returned and forwarded', async () => {
    const { headers } = await asked(LIST, { ...fresh(callers.session), 'x-request-id': 'shop.42:a-b_c' });
    expect(headers.get('x-request-id')).toBe('shop.42:a-b_c');
    expect(gateway.backend.requests[0]?.headers['x-request-id']).toBe('shop.42:a-b_c');
  });

  test.each(['with space', 'quote"', 'ä', '<script>', 'x'.repeat(129), ''])('"%.20s" is replaced', async (given) => {
    const { headers, errors } = await asked('{ nothing }', { 'x-request-id': given });
    expect(headers.get('x-request-id')).toMatch(/^[\w.:-]{8,128}$/);
    expect(headers.get('x-request-id')).not.toBe(given);
    expect(errors?.[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
  });

  test('is made anew for each request', async () => {
    const ids = await Promise.all([asked(LIST), asked(LIST), asked(LIST)]);
    expect(new Set(ids.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
  });
});

test('nothing but the caller, the environment, the ids and the key is forwarded', async () => {
  await asked(LIST, {
    ...fresh(callers.session),
    cookie: 'a=b',
    'x-forwarded-for': '1.2.3.4',
    'user-agent': 'spy',
    'x-custom': 'y',
    'idempotency-key': 'k',
    referer: 'https://a.example/',
  });
  const [request] = gateway.backend.requests;
  expect(request?.headers).toMatchObject({
    authorization: 'Bearer dev-session',
    'novu-environment-id': callers.session['novu-environment-id'],
  });
  for (const name of ['cookie', 'x-forwarded-for', 'x-custom', 'referer', 'origin'])
    expect(request?.headers[name]).toBeUndefined();
  expect(request?.headers['user-agent'] ?? '').not.toContain('spy');
});

const ENTITIES =
  '{ _entities(representations: [{ __typename: "IntegrationProvider", id: "ses" }]) { ... on IntegrationProvider { id } } }';

describe('Cache-Control and Vary', () => {
  test.each([
    ['a list', LIST, 'private, no-cache'],
    ['credentials', '{ integrations { nodes { credentials { __typename } } } }', 'no-store'],
    ['a signing key', '{ integrations { nodes { configurations { inboundWebhookSigningKey } } } }', 'no-store'],
    ['a mutation', CREATE, 'no-store'],
    ['an error', '{ integrations(first: 0) { totalCount } }', 'no-store'],
    ['an error of parsing', '{', 'no-store'],
    ['an error of validation', '{ nothing }', 'no-store'],
    [
      'credentials in a fragment',
      '{ ...F } fragment F on Query { integrations { nodes { ...G } } } fragment G on Integration { c: credentials { __typename } }',
      'no-store',
    ],
  ])('%s', async (_name, query, expected) => {
    const { headers } = await asked(query);
    expect(headers.get('cache-control')).toBe(expected);
    const vary = headers.get('vary')?.toLowerCase() ?? '';
    expect(vary).toBe('origin, authorization, novu-environment-id');
  });

  const CATALOG =
    '{ __typename integrationProviders { id } ...F } fragment F on Query { integrationProvider(id: "ses") { id } }';

  test.each([
    ['the catalog', CATALOG, {}, 'public, max-age=300'],
    ['the catalog, as entities', ENTITIES, {}, 'private, no-cache'],
    [
      'a list beside the catalog',
      '{ integrationProviders { id } integrations { totalCount } }',
      {},
      'private, no-cache',
    ],
    ['the catalog with a trace', CATALOG, { 'apollo-federation-include-trace': 'ftv1' }, 'private, no-cache'],
    [
      'the catalog with an error',
      `{ integrationProviders(filter: { ids: ${JSON.stringify(Array(101).fill('ses'))} }) { id } }`,
      {},
      'no-store',
    ],
  ])('%s is for shared caches only where it is the same for all', async (_name, query, headers, expected) => {
    // Twice: the second may be answered another way.
    for (const _time of [1, 2]) {
      const answer = await gateway.ask({ ...callers.devKey, ...headers }, query);
      expect(answer.headers.get('cache-control')).toBe(expected);
      const vary = answer.headers.get('vary')?.toLowerCase();
      const isPublic = expected.startsWith('public');
      expect(vary).toBe(isPublic ? 'origin, accept' : 'origin, authorization, novu-environment-id');
    }
  });

  test('the catalog is public for a GET too, which is what shared caches keep', async () => {
    const url = `${gateway.url}?query=${encodeURIComponent('{ integrationProviders { id } }')}`;
    const { status, headers } = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
  });
});
