import { ACME_PROD } from '../gateway.ts';
import { CANARY, ID, INPUT, PARSE, query, REQUEST, type Row } from './rows.ts';

const BY_ID = 'query ($by: IntegrationBy!) { integration(by: $by) { id } }';
const RULES = `mutation ($i: UpdateIntegrationInput!) { updateIntegration(input: $i) { errors { code } } }`;
const withVariables = (text: string, variables: string) => `{"query":${JSON.stringify(text)},"variables":${variables}}`;

/** As text: `JSON.stringify` does not go so deep. */
const OBJECTS = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
const LISTS = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
const DELETE = 'mutation ($id: ID!) { deleteIntegration(input: { id: $id }) { errors { code message } } }';

/** Found in the values of variables, before and while they are used. 200: under application/json, with data null. */
export const VALUES: readonly Row[] = [
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

export const entities = (...representations: readonly unknown[]) =>
  query(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Integration { id } ... on IntegrationProvider { id } ... on Environment { id } } }',
    { r: representations },
  );

/** What no router sends. */
export const REPRESENTATIONS: readonly Row[] = [
  ['no type', entities({ id: CANARY }), 200, INPUT, /"__typename"/],
  ['a type that is no entity', entities({ __typename: CANARY, id: ID }), 200, INPUT, /"__typename"/],
  ['an object’s own', entities({ __typename: 'constructor', id: ID }), 200, INPUT, /"__typename"/],
  ['a list', entities([[]]), 200, INPUT, /"__typename"/],
  ['a text', entities(CANARY), 200, INPUT, /"__typename"/],
];
