import type { JsonObject, JsonValue } from '../../model/json.ts';
import { badRequest } from './errors.ts';
import type { StoredChild, StoredFilter } from './records.ts';
import { isObject } from './validation.ts';

const FILTER_KEYS = ['isNegated', 'type', 'value'] as const;
const CHILD_KEYS = ['field', 'value', 'operator', 'on'] as const;

/**
 * Conditions as the schema stores them: known keys only, an id for each filter and child.
 * @throws ApiError 400 with mongoose's text where `children` is not a list of objects.
 */
export function castConditions(
  sent: readonly unknown[],
  operation: 'create' | 'update',
  newId: () => string,
): StoredFilter[] {
  return sent.map((filter, index) => {
    const source = isObject(filter) ? filter : {};
    const children = source.children ?? [];
    if (!Array.isArray(children) || !children.every(isObject)) {
      throw badRequest(operation === 'create' ? createError(index, children) : updateError(children));
    }
    return { _id: newId(), ...pick(source, FILTER_KEYS), children: children.map((child) => castChild(child, newId)) };
  });
}

function castChild(child: JsonObject, newId: () => string): StoredChild {
  return { _id: newId(), ...pick(child, CHILD_KEYS) };
}

function pick<K extends string>(source: JsonObject, keys: readonly K[]): { [key in K]?: JsonValue } {
  const entries = keys
    .filter((key) => source[key] !== undefined && source[key] !== null)
    .map((key) => [key, source[key]]);
  return Object.fromEntries(entries);
}

/** Mongoose's text on a create; its text on an update differs (contract §3.10). */
function createError(index: number, children: JsonValue): string {
  const culprit = Array.isArray(children) ? children.find((child) => !isObject(child)) : children;
  return (
    `Integration validation failed: conditions.${index}.children: Cast to embedded failed for value ` +
    `"${String(culprit)}" (type ${typeof culprit}) at path "children" because of "ObjectParameterError"`
  );
}

function updateError(children: JsonValue): string {
  const text = typeof children === 'string' ? `'${children}'` : JSON.stringify(children);
  return `Cast to embedded failed for value "{ children: ${text} }" (type Object) at path "conditions" because of "CastError"`;
}
