/**
 * The form that upstream writes, of days that every month has: correct as it stands. Nearly all dates are of it, and to
 * parse and print them again was most of the work on a long list.
 */
const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** ISO 8601 as `Date.prototype.toISOString` prints it, and certainly a date that exists; false for some such dates too. */
export function isPlainDate(text: string): boolean {
  return PLAIN_DATE.test(text);
}
