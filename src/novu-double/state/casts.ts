import type { JsonValue } from '../../model/json.ts';

/** How mongoose casts the value of a field. */
export interface Cast {
  /** Its name in mongoose's messages. */
  readonly type: string;
  /** Undefined if it cannot be cast. */
  readonly to: (value: JsonValue) => JsonValue | undefined;
}

const BOOLEANS = new Map<JsonValue, boolean>([
  ...([true, 'true', 1, '1', 'yes'] as const).map((value): [JsonValue, boolean] => [value, true]),
  ...([false, 'false', 0, '0', 'no'] as const).map((value): [JsonValue, boolean] => [value, false]),
]);

export const toBoolean: Cast = { type: 'Boolean', to: (value) => BOOLEANS.get(value) };
export const toText: Cast = { type: 'string', to: (value) => (typeof value === 'object' ? undefined : String(value)) };
export const toNumber: Cast = {
  type: 'Number',
  to: (value) => (typeof value === 'object' || !Number.isFinite(Number(value)) ? undefined : Number(value)),
};

/** Mongoose's message for a value that cannot be cast. */
export function castError(path: string, { type }: Cast, value: JsonValue): string {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const key = path.split('.').at(-1);
  return `Integration validation failed: ${path}: Cast to ${type} failed for value "${shown}" (type ${typeof value}) at path "${key}"`;
}
