import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isStoredForm } from '../../model/stored-values.ts';

/** Deeper than any real value. Bounds the recursion here and in all later uses of the copy. */
const MAX_DEPTH = 64;

/** A copy of an object that is safe to show. */
export interface SanitizedObject {
  readonly value: JsonObject;
  /** False if something was left out: an encrypted value, one nested too deeply, or a key `__proto__`. */
  readonly complete: boolean;
}

interface Counter {
  dropped: number;
}

/** Copies an object without encrypted values, at any depth. In an array, a value that is left out becomes null. */
export function sanitizeObject(value: JsonObject): SanitizedObject {
  const counter: Counter = { dropped: 0 };
  const copy = copyObject(value, 0, counter);
  return { value: copy, complete: counter.dropped === 0 };
}

/** As {@link sanitizeObject} for any value; null for one that is left out or absent. */
export function sanitizeValue(value: unknown): JsonValue {
  return copyValue(value, 0, { dropped: 0 }) ?? null;
}

/** The value if it is a string that is not encrypted, else null. */
export function sanitizeText(value: unknown): string | null {
  return typeof value === 'string' && !isStoredForm(value) ? value : null;
}

/** Undefined: to be left out. */
function copyValue(value: unknown, depth: number, counter: Counter): JsonValue | undefined {
  if (depth > MAX_DEPTH || isStoredForm(value)) {
    counter.dropped += 1;
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item) => copyValue(item, depth + 1, counter) ?? null);
  if (isJsonObject(value)) return copyObject(value, depth, counter);
  return isScalar(value) ? value : undefined;
}

function copyObject(value: JsonObject, depth: number, counter: Counter): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, item] of Object.entries(value)) {
    // JSON.parse makes `__proto__` an ordinary member; assigning it here would replace the prototype.
    if (key === '__proto__') {
      counter.dropped += 1;
      continue;
    }
    const kept = copyValue(item, depth + 1, counter);
    if (kept !== undefined) copy[key] = kept;
  }
  return copy;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
