import {
  type FieldNode,
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
import { type Caller, mayReadSecrets } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import { type CredentialsView, credentialsFor } from '../access.ts';
import { configurationsView } from '../integration/integration-view.ts';
import { providerView } from '../provider/provider.resolver.ts';
import { collectFields, type Selections } from './collect-fields.ts';
import { leafPrinter } from './leaf-writer.ts';

/** For whom an answer is printed. */
export interface Reader {
  readonly caller: Caller;
  /** The rows are likely to be printed again: what is printed of each is kept with it. */
  readonly keep: boolean;
}

/** Prints a value for a reader as JSON, exactly as the executor and `JSON.stringify` would. @throws NotPrintable */
export type Printer = (value: unknown, reader: Reader) => string;

/** Thrown by a printer for a value that the executor would report as an error: the long way does so. */
class NotPrintable extends Error {
  override readonly name = 'NotPrintable';
}

/** How much is compiled: grows with what is compiled later, too. */
export interface CompiledSize {
  fields: number;
}

/** The compilation of one operation. */
export interface Compilation extends Selections {
  readonly size: CompiledSize;
  /** Set when a secret is met: texts with one are never kept. */
  metSecret: boolean;
}

/**
 * Compiles what an output type prints; null where the long way must answer.
 * @param nodes the fields that select it, of one response key.
 */
export function compileType(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  const print = compileNullable(getNullableType(type) as GraphQLNullableType & GraphQLOutputType, nodes, compilation);
  return print && (isNonNullType(type) ? required(print) : nullable(print));
}

/** Compiles what prints a list of integrations, or null in the place of one, where the selection is on the union of entities. */
export function compileEntities(nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const type = compilation.schema.getType('Integration');
  const print = isObjectType(type) ? compileRow(type, nodes, compilation) : null;
  return print && listOf(nullable(print));
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

/** Keeps the text of each integration for the selection, unless a secret is in it. */
function compileRow(type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const metBefore = compilation.metSecret;
  compilation.metSecret = false;
  const print = compileObject(type, nodes, compilation);
  const secret = compilation.metSecret;
  compilation.metSecret ||= metBefore;
  return print && !secret ? keeping(print) : print;
}

/** Texts of a row are kept for so many selections: they take about as much memory as the row. */
const TEXTS_PER_ROW = 4;
const kept = new WeakMap<Integration, { readonly print: Printer; readonly text: string }[]>();

function keeping(print: Printer): Printer {
  return (value, reader) => {
    const row = value as Integration;
    // A row with secrets is never kept, nor is anything of it.
    if (!reader.keep || row.secrets) return print(row, reader);
    let texts = kept.get(row);
    if (!texts) {
      texts = [];
      kept.set(row, texts);
    }
    for (const known of texts) if (known.print === print) return known.text;
    const text = inOnePiece(print(row, reader));
    if (texts.length >= TEXTS_PER_ROW) texts.shift();
    texts.push({ print, text });
    return text;
  };
}

/** A text that was put together keeps all its parts alive, and takes several times the memory, until it is copied. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}

function listOf(print: Printer): Printer {
  return (value, reader) => {
    let text = '';
    let before = '[';
    // Whoever appends to one text copies it once, when it is sent; `join` copies each level of a list again.
    for (const item of value as readonly unknown[]) {
      text += before + print(item, reader);
      before = ',';
    }
    return text === '' ? '[]' : `${text}]`;
  };
}

function compileObject(type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const selected = collectFields(type, nodes, compilation);
  if (!selected) return null;
  const parts: { readonly key: string; readonly read: Read; readonly print: Printer }[] = [];
  for (const [responseKey, fieldNodes] of selected) {
    const name = fieldNodes[0]?.name.value ?? '';
    const print = name === '__typename' ? constant(type.name) : compileField(type, name, fieldNodes, compilation);
    if (!print) return null;
    const start = parts.length === 0 ? '{' : ',';
    parts.push({ key: `${start}${JSON.stringify(responseKey)}:`, read: readOf(type, name), print });
  }
  compilation.size.fields += parts.length;
  if (parts.length === 0) return () => '{}';
  return (source, reader) => {
    let text = '';
    for (const { key, read, print } of parts) text += key + print(read(source as never, reader.caller), reader);
    return `${text}}`;
  };
}

/** Members are compiled when a value is of them: a document may name eighty, and a list has few. */
function compileUnion(type: GraphQLUnionType, nodes: readonly FieldNode[], compilation: Compilation): Printer {
  const members = new Map<string, Printer | null>();
  return (value, reader) => {
    const name = (value as CredentialsView).__typename;
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

/** Fields that ask somebody: only the long way answers them. */
const LONG_WAY = new Set([
  'Integration.environmentName',
  'Integration.webhookSupported',
  'Environment.integrations',
  'Environment.primaryIntegration',
]);
const SECRETS = new Set(['Integration.credentials', 'IntegrationConfigurations.inboundWebhookSigningKey']);

function compileField(
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  const field = type.getFields()[name];
  const coordinate = `${type.name}.${name}`;
  if (!field || field.args.length > 0 || LONG_WAY.has(coordinate)) return null;
  compilation.metSecret ||= SECRETS.has(coordinate);
  return compileType(field.type, nodes, compilation);
}

type Read = (source: never, caller: Caller) => unknown;

/** Fields with a resolver of their own: what their values are made of, by the same functions. */
const READS: Readonly<Record<string, Read>> = {
  'Integration.provider': ({ providerId }: Integration) => providerView(providerId),
  'Integration.environment': ({ environmentId }: Integration) => ({ id: environmentId }),
  'Integration.organization': ({ organizationId }: Integration) => ({ id: organizationId }),
  'Integration.configurations': configurationsView,
  'Integration.credentials': (row: Integration, caller) => credentialsFor(caller, row),
  'IntegrationConfigurations.inboundWebhookSigningKey': (source: Source, caller) =>
    mayReadSecrets(caller) ? source.inboundWebhookSigningKey : null,
};

type Source = Readonly<Record<string, unknown>>;

function readOf(type: GraphQLObjectType, name: string): Read {
  return READS[`${type.name}.${name}`] ?? ((source: Source) => source[name]);
}

function constant(text: string): Printer {
  const json = JSON.stringify(text);
  return () => json;
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
