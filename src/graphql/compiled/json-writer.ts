import {
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  GraphQLList,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { mayReadSecrets } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import { marksOf } from '../field-marks.ts';
import type { FieldReaders } from '../field-readers.ts';
import { collectFields, type Selections } from './collect-fields.ts';
import { leafPrinter, NotPrintable } from './leaf-writer.ts';
import { keeping, listOf, nullable, objectOf, type Part, type Printer, required, textOf } from './printers.ts';

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
  /** Below a field that holds secrets: what is printed there is none of the row's public texts. */
  readonly isSecret: boolean;
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
  const { secret, holdsSecrets, sessionOnly, fromRow } = marksOf(field);
  const asksCaller = sessionOnly === true || (fromRow !== undefined && fromRow.length > 1);
  // Texts of rows are kept for all who see the same list, so what differs with the caller is in none.
  if (secret || holdsSecrets || asksCaller) compilation.metSecret = true;
  const isSecret = compilation.isSecret || secret === true || holdsSecrets === true;
  const print = compileMember(field, nodes, isSecret ? { ...compilation, isSecret } : compilation);
  if (!print || !asksCaller) return print;
  return (value, reader) => {
    // Those who may read secrets are all shown the same ones of a list.
    if (!(isSecret && mayReadSecrets(reader.caller))) reader.noteCallerDependency();
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
  if (isLeafType(type)) return compileLeaf(type, compilation);
  if (isUnionType(type)) return compileUnion(type, nodes, compilation);
  if (isListType(type)) {
    const print = compileType(type.ofType, nodes, compilation);
    return print && listOf(print);
  }
  if (!isObjectType(type)) return null;
  return type.name === 'Integration' ? compileRow(type, nodes, compilation) : compileObject(type, nodes, compilation);
}

function compileLeaf(type: GraphQLLeafType, { isSecret }: Compilation): Printer {
  const print = leafPrinter(type);
  // Names of an enum are the gateway's own.
  if (!isSecret || isEnumType(type)) return print;
  return (value, { secrets }) => {
    const text = print(value);
    return secrets ? secrets.stand(text) : text;
  };
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
  if (!parts.some(({ isKeepable }) => isKeepable)) return withinRow(all);
  const segments: { readonly isKeepable: boolean; readonly parts: Part[] }[] = [];
  for (const { part, isKeepable } of parts) {
    const last = segments.at(-1);
    if (last?.isKeepable === isKeepable) last.parts.push(part);
    else segments.push({ isKeepable, parts: [part] });
  }
  const printers = segments.map((segment) =>
    segment.isKeepable ? keeping(textOf(segment.parts)) : textOf(segment.parts),
  );
  return withinRow((row, reader) => {
    let text = '';
    for (const print of printers) text += print(row, reader);
    return `${text}}`;
  });
}

function withinRow(print: Printer): Printer {
  return (row, reader) =>
    reader.secrets ? reader.secrets.within(row as Integration, () => print(row, reader)) : print(row, reader);
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
