import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { providers } from '../../../src/catalog/catalog.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { OperationAnalyzer } from '../../../src/http/request/analysis.ts';
import { Evaluation, evaluate } from '../../../src/http/request/cost.ts';
import { OperationLimits } from '../../../src/http/request/limits.ts';

const analyzer = new OperationAnalyzer(createSchema().schema);

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return operation;
}

function analysisOf(source: string) {
  const document = parse(source);
  return analyzer.analyze(document, operationOf(document));
}

function costOf(source: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(source);
  const operation = operationOf(document);
  const { cost } = analyzer.analyze(document, operation);
  return evaluate(cost, new Evaluation(variables, operation.variableDefinitions ?? []));
}

describe('the analysis of an operation', () => {
  test('depth, aliases and cost count through fragments', () => {
    const source = '{ a: integration { ...F } } fragment F on Integration { b: environment { id } name }';
    expect([analysisOf(source), costOf(source)]).toMatchObject([{ depth: 3, aliases: 2 }, 4]);
  });

  test.each([
    ['{ __typename a: __typename }', 2],
    ['{ _service { sdl } }', 2],
    ['{ integrationsViewer { scheme @skip(if: true) canReadCredentials @include(if: false) } }', 3],
    ['{ integrationProviders { id } }', providers.length * 2],
    ['{ integrations { totalCount } }', 2],
    ['{ integrations { totalCount nodes { id } edges { cursor } } }', 2 + 50 * 4],
    ['{ integrations { ...F } } fragment F on IntegrationConnection { totalCount nodes { id } }', 2 + 50 * 2],
    ['{ integrationEnvironments { id } }', 10 * 2],
    ['{ unknown { name } }', 2],
    ['{ integrations(filter: { ids: ["a", "b"], channels: [EMAIL] }, first: 1) { totalCount } }', 2 + 1 + 3],
    ['{ integrations(first: 1) { nodes { webhookSupported } } }', 1 + 1 + 100],
    ['mutation { deleteIntegration(input: { id: "x" }) { errors { code } } }', 10 + 1 + 10 * 2 + 1],
    ['mutation { createIntegration(input: { rules: { a: [1, [2], { b: 3 }] } }) { errors { code } } }', 31 + 2 + 3],
  ])('%s costs %d', (source, cost) => {
    expect(costOf(source)).toBe(cost);
  });

  test.each([
    ['(first: 10)', {}, 10],
    ['(last: 7)', {}, 7],
    ['', {}, 50],
    ['(first: null)', {}, 50],
    ['(first: null, last: 3)', {}, 3],
    ['(first: 3, last: 90)', {}, 90],
    ['(first: 999)', {}, 100],
    ['(first: 0)', {}, 100],
    ['(first: -2147483648)', {}, 100],
    ['(first: "1")', {}, 100],
    ['(first: $n)', { n: 4 }, 4],
    ['(first: $n)', {}, 50],
    ['(first: $n)', { n: null }, 50],
    ['(first: $n)', { n: -1 }, 100],
    ['(first: $n)', { n: 1.5 }, 2],
    ['(first: $n)', { n: '5' }, 100],
    ['(first: $n)', { n: Number.NaN }, 100],
    ['(first: $n)', { n: true }, 100],
    ['(first: $d)', {}, 9],
    ['(first: $d)', { d: null }, 50],
    ['(first: $d)', { d: 3 }, 3],
    ['(first: $unknown)', {}, 50],
    ['(last: $n, first: $d)', { n: 20 }, 20],
  ])('a page%s with %j counts as %d', (args, variables, size) => {
    const source = `query ($n: Int, $d: Int = 9) { integrations${args} { nodes { id } } }`;
    expect(costOf(source, variables)).toBe(1 + size * 2);
  });

  test('lists in lists multiply', () => {
    const nested = '{ integrations { nodes { environment { integrations { nodes { id } } } } } }';
    expect(costOf(nested)).toBe(1 + 50 * (2 + (20 + 50 * 2)));
  });

  test.each([
    ['representations: $r', { r: [1, { id: 2 }, 3] }, 3, 3],
    ['representations: $r', { r: { __typename: 'Integration', id: 'x' } }, 1, 1],
    ['representations: [$a, $a, $a, $a]', { a: { id: 'x' } }, 4, 4],
    ['representations: []', {}, 0, 0],
    ['representations: [{ __typename: "Integration", id: "x" }]', {}, 1, 1],
  ])('entities %s with %j are %d', (args, variables, size, items) => {
    const source = `query ($r: [_Any!]!, $a: _Any!) { _entities(${args}) { ... on Integration { id name } } }`;

    expect(costOf(source, variables)).toBe(size * (20 + 2) + items);
  });

  test('arguments count by the items of their lists, as often as they are used', () => {
    const uses = Array.from(
      { length: 50 },
      (_, n) => `a${n}: integrations(first: 1, filter: { ids: $s }) { totalCount }`,
    );
    const source = `query ($s: [ID!]) { ${uses.join(' ')} }`;
    expect(costOf(source, { s: Array(1_000).fill('x') })).toBe(50 * (2 + 1 + 1_000));
  });

  test('a fragment that spreads others twice each is summed up in linear time, with variables too', () => {
    const fragments = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const last = 'fragment F60 on Query { integrations(first: $n) { totalCount } }';
    expect(costOf(`query ($n: Int) { ...F0 } ${fragments.join(' ')} ${last}`, { n: 1 })).toBe(2 ** 60 * 2);
  });

  test('a fragment that spreads itself ends', () => {
    expect(analysisOf('{ ...F } fragment F on Query { a: x ...F }').aliases).toBe(1);
  });

  test('aliases count for every field', () => {
    expect(analysisOf('{ a: __typename b: __schema { c: types { d: name } } e: _service { f: sdl } }').aliases).toBe(6);
  });

  test('introspection counts by itself, as many times as it is asked for', () => {
    const once = analysisOf('{ __schema { types { name fields { name } } } }').introspection;
    expect(once).toBeGreaterThan(1_000);
    expect(
      analysisOf('{ a: __schema { types { name fields { name } } } b: __schema { types { name fields { name } } } }')
        .introspection,
    ).toBe(2 * once);
    expect(costOf('{ __schema { types { name } } }')).toBe(0);
  });

  test.each([
    ['{ integrationProviders { id } __typename }', 'NONE', true],
    ['{ ...F } fragment F on Query { _service { sdl } }', 'NONE', true],
    ['{ __schema { types { name } } }', 'NONE', true],
    ['{ _entities(representations: []) { __typename } }', 'NONE', false],
    ['{ integrationProviders { id } integrationsViewer { scheme } }', 'SOME', false],
    ['{ ... on Query { ...F } } fragment F on Query { integrations { totalCount } }', 'ALL', false],
    ['mutation { createIntegration { errors { code } } }', 'ALL', false],
    ['{ unknown }', 'ALL', false],
  ])('%s needs a caller: %s, is public: %s', (source, needsCaller, isPublic) => {
    expect(analysisOf(source)).toMatchObject({ needsCaller, isPublic });
  });

  test.each([
    ['{ integrations { nodes { id configurations { payloadSchema } } } }', false],
    ['{ integrations { nodes { c: credentials { __typename } } } }', true],
    [
      '{ integrations { nodes { ...F } } } fragment F on Integration { credentials @skip(if: true) { __typename } }',
      true,
    ],
    ['{ integration { configurations { inboundWebhookSigningKey } } }', true],
    ['{ _entities(representations: []) { ... on Integration { credentials { __typename } } } }', true],
  ])('%s selects secrets: %s', (source, selectsSecrets) => {
    expect(analysisOf(source).selectsSecrets).toBe(selectsSecrets);
  });
});

describe('limits', () => {
  const limits = new OperationLimits(analyzer, { depth: 3, aliases: 2, cost: 200, mutations: 2 });
  const usual = new OperationLimits(analyzer, { depth: 15, aliases: 200, cost: 50_000, mutations: 10 });
  const check = (source: string) => () => limits.assertDocument(parse(source));

  test.each([
    ['{ a { b { c } } }'],
    ['{ x: a y: a }'],
    ['{ integrations(first: 99) { nodes { id } } }'],
    [Array.from({ length: 50 }, (_, n) => `query Q${n} { a }`).join(' ')],
    ['mutation { a b }'],
  ])('%s is within', (source) => {
    expect(check(source)).not.toThrow();
  });

  test.each([
    ['{ a { b { c { d } } } }', /nests too deep \(depth: 4, at most 3\)/],
    ['{ x: a y: a z: a }', /too many aliases.* \(aliases: 3, at most 2\)/],
    ['{ integrations(first: 100) { nodes { id } } }', /too large an answer.*\(cost: 201, at most 200\)/],
    ['query A { a } query B { x: a y: a z: a }', /too many aliases/],
    ['{ a a a a }', /repeated fields \(aliases: 3, at most 2\)/],
    ['{ a { b b } ... { c c } d d }', /repeated fields/],
    ['{ a ... { a } ... on Q { a ... { a } } }', /repeated fields.* \(aliases: 3, at most 2\)/],
    ['{ a } fragment Unused on Query { b b b b }', /repeated fields/],
    ['{ a } fragment A on Q { b } fragment B on Q { b } fragment C on Q { b }', /fragments/],
    [Array.from({ length: 51 }, (_, n) => `query Q${n} { a }`).join(' '), /\(operations: 51, at most 50\)/],
    ['mutation { a ...F } fragment F on Mutation { b c }', /\(mutations: 3, at most 2\)/],
  ])('%s is too complex', (source, message) => {
    expect(check(source)).toThrow(message);
    expect(check(source)).toThrow(expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }));
  });

  const fields = 'id name channel active primary createdAt';
  test.each([
    ['fields beside each other', `{ ${`integrations(first: 1) { nodes { ${fields} } } `.repeat(150)} }`],
    ['fields in inline fragments', `{ ${`... { integrations(first: 1) { nodes { ${fields} } } } `.repeat(150)} }`],
    [
      'fields of fragments',
      `{ ${Array.from({ length: 150 }, (_, n) => `...F${n}`).join(' ')} } ${Array.from({ length: 150 }, (_, n) => `fragment F${n} on Query { integrations(first: 1) { nodes { ${fields} } } }`).join(' ')}`,
    ],
    [
      'spreads in repeated fields',
      `{ ${`integrations { ${'...F '.repeat(20)} } `.repeat(150)} } fragment F on IntegrationConnection { totalCount }`,
    ],
  ])('%s are not held against each other without a bound', (_, source) => {
    expect(() => usual.assertDocument(parse(source))).toThrow(/\(comparisons: \d+, at most 50000\)/);
  });

  test('a hundred fragments of one type may share some fields', () => {
    const fragments = Array.from(
      { length: 100 },
      (_, n) => `fragment F${n} on Integration { __typename id name f${n}: kind }`,
    );
    const document = `{ integrations(first: 1) { nodes { ${fragments.map((_, n) => `...F${n}`).join(' ')} } } } ${fragments.join(' ')}`;
    expect(() => usual.assertDocument(parse(document))).not.toThrow();
  });

  test('types that the schema lacks may be named twenty times', () => {
    const unknown = (count: number) =>
      parse(`query ($a: [Nope!]) { ${'... on Nope { id } '.repeat(count - 2)} } fragment F on Nope { id }`);
    expect(() => usual.assertDocument(unknown(20))).not.toThrow();
    expect(() => usual.assertDocument(unknown(21))).toThrow(/types that the schema lacks \(types: 21, at most 20\)/);
  });

  test('the more fragments there are, the fewer operations may stand beside them', () => {
    const document = (operations: number, fragments: number) =>
      parse(
        Array.from({ length: operations }, (_, n) => `query Q${n} { ...F0 }`).join(' ') +
          Array.from({ length: fragments }, (_, n) => ` fragment F${n} on Query { __typename }`).join(''),
      );
    for (const [operations, fragments] of [
      [50, 50],
      [12, 200],
      [1, 200],
    ] as const) {
      expect(() => usual.assertDocument(document(operations, fragments))).not.toThrow();
    }
    expect(() => usual.assertDocument(document(50, 51))).toThrow(/\(operations: 50, at most 49\)/);
    expect(() => usual.assertDocument(document(13, 200))).toThrow(/\(operations: 13, at most 12\)/);
  });

  test.each(['\n', '\r\n', '\r'])('a text has at most 10,000 lines, ended by %j', (end) => {
    expect(() => usual.assertParsable(end.repeat(9_999))).not.toThrow();
    expect(() => usual.assertParsable(end.repeat(10_000))).toThrow(/too many lines \(lines: 10001, at most 10000\)/);
  });

  test('introspection may cost twice what tools usually ask for', () => {
    const types = '{ types { fields { args { type { fields { args { name } } } } } } }';
    const ask = (times: number) =>
      `{ ${Array.from({ length: times }, (_, n) => `a${n}: __schema ${types}`).join(' ')} }`;
    expect(() => usual.assertDocument(parse(getIntrospectionQuery()))).not.toThrow();
    expect(() => usual.assertDocument(parse(ask(1)))).not.toThrow();
    expect(() => usual.assertDocument(parse(ask(40)))).toThrow(
      /asks too much of introspection \(introspection: \d+, at most \d+\)/,
    );
  });

  test('a cost that is no number is too much', () => {
    const fragments = Array.from(
      { length: 1_100 },
      (_, i) => `fragment F${i} on _Entity { ...F${i + 1} ...F${i + 1} }`,
    );
    const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ...F0 } } ${fragments.join(' ')} fragment F1100 on _Entity { ... on Integration { id } }`;
    const parsed = parse(document);
    const operation = operationOf(parsed);
    const assert = () => usual.assertOperation(analyzer.analyze(parsed, operation), operation, { r: [] });
    expect(assert).toThrow(/cost: NaN/);
  });

  test('the error says cost and limit', () => {
    expect(check('{ integrations(first: 100) { nodes { id } } }')).toThrow(
      expect.objectContaining({ details: { cost: 201, limit: 200 } }),
    );
  });

  test('what depends on variables is held against the limit with them', () => {
    const document = parse('query ($n: Int) { integrations(first: $n) { nodes { id } } }');
    expect(() => limits.assertDocument(document)).not.toThrow();
    const operation = operationOf(document);
    const assert = (n: number) => () => limits.assertOperation(analyzer.analyze(document, operation), operation, { n });
    expect(assert(99)).not.toThrow();
    expect(assert(100)).toThrow(/cost: 201/);
  });

  test.each([
    ['[', 1_000],
    ['{a', 300],
    ['(', 300],
  ])('%s that is open %d times is refused before it is parsed', (bracket, times) => {
    expect(() => limits.assertParsable(`{ a(b: ${bracket.repeat(times)}`)).toThrow(/nesting: \d+, at most 200/);
    expect(() => limits.assertParsable('{ a(b: [1]) { c } }'.repeat(1_000))).not.toThrow();
  });
});
