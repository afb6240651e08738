import { GraphQLError, GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode } from 'graphql';
import { GraphQLJSON as AnyJson, GraphQLJSONObject as AnyJsonObject } from 'graphql-scalars';
import type { JsonValue } from '../model/json.ts';

/** Levels of nesting: deeper than any real value, and shallow enough for recursive code. */
export const MAX_JSON_DEPTH = 32;
/** Values of all kinds, in objects and lists. */
export const MAX_JSON_VALUES = 5_000;

/**
 * `JSON` and `JSONObject` with bounds on depth and size, so that no value from a client makes later code fail. In a
 * literal, an absent variable is an absent member, as in an input object.
 */
export const GraphQLJSON = bounded(AnyJson);
export const GraphQLJSONObject = bounded(AnyJsonObject);

function bounded(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => scalar.parseValue(assertBounded(value)),
    parseLiteral: (node, variables) => scalar.parseValue(assertBounded(readLiteral(node, variables, 0))),
  });
}

type Variables = Readonly<Record<string, unknown>> | null | undefined;

/** The value of a literal; undefined for an absent variable. @throws GraphQLError for an enum value. */
function readLiteral(node: ValueNode, variables: Variables, depth: number): unknown {
  if (depth > MAX_JSON_DEPTH) throw tooLarge();
  switch (node.kind) {
    case Kind.OBJECT:
      return readObject(node, variables, depth);
    case Kind.LIST:
      // A list keeps its length: as in graphql-js, an absent variable becomes null.
      return node.values.map((value) => readLiteral(value, variables, depth + 1) ?? null);
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return readNumber(node.value);
    case Kind.ENUM:
      throw new GraphQLError('JSON has no enum values. Put a text in quotes.', { nodes: node });
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
}

function readObject(node: ObjectValueNode, variables: Variables, depth: number): object {
  const entries = node.fields.map(({ name, value }) => [name.value, readLiteral(value, variables, depth + 1)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** @throws GraphQLError for a number that JSON cannot represent, which would become null. */
function readNumber(text: string): JsonValue {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new GraphQLError('The number is too large for JSON.');
  return value;
}

/** Level by level and without recursion. @throws GraphQLError with the bounds. */
function assertBounded<T>(value: T): T {
  let values = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > MAX_JSON_DEPTH || values > MAX_JSON_VALUES) throw tooLarge();
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return value;
}

function tooLarge(): GraphQLError {
  return new GraphQLError(`JSON may nest ${MAX_JSON_DEPTH} levels and have ${MAX_JSON_VALUES} values.`);
}
