import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';

/** Values of an operation's variables, as `getVariableValues` of graphql-js gives them. @throws GraphQLError for what it reports. */
export type VariableReader = (given: Readonly<Record<string, unknown>>) => Record<string, unknown>;

interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Undefined where it has none. */
  readonly defaultValue: unknown;
}

/**
 * Works out once what the definitions of variables say (GraphQL specification, CoerceVariableValues); graphql-js does so for each
 * request. @throws GraphQLError where a type is no input type.
 */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): VariableReader {
  const variables: Variable[] = [];
  for (const { variable, type: typeNode, defaultValue } of definitions) {
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) throw new GraphQLError('A variable must have an input type.');
    variables.push({
      name: variable.name.value,
      type,
      defaultValue: defaultValue ? valueFromAST(defaultValue, type) : undefined,
    });
  }
  return (given) => {
    const values: Record<string, unknown> = Object.create(null);
    for (const { name, type, defaultValue } of variables) {
      if (Object.hasOwn(given, name)) values[name] = coerceInputValue(given[name], type);
      else if (defaultValue !== undefined) values[name] = defaultValue;
      else if (isNonNullType(type)) throw new GraphQLError(`The variable "$${name}" is missing.`);
    }
    return values;
  };
}
