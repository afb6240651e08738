/**
 * The form that upstream writes, restricted to days that every month has, so that a match is a valid date. Nearly all dates
 * match; parsing and printing each of them again was most of the work on a long list.
 */
const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** True only for an existing date as `Date.prototype.toISOString` prints it. False for some of these too (day 29 and up). */
export function isPlainDate(text: string): boolean {
  return PLAIN_DATE.test(text);
}
