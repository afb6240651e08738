import { callers } from './gateway.ts';
import { document, type Hostile, ID, KEY, many, NOBODY, ROW, row } from './hostile-parts.ts';
import { HOSTILE_TO_RUN } from './hostile-to-run.ts';
import { HOSTILE_TO_VALIDATE } from './hostile-to-validate.ts';

/** Each under the default `MAX_BODY`. */
export const HOSTILE: readonly Hostile[] = [
  // What is selected, and said to be free.
  row(
    'aliased __typename in the catalog',
    NOBODY,
    document(
      `{ ${many(60, (n) => `p${n}: integrationProviders { ...F }`)} } fragment F on IntegrationProvider { ${many(2_900, (n) => `t${n}: __typename`)} }`,
    ),
  ),
  row('aliased __typename alone', NOBODY, document(`{ ${many(4_000, (n) => `t${n}: __typename`)} }`)),
  row('__typename again and again', NOBODY, document(`{ ${many(9_000, () => '__typename')} }`)),
  row('aliased _service', NOBODY, document(`{ ${many(199, (n) => `s${n}: _service { sdl }`)} }`)),
  row(
    'sdl in a fragment',
    NOBODY,
    document(`{ ${many(190, (n) => `s${n}: _service { ...F }`)} } fragment F on _Service { sdl }`),
  ),
  row(
    'the whole catalog, aliased',
    NOBODY,
    document(
      `{ ${many(100, (n) => `p${n}: integrationProviders { id displayName docsUrl credentialFields { key label description options { label value } } }`)} }`,
    ),
  ),
  row(
    'the catalog by a list of 20,000 ids',
    NOBODY,
    document('query ($s: [ID!]) { integrationProviders(filter: { ids: $s }) { id } }', {
      s: Array(20_000).fill('sendgrid'),
    }),
  ),
  row(
    'the catalog searched for a long text',
    NOBODY,
    document(
      `query ($s: String) { ${many(190, (n) => `p${n}: integrationProviders(filter: { search: $s }) { id }`)} }`,
      { s: 'x'.repeat(200_000) },
    ),
  ),
  // Introspection.
  row(
    'introspection, aliased',
    NOBODY,
    document(`{ ${many(150, (n) => `s${n}: __schema { types { name fields { name args { name } } } }`)} }`),
  ),
  row(
    'introspection, nested',
    NOBODY,
    document(
      `{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { type { name ofType { name } } } }`,
    ),
  ),
  row(
    'introspection of one type, aliased',
    NOBODY,
    document(
      `{ ${many(190, (n) => `t${n}: __type(name: "Query") { fields { name args { name type { name fields { name } } } } }`)} }`,
    ),
  ),
  // Lists, by their arguments.
  row(
    'a page of less than nothing',
    KEY,
    document(
      '{ integrations(first: -2147483648) @skip(if: true) { nodes { id } } a: integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { id } } } } } } } } }',
    ),
  ),
  row(
    'pages in pages',
    KEY,
    document(
      `{ integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { id } } } } } } } } }`,
    ),
  ),
  row(
    'pages in pages by variables',
    KEY,
    document(
      `query ($n: Int = 1) { integrations(first: $n) { nodes { environment { integrations(first: $n) { nodes { environment { integrations(first: $n) { nodes { id } } } } } } } } }`,
      { n: 100 },
    ),
  ),
  row(
    'pages in pages by a null variable',
    KEY,
    document(
      `query ($n: Int = 1) { integrations(first: $n) { nodes { environment { integrations(last: $n) { nodes { environment { integrations(first: $n) { nodes { ${ROW} } } } } } } } } }`,
      { n: null },
    ),
  ),
  row(
    'pages under a switch that is off by its variable',
    KEY,
    document(
      `query ($no: Boolean = false) { ${many(100, (n) => `p${n}: integrations(first: 100) @include(if: $no) { nodes { ${ROW} } }`)} }`,
    ),
  ),
  row('many pages', KEY, document(`{ ${many(190, (n) => `p${n}: integrations(first: 100) { nodes { ${ROW} } }`)} }`)),
  row(
    'filters of 36,000 ids',
    KEY,
    document(`query ($s: [ID!]) { ${many(199, (n) => `p${n}: integrations(filter: { ids: $s }) { totalCount }`)} }`, {
      s: Array(36_000).fill('x'),
    }),
  ),
  row(
    'one filter of 60,000 ids',
    KEY,
    document('query ($f: IntegrationFilter) { integrations(filter: $f) { totalCount } }', {
      f: { ids: Array(60_000).fill('x') },
    }),
  ),
  row(
    'a search for a long text',
    KEY,
    document(
      `query ($s: String) { ${many(190, (n) => `p${n}: integrations(filter: { search: $s }) { totalCount }`)} }`,
      { s: 'x'.repeat(200_000) },
    ),
  ),
  row(
    'long cursors',
    KEY,
    document(`query ($c: String) { ${many(190, (n) => `p${n}: integrations(after: $c) { totalCount }`)} }`, {
      c: Buffer.from(`["CREATED_AT","ASC","${'x'.repeat(140_000)}","x"]`).toString('base64url'),
    }),
  ),
  // Entities.
  row(
    'representations of one variable',
    NOBODY,
    document(
      `query ($a: _Any!) { ${many(40, (n) => `e${n}: _entities(representations: [${many(240, () => '$a')}]) { ... on IntegrationProvider { displayName } }`)} }`,
      { a: { __typename: 'IntegrationProvider', id: 'sendgrid' } },
    ),
  ),
  row(
    '4,600 representations, aliased',
    NOBODY,
    document(
      `query ($a: _Any!) { ...F ${many(39, (n) => `e${n}: _entities(representations: $r) { __typename }`)} } fragment F on Query { _entities(representations: [${many(4_600, () => '$a')}]) { __typename } }`,
      { a: { __typename: 'Integration', id: ID } },
    ),
  ),
  row(
    'representations of providers',
    NOBODY,
    document(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on IntegrationProvider { credentialFields { key label description options { label value } } } } }',
      { r: Array(4_000).fill({ __typename: 'IntegrationProvider', id: 'sendgrid' }) },
    ),
  ),
  row(
    'representations that are wrong',
    NOBODY,
    document('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: Array(60_000).fill(1) }),
  ),
  // Fragments.
  row(
    'operations that spread one fragment',
    KEY,
    document(
      `${many(1_480, (n) => `query Q${n} { ...F }`)} fragment F on Query { ${many(4_000, (n) => `a${n}: __typename`)} }`,
    ),
  ),
  row(
    'fragments that double each other',
    KEY,
    document(
      `{ ...F0 } ${many(150, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F150 on Query { integrations { totalCount } }`,
    ),
  ),
  row(
    'fragments that are spread and spread',
    KEY,
    document(`{ integrations { nodes { ${many(3_000, () => '...F')} } } } fragment F on Integration { id }`),
  ),
  row(
    'inline fragments in inline fragments',
    KEY,
    document(`{ ${'... { '.repeat(1_500)}integrations { totalCount }${' }'.repeat(1_500)} }`),
  ),
  row(
    'fields that overlap',
    KEY,
    document(`{ integrations { nodes { ${many(1_900, () => `environment { id }`)} } } }`),
  ),
  row(
    'fields that conflict',
    KEY,
    document(`{ integrations { nodes { ${many(190, (n) => `x: ${n % 2 ? 'name' : 'identifier'}`)} } } }`),
  ),
  row('unknown fields', KEY, document(`{ ${many(4_900, (n) => `f${n}`)} }`)),
  row(
    'unknown variables',
    KEY,
    document(`{ ${many(190, (n) => `p${n}: integrations(first: $v${n}) { totalCount }`)} }`),
  ),
  row(
    'variables that are not used',
    KEY,
    document(`query (${many(1_900, (n) => `$v${n}: Int`)}) { integrations { totalCount } }`),
  ),
  row(
    'directives on directives',
    KEY,
    document(`{ integrations ${many(1_900, () => '@skip(if: false)')} { totalCount } }`),
  ),
  // Parsing.
  row('open brackets', NOBODY, document(`{ a(b: ${'['.repeat(200_000)}`)),
  row('nested selections', NOBODY, document('{ a '.repeat(3_000))),
  row('nested objects', NOBODY, document(`{ a(b: ${'{c:'.repeat(3_000)}1${'}'.repeat(3_000)}) }`)),
  row('a long comment', NOBODY, document(`#${'x'.repeat(200_000)}\n{ __typename }`)),
  row('a long block string', NOBODY, document(`{ integrationProvider(id: """${'\\n  x'.repeat(40_000)}""") { id } }`)),
  row('more tokens than there may be', NOBODY, document(`{ ${many(30_000, () => 'a')} }`)),
  row(
    'JSON in JSON in JSON',
    KEY,
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`,
  ),
  row('a long operation name', KEY, JSON.stringify({ query: '{ __typename }', operationName: 'x'.repeat(200_000) })),
  row('extensions', KEY, JSON.stringify({ query: '{ __typename }', extensions: { a: Array(60_000).fill(1) } })),
  // Fields that ask Novu, and mutations.
  row(
    'webhookSupported of everything',
    KEY,
    document(`{ integrations(first: 100) { nodes { ${many(199, (n) => `w${n}: webhookSupported`)} } } }`),
  ),
  row(
    'webhookSupported through lookups',
    KEY,
    document(`{ ${many(190, (n) => `i${n}: integration(by: { id: "${ID}" }) { webhookSupported environmentName }`)} }`),
  ),
  row(
    '200 mutations',
    callers.session,
    document(
      `mutation { ${many(190, (n) => `m${n}: setPrimaryIntegration(input: { id: "${ID}" }) { changedIntegrations { id } }`)} }`,
    ),
  ),
  row(
    'mutations in a fragment',
    callers.session,
    document(
      `mutation { ...F } fragment F on Mutation { ${many(11, (n) => `m${n}: deleteIntegration(input: { id: "${n}" }) { errors { code } }`)} }`,
    ),
  ),
  row(
    'a condition of 5,000 levels',
    callers.session,
    `{"query":"mutation ($r: JSONObject) { updateIntegration(input: { id: \\"${ID}\\", rules: $r }) { errors { code } } }","variables":{"r":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`,
  ),
  row(
    'an object of 40,000 members',
    callers.session,
    document(
      `mutation ($r: JSONObject) { updateIntegration(input: { id: "${ID}", credentials: { raw: $r } }) { errors { code } } }`,
      { r: Object.fromEntries(Array.from({ length: 18_000 }, (_, n) => [`k${n}`, n])) },
    ),
  ),
  ...HOSTILE_TO_VALIDATE,
  ...HOSTILE_TO_RUN,
];
