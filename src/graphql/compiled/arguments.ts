import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  isInputObjectType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
  visit,
} from 'graphql';

/** By name, as they have been coerced. */
type VariableValues = Readonly<Record<string, unknown>>;

/** The arguments of a field, as `getArgumentValues` of graphql-js gives them. @throws GraphQLError for what it reports. */
export type ArgumentReader = (variables: VariableValues) => Readonly<Record<string, unknown>>;

/**
 * Works out once what does not depend on variables (GraphQL specification, CoerceArgumentValues); graphql-js walks over definitions and
 * literals for each request. What is not right is left to graphql-js, which says what.
 */
export function compileArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentReader {
  const given = node.arguments ?? [];
  if (!given.some(({ value }) => hasVariable(value))) {
    const args = getArgumentValues(field, node);
    return () => args;
  }
  const read = compileMembers(
    field.args,
    given.map(({ name, value }) => [name.value, value]),
  );
  return (variables) => read(variables) ?? getArgumentValues(field, node, variables);
}

/** Undefined: what is written there is no value of the type. */
type ValueReader = (variables: VariableValues) => unknown;

interface Member {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Undefined where it has none. */
  readonly defaultValue?: unknown;
}

/** Of arguments, or of the fields of an input object. The reader gives undefined where one of them is not right. */
function compileMembers(
  members: readonly Member[],
  given: readonly (readonly [name: string, value: ValueNode])[],
): (variables: VariableValues) => Readonly<Record<string, unknown>> | undefined {
  const nodes = new Map(given);
  const readers = members.map(({ name, type, defaultValue }) => {
    const node = nodes.get(name);
    const variable = node?.kind === Kind.VARIABLE ? node.name.value : null;
    return { name, variable, read: node && compileValue(node, type), defaultValue, isRequired: isNonNullType(type) };
  });
  return (variables) => {
    const values: Record<string, unknown> = Object.create(null);
    for (const { name, variable, read, defaultValue, isRequired } of readers) {
      if (!read || (variable !== null && variables[variable] === undefined)) {
        if (defaultValue !== undefined) values[name] = defaultValue;
        else if (isRequired) return undefined;
        continue;
      }
      const value = read(variables);
      if (value === undefined) return undefined;
      values[name] = value;
    }
    return values;
  };
}

function compileValue(node: ValueNode, type: GraphQLInputType): ValueReader {
  if (isNonNullType(type)) {
    const read = compileValue(node, type.ofType);
    return (variables) => read(variables) ?? undefined;
  }
  if (node.kind === Kind.VARIABLE) return (variables) => variables[node.name.value];
  if (!hasVariable(node)) {
    const value = valueFromAST(node, type);
    return () => value;
  }
  if (node.kind !== Kind.OBJECT || !isInputObjectType(type)) return (variables) => valueFromAST(node, type, variables);
  const read = compileMembers(
    Object.values(type.getFields()),
    node.fields.map(({ name, value }) => [name.value, value]),
  );
  if (!type.isOneOf) return read;
  return (variables) => {
    const members = read(variables);
    const [value, ...others] = Object.values(members ?? {});
    // Of one that is right, exactly one member is set.
    return value != null && others.length === 0 ? members : undefined;
  };
}

function hasVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable() {
      found = true;
    },
  });
  return found;
}
