import { type GraphQLInputObjectType, type GraphQLResolveInfo, getNullableType, isInputObjectType } from 'graphql';
import { BadUserInputError } from '../model/errors.ts';
import { normalizeId } from '../model/ids.ts';
import { memoize } from '../model/memoize.ts';
import { inputMarksOf } from './field-marks.ts';

/** Maximum number of items in a list of a filter. */
export const MAX_FILTER_ITEMS = 100;

/** @throws BadUserInputError that names the first list of an argument `filter` that is too long. */
export function refuseLongLists(filter: object): void {
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value) && value.length > MAX_FILTER_ITEMS) {
      throw new BadUserInputError(
        `"filter.${name}" has ${value.length} items. It may have ${MAX_FILTER_ITEMS}: ask in several operations.`,
      );
    }
  }
}

/** The type of a mutation's argument `input`. @throws an Error for a mutation without one. */
export function inputTypeOf({ parentType, fieldName }: GraphQLResolveInfo): GraphQLInputObjectType {
  const [input] = parentType.getFields()[fieldName]?.args ?? [];
  const type = input && getNullableType(input.type);
  if (!isInputObjectType(type)) throw new Error(`"${fieldName}" has no argument that is an input object.`);
  return type;
}

const idsOf = memoize((type: GraphQLInputObjectType) =>
  Object.values(type.getFields()).flatMap((field) => (inputMarksOf(field).novuId ? [field.name] : [])),
);

/** A copy of a mutation's input in which what is marked `NovuId` is spelled as the rows have it. */
export function withNormalIds<T extends object>(input: T, info: GraphQLResolveInfo): T {
  const ids = idsOf(inputTypeOf(info)).flatMap((name) => {
    const id: unknown = Reflect.get(input, name);
    return typeof id === 'string' ? [[name, normalizeId(id)]] : [];
  });
  return { ...input, ...Object.fromEntries(ids) };
}
