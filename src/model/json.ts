export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True for a plain JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type NonNull<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** Omits members that are null or undefined: a client may send null instead of omitting a member. */
export function withoutNulls<T extends object>(values: T): NonNull<T> {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as NonNull<T>;
}
