import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ErrorEvent, errorChannel } from '../../../src/telemetry/channels.ts';
import { isServerError } from '../../../src/telemetry/log.ts';
import { ACME_PROD, type Answer, callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';

/** A value that no message may quote. */
const CANARY = 'SG.canary';
const ID = '65b100000000000000000001';

type Body = Readonly<Record<string, unknown>>;
type Row = readonly [name: string, body: Body | string, status: number, code: string, message: string | RegExp];

const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const PARSE = 'GRAPHQL_PARSE_FAILED';
const INPUT = 'BAD_USER_INPUT';
const REQUEST = 'BAD_REQUEST';

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

const query = (text: string, variables: Body = {}): Body => ({ query: text, variables });

/** Found in the document alone. */
const DOCUMENTS: readonly Row[] = [
  ['nothing to parse', query('#'), 400, PARSE, 'Syntax Error: Unexpected <EOF>.'],
  ['an end too early', query('{ integrations'), 400, PARSE, 'Syntax Error: Expected Name, found <EOF>.'],
  ['a text where a name belongs', query(`{ "${CANARY}" }`), 400, PARSE, 'Syntax Error: Expected Name, found String.'],
  [
    'too many tokens',
    query(`{${' a'.repeat(10_001)} }`),
    400,
    PARSE,
    /^Syntax Error: Document contains more that \d+ tokens/,
  ],
  ['brackets without end', query('{a'.repeat(5_000)), 400, 'QUERY_TOO_COMPLEX', /nests too deep/],
  ['lists without end', query(`{ a(b: ${'['.repeat(5_000)}`), 400, 'QUERY_TOO_COMPLEX', /nests too deep/],
  ['an unknown field', query('{ nothing }'), 400, INVALID, 'Cannot query field "nothing" on type "Query".'],
  ['a field of Object', query('{ constructor }'), 400, INVALID, 'Cannot query field "constructor" on type "Query".'],
  ['its prototype', query('{ __proto__ }'), 400, INVALID, 'Cannot query field "__proto__" on type "Query".'],
  [
    'an unknown argument',
    query('{ integrationProviders(x: 1) { id } }'),
    400,
    INVALID,
    /^Unknown argument "x" on field/,
  ],
  [
    'an argument that is missing',
    query('{ integration { id } }'),
    400,
    INVALID,
    /argument "by" of type "IntegrationBy!" is req/,
  ],
  ['an unknown type', query('query ($x: Nothing) { __typename }'), 400, INVALID, /^Unknown type "Nothing"\./],
  ['an unknown fragment', query('{ ...F }'), 400, INVALID, 'Unknown fragment "F".'],
  [
    'a fragment in itself',
    query('{ ...F } fragment F on Query { ...F }'),
    400,
    INVALID,
    'Cannot spread fragment "F" within itself.',
  ],
  [
    'a fragment of nowhere',
    query('{ ... on Integration { id } }'),
    400,
    INVALID,
    /^Fragment cannot be spread here as objects/,
  ],
  ['an unknown directive', query('{ __typename @x }'), 400, INVALID, 'Unknown directive "@x".'],
  [
    'a directive elsewhere',
    query('query @skip(if: true) { __typename }'),
    400,
    INVALID,
    /^Directive "@skip" may not be used on/,
  ],
  ['no selection', query('{ integrationProviders }'), 400, INVALID, /must have a selection of subfields/],
  ['a selection of a leaf', query('{ __typename { x } }'), 400, INVALID, /must not have a selection/],
  [
    'two meanings of one name',
    query('{ integrationProviders { a: id a: name } }'),
    400,
    INVALID,
    /^Fields "a" conflict because "id" and "name" are different fields\./,
  ],
  [
    'two meanings further down',
    query('{ integrationProviders { x: credentialFields { k: key } x: credentialFields { k: displayName } } }'),
    400,
    INVALID,
    /^Fields "x" conflict because subfields "k" conflict/,
  ],
  [
    'a variable that is not defined',
    query('{ integrationProvider(id: $id) { id } }'),
    400,
    INVALID,
    'Variable "$id" is not defined.',
  ],
  [
    'a variable that is not used',
    query('query A($id: ID) { __typename }'),
    400,
    INVALID,
    /^Variable "\$id" is never used in op/,
  ],
  [
    'a variable of an output type',
    query('query ($x: Integration) { __typename }'),
    400,
    INVALID,
    /^Variable "\$x" cannot be non-in/,
  ],
  [
    'a variable in a wrong place',
    query('query ($x: Int) { integrationProvider(id: $x) { id } }'),
    400,
    INVALID,
    /used in position/,
  ],
  [
    'a text for a number',
    query(`{ integrations(first: "${CANARY}") { totalCount } }`),
    400,
    INVALID,
    'Int cannot represent non-integer value.',
  ],
  [
    'a number that is too large',
    query('{ integrations(first: 99999999999) { totalCount } }'),
    400,
    INVALID,
    /^Int cannot represent non 32-bit/,
  ],
  [
    'a value that the enum has not',
    query(`{ primaryIntegration(channel: CANARY) { id } }`),
    400,
    INVALID,
    /^Value does not exist in "Integ/,
  ],
  [
    'two keys of a @oneOf',
    query('{ integration(by: { id: "1", identifier: { identifier: "x" } }) { id } }'),
    400,
    INVALID,
    /must specify exactly one key/,
  ],
  ['no key of a @oneOf', query('{ integration(by: {}) { id } }'), 400, INVALID, /must specify exactly one key/],
  [
    'null in a @oneOf',
    query('{ integration(by: { id: null }) { id } }'),
    400,
    INVALID,
    'Field "IntegrationBy.id" must be non-null.',
  ],
  ['a subscription', query('subscription { x }'), 400, INVALID, 'There are no subscriptions in this API.'],
  [
    'a subscription by name',
    query('subscription S { integrations { totalCount } }'),
    400,
    INVALID,
    'There are no subscriptions in this API.',
  ],
  ['a definition of a type', query('type Query { x: Int }'), 400, INVALID, 'The "Query" definition is not executable.'],
  [
    'a schema',
    query('schema { query: Query } { __typename }'),
    400,
    INVALID,
    'The schema definition is not executable.',
  ],
  ['fragments alone', query('fragment F on Query { __typename }'), 400, INVALID, 'Fragment "F" is never used.'],
  [
    'another operation name',
    { query: 'query A { __typename }', operationName: CANARY },
    400,
    'OPERATION_RESOLUTION_FAILURE',
    'The document has no operation of this name.',
  ],
  [
    'two operations and no name',
    { query: 'query A { __typename } query B { __typename }' },
    400,
    'OPERATION_RESOLUTION_FAILURE',
    'Must provide operation name if query contains multiple operations.',
  ],
];

const BY_ID = 'query ($by: IntegrationBy!) { integration(by: $by) { id } }';
const RULES = `mutation ($i: UpdateIntegrationInput!) { updateIntegration(input: $i) { errors { code } } }`;
const withVariables = (text: string, variables: string) => `{"query":${JSON.stringify(text)},"variables":${variables}}`;
/** As text: `JSON.stringify` does not go so deep. */
const OBJECTS = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
const LISTS = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
const DELETE = 'mutation ($id: ID!) { deleteIntegration(input: { id: $id }) { errors { code message } } }';

/** Found in the values of variables, before and while they are used. 200: under application/json, with data null. */
const VALUES: readonly Row[] = [
  [
    'a variable that is missing',
    query(BY_ID),
    400,
    INPUT,
    'Variable "$by" of required type "IntegrationBy!" was not provided.',
  ],
  [
    'null for a variable',
    query(BY_ID, { by: null }),
    400,
    INPUT,
    'Variable "$by" of non-null type "IntegrationBy!" must not be null.',
  ],
  [
    'a text for an object',
    query(BY_ID, { by: CANARY }),
    400,
    INPUT,
    /^Variable "\$by" got an invalid value\. Expected type/,
  ],
  ['two keys', query(BY_ID, { by: { id: CANARY, identifier: null } }), 400, INPUT, /Exactly one key must be specified/],
  ['an unknown field', query(BY_ID, { by: { [CANARY]: 1 } }), 400, INPUT, /^Variable "\$by" got an invalid value\./],
  [
    'more wrong values than are reported',
    query('query ($ids: [ID!]) { integrations(filter: { ids: $ids }) { totalCount } }', {
      ids: Array(80).fill({ a: CANARY }),
    }),
    400,
    INPUT,
    /^Variable "\$ids" got an invalid value at "ids\[0\]"\. Expected type "ID"\./,
  ],
  [
    'JSON without end',
    withVariables(RULES, `{"i":{"id":"${ID}","rules":${OBJECTS}}}`),
    400,
    INPUT,
    /JSON may nest 32 levels/,
  ],
  [
    'JSON of too many values',
    withVariables(RULES, JSON.stringify({ i: { id: ID, rules: { a: Array(5_000).fill(1) } } })),
    400,
    INPUT,
    /JSON may nest 32 levels and have 5000 values/,
  ],
  ['lists without end', withVariables(BY_ID, `{"by":{"id":${LISTS}}}`), 400, INPUT, /Expected type "ID"/],
  [
    'null for a variable with a default in a place that is not nullable',
    query('query ($c: IntegrationChannel = EMAIL) { primaryIntegration(channel: $c) { id } }', { c: null }),
    200,
    INPUT,
    'Argument "channel" of non-null type "IntegrationChannel!" must not be null.',
  ],
  [
    'the same for an id',
    query('query ($id: ID = "sendgrid") { integrationProvider(id: $id) { id } }', { id: null }),
    200,
    INPUT,
    'Argument "id" of non-null type "ID!" must not be null.',
  ],
  [
    'the same inside an object',
    query(
      'query ($f: IntegrationOrderField = NAME) { integrations(orderBy: { field: $f, direction: ASC }) { totalCount } }',
      { f: null },
    ),
    200,
    INPUT,
    'Argument "orderBy" has an invalid value: check the variables in it.',
  ],
  [
    'the same inside a list',
    query('query ($id: ID = "1") { integrations(filter: { ids: [$id] }) { totalCount } }', { id: null }),
    200,
    INPUT,
    'Argument "filter" has an invalid value: check the variables in it.',
  ],
  [
    'the same in a directive',
    query('query ($on: Boolean = true) { integrationProviders { id @include(if: $on) } }', { on: null }),
    200,
    INPUT,
    'Argument "if" of non-null type "Boolean!" must not be null.',
  ],
  [
    'the same in a directive at the root',
    query('query ($on: Boolean = true) { integrationProviders @skip(if: $on) { id } }', { on: null }),
    200,
    INPUT,
    'Argument "if" of non-null type "Boolean!" must not be null.',
  ],
  [
    'an absent variable in a @oneOf',
    query('query ($id: ID) { integration(by: { id: $id }) { id } }'),
    200,
    INPUT,
    'Argument "by" has an invalid value: check the variables in it.',
  ],
  [
    'null for a variable in a @oneOf',
    query('query ($id: ID) { integration(by: { id: $id }) { id } }', { id: null }),
    200,
    INPUT,
    'Argument "by" has an invalid value: check the variables in it.',
  ],
  [
    'half a surrogate pair in a literal',
    query('{ integrationProvider(id: "a\\ud800") { id } }'),
    400,
    PARSE,
    'Syntax Error: Invalid Unicode escape sequence.',
  ],
  ['half a surrogate pair in the id of a write', withVariables(DELETE, '{"id":"a\\ud800"}'), 400, REQUEST, /Unicode/],
  ['half a surrogate pair to look for', withVariables(BY_ID, '{"by":{"id":"a\\udc00"}}'), 400, REQUEST, /Unicode/],
  ['a page of no rows', query('{ integrations(first: 0) { totalCount } }'), 200, INPUT, /first/],
  [
    'another environment',
    query(`{ primaryIntegration(channel: EMAIL, environmentId: "${ACME_PROD}") { id } }`),
    200,
    'FORBIDDEN',
    /\.$/,
  ],
  ['a cursor that is none', query(`{ integrations(after: "${CANARY}") { totalCount } }`), 200, INPUT, /cursor/i],
];

const entities = (...representations: readonly unknown[]) =>
  query(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Integration { id } ... on IntegrationProvider { id } ... on Environment { id } } }',
    { r: representations },
  );

/** What no router sends. */
const REPRESENTATIONS: readonly Row[] = [
  ['no type', entities({ id: CANARY }), 200, INPUT, /"__typename"/],
  ['a type that is no entity', entities({ __typename: CANARY, id: ID }), 200, INPUT, /"__typename"/],
  ['an object’s own', entities({ __typename: 'constructor', id: ID }), 200, INPUT, /"__typename"/],
  ['a list', entities([[]]), 200, INPUT, /"__typename"/],
  ['a text', entities(CANARY), 200, INPUT, /"__typename"/],
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
