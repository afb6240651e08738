import type { Caller } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import type { FieldReader } from '../field-marks.ts';
import { assertSettled, NotPrintable } from './leaf-writer.ts';

/** The reader of an answer. */
export interface Reader {
  readonly caller: Caller;
  /** The answer depends on who that is. */
  readonly noteCallerDependency: () => void;
  /** The rows are likely to be printed again: what is printed of each is kept with it. */
  readonly keep: boolean;
  /** Set where the answer is to be made without its secrets. */
  readonly secrets?: SecretRecorder | undefined;
  /** Characters of a list; a longer one is left to the executor, which refuses it. */
  readonly maxLength: number;
}

/** Records where secrets are printed. */
export interface SecretRecorder {
  /** Everything recorded meanwhile belongs to this row. */
  within(row: Integration, print: () => string): string;
  /** What is to stand for the text. @throws NotPrintable where nothing can. */
  stand(text: string): string;
}

/** Prints a value for a reader as JSON, exactly as the executor and `JSON.stringify` would. @throws NotPrintable */
export type Printer = (value: unknown, reader: Reader) => string;

/** A member of an object. */
export interface Part {
  /** What stands before the value. */
  readonly key: string;
  readonly read: FieldReader;
  readonly print: Printer;
}

/** An object of these members. */
export function objectOf(parts: readonly Part[]): Printer {
  if (parts.length === 0) return () => '{}';
  const print = textOf(parts);
  return (source, reader) => `${print(source, reader)}}`;
}

/** An object without its end. */
export function textOf(parts: readonly Part[]): Printer {
  return (source, reader) => {
    if (typeof source !== 'object') throw new NotPrintable();
    assertSettled(source);
    let text = '';
    for (const { key, read, print } of parts) text += key + print(read(source as never, reader.caller), reader);
    return text;
  };
}

/** The values of a list. */
export function listOf(print: Printer): Printer {
  return (value, reader) => {
    if (!Array.isArray(value)) throw new NotPrintable();
    let text = '';
    let before = '[';
    // Appending copies the text once, when it is sent; `join` copies each level of a list again.
    for (const item of value) {
      text += before + print(item, reader);
      before = ',';
      if (text.length > reader.maxLength) throw new NotPrintable('The list is too long');
    }
    return text === '' ? '[]' : `${text}]`;
  };
}

/** As the value, or `null`. */
export function nullable(print: Printer): Printer {
  return (value, reader) => (value === null || value === undefined ? 'null' : print(value, reader));
}

/** As the value, which must be there. */
export function required(print: Printer): Printer {
  return (value, reader) => {
    if (value === null || value === undefined) throw new NotPrintable();
    return print(value, reader);
  };
}

/** Texts of a row are kept for so many selections: they take about as much memory as the row. */
const TEXTS_PER_ROW = 4;
const kept = new WeakMap<Integration, KeptText>();

/** A text and the one that was kept before it: most rows have one, for which an array would set aside room for sixteen more. */
interface KeptText {
  readonly print: Printer;
  readonly text: string;
  before: KeptText | null;
}

/** Keeps with each row what is printed of it. @param print prints no secret. */
export function keeping(print: Printer): Printer {
  return (value, reader) => {
    const { secrets } = value as Integration;
    const row = secrets ? secrets.row : (value as Integration);
    // Texts are kept only with a row that is shared without secrets, never with one that holds them.
    if (!row || !(reader.keep || secrets)) return print(value, reader);
    const last = kept.get(row) ?? null;
    for (let known = last; known !== null; known = known.before) if (known.print === print) return known.text;
    const text = inOnePiece(print(row, reader));
    kept.set(row, { print, text, before: last });
    forgetAfter(TEXTS_PER_ROW - 1, last);
    return text;
  };
}

/** Leaves so many texts of a row. */
function forgetAfter(most: number, last: KeptText | null): void {
  let left = last;
  for (let count = 1; left !== null && count < most; count += 1) left = left.before;
  if (left !== null) left.before = null;
}

/** A text that was put together keeps all its parts alive, and takes several times the memory, until it is copied. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}
