import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { ListReader } from '../field-marks.ts';
import { listReaderOf } from '../field-readers.ts';
import { type ArgumentReader, compileArguments } from './arguments.ts';
import { collectFields } from './collect-fields.ts';
import { type Compilation, compileOutput } from './json-writer.ts';
import type { Printer } from './printers.ts';

/** An operation of a document that is valid and within the limits. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export type VariableValues = Readonly<Record<string, unknown>>;

/** How a query is answered from the caller's list: its root fields, in the order of the answer. */
export type Plan = readonly RootField[];

interface RootField {
  /** What stands before its value in the answer. */
  readonly key: string;
  /** @throws GraphQLError for arguments that cannot be coerced. */
  readonly args: ArgumentReader;
  readonly find: ListReader;
  readonly print: Printer;
}

/** Null where the executor must answer. */
export function compilePlan(
  { document, operation }: KnownOperation,
  selections: Pick<Compilation, 'schema' | 'readers' | 'switches' | 'size'>,
): Plan | null {
  const query = selections.schema.getQueryType();
  if (!query || operation.operation !== 'query' || operation.directives?.length) return null;
  const compilation: Compilation = {
    ...selections,
    fragments: fragmentsOf(document),
    metSecret: false,
    isSecret: false,
  };
  const root = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '' },
    selectionSet: operation.selectionSet,
  } as const;
  const plan: RootField[] = [];
  for (const [responseKey, nodes] of collectFields(query, [root], compilation) ?? []) {
    const [node] = nodes;
    const field = node && query.getFields()[node.name.value];
    const find = field && listReaderOf(field);
    if (!find) return null;
    const print = compileOutput(field, nodes, compilation);
    if (!print) return null;
    const start = plan.length === 0 ? '{' : ',';
    plan.push({ key: `${start}${JSON.stringify(responseKey)}:`, args: compileArguments(field, node), find, print });
  }
  return plan.length > 0 ? plan : null;
}

function fragmentsOf(document: DocumentNode): Compilation['fragments'] {
  const definitions = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(definitions.map((definition) => [definition.name.value, definition]));
}
