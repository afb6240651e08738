import { coerceInputValue, type GraphQLSchema, isInputType, type OperationDefinitionNode, typeFromAST } from 'graphql';
import { BadUserInputError } from '../../model/errors.ts';
import type { GivenVariables } from './cost.ts';

/** Values of variables, in objects and lists, up to which graphql-js may name fifty faults. */
const MANY_VALUES = 2_000;

/** Faults that are told of large values. */
const FEW_FAULTS = 3;

/**
 * graphql-js tells each of the first fifty faults of variables, and prints for each the whole value in which it is. Where that is
 * large, only a few may be told.
 * @throws BadUserInputError
 */
export function assertFewFaults(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: GivenVariables,
): void {
  if (!hasMoreValues(variables, MANY_VALUES)) return;
  let faults = 0;
  for (const { variable, type: typeNode } of variableDefinitions) {
    const type = typeFromAST(schema, typeNode);
    const name = variable.name.value;
    if (!isInputType(type) || !Object.hasOwn(variables, name)) continue;
    coerceInputValue(variables[name], type, () => {
      faults += 1;
      if (faults <= FEW_FAULTS) return;
      throw new BadUserInputError(
        `The variable "$${name}" has an invalid value, with more faults than are told of variables of this size.`,
      );
    });
  }
}

/** Without recursion: the depth of a value is the client's choice. */
function hasMoreValues(value: unknown, bound: number): boolean {
  const left: unknown[] = [value];
  let count = 0;
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inner: unknown[] = Object.values(one);
    count += inner.length;
    if (count > bound) return true;
    for (const each of inner) left.push(each);
  }
  return false;
}
