import type { JsonObject, JsonValue } from '../../model/json.ts';
import { type Cast, castError, toBoolean, toText } from './casts.ts';
import { badRequest } from './errors.ts';
import type { StoredChild, StoredFilter } from './records.ts';
import { isMongoId, isObject } from './validation.ts';

type Operation = 'create' | 'update';

/**
 * Conditions as the schema stores them: known keys only, cast values, an id for each filter and child. Nulls stay
 * (contract §2.7).
 * @throws ApiError 400 with mongoose's message if a value cannot be cast.
 */
export function castConditions(sent: readonly unknown[], operation: Operation, newId: () => string): StoredFilter[] {
  return sent.map((filter, index) => {
    const source = isObject(filter) ? filter : {};
    const children = castChildren(source.children, index, operation, newId);
    return {
      _id: idOf(source, newId),
      ...cast(source, 'isNegated', index, toBoolean),
      ...cast(source, 'type', index, toText),
      ...cast(source, 'value', index, toText),
      children,
    };
  });
}

function castChildren(sent: JsonValue | undefined, index: number, operation: Operation, newId: () => string) {
  if (sent === null) return null;
  const children: JsonValue = isObject(sent) ? [sent] : (sent ?? []);
  if (!Array.isArray(children) || !children.every((child) => child === null || isObject(child))) {
    throw badRequest(operation === 'create' ? createError(index, children) : updateError(children));
  }
  return children.map((child) => (isObject(child) ? castChild(child, index, newId) : null));
}

function castChild(child: JsonObject, index: number, newId: () => string): StoredChild {
  const { value } = child;
  const isKept = value !== undefined && !(isObject(value) && Object.keys(value).length === 0);
  return {
    _id: idOf(child, newId),
    ...cast(child, 'field', index, toText),
    ...(isKept ? { value } : {}),
    ...cast(child, 'operator', index, toText),
    ...cast(child, 'on', index, toText),
  };
}

function idOf({ _id }: JsonObject, newId: () => string): string {
  return isMongoId(_id) ? _id.toLowerCase() : newId();
}

function cast(source: JsonObject, key: string, index: number, how: Cast): Record<string, JsonValue> {
  const value = source[key];
  if (value === undefined) return {};
  const stored = value === null ? null : how.to(value);
  if (stored === undefined) throw badRequest(castError(`conditions.${index}.${key}`, how, value));
  return { [key]: stored };
}

/** Mongoose's message on a create; on an update it differs (contract §3.10). */
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
