import { coerceInputValue, type GraphQLSchema, isInputType, type OperationDefinitionNode, typeFromAST } from 'graphql';
import { BadUserInputError } from '../../model/errors.ts';
import type { GivenVariables } from './cost.ts';

/** Up to so many values in variables, graphql-js may report its fifty errors. */
const MANY_VALUES = 2_000;

/** Errors that are reported for larger variables. */
const FEW_FAULTS = 3;

/**
 * graphql-js reports the first fifty errors in variables, and for each prints the whole value around it. If the
 * variables are large, only a few errors may be reported.
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

/** No recursion, because the client chooses the depth. */
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
