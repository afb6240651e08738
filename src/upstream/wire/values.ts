import { isPlainDate } from '../../model/dates.ts';

/** Some values are stored as strings, because the server does not check them (contract §2.5). */
export function readBoolean(value: unknown): boolean | null {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : null;
}

/** Whole numbers of 32 bits, the range of GraphQL's `Int`; 0 for anything else. */
export function readInt(value: unknown): number {
  return typeof value === 'number' && (value | 0) === value ? value : 0;
}

/** ISO 8601 in, ISO 8601 with milliseconds out, of the years 0 to 9999; null for anything else. */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isPlainDate(value)) return value;
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return null;
  // Without a zone, it would be parsed as local time.
  const time = Date.parse(WITHOUT_ZONE.test(value) ? `${value}Z` : value);
  const text = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // A zone can move the last day of 9999 into a year that ISO 8601 writes with a sign and `DateTime` rejects.
  return /^\d/.test(text) ? text : null;
}

const WITHOUT_ZONE = /^[\d-]+[T ][\d:]+(\.\d+)?$/;

/** Null for anything but a text that is not empty. */
export function nonEmptyText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
