import { describe, expect, test } from '@jest/globals';
import { buildSchema, graphqlSync } from 'graphql';
import { withoutQuotedValues, withoutVariableValue } from '../../../src/http/answer/without-values.ts';

/** With quotes and words in it that look like the frame of the message. */
const SECRET = 'SG.canary" at "input.name"; String cannot represent "x';

const schema = buildSchema(`
  enum Color { RED GREEN }
  input Keys { apiKey: String!, port: Int }
  input OneKey @oneOf { a: Keys, b: Keys }
  input Input { one: OneKey, color: Color, list: [Int!], on: Boolean }
  type Query { x(input: Input, id: ID, n: Int): Int }
`);

function messages(source: string, variableValues?: Record<string, unknown>): string[] {
  const { errors = [] } = graphqlSync({ schema, source, ...(variableValues && { variableValues }) });
  return errors.map((error) =>
    error.message.startsWith('Variable ')
      ? withoutVariableValue(error.message, error.originalError?.message)
      : withoutQuotedValues(error.message),
  );
}

describe('variables', () => {
  test.each<[string, unknown, string[]]>([
    [
      'a list for a string',
      { one: { a: { apiKey: [SECRET] } } },
      ['Variable "$i" got an invalid value at "i.one.a.apiKey". Expected type "String".'],
    ],
    [
      'text for a number',
      { one: { a: { apiKey: SECRET, port: SECRET } } },
      ['Variable "$i" got an invalid value at "i.one.a.port". Expected type "Int".'],
    ],
    [
      'two members of a @oneOf',
      { one: { a: { apiKey: SECRET }, b: { apiKey: SECRET } } },
      ['Variable "$i" got an invalid value at "i.one". Exactly one key must be specified for OneOf type "OneKey".'],
    ],
    [
      'an unknown field and a missing one',
      { one: { a: { apikey: SECRET } } },
      [
        'Variable "$i" got an invalid value at "i.one.a". Field "apiKey" of required type "String!" was not provided.',
        'Variable "$i" got an invalid value at "i.one.a". Field "apikey" is not defined by type "Keys".',
      ],
    ],
    [
      'an unknown enum value',
      { color: SECRET },
      ['Variable "$i" got an invalid value at "i.color". Expected type "Color".'],
    ],
    [
      'null in a list',
      { list: [null] },
      ['Variable "$i" got an invalid value at "i.list[0]". Expected non-nullable type "Int!" not to be null.'],
    ],
    ['text for an object', SECRET, ['Variable "$i" got an invalid value. Expected type "Input" to be an object.']],
    ['a secret as a field name', { [SECRET]: 1 }, ['Variable "$i" got an invalid value.']],
    ['text for a switch', { on: SECRET }, ['Variable "$i" got an invalid value at "i.on". Expected type "Boolean".']],
  ])('%s: the place is told, the value is not', (_, input, expected) => {
    expect(messages('query ($i: Input) { x(input: $i) }', { i: input })).toEqual(expected);
  });

  test('a message of an unknown form keeps the name of the variable alone', () => {
    expect(withoutVariableValue(`Variable "$i" got invalid value ${SECRET}`, undefined)).toBe(
      'Variable "$i" got an invalid value.',
    );
  });
});

describe('documents', () => {
  test.each([
    ['{ x(input: { one: { a: { apiKey: 4242 } } }) }', ['String cannot represent a non string value.']],
    ['{ x(input: { color: canary }) }', ['Value does not exist in "Color" enum.']],
    ['{ x(input: { color: "canary" }) }', ['Enum "Color" cannot represent non-enum value.']],
    ['{ x(n: "canary") }', ['Int cannot represent non-integer value.']],
    ['{ x(input: "canary") }', ['Expected value of type "Input".']],
    ['{ x("canary") }', ['Syntax Error: Expected Name, found String.']],
    ['{ x(id canary) }', ['Syntax Error: Expected ":", found Name.']],
    ['{ x(id: """canary""" """canary""") }', ['Syntax Error: Expected Name, found BlockString.']],
    ['{ x(id: "a\\qcanary") }', ['Syntax Error: Invalid character escape sequence.']],
    ['{ x(id: 0canary) }', ['Syntax Error: Invalid number.']],
    ['{ x(id: "canary) }', ['Syntax Error: Unterminated string.']],
    ['{ y }', ['Cannot query field "y" on type "Query". Did you mean "x"?']],
  ])('%s', (source, expected) => {
    expect(messages(source)).toEqual(expected);
  });
});
