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
import { type Caller, mayReadSecrets } from '../model/caller.ts';
import type { Integration } from '../model/integration.ts';
import { type CredentialsView, credentialsFor } from './access.ts';
import { configurationsView } from './integration-view.ts';
import { providerView } from './provider.resolver.ts';
import { collectFields, type Selections } from './selected-fields.ts';

/** Prints a value for a caller as JSON, exactly as the executor and `JSON.stringify` would. @throws NotPrintable */
export type Printer = (value: unknown, caller: Caller) => string;

/** Thrown by a printer for a value that the executor would report as an error: the long way does so. */
class NotPrintable extends Error {
  override readonly name = 'NotPrintable';
}

/** The compilation of one operation. */
export interface Compilation extends Selections {
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

function compileNullable(
  type: GraphQLNullableType & GraphQLOutputType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Printer | null {
  if (isLeafType(type)) return (value) => JSON.stringify(type.serialize(value));
  if (isUnionType(type)) return compileUnion(type, nodes, compilation);
  if (isListType(type)) {
    const print = compileType(type.ofType, nodes, compilation);
    return (
      print && ((value, caller) => `[${(value as readonly unknown[]).map((item) => print(item, caller)).join(',')}]`)
    );
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
  return (value, caller) => {
    const row = value as Integration;
    // A row with secrets belongs to one request.
    if (row.secrets) return print(row, caller);
    let texts = kept.get(row);
    if (!texts) {
      texts = [];
      kept.set(row, texts);
    }
    const known = texts.find((text) => text.print === print);
    if (known) return known.text;
    const text = print(row, caller);
    if (texts.length >= TEXTS_PER_ROW) texts.shift();
    texts.push({ print, text });
    return text;
  };
}

function compileObject(type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation): Printer | null {
  const selected = collectFields(type, nodes, compilation);
  if (!selected) return null;
  const parts: { readonly key: string; readonly read: Reader; readonly print: Printer }[] = [];
  for (const [responseKey, fieldNodes] of selected) {
    const name = fieldNodes[0]?.name.value ?? '';
    const print = name === '__typename' ? constant(type.name) : compileField(type, name, fieldNodes, compilation);
    if (!print) return null;
    parts.push({ key: `${JSON.stringify(responseKey)}:`, read: readerOf(type, name), print });
  }
  return (source, caller) =>
    `{${parts.map(({ key, read, print }) => key + print(read(source as never, caller), caller)).join(',')}}`;
}

/** Members are compiled when a value is of them: a document may name eighty, and a list has few. */
function compileUnion(type: GraphQLUnionType, nodes: readonly FieldNode[], compilation: Compilation): Printer {
  const members = new Map<string, Printer | null>();
  return (value, caller) => {
    const name = (value as CredentialsView).__typename;
    let print = members.get(name);
    if (print === undefined) {
      const member = type.getTypes().find((one) => one.name === name);
      print = member ? compileObject(member, nodes, compilation) : null;
      members.set(name, print);
    }
    if (!print) throw new NotPrintable();
    return print(value, caller);
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

type Reader = (source: never, caller: Caller) => unknown;

/** Fields with a resolver of their own: what their values are made of, by the same functions. */
const READERS: Readonly<Record<string, Reader>> = {
  'Integration.provider': ({ providerId }: Integration) => providerView(providerId),
  'Integration.environment': ({ environmentId }: Integration) => ({ id: environmentId }),
  'Integration.organization': ({ organizationId }: Integration) => ({ id: organizationId }),
  'Integration.configurations': configurationsView,
  'Integration.credentials': (row: Integration, caller) => credentialsFor(caller, row),
  'IntegrationConfigurations.inboundWebhookSigningKey': (source: Source, caller) =>
    mayReadSecrets(caller) ? source.inboundWebhookSigningKey : null,
};

type Source = Readonly<Record<string, unknown>>;

function readerOf(type: GraphQLObjectType, name: string): Reader {
  return READERS[`${type.name}.${name}`] ?? ((source: Source) => source[name]);
}

function constant(text: string): Printer {
  const json = JSON.stringify(text);
  return () => json;
}

function nullable(print: Printer): Printer {
  return (value, caller) => (value === null || value === undefined ? 'null' : print(value, caller));
}

function required(print: Printer): Printer {
  return (value, caller) => {
    if (value === null || value === undefined) throw new NotPrintable();
    return print(value, caller);
  };
}
