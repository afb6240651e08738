import { describe, expect, test } from '@jest/globals';
import { buildSchema, getArgumentValues, type OperationDefinitionNode, parse } from 'graphql';
import { compileArguments } from '../../../src/graphql/compiled/arguments.ts';

const schema = buildSchema(`
  enum Color { RED GREEN }
  input Inner { x: Int! = 7, y: [Int!], z: Color = RED }
  input Outer { a: ID, inner: Inner, must: String! }
  input One @oneOf { id: ID, inner: Inner }
  type Query {
    f(a: Int, b: String! = "b", d: Int = 4, e: Color! = RED, c: [ID!]! = ["1"], color: Color, outer: Outer, one: One, ones: [One!], must: Boolean!): Int
  }
`);
const field = schema.getQueryType()?.getFields().f;
if (!field) throw new Error('The schema has no field f.');

/** Every way to write arguments, with and without variables. */
const WRITTEN = [
  'must: true',
  'must: $m',
  'a: $a, must: true',
  'a: $a, b: $s, c: $l, color: $c, must: $m',
  'b: $s, must: false',
  'b: null, must: $m',
  'c: [$s, "2"], must: true',
  'c: $s, must: true',
  'color: $c, must: true',
  'outer: $o, must: true',
  'outer: {a: $s, must: "x"}, must: true',
  'outer: {a: "1", must: $s}, must: true',
  'outer: {must: $s, inner: {x: $a}}, must: true',
  'outer: {must: "x", inner: {x: $a, y: [$a, 2], z: $c}}, must: true',
  'outer: {must: "x", inner: {x: null, y: $a}}, must: $m',
  'outer: {must: "x", inner: {x: "no", y: $a}}, must: $m',
  'outer: {must: "x", inner: null}, must: $m',
  'b: $s, c: ["2"], e: GREEN, must: true, outer: {must: "x", inner: {x: $a}}',
  'b: $s, c: ["2"], e: $c, d: $a, must: $m',
  'one: {id: $s}, must: true',
  'one: {inner: {x: $a}}, must: true',
  'one: {id: $s, inner: {x: 1}}, must: true',
  'one: {id: $s, inner: $i}, must: true',
  'ones: [{id: $s}], must: true',
  'ones: {id: $s}, must: true',
  'one: $one, must: $m',
];

/** As they are when the variables of an operation have been coerced: what is left out is not there. */
const VALUES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { m: true },
  { a: 3, s: 'text', l: ['1', '2'], c: 'GREEN', m: false, o: { must: 'x' }, i: { x: 1 }, one: { id: '1' } },
  { a: null, s: null, l: null, c: null, m: null, o: null, i: null, one: null },
  { a: 0, s: '', m: true },
];

function outcomeOf(read: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(read()));
  } catch (error) {
    return String(error);
  }
}

describe.each(WRITTEN)('f(%s)', (written) => {
  const { selectionSet } = parse(`{ f(${written}) }`).definitions[0] as OperationDefinitionNode;
  const node = selectionSet.selections[0];
  if (node?.kind !== 'Field') throw new Error('Not a field.');

  test.each(VALUES)('reads what graphql-js reads, with %j', (values) => {
    const compiled = outcomeOf(() => compileArguments(field, node)(values));

    expect(compiled).toEqual(outcomeOf(() => getArgumentValues(field, node, values)));
  });
});
