import type { Span } from '../../model/integration.ts';

/*
 * Finds the rows of a list in the bytes of its JSON without parsing them. It assumes well-formed JSON: otherwise it
 * finds nothing, or spans that cannot be parsed.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The beginning of a list, with or without envelope and byte order mark (contract §1.3), and its maximum length. */
const LIST = /^(?:\xef\xbb\xbf)?\s*(?:\{\s*"data"\s*:\s*)?\[/;
const MAX_START_BYTES = 64;

/** The position after `[`; null if it is not a list, or the list comes after other members. */
export function startOfList(body: Buffer): number | null {
  return LIST.exec(body.toString('latin1', 0, MAX_START_BYTES))?.[0].length ?? null;
}

/** Is only the end of the list and of its envelope left? */
export function isEndOfList(body: Buffer, at: number): boolean {
  return body.length - at <= MAX_START_BYTES && /^\]\s*\}?\s*$/.test(body.toString('latin1', at));
}

/** Does the body begin and end like a list? The bytes between are not checked. */
export function isWholeList(body: Buffer): boolean {
  return startOfList(body) !== null && isEndOfList(body, body.lastIndexOf(CLOSE_LIST));
}

/**
 * Yields the rows from `from` on. Returns the end of the list, or null if the bytes end before it, or it holds anything
 * but objects.
 * @param endOf the end of the object that starts at a position; null to stop.
 */
export function* rowsFrom(
  body: Buffer,
  from: number,
  endOf: (start: number) => number | null = (start) => endOfValue(body, start),
): Generator<Span, number | null> {
  let at = skipBlanks(body, from);
  if (body[at] === CLOSE_LIST) return at;
  while (body[at] === OPEN_OBJECT) {
    const end = endOf(at);
    if (end === null) return null;
    yield { start: at, end };
    at = skipBlanks(body, end);
    if (body[at] === CLOSE_LIST) return at;
    if (body[at] !== COMMA) return null;
    at = skipBlanks(body, at + 1);
  }
  return null;
}

/** The values of an object's members by name; the last of duplicates. Null if a name contains escapes. */
export function membersOf(body: Buffer, { start, end }: Span): ReadonlyMap<string, Span> | null {
  const members = new Map<string, Span>();
  let at = skipBlanks(body, start + 1);
  while (at < end && body[at] === QUOTE) {
    const nameEnd = endOfText(body, at);
    if (nameEnd === null) return null;
    const name = body.toString('utf8', at + 1, nameEnd - 1);
    if (name.includes('\\')) return null;
    at = skipBlanks(body, nameEnd);
    if (body[at] !== COLON) return null;
    const valueStart = skipBlanks(body, at + 1);
    const valueEnd = endOfValue(body, valueStart);
    if (valueEnd === null) return null;
    members.set(name, { start: valueStart, end: valueEnd });
    at = skipBlanks(body, valueEnd);
    if (body[at] === COMMA) at = skipBlanks(body, at + 1);
  }
  return at === end - 1 ? members : null;
}

/** The position after a value; null if the bytes end before it does. */
export function endOfValue(body: Buffer, start: number): number | null {
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    const byte = body[at];
    if (byte === QUOTE) {
      const end = endOfText(body, at);
      if (end === null || depth === 0) return end;
      at = end - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth <= 0) return depth === 0 ? at + 1 : at;
    } else if (depth === 0 && byte === COMMA) {
      return at;
    }
  }
  return null;
}

/** The position after the closing quotation mark. */
function endOfText(body: Buffer, start: number): number | null {
  for (let at = start + 1; at < body.length; at++) {
    const byte = body[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) return at + 1;
  }
  return null;
}

function skipBlanks(body: Buffer, start: number): number {
  let at = start;
  while (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09) at += 1;
  return at;
}
