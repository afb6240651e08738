import { UpstreamContractError } from '../../model/errors.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { readBoolean } from './values.ts';

/**
 * The content of `{data: …}`. A bare array or record is accepted too: another version of upstream, or a proxy, may omit
 * the envelope. No record has its own member `data` (contract §1.3).
 */
export function unwrap(body: unknown): unknown {
  return isJsonObject(body) && Object.hasOwn(body, 'data') && !Object.hasOwn(body, '_id') ? body.data : body;
}

/** @throws UpstreamContractError if it is not a list, or only part of one. */
export function readList(body: unknown): readonly unknown[] {
  const list = unwrap(body);
  if (!Array.isArray(list)) throw contractError('the list');
  if (isJsonObject(body) && announcesMorePages(body, list.length)) throw new UpstreamContractError(PARTIAL);
  return list;
}

/**
 * Lists are not paged (contract §1.1). If a server or proxy paged them, a part would be taken for the whole list. The
 * hint may be in the envelope or in an object next to the list, under any of the usual names.
 */
function announcesMorePages(envelope: JsonObject, length: number): boolean {
  const beside = Object.entries(envelope).flatMap(([name, value]) =>
    name !== 'data' && isJsonObject(value) ? [value] : [],
  );
  return [envelope, ...beside].some((hints) => Object.entries(hints).some((hint) => isMore(hint, length)));
}

function isMore([name, value]: readonly [string, unknown], length: number): boolean {
  const hint = name.toLowerCase().replaceAll('_', '');
  if (FLAGS.has(hint)) return readBoolean(value) === true || value === 1;
  if (TOTALS.has(hint)) return Number(value ?? 0) > length;
  return POINTERS.has(hint) && value !== 'false' && Boolean(value);
}

const FLAGS = new Set(['hasmore', 'hasnext', 'hasnextpage', 'hasprevious', 'haspreviouspage']);
const TOTALS = new Set(['total', 'totalcount', 'totalitems', 'totalrows']);
const POINTERS = new Set(['next', 'previous', 'nextcursor', 'nextpage', 'nextpagetoken', 'nexttoken']);

/** @throws UpstreamContractError for anything else. */
export function asObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw contractError('a record');
  return value;
}

/** @throws UpstreamContractError if it is missing or not a string. */
export function requireText(row: JsonObject, field: string): string {
  const value = row[field];
  if (typeof value !== 'string') throw contractError(`the field \`${field}\``);
  return value;
}

/** The error for an unreadable answer. @param what the field, never its value. */
export function contractError(what: string): UpstreamContractError {
  return new UpstreamContractError(
    `Novu's answer cannot be read: ${what} is missing or has another type. Ask the operator of this gateway to check the version of the Novu API.`,
  );
}

const PARTIAL =
  'Novu sent only a part of the list. Ask the operator of this gateway to check the version of the Novu API.';
