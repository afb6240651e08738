import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { createSchema } from '../../../src/graphql/schema.ts';
import { OperationAnalyzer } from '../../../src/http/request/analysis.ts';
import { assertEntitiesWithinLimits, assertWithinLimits } from '../../../src/http/request/limits.ts';

const analyzer = new OperationAnalyzer(createSchema().schema);

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return operation;
}

function factsOf(source: string) {
  const document = parse(source);
  return analyzer.analyze(document, operationOf(document));
}

describe('the facts of an operation', () => {
  test('depth, aliases and fields count through fragments', () => {
    expect(
      factsOf('{ a: integration { ...F } } fragment F on Integration { b: environment { id } name }'),
    ).toMatchObject({
      depth: 3,
      aliases: 2,
      fields: 4,
    });
  });

  test('a list counts with its page size, with 50 by default, with 100 for a variable', () => {
    const fields = (args: string) => factsOf(`query ($n: Int) { integrations${args} { nodes { id } } }`).fields;
    expect([
      fields('(first: 10)'),
      fields('(last: 7)'),
      fields(''),
      fields('(first: $n)'),
      fields('(first: 999)'),
      fields('(first: null)'),
      fields('(first: null, last: 100)'),
    ]).toEqual([21, 15, 101, 201, 201, 101, 201]);
  });

  test('a page size that is refused later never makes an answer smaller', () => {
    const refused = ['0', '-1', '-2147483648'].map(
      (first) => factsOf(`{ integrations(first: ${first}) { nodes { id } } }`).fields,
    );
    expect(refused).toEqual([3, 3, 3]);
    const many = Array.from(
      { length: 200 },
      (_, n) => `fragment F${n} on Integration { ${`...F${n + 1} `.repeat(40)} }`,
    );
    const endless = `{ integrations(first: 0) { nodes { ...F0 } } } ${many.join(' ')} fragment F200 on Integration { id }`;
    expect(factsOf(endless).fields).toBe(Number.POSITIVE_INFINITY);
  });

  test('lists in lists multiply', () => {
    const nested = factsOf('{ integrations { nodes { environment { integrations { nodes { id } } } } } }');
    expect(nested.fields).toBe(1 + 50 * (2 + (1 + 50 * 2)));
  });

  test('introspection is free', () => {
    expect(
      factsOf('{ __schema { types { fields { type { ofType { ofType { name } } } } } } __typename }'),
    ).toMatchObject({
      depth: 0,
      fields: 0,
      needsCaller: false,
    });
  });

  test('a fragment that spreads others twice each is summed up in linear time', () => {
    const fragments = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const facts = factsOf(`{ ...F0 } ${fragments.join(' ')} fragment F60 on Query { integrationsViewer { scheme } }`);
    expect(facts.fields).toBe(2 ** 60 * 2);
  });

  test('a fragment that spreads itself ends', () => {
    expect(factsOf('{ ...F } fragment F on Query { a: x ...F }').aliases).toBe(1);
  });

  test.each([
    ['{ integrationProviders { id } __typename }', false],
    ['{ ...F } fragment F on Query { _service { sdl } }', false],
    ['{ integrationProviders { id } integrationsViewer { scheme } }', true],
    ['{ ... on Query { ...F } } fragment F on Query { integrations { totalCount } }', true],
    ['mutation { createIntegration { errors { code } } }', true],
  ])('%s needs a caller: %s', (source, needsCaller) => {
    expect(factsOf(source).needsCaller).toBe(needsCaller);
  });

  test.each([
    ['{ integrations { nodes { id configurations { payloadSchema } } } }', false],
    ['{ integrations { nodes { c: credentials { __typename } } } }', true],
    [
      '{ integrations { nodes { ...F } } } fragment F on Integration { credentials @skip(if: true) { __typename } }',
      true,
    ],
    ['{ integration { configurations { inboundWebhookSigningKey } } }', true],
  ])('%s selects secrets: %s', (source, selectsSecrets) => {
    expect(factsOf(source).selectsSecrets).toBe(selectsSecrets);
  });
});

describe('limits', () => {
  const limits = { depth: 3, aliases: 2, fields: 200 };
  const check = (source: string) => () => assertWithinLimits(parse(source), analyzer, limits);

  test.each([['{ a { b { c } } }'], ['{ x: a y: a }'], ['{ integrations(first: 99) { nodes { id } } }']])(
    '%s is within',
    (source) => {
      expect(check(source)).not.toThrow();
    },
  );

  test.each([
    ['{ a { b { c { d } } } }', /nests too deep \(depth: 4, at most 3\)/],
    ['{ x: a y: a z: a }', /too many aliases.* \(aliases: 3, at most 2\)/],
    ['{ integrations(first: 100) { nodes { id } } }', /too large an answer.*\(fields: 201, at most 200\)/],
    ['query A { a } query B { x: a y: a z: a }', /too many aliases/],
    ['{ a a a a }', /repeated fields \(aliases: 3, at most 2\)/],
    ['{ a { b b } ... { c c } d d }', /repeated fields/],
    ['{ a } fragment Unused on Query { b b b b }', /repeated fields/],
    ['{ a } fragment A on Q { b } fragment B on Q { b } fragment C on Q { b }', /fragments/],
  ])('%s is too complex', (source, message) => {
    expect(check(source)).toThrow(message);
    expect(check(source)).toThrow(expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }));
  });

  test('each representation of an entity counts', () => {
    const facts = factsOf('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Integration { id name } } }');
    const check = (count: number) => () =>
      assertEntitiesWithinLimits(facts, { r: Array.from({ length: count }, () => ({})) }, limits);
    expect(check(99)).not.toThrow();
    expect(check(100)).toThrow(/fields: 201/);
  });

  test('each representation that stands in the document counts as well', () => {
    const list = `[${'{__typename: "Integration", id: "x"} '.repeat(100)}]`;
    for (const source of [
      `{ _entities(representations: ${list}) { ... on Integration { id name } } }`,
      `query ($r: [_Any!]! = ${list}) { _entities(representations: $r) { ... on Integration { id name } } }`,
    ]) {
      expect(() => assertEntitiesWithinLimits(factsOf(source), {}, limits)).toThrow(/fields: 201/);
    }
  });
});
