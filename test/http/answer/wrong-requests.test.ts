import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ErrorEvent, errorChannel } from '../../../src/telemetry/channels.ts';
import { isServerError } from '../../../src/telemetry/log.ts';
import { type Answer, callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { DOCUMENTS } from '../../helpers/wrong-requests/documents.ts';
import { type Body, CANARY, INPUT, query, REQUEST, type Row } from '../../helpers/wrong-requests/rows.ts';
import { entities, REPRESENTATIONS, VALUES } from '../../helpers/wrong-requests/values.ts';

/** Found before there is a document. */
const REQUESTS: readonly Row[] = [
  ['no JSON', '{"query":', 400, REQUEST, 'The request body is not valid JSON.'],
  ['an empty object', {}, 400, REQUEST, 'The request body must be a JSON object with "query".'],
  ['a list of operations', '[{"query":"{ __typename }"}]', 400, REQUEST, /^Send one operation in a request/],
  ['a text', `"${CANARY}"`, 400, REQUEST, 'The request body must be a JSON object with "query".'],
  ['no query', { variables: {} }, 400, REQUEST, /must contain a non-empty `query`/],
  ['a query that is a number', { query: 1 }, 400, REQUEST, 'GraphQL queries must be strings.'],
  ['a parsed query', { query: { kind: 'Document' } }, 400, REQUEST, 'GraphQL queries must be strings.'],
  ['variables as text', { query: '{ __typename }', variables: CANARY }, 400, REQUEST, /^`variables` in a POST body/],
  [
    'variables as a list',
    { query: '{ __typename }', variables: [CANARY] },
    400,
    REQUEST,
    /^`variables` in a POST body/,
  ],
  ['extensions as a list', { query: '{ __typename }', extensions: [1] }, 400, REQUEST, /^`extensions` in a POST body/],
  [
    'a numeric operation name',
    { query: '{ __typename }', operationName: 1 },
    400,
    REQUEST,
    /^`operationName` in a POST/,
  ],
  [
    'a hash that is not that of the text',
    { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: CANARY } } },
    400,
    REQUEST,
    'provided sha does not match query',
  ],
  [
    'another version of persisted queries',
    { extensions: { persistedQuery: { version: 2, sha256Hash: CANARY } } },
    400,
    REQUEST,
    'Unsupported persisted query version',
  ],
  [
    'a persisted query that is a text',
    { extensions: { persistedQuery: CANARY } },
    400,
    REQUEST,
    'Unsupported persisted query version',
  ],
  [
    'a hash that is not known',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    200,
    'PERSISTED_QUERY_NOT_FOUND',
    'PersistedQueryNotFound',
  ],
  [
    'a hash that is none',
    { extensions: { persistedQuery: { version: 1, sha256Hash: { a: CANARY } } } },
    200,
    'PERSISTED_QUERY_NOT_FOUND',
    'PersistedQueryNotFound',
  ],
];

const ROWS: readonly (readonly [group: string, rows: readonly Row[]])[] = [
  ['requests', REQUESTS],
  ['documents', DOCUMENTS],
  ['values', VALUES],
  ['representations', REPRESENTATIONS],
];

let gateway: TestGateway;
let events: ErrorEvent[] = [];
const onError = (event: unknown) => events.push(event as ErrorEvent);

beforeAll(async () => {
  // As in production: no suggestions.
  gateway = await startGateway({ GATEWAY_MODE: 'production' });
  subscribe(errorChannel.name, onError);
});

afterAll(async () => {
  unsubscribe(errorChannel.name, onError);
  await gateway.stop();
});

async function send(body: Body | string): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', ...callers.devKey };
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: text }));
}

describe.each(ROWS)('%s', (_group, rows) => {
  // Twice: what is remembered of an operation must not change what is said of it.
  test.each(rows.map((row) => [...row] as [...Row]))('%s', async (_name, body, status, code, message) => {
    for (const _ of [1, 2]) {
      events = [];
      const answer = await send(body);
      const [first] = answer.errors ?? [];
      expect([answer.status, first?.extensions.code]).toEqual([status, code]);
      if (typeof message === 'string') expect(first?.message).toBe(message);
      else expect(first?.message).toMatch(message);
      expect(answer.text).not.toMatch(/canary(?!")|SG\.|call stack|Apollo|graphql-js|INTERNAL_SERVER_ERROR|undefined/);
      const codes = [
        ...(answer.errors ?? []).map(({ extensions }) => extensions.code),
        ...events.map((event) => event.code),
      ];
      expect(codes.filter((one) => isServerError(String(one)))).toEqual([]);
    }
  });
});

test.each<[string, object]>([
  ['an integration without id', { __typename: 'Integration' }],
  ['a provider without id', { __typename: 'IntegrationProvider' }],
  ['an environment without id', { __typename: 'Environment' }],
  ['null for an id', { __typename: 'Environment', id: null }],
  ['a number for an id', { __typename: 'Integration', id: 1 }],
  ['an object for an id', { __typename: 'IntegrationProvider', id: { a: CANARY } }],
])('a representation of %s is null, without an error', async (_, representation) => {
  for (const _again of [1, 2]) {
    const answer = await send(entities(representation));
    expect(JSON.parse(answer.text)).toEqual({ data: { _entities: [null] } });
  }
});

test('no wrong value is let through because others were wrong before', async () => {
  const ids = Array.from({ length: 80 }, () => ({ a: CANARY }));
  const { errors } = await send(
    query('query ($ids: [ID!]) { integrations(filter: { ids: $ids }) { totalCount } }', { ids }),
  );
  expect(errors?.at(-1)).toMatchObject({
    message: 'Further variables have invalid values.',
    extensions: { code: INPUT },
  });
});

test.each([
  ['query', 'query=%7B'],
  ['variables', `query=%7B__typename%7D&variables=${CANARY}`],
  ['a list of variables', 'query=%7B__typename%7D&variables=%5B%5D'],
  ['two queries', 'query=%7B__typename%7D&query=%7B__typename%7D'],
  ['extensions', 'query=%7B__typename%7D&extensions=%7B'],
  [
    'a mutation',
    `query=${encodeURIComponent('mutation { deleteIntegration(input: { id: "1" }) { errors { code } } }')}`,
  ],
  ['a subscription', `query=${encodeURIComponent('subscription { x }')}`],
])('GET with wrong %s is the client’s fault', async (_name, search) => {
  events = [];
  const headers = { 'apollo-require-preflight': '1', ...callers.devKey };
  const answer = await readAnswer(await fetch(`${gateway.url}?${search}`, { headers }));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/canary|INTERNAL_SERVER_ERROR/);
  expect(events.filter(({ code }) => isServerError(code))).toEqual([]);
});
