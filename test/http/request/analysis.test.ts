import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { providers } from '../../../src/catalog/catalog.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { OperationAnalyzer } from '../../../src/http/request/analysis.ts';
import { Evaluation, evaluate } from '../../../src/http/request/cost.ts';

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
