import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { integrationsById } from '../../loaders/integrations.ts';
import type { Integration } from '../../model/integration.ts';
import { isJsonObject } from '../../model/json.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { refuseUnknown } from '../input-rules.ts';
import type { IntegrationBy, IntegrationsArgs } from '../integration/integration.input.ts';
import { findIntegration, findPrimary, give, listIntegrations } from '../integration/integration.resolver.ts';
import { collectFields } from './collect-fields.ts';
import { type Compilation, compileEntities, compileType, type Printer } from './json-writer.ts';

/** How a query of common reads is answered: its root fields, in the order of the answer. */
export type Plan = readonly RootField[];

interface RootField extends Root {
  /** What stands before its value in the answer. */
  readonly key: string;
  readonly args: (variables: Record<string, unknown>) => never;
  readonly print: Printer;
}

interface Root {
  /** Throws for arguments to which the long way needs no list. */
  readonly check?: (args: never) => void;
  /** Rejects and never throws: the others are under way, and somebody must take their errors. */
  readonly find: (context: GatewayContext, args: never, list: readonly Integration[]) => unknown;
}

/** All find their rows in one list, so it is waited for once, and a lookup by id needs nothing else. */
const ROOTS: Readonly<Record<string, Root>> = {
  integrations: { find: (context, args: IntegrationsArgs) => listIntegrations(context, args) },
  integration: {
    find: (context, { by }: { by: IntegrationBy }, list) =>
      typeof by.id === 'string'
        ? give(callerOf(context), integrationsById(list).get(by.id), [])
        : findIntegration(context, by),
  },
  primaryIntegration: {
    check: ({ channel }: PrimaryArgs) => refuseUnknown('channel', channel),
    find: (context, args: PrimaryArgs) => findPrimary(context, args.channel, args.environmentId),
  },
  _entities: {
    check: ({ representations }: EntitiesArgs) => {
      if (representations.length === 0 || !representations.every(isIntegrationKey)) throw new TypeError();
    },
    find: (_, { representations }: EntitiesArgs, list) =>
      representations.map(({ id }) => integrationsById(list).get(id) ?? null),
  },
};

interface PrimaryArgs {
  readonly channel: string;
  readonly environmentId?: string | null;
}

interface EntitiesArgs {
  readonly representations: readonly { readonly id: string }[];
}

/** Other entities, and what is none, are the long way's. */
function isIntegrationKey(representation: unknown): boolean {
  return (
    isJsonObject(representation) && representation.__typename === 'Integration' && typeof representation.id === 'string'
  );
}

/** Null where the long way must answer. */
export function compilePlan(
  query: GraphQLObjectType,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: Pick<Compilation, 'schema' | 'switches' | 'size'>,
): Plan | null {
  if (operation.operation !== 'query' || operation.directives?.length) return null;
  const compilation: Compilation = { ...selections, fragments: fragmentsOf(document), metSecret: false };
  const node = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '' },
    selectionSet: operation.selectionSet,
  } as const;
  const plan: RootField[] = [];
  for (const [responseKey, nodes] of collectFields(query, [node], compilation) ?? []) {
    const name = nodes[0]?.name.value ?? '';
    const root = ROOTS[name];
    const field = query.getFields()[name];
    if (!root || !field || !nodes[0]) return null;
    const print =
      name === '_entities' ? compileEntities(nodes, compilation) : compileType(field.type, nodes, compilation);
    if (!print) return null;
    const start = plan.length === 0 ? '{' : ',';
    plan.push({ ...root, key: `${start}${JSON.stringify(responseKey)}:`, args: argumentsOf(field, nodes[0]), print });
  }
  return plan.length > 0 ? plan : null;
}

/** What reads a field's arguments; those without variables are worked out once, and nobody changes them. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): RootField['args'] {
  let hasVariable = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable() {
        hasVariable = true;
      },
    });
  }
  if (hasVariable) return (variables) => getArgumentValues(field, node, variables) as never;
  const args = getArgumentValues(field, node) as never;
  return () => args;
}

function fragmentsOf(document: DocumentNode): Compilation['fragments'] {
  const definitions = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(definitions.map((definition) => [definition.name.value, definition]));
}
