import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { createSchema } from '../../../src/graphql/schema.ts';
import { OperationAnalyzer } from '../../../src/http/request/analysis.ts';
import { OperationLimits } from '../../../src/http/request/limits.ts';

const analyzer = new OperationAnalyzer(createSchema().schema);

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return operation;
}

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
