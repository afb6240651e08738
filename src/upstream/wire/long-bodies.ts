import { isJsonObject } from '../../model/json.ts';
import { rowsFrom, startOfList } from './json-rows.ts';

/** Bytes of rows that are parsed in one step, which takes some tenths of a millisecond. */
const STEP_BYTES = 64 * 1024;

/**
 * Parses the body of a list some rows at a time, and any other body at once. @returns what `JSON.parse` would.
 * @throws SyntaxError
 */
export function* parseInSteps(body: Buffer): Generator<undefined, unknown> {
  const from = startOfList(body);
  const rows: unknown[] = [];
  const end = from === null ? null : yield* parseRows(body, from, rows);
  // With a second member of that name, the last one would count.
  if (from === null || end === null || body.includes('"data"', end)) return JSON.parse(textOf(body));
  const rest: unknown = JSON.parse(textOf(Buffer.concat([body.subarray(0, from), body.subarray(end)])));
  const list = isJsonObject(rest) ? rest.data : rest;
  if (!Array.isArray(list)) throw new SyntaxError('The list is not where it seemed to be');
  for (const row of rows) list.push(row);
  return rest;
}

/** Null if the list has no end, or holds anything but objects. */
function* parseRows(body: Buffer, from: number, rows: unknown[]): Generator<undefined, number | null> {
  const found = rowsFrom(body, from);
  let next = found.next();
  while (next.done !== true) {
    const { start } = next.value;
    let { end } = next.value;
    for (next = found.next(); next.done !== true && next.value.end - start <= STEP_BYTES; next = found.next()) {
      end = next.value.end;
    }
    const parsed: unknown = JSON.parse(`[${body.toString('utf8', start, end)}]`);
    if (Array.isArray(parsed)) rows.push(...parsed);
    yield;
  }
  return next.value;
}

/** A byte order mark is allowed (contract §1.1); this decoder skips it. */
export function textOf(body: Buffer): string {
  return new TextDecoder().decode(body);
}
