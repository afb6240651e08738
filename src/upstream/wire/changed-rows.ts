import type { Integration, Span } from '../../model/integration.ts';
import { unreadableIn } from '../../model/lists.ts';
import { endOfValue, isEndOfList, rowsFrom, startOfList } from './json-rows.ts';
import { readRow } from './rows.ts';

/** A list, the bytes that it was read from, and the spans of its rows, in the same order. */
export interface ReadRows {
  readonly bytes: Buffer;
  readonly spans: readonly Span[];
  readonly list: readonly Integration[];
}

/** Enough bytes of a row to include its id, which comes first. */
const HEAD_BYTES = 40;

/** Null if rows and spans do not match one to one: a row was unreadable or duplicated, or there is more than the list. */
export function withSpans(bytes: Buffer, list: readonly Integration[]): ReadRows | null {
  const from = startOfList(bytes);
  if (from === null || unreadableIn(list) > 0) return null;
  const spans: Span[] = [];
  const rows = rowsFrom(bytes, from);
  let next = rows.next();
  for (; next.done !== true; next = rows.next()) spans.push(next.value);
  const end = next.value;
  return end !== null && isEndOfList(bytes, end) && spans.length === list.length ? { bytes, spans, list } : null;
}

/**
 * Reads a list, reusing the rows of `before` whose bytes are unchanged. Only the other rows are parsed.
 * @param secrets as for `before`.
 * @returns null if the list must be parsed as a whole.
 */
export function readChangedRows(bytes: Buffer, before: ReadRows, secrets: boolean): ReadRows | null {
  try {
    return new ChangedRows(bytes, before, secrets).read();
  } catch (error) {
    // Parsing the whole list will report what is wrong.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

class ChangedRows {
  readonly #bytes: Buffer;
  readonly #before: ReadRows;
  readonly #secrets: boolean;
  /** Indexes of rows of `before` by their first bytes. Made when a row is not at its expected index. */
  #byHead: ReadonlyMap<string, number> | null = null;

  constructor(bytes: Buffer, before: ReadRows, secrets: boolean) {
    this.#bytes = bytes;
    this.#before = before;
    this.#secrets = secrets;
  }

  read(): ReadRows | null {
    const from = startOfList(this.#bytes);
    if (from === null) return null;
    const list: Integration[] = [];
    const spans: Span[] = [];
    /** The index of the next row in `before`, if rows were not added, removed or moved. */
    let expected = 0;
    const endOf = (start: number): number | null => {
      const known = this.#find(start, expected);
      const end = known === null ? endOfValue(this.#bytes, start) : start + this.#lengthOf(known);
      const row = known === null ? this.#parse(start, end) : this.#before.list[known];
      expected = (known ?? expected) + 1;
      if (end === null || !row) return null;
      list.push(row);
      spans.push({ start, end });
      return end;
    };
    const rows = rowsFrom(this.#bytes, from, endOf);
    let next = rows.next();
    while (next.done !== true) next = rows.next();
    if (next.value === null || !isEndOfList(this.#bytes, next.value)) return null;
    // The first of two rows with the same id counts, so this list needs the full parser.
    if (new Set(list.map(({ id }) => id)).size < list.length) return null;
    return { bytes: this.#bytes, spans, list };
  }

  #find(start: number, expected: number): number | null {
    if (this.#isAt(start, expected)) return expected;
    this.#byHead ??= new Map(this.#before.spans.map((span, index) => [headOf(this.#before.bytes, span.start), index]));
    const found = this.#byHead.get(headOf(this.#bytes, start));
    return found !== undefined && this.#isAt(start, found) ? found : null;
  }

  #isAt(start: number, index: number): boolean {
    const span = this.#before.spans[index];
    const end = start + this.#lengthOf(index);
    if (!span || end > this.#bytes.length) return false;
    return this.#bytes.compare(this.#before.bytes, span.start, span.end, start, end) === 0;
  }

  #lengthOf(index: number): number {
    const { start, end } = this.#before.spans[index] ?? { start: 0, end: 0 };
    return end - start;
  }

  #parse(start: number, end: number | null): Integration | null {
    return end === null ? null : readRow(JSON.parse(this.#bytes.toString('utf8', start, end)), this.#secrets);
  }
}

function headOf(bytes: Buffer, start: number): string {
  return bytes.toString('latin1', start, start + HEAD_BYTES);
}
