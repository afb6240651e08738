/**
 * Upstream's date format, restricted to days that every month has, so that a match is a valid date. Nearly all dates
 * match. Parsing and printing each of them was most of the work on a long list.
 */
const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** True only for an existing date as `Date.prototype.toISOString` prints it, but false for days 29 to 31. */
export function isPlainDate(text: string): boolean {
  return PLAIN_DATE.test(text);
}
