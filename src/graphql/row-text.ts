import {
  type FieldNode,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Integration } from '../model/integration.ts';
import { configurationsView } from './integration-view.ts';
import { providerView } from './provider.resolver.ts';
import { collectFields, type Fragments } from './selected-fields.ts';

/** Prints a value as JSON, exactly as the executor and `JSON.stringify` would. @throws NotPrintable */
export type Printer = (value: unknown) => string;

/** Thrown by a printer for a value that the executor would report as an error: the long way does so. */
export class NotPrintable extends Error {
  override readonly name = 'NotPrintable';
}

/**
 * Compiles what an output type prints; null where the long way must answer.
 * @param nodes the fields that select it, of one response key.
 */
export function compileType(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Printer | null {
  const print = compileNullable(getNullableType(type) as GraphQLNullableType & GraphQLOutputType, nodes, fragments);
  return print && (isNonNullType(type) ? required(print) : nullable(print));
}

function compileNullable(
  type: GraphQLNullableType & GraphQLOutputType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Printer | null {
  if (isLeafType(type)) return (value) => JSON.stringify(type.serialize(value));
  if (isListType(type)) {
    const print = compileType(type.ofType, nodes, fragments);
    return print && ((value) => `[${(value as readonly unknown[]).map(print).join(',')}]`);
  }
  const print = isObjectType(type) ? compileObject(type, nodes, fragments) : null;
  return print && isObjectType(type) && type.name === 'Integration' ? keeping(print) : print;
}

/**
 * What fields of an integration with a resolver of their own are made of: all that follow from the row alone. A field that
 * has a resolver and is not here (credentials, or what needs a call) makes a selection one for the long way.
 */
const FROM_ROW: Readonly<Record<string, (row: Integration) => unknown>> = {
  provider: ({ providerId }) => providerView(providerId),
  environment: ({ environmentId }) => ({ id: environmentId }),
  organization: ({ organizationId }) => ({ id: organizationId }),
  configurations: configurationsView,
};

/** Fields that the long way alone may answer: secrets, and what asks somebody. */
const LONG_WAY = new Set([
  'Integration.credentials',
  'Integration.environmentName',
  'Integration.webhookSupported',
  'IntegrationConfigurations.inboundWebhookSigningKey',
  'Environment.integrations',
  'Environment.primaryIntegration',
]);

function compileObject(type: GraphQLObjectType, nodes: readonly FieldNode[], fragments: Fragments): Printer | null {
  const selected = collectFields(type, nodes, fragments);
  if (!selected) return null;
  const parts: { readonly key: string; readonly read: (source: never) => unknown; readonly print: Printer }[] = [];
  for (const [responseKey, fieldNodes] of selected) {
    const name = fieldNodes[0]?.name.value ?? '';
    const print = name === '__typename' ? constant(type.name) : compileField(type, name, fieldNodes, fragments);
    if (!print) return null;
    const read = readerOf(type, name);
    parts.push({ key: `${JSON.stringify(responseKey)}:`, read, print });
  }
  return (source) => `{${parts.map(({ key, read, print }) => key + print(read(source as never))).join(',')}}`;
}

/** Keeps the text of each row for a selection. */
function keeping(print: Printer): Printer {
  return (value) => {
    const row = value as Integration;
    // A row with secrets belongs to one request.
    if (row.secrets) return print(row);
    let texts = kept.get(row);
    if (!texts) {
      texts = [];
      kept.set(row, texts);
    }
    const known = texts.find((text) => text.print === print);
    if (known) return known.text;
    const text = print(row);
    if (texts.length >= TEXTS_PER_ROW) texts.shift();
    texts.push({ print, text });
    return text;
  };
}

/** Texts of a row are kept for so many selections: they take about as much memory as the row. */
const TEXTS_PER_ROW = 4;
const kept = new WeakMap<Integration, { readonly print: Printer; readonly text: string }[]>();

function compileField(
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Printer | null {
  const field = type.getFields()[name];
  if (!field || field.args.length > 0 || LONG_WAY.has(`${type.name}.${name}`)) return null;
  return compileType(field.type, nodes, fragments);
}

function readerOf(type: GraphQLObjectType, name: string): (source: never) => unknown {
  const fromRow = type.name === 'Integration' ? FROM_ROW[name] : undefined;
  return fromRow ?? ((source: Readonly<Record<string, unknown>>) => source[name]);
}

function constant(text: string): Printer {
  const json = JSON.stringify(text);
  return () => json;
}

function nullable(print: Printer): Printer {
  return (value) => (value === null || value === undefined ? 'null' : print(value));
}

function required(print: Printer): Printer {
  return (value) => {
    if (value === null || value === undefined) throw new NotPrintable();
    return print(value);
  };
}
