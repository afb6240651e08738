import { credentialValueType } from '../../../catalog/catalog.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../model/json.ts';
import { GraphQLJSONObject } from '../../json-scalars.ts';

/** What a user is told of a value that {@link readJsonObject} refuses. */
export const JSON_OBJECT_RULE = 'This credential is a JSON object, or the JSON text of one.';

/**
 * The object that a credential of the kind JSON was given as, or whose JSON text was given, as a form has it. Blank text is the
 * empty object, which Novu does not store. Undefined for anything else, and for text beyond the bounds of `JSONObject`.
 */
export function readJsonObject(value: JsonValue): JsonObject | undefined {
  if (typeof value !== 'string') return isJsonObject(value) ? value : undefined;
  if (value.trim() === '') return {};
  try {
    return GraphQLJSONObject.parseValue(JSON.parse(value)) as JsonObject;
  } catch {
    return undefined;
  }
}

/** The value of a catalog key as upstream is sent it: text that stands for an object becomes the object. */
export function toWireValue(key: string, value: JsonValue): JsonValue {
  return credentialValueType(key) === 'JSON_OBJECT' ? (readJsonObject(value) ?? value) : value;
}
