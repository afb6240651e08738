import { BadUserInputError } from '../model/errors.ts';
import { normalId } from '../model/ids.ts';

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

/** Ids in inputs, of integrations and environments, which Novu compares as ObjectIds. */
const ID_FIELDS = ['id', 'environmentId', 'successorId'] as const;

/** A copy of a mutation's input with its ids in normal form, as in rows. */
export function withNormalIds<T extends object>(input: T): T {
  const ids = ID_FIELDS.flatMap((name) => {
    const id: unknown = Reflect.get(input, name);
    return typeof id === 'string' ? [[name, normalId(id)]] : [];
  });
  return { ...input, ...Object.fromEntries(ids) };
}
