import { callers } from './gateway.ts';
import { document, type Hostile, KEY, many, NOBODY, row } from './hostile-parts.ts';

/** What costs before anything runs: texts, documents and values that are read, compared and described. */
export const HOSTILE_TO_VALIDATE: readonly Hostile[] = [
  // Texts.
  row(
    'errors far down in a text of empty lines',
    NOBODY,
    document(`{ ${'\n'.repeat(100_000)} ${many(4_000, (n) => `f${n}`, '\n')} }`),
  ),
  row('errors behind a long line', NOBODY, document(`{ #${'x'.repeat(230_000)}\n ${many(4_000, (n) => `f${n}`)} }`)),
  row('60,000 comments', NOBODY, document(`{ ${'#x\n'.repeat(60_000)} __typename }`)),
  row('a block string of lines', NOBODY, document(`{ integrationProvider(id: """${'\n'.repeat(120_000)}""") { id } }`)),
  row('a number of 200,000 digits', KEY, document(`{ integrations(first: 1${'0'.repeat(200_000)}) { totalCount } }`)),
  row('1e400', KEY, document('{ integrations(first: 1e400) { totalCount } }')),
  row('a field with a long name', NOBODY, document(`{ integrationProvider${'s'.repeat(200_000)} }`)),
  row(
    'an alias of 20 KB in every row',
    KEY,
    document(`{ integrations(first: 100) { nodes { ${'x'.repeat(200_000)}: id } } }`),
  ),
  // Names that are nearly right: each is held against all that there are.
  row(
    'unknown types in conditions',
    KEY,
    document(`{ ${many(190, (n) => `... on SendGridIntegrationCredentialz${n} { id }`)} }`),
  ),
  row(
    'unknown types of variables',
    KEY,
    document(`query (${many(1_900, (n) => `$a${n}: UnknownProviderIntegrationCredential${n % 10}`)}) { __typename }`),
  ),
  row(
    'unknown fields of a union',
    callers.session,
    document(`{ integrations { nodes { credentials { ${many(4_900, (n) => `apiKey${n}`)} } } } }`),
  ),
  row('unknown arguments', KEY, document(`{ integrations(${many(3_000, (n) => `firs${n}: 1`)}) { totalCount } }`)),
  row(
    'unknown members of an input',
    callers.session,
    document(
      `mutation { createIntegration(input: { credentials: { ${many(3_000, (n) => `sendgri${n}: 1`)} } }) { errors { code } } }`,
    ),
  ),
  row(
    'unknown enum values',
    KEY,
    document(`{ ${many(190, (n) => `a${n}: integrations(filter: { channels: [EMAI${n}] }) { totalCount }`)} }`),
  ),
  row(
    '9,000 enum values',
    KEY,
    document(`{ integrations(filter: { channels: [${many(9_000, () => 'EMAIL')}] }) { totalCount } }`),
  ),
  // Fields, fragments and directives in pairs.
  row(
    'inline fragments on an interface',
    callers.session,
    document(
      `mutation { deleteIntegration(input: { id: "x" }) { ${many(900, () => '... on IntegrationMutationPayload { errors { code } }')} } }`,
    ),
  ),
  row(
    'inline fragments without a type',
    KEY,
    document(`{ ${many(600, () => '... { integrations { nodes { id name } } }')} }`),
  ),
  row(
    'inline fragments that conflict',
    KEY,
    document(`{ integrations { nodes { ${many(600, (n) => `... { a: ${n % 2 ? 'name' : 'identifier'} }`)} } } }`),
  ),
  row(
    'fragments of the same fields',
    KEY,
    document(
      `{ ${many(190, (n) => `...F${n}`)} } ${many(190, (n) => `fragment F${n} on Query { integrations { nodes { id name environment { id } } } }`)}`,
    ),
  ),
  row(
    'fragments that all spread each other',
    KEY,
    document(`{ ...F0 } ${many(45, (n) => `fragment F${n} on Query { ${many(45, (m) => `...F${m}`)} }`)}`),
  ),
  row(
    'a chain of fragments with a page each',
    KEY,
    document(
      `{ ...F0 } ${many(60, (n) => `fragment F${n} on Query { a${n}: integrations(first: 100) { nodes { id } } ...F${n + 1} }`)} fragment F60 on Query { integrations { totalCount } }`,
    ),
  ),
  row(
    '50 operations that reach 190 fragments',
    KEY,
    document(
      `${many(50, (n) => `query Q${n}($a: Int) { ...F0 }`)} ${many(190, (n) => `fragment F${n} on Query { a${n}: integrations(first: $a, last: $a) { totalCount } ...F${n + 1} }`)} fragment F190 on Query { __typename }`,
      undefined,
      { operationName: 'Q1' },
    ),
  ),
  row(
    '50 operations with 4,000 undefined variables',
    KEY,
    document(
      `${many(50, (n) => `query Q${n} { ...F }`)} fragment F on Query { integrations(filter: { ids: [${many(4_000, (n) => `$a${n}`)}] }) { totalCount } }`,
      undefined,
      { operationName: 'Q1' },
    ),
  ),
  row(
    '50 operations of which one is chosen',
    NOBODY,
    document(
      many(50, (n) => `query Q${n} { ${many(30, (m) => `a${m}: integrationProvider(id: "sendgrid") { id }`)} }`),
      undefined,
      { operationName: 'Q49' },
    ),
  ),
  row('unknown fragments', KEY, document(`{ ${many(4_900, (n) => `...F${n}`)} }`)),
  row('unknown directives', KEY, document(`{ integrations ${many(4_000, (n) => `@d${n}`)} { totalCount } }`)),
  // Variables.
  row(
    '2,400 variables that are not used',
    KEY,
    document(`query (${many(2_400, (n) => `$v${n}: Int`)}) { integrations { totalCount } }`),
  ),
  row(
    'a switch of its own for each field',
    KEY,
    document(
      `query (${many(900, (n) => `$v${n}: Boolean = true`)}) { integrations { nodes { ${many(190, (n) => `a${n}: id @include(if: $v${n})`)} } } }`,
    ),
  ),
  row(
    'an input of 18,000 unknown members',
    KEY,
    document('query ($f: IntegrationFilter) { integrations(filter: $f) { totalCount } }', {
      f: Object.fromEntries(Array.from({ length: 18_000 }, (_, n) => [`k${n}`, n])),
    }),
  ),
  row(
    'inputs that are wide and wrong',
    callers.session,
    document(
      `mutation ($c: [IntegrationConditionGroupInput!]) { updateIntegration(input: { id: "x", conditions: $c }) { errors { code } } }`,
      { c: Array.from({ length: 60 }, () => Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n]))) },
    ),
  ),
  row(
    'a long default, used again and again',
    NOBODY,
    document(
      `query ($a: _Any! = { __typename: "A", ${many(1_500, (n) => `k${n}: 1`)} }) { _entities(representations: [${many(2_000, () => '$a')}]) { __typename } }`,
    ),
  ),
  row(
    '30,000 enum values in a variable that are wrong',
    KEY,
    document('query ($c: [IntegrationChannel!]) { integrations(filter: { channels: $c }) { totalCount } }', {
      c: Array(30_000).fill('EMAI'),
    }),
  ),
  // What is beside the operation.
  row(
    'extensions of 40,000 levels',
    KEY,
    `{"query":"{ integrations { totalCount } }","extensions":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`,
  ),
  row('a batch', KEY, JSON.stringify(Array(2_000).fill({ query: '{ integrations { totalCount } }' }))),
  row(
    'a persisted query with a hash that is none',
    KEY,
    JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(200_000) } } }),
  ),
  row(
    'introspection of types of types of types',
    NOBODY,
    document(`{ __schema { types { fields { type { ${'ofType { '.repeat(60)}name${' }'.repeat(60)} } } } } }`),
  ),
  row('__schema 199 times', NOBODY, document(`{ ${many(199, (n) => `a${n}: __schema { queryType { name } }`)} }`)),
];
