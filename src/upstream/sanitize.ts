import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** What upstream's encrypted values begin with (contract §2.4). Nobody is ever shown one. */
const STORED_FORM = 'nvsk.';
/** Deeper than any real value; bounds the recursion here and in everything that walks the copy later. */
const DEEPEST = 64;

/** A copy of an object that is fit to be shown. */
export interface SanitizedObject {
  readonly value: JsonObject;
  /** False where something was left out: a value in stored form, one too deep, or a key that would be a prototype. */
  readonly whole: boolean;
}

interface Tally {
  dropped: number;
}

/** Copies an object without any value in stored form, at any depth. In a list, what is left out becomes null. */
export function sanitizeObject(value: JsonObject): SanitizedObject {
  const tally: Tally = { dropped: 0 };
  const copy = copyObject(value, 0, tally);
  return { value: copy, whole: tally.dropped === 0 };
}

/** As {@link sanitizeObject} for any value; null for one that is left out or absent. */
export function sanitizeValue(value: unknown): JsonValue {
  return copyValue(value, 0, { dropped: 0 }) ?? null;
}

/** The value where it is a string that is not in stored form, else null. */
export function sanitizeText(value: unknown): string | null {
  return typeof value === 'string' && !value.startsWith(STORED_FORM) ? value : null;
}

/** Undefined: to be left out. */
function copyValue(value: unknown, depth: number, tally: Tally): JsonValue | undefined {
  if (depth > DEEPEST || (typeof value === 'string' && value.startsWith(STORED_FORM))) {
    tally.dropped += 1;
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((item) => copyValue(item, depth + 1, tally) ?? null);
  }
  if (isJsonObject(value)) {
    return copyObject(value, depth, tally);
  }
  return isScalar(value) ? value : undefined;
}

function copyObject(value: JsonObject, depth: number, tally: Tally): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, item] of Object.entries(value)) {
    // JSON.parse makes it a plain member; an assignment would make it the prototype.
    const kept = key === '__proto__' ? undefined : copyValue(item, depth + 1, tally);
    if (kept === undefined) {
      tally.dropped += key === '__proto__' ? 1 : 0;
    } else {
      copy[key] = kept;
    }
  }
  return copy;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
