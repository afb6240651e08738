import {
  type FieldNode,
  type GraphQLField,
  GraphQLList,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Caller } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import { marksOf } from '../field-marks.ts';
import type { FieldReader, FieldReaders } from '../field-readers.ts';
import { collectFields, type Selections } from './collect-fields.ts';
import { assertSettled, leafPrinter, NotPrintable } from './leaf-writer.ts';

/** For whom an answer is printed. */
export interface Reader {
  readonly caller: Caller;
  /** The answer depends on who that is. */
  readonly noteCallerAsked: () => void;
  /** The rows are likely to be printed again: what is printed of each is kept with it. */
  readonly keep: boolean;
  /** Characters of a list; a longer one is left to the executor, which refuses it. */
  readonly maxLength: number;
}

/** Prints a value for a reader as JSON, exactly as the executor and `JSON.stringify` would. @throws NotPrintable */
export type Printer = (value: unknown, reader: Reader) => string;

/** How much is compiled: grows with what is compiled later, too. */
export interface CompiledSize {
  fields: number;
}

/** The compilation of one operation. */
export interface Compilation extends Selections {
  readonly readers: FieldReaders;
  readonly size: CompiledSize;
  /** Set when a secret, or what differs with the caller, is met: texts with one are never kept. */
  metSecret: boolean;
}

/**
 * Compiles what prints a field's value; null where the executor must answer.
 * @param nodes the nodes that select the field, all of one response key.
 */
export function compileOutput(
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  const { secret, holdsSecrets, fromRow } = marksOf(field);
  const asksCaller = fromRow !== undefined && fromRow.length > 1;
  // Texts of rows are kept for all who see the same list, so what differs with the caller is in none.
  if (secret || holdsSecrets || asksCaller) compilation.metSecret = true;
  const print = compileMember(field, nodes, compilation);
  if (!print || !asksCaller) return print;
  return (value, reader) => {
    reader.noteCallerAsked();
    return print(value, reader);
  };
}

function compileMember(
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  const { memberType } = marksOf(field);
  if (memberType === undefined) return compileType(field.type, nodes, compilation);
  const member = compilation.schema.getType(memberType);
  return isObjectType(member) ? compileType(new GraphQLList(member), nodes, compilation) : null;
}

function compileType(type: GraphQLOutputType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const print = compileNullable(getNullableType(type) as GraphQLNullableType & GraphQLOutputType, nodes, compilation);
  return print && (isNonNullType(type) ? required(print) : nullable(print));
}

function compileNullable(
  type: GraphQLNullableType & GraphQLOutputType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  if (isLeafType(type)) return leafPrinter(type);
  if (isUnionType(type)) return compileUnion(type, nodes, compilation);
  if (isListType(type)) {
    const print = compileType(type.ofType, nodes, compilation);
    return print && listOf(print);
  }
  if (!isObjectType(type)) return null;
  return type.name === 'Integration' ? compileRow(type, nodes, compilation) : compileObject(type, nodes, compilation);
}

/**
 * Keeps the text of each integration for the selection. Where there are secrets in it, or what differs with the caller, the texts
 * between them are kept.
 */
function compileRow(type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const parts = compileParts(type, nodes, compilation);
  if (!parts) return null;
  const all = objectOf(parts.map(({ part }) => part));
  if (parts.every(({ isKeepable }) => isKeepable)) return keeping(all);
  if (!parts.some(({ isKeepable }) => isKeepable)) return all;
  const segments: { readonly isKeepable: boolean; readonly parts: Part[] }[] = [];
  for (const { part, isKeepable } of parts) {
    const last = segments.at(-1);
    if (last?.isKeepable === isKeepable) last.parts.push(part);
    else segments.push({ isKeepable, parts: [part] });
  }
  const printers = segments.map((segment) =>
    segment.isKeepable ? keeping(textOf(segment.parts)) : textOf(segment.parts),
  );
  return (row, reader) => {
    let text = '';
    for (const print of printers) text += print(row, reader);
    return `${text}}`;
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

/** @param print prints no secret. */
function keeping(print: Printer): Printer {
  return (value, reader) => {
    const { secrets } = value as Integration;
    const row = secrets ? secrets.row : (value as Integration);
    // Nothing that has secrets beside it is kept, nor anything with it: only with the row that is shared without them.
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

function listOf(print: Printer): Printer {
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

interface Part {
  /** What stands before the value. */
  readonly key: string;
  readonly read: FieldReader;
  readonly print: Printer;
}

function compileObject(type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const parts = compileParts(type, nodes, compilation);
  return parts && objectOf(parts.map(({ part }) => part));
}

interface CompiledPart {
  readonly part: Part;
  /** What it prints is no secret, and the same for all who see the row. */
  readonly isKeepable: boolean;
}

function compileParts(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): readonly CompiledPart[] | null {
  const selected = collectFields(type, nodes, compilation);
  if (!selected) return null;
  const parts: CompiledPart[] = [];
  const metBefore = compilation.metSecret;
  let met = false;
  for (const [responseKey, fieldNodes] of selected) {
    const start = parts.length === 0 ? '{' : ',';
    compilation.metSecret = false;
    const part = compilePart(type, `${start}${JSON.stringify(responseKey)}:`, fieldNodes, compilation);
    if (!part) return null;
    parts.push({ part, isKeepable: !compilation.metSecret });
    met ||= compilation.metSecret;
  }
  compilation.metSecret = metBefore || met;
  compilation.size.fields += parts.length;
  return parts;
}

function objectOf(parts: readonly Part[]): Printer {
  if (parts.length === 0) return () => '{}';
  const print = textOf(parts);
  return (source, reader) => `${print(source, reader)}}`;
}

/** An object without its end. */
function textOf(parts: readonly Part[]): Printer {
  return (source, reader) => {
    if (typeof source !== 'object') throw new NotPrintable();
    assertSettled(source);
    let text = '';
    for (const { key, read, print } of parts) text += key + print(read(source as never, reader.caller), reader);
    return text;
  };
}

function compilePart(
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Part | null {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') {
    const json = JSON.stringify(type.name);
    return { key, read: () => null, print: () => json };
  }
  const field = type.getFields()[name];
  const read = field && compilation.readers.get(field);
  const print = read && compileOutput(field, nodes, compilation);
  return print ? { key, read, print } : null;
}

/**
 * Members are compiled when a value is of them: a document may name eighty, and a list has few. So what they hold is not known
 * yet when the row is compiled, and counts as secret.
 */
function compileUnion(type: GraphQLUnionType, nodes: readonly FieldNode[], compilation: Compilation): Printer {
  compilation.metSecret = true;
  const members = new Map<string, Printer | null>();
  return (value, reader) => {
    const { __typename: name = '' } = value as { readonly __typename?: string };
    let print = members.get(name);
    if (print === undefined) {
      const member = type.getTypes().find((one) => one.name === name);
      print = member ? compileObject(member, nodes, compilation) : null;
      members.set(name, print);
    }
    if (!print) throw new NotPrintable();
    return print(value, reader);
  };
}

function nullable(print: Printer): Printer {
  return (value, reader) => (value === null || value === undefined ? 'null' : print(value, reader));
}

function required(print: Printer): Printer {
  return (value, reader) => {
    if (value === null || value === undefined) throw new NotPrintable();
    return print(value, reader);
  };
}
