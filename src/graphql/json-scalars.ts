import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLJSON as AnyJson, GraphQLJSONObject as AnyJsonObject } from 'graphql-scalars';

/** Levels of nesting; deeper than any real value, and shallow enough for everything that walks a value by recursion. */
export const MAX_JSON_DEPTH = 32;
/** Values of all kinds, in objects and lists. */
export const MAX_JSON_VALUES = 5_000;

/** `JSON` and `JSONObject` with a bound on depth and size, so that no value that a client sends makes later code fail. */
export const GraphQLJSON = bounded(AnyJson);
export const GraphQLJSONObject = bounded(AnyJsonObject);

function bounded(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => scalar.parseValue(assertBounded(value)),
    parseLiteral: (node: ValueNode, variables) => assertBounded(scalar.parseLiteral(node, variables)),
  });
}

/** Level by level and without recursion. @throws GraphQLError that says the bounds. */
function assertBounded<T>(value: T): T {
  let values = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > MAX_JSON_DEPTH || values > MAX_JSON_VALUES) {
      throw new GraphQLError(`JSON may nest ${MAX_JSON_DEPTH} levels and have ${MAX_JSON_VALUES} values.`);
    }
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return value;
}
