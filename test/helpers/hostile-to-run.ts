import { ACME_DEV, ACME_PROD, callers } from './gateway.ts';
import { document, type Hostile, ID, KEY, many, NOBODY, ROW, row } from './hostile-parts.ts';

const representations = (aliases: number, selection = '__typename') =>
  `query ($r: [_Any!]!) { ${many(aliases, (n) => `e${n}: _entities(representations: $r) { ${selection} }`)} }`;
const inEachRow = (selection: string) => `{ integrations(first: 100) { nodes { environment { ${selection} } } } }`;
const TRACED = { ...KEY, 'apollo-federation-include-trace': 'ftv1' };
const TAGGED = { ...KEY, 'x-cache-tags': '1' };

const copyOf = (n: number) =>
  `copyIntegration(input: { id: "${ID}", environmentId: "${ACME_PROD}", identifier: "copy-${n}", credentials: KEEP })`;
const updateOf = (n: number) =>
  `updateIntegration(input: { id: "${ID}", name: "${n}", credentials: { sendgrid: { apiKey: "k", from: "a@acme.example", senderName: "A" } } })`;
const promotionOf = (n: number) =>
  `setPrimaryIntegration(input: { id: "${n % 2 === 0 ? '65b100000000000000000002' : ID}" })`;

/** As many as there may be, each of which tells what else it has changed. */
export const tenMutations = (mutation: (n: number) => string) =>
  `mutation { ${many(10, (n) => `a${n}: ${mutation(n)} { errors { code } changedIntegrations { ${ROW} } }`)} }`;

/** Of rows that are read and written again. */
export const TEN_MUTATIONS = { copies: copyOf, updates: updateOf, primaries: promotionOf };

/** What costs when it runs: lookups, errors, comparisons, and what is told beside the answer. */
export const HOSTILE_TO_RUN: readonly Hostile[] = [
  // Representations: each is a lookup, and may be an error.
  row(
    'representations of integrations, aliased',
    KEY,
    document(representations(100), { r: Array(100).fill({ __typename: 'Integration', id: ID }) }),
  ),
  row(
    'the same of no caller',
    NOBODY,
    document(representations(100), { r: Array(100).fill({ __typename: 'Integration', id: ID }) }),
  ),
  row(
    'representations of nothing, aliased',
    NOBODY,
    document(representations(100), { r: Array(100).fill({ __typename: 'N' }) }),
  ),
  row(
    'representations of nothing behind a long line',
    NOBODY,
    document(representations(40).replace('{', `{ #${'x'.repeat(230_000)}\n`), {
      r: Array(100).fill({ __typename: 'N' }),
    }),
  ),
  row(
    'representations of environments that search',
    KEY,
    document(
      representations(1, '... on Environment { integrations(first: 1, filter: { search: "zz" }) { totalCount } }'),
      { r: Array(3_500).fill({ __typename: 'Environment', id: ACME_DEV }) },
    ),
  ),
  row(
    'environments that are not there',
    KEY,
    document(representations(1, '... on Environment { id }'), {
      r: Array.from({ length: 3_500 }, (_, n) => ({ __typename: 'Environment', id: `x${n}` })),
    }),
  ),
  row(
    'representations with 1,500 odd fields',
    KEY,
    document(representations(190), {
      r: Array.from({ length: 10 }, () => ({
        __typename: 'Integration',
        id: ID,
        ...Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, n])),
      })),
    }),
  ),
  row('sdl eight times', NOBODY, document(`{ ${many(8, (n) => `a${n}: _service { sdl }`)} }`)),
  // Fields that fail in every row.
  row(
    'pages in rows that fail',
    KEY,
    document(inEachRow(many(120, (n) => `a${n}: integrations(first: 0) { totalCount }`))),
  ),
  row(
    'pages in rows that fail, far down in a text',
    KEY,
    document(`${'\n'.repeat(120_000)}${inEachRow(many(120, (n) => `a${n}: integrations(first: 0) { totalCount }`))}`),
  ),
  row(
    'primaries in rows that fail',
    KEY,
    document(inEachRow(many(190, (n) => `a${n}: primaryIntegration(channel: UNKNOWN) { id }`))),
  ),
  row(
    'cursors in rows that fail',
    KEY,
    document(inEachRow(many(120, (n) => `a${n}: integrations(after: "x", first: 1) { totalCount }`))),
  ),
  row(
    'roots that fail',
    NOBODY,
    document(
      `{ integrationProvider(id: "x") { id } ${many(190, (n) => `a${n}: integration(by: { id: "x" }) { id }`)} }`,
    ),
  ),
  // Fields that walk over lists.
  row(
    'searches in rows',
    KEY,
    document(inEachRow(many(60, (n) => `a${n}: integrations(first: 1, filter: { search: "zz" }) { totalCount }`))),
  ),
  row(
    'primaries in rows',
    KEY,
    document(inEachRow(many(190, (n) => `a${n}: primaryIntegration(channel: SMS) { id }`))),
  ),
  row(
    '190 filters by 100 ids',
    KEY,
    document(`query ($s: [ID!]) { ${many(190, (n) => `p${n}: integrations(filter: { ids: $s }) { totalCount }`)} }`, {
      s: Array.from({ length: 100 }, (_, n) => `x${n}`),
    }),
  ),
  row(
    '199 orders',
    KEY,
    document(
      `{ ${many(199, (n) => `p${n}: integrations(first: 1, orderBy: { field: ${['NAME', 'IDENTIFIER', 'PRIORITY'][n % 3]}, direction: ${n % 2 ? 'ASC' : 'DESC'} }) { nodes { id } }`)} }`,
    ),
  ),
  row(
    'names of environments',
    KEY,
    document(`{ integrations(first: 100) { nodes { ${many(190, (n) => `a${n}: environmentName`)} } } }`),
  ),
  row(
    'credentials of every row, aliased',
    callers.session,
    document(`{ integrations(first: 100) { nodes { ${many(190, (n) => `a${n}: credentials { __typename }`)} } } }`),
  ),
  row(
    '190 comparisons of environments',
    callers.session,
    document(
      `{ ${many(190, (n) => `a${n}: integrationEnvironmentDiff(from: "${ACME_DEV}", to: "${ACME_PROD}") { equalCount }`)} }`,
    ),
  ),
  row(
    '49 comparisons of environments',
    callers.session,
    document(
      `{ ${many(49, (n) => `a${n}: integrationEnvironmentDiff(from: "${n % 2 ? ACME_DEV : ACME_PROD}", to: "${n % 2 ? ACME_PROD : ACME_DEV}") { equalCount }`)} }`,
    ),
  ),
  // What is told beside the answer.
  row(
    'a trace of 19,000 fields',
    TRACED,
    document(`{ integrations(first: 100) { nodes { ${many(190, (n) => `a${n}: id`)} } } }`),
  ),
  row(
    'cache tags of 190 lists',
    TAGGED,
    document(`{ ${many(190, (n) => `a${n}: integrations(first: 1, filter: { active: true }) { totalCount }`)} }`),
  ),
  row(
    'cache tags of representations',
    TAGGED,
    document(representations(40), { r: Array(100).fill({ __typename: 'Integration', id: ID }) }),
  ),
  // Inputs of mutations.
  row('ten copies', callers.session, document(tenMutations(copyOf))),
  row('ten updates', callers.session, document(tenMutations(updateOf))),
  row('ten new primaries', callers.session, document(tenMutations(promotionOf))),
  row(
    'ten updates that store nothing of 490 values',
    callers.session,
    document(
      `mutation ($r: JSONObject!) { ${many(10, (n) => `a${n}: updateIntegration(input: { id: "${ID}", credentials: { raw: $r } }) { errors { code message path } changedIntegrations { id } }`)} }`,
      { r: Object.fromEntries(Array.from({ length: 490 }, (_, n) => [`k${n}`, 'v'.repeat(20)])) },
    ),
  ),
  row(
    'conditions of 2,400 parts',
    callers.session,
    document(
      `mutation ($c: [IntegrationConditionGroupInput!]) { updateIntegration(input: { id: "${ID}", conditions: $c }) { errors { code path } } }`,
      {
        c: [
          {
            type: 'GROUP',
            value: 'AND',
            children: Array.from({ length: 2_400 }, () => ({
              field: 'x',
              operator: 'EQUAL',
              value: 'y',
              on: 'subscriber',
            })),
          },
        ],
      },
    ),
  ),
  row(
    'rules of 4,800 values, ten times',
    callers.session,
    document(
      `mutation ($r: JSONObject) { ${many(10, (n) => `a${n}: updateIntegration(input: { id: "x", rules: $r }) { errors { code } }`)} }`,
      { r: { and: Array.from({ length: 2_400 }, (_, n) => ({ a: n })) } },
    ),
  ),
  row(
    'a name of 200 KB, ten times',
    callers.session,
    document(
      `mutation ($s: String) { ${many(10, (n) => `a${n}: createIntegration(input: { providerId: "sendgrid", name: $s, identifier: $s }) { errors { code } }`)} }`,
      { s: 'Ä -'.repeat(55_000) },
    ),
  ),
  row(
    'a schema of 20,000 levels, ten times',
    callers.session,
    document(
      `mutation ($s: String) { ${many(10, (n) => `a${n}: updateIntegration(input: { id: "x", configurations: { payloadSchema: $s } }) { errors { code } }`)} }`,
      { s: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` },
    ),
  ),
  row(
    'an idempotency key of 200 KB',
    callers.session,
    document(
      `mutation ($k: String) { updateIntegration(input: { id: "x", idempotencyKey: $k }) { errors { code } } }`,
      { k: 'x'.repeat(200_000) },
    ),
  ),
];
