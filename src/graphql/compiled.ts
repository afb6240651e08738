import 'reflect-metadata';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { integrationsById } from '../loaders/integrations.ts';
import type { Integration } from '../model/integration.ts';
import { isJsonObject } from '../model/json.ts';
import { callerOf, type GatewayContext } from './context.ts';
import type { IntegrationBy, IntegrationsArgs } from './integration.input.ts';
import { findIntegration, findPrimary, give, listIntegrations } from './integration.resolver.ts';
import { type Compilation, compileEntities, compileType, type Printer } from './row-text.ts';
import { collectFields, switchesIn } from './selected-fields.ts';
import { compileVariables, type VariableReader } from './variable-values.ts';

/**
 * The short way to execute the reads that gateways are asked most: a query of `integrations`, `integration(by:)`,
 * `primaryIntegration` and `_entities` of integrations whose selections follow from the rows alone is compiled once, and its
 * answer is put together from the texts of the rows.
 *
 * It skips graphql-js and nothing else: the same functions find the rows, the same `serialize` prints each leaf, limits,
 * caller checks and plugins come before and after. It never reports an error: whatever it cannot answer in full (another
 * field, an error of a field, a null where none may be) it leaves to the long way, which finds the reads of
 * this operation still in the loaders. Secrets are printed by the same rule as on the long way, and their texts never kept.
 */
export class CompiledReads {
  readonly #schema: GraphQLSchema;
  readonly #query: GraphQLObjectType;
  readonly #operations = new WeakMap<OperationDefinitionNode, CompiledOperation>();

  constructor(schema: GraphQLSchema) {
    const query = schema.getQueryType();
    if (!query) throw new Error('The schema has no query type');
    this.#schema = schema;
    this.#query = query;
  }

  /** The whole answer, `{"data":…}` and a line break; null where the long way is to answer. Never rejects. */
  async answer(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<Buffer | null> {
    try {
      const { readVariables, switches, plans } = this.#compiled(document, operation);
      const values = readVariables?.(variables ?? {});
      if (!values) return null;
      const switched = Object.fromEntries(switches.map((name) => [name, values[name]]));
      const positions = Object.values(switched).join();
      let plan = plans.get(positions);
      if (plan === undefined) {
        plan = compilePlan(this.#schema, this.#query, document, operation, switched);
        // No more of them: somebody tries all that there are.
        if (plans.size < MAX_PLANS) plans.set(positions, plan);
      }
      return plan && (await run(plan, values, context));
    } catch {
      return null;
    }
  }

  #compiled(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    let compiled = this.#operations.get(operation);
    if (compiled === undefined) {
      const readVariables = compileVariables(this.#schema, operation.variableDefinitions ?? []);
      compiled = { readVariables, switches: switchesIn(document), plans: new Map() };
      this.#operations.set(operation, compiled);
    }
    return compiled;
  }
}

interface CompiledOperation {
  readonly readVariables: VariableReader | null;
  /** Variables that decide what is selected. */
  readonly switches: readonly string[];
  /** By their values; null where the long way must answer. */
  readonly plans: Map<string, Plan | null>;
}

const MAX_PLANS = 16;

interface RootField {
  /** What stands before its value in the answer. */
  readonly key: string;
  readonly args: (variables: Record<string, unknown>) => never;
  readonly find: Find;
  readonly print: Printer;
}

type Plan = readonly RootField[];

/** Rejects and never throws: the others are under way, and somebody must take their errors. */
type Find = (context: GatewayContext, args: never, list: readonly Integration[]) => unknown;

/** All find their rows in one list, so it is waited for once, and a lookup by id needs nothing else. */
const ROOTS: Readonly<Record<string, Find>> = {
  integrations: (context, args: IntegrationsArgs) => listIntegrations(context, args),
  integration: (context, { by }: { by: IntegrationBy }, list) =>
    typeof by.id === 'string'
      ? give(callerOf(context), integrationsById(list).get(by.id), [])
      : findIntegration(context, by),
  primaryIntegration: (context, args: { channel: string; environmentId?: string | null }) =>
    findPrimary(context, args.channel, args.environmentId),
  _entities: async (_, { representations }: { representations: readonly unknown[] }, list) =>
    representations.map((representation) => {
      // Other entities, and what is none, are the long way's.
      if (!isJsonObject(representation) || representation.__typename !== 'Integration') throw new TypeError();
      const { id } = representation;
      return typeof id === 'string' ? (integrationsById(list).get(id) ?? null) : null;
    }),
};

function compilePlan(
  schema: GraphQLSchema,
  query: GraphQLObjectType,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  switches: Readonly<Record<string, unknown>>,
): Plan | null {
  if (operation.operation !== 'query' || operation.directives?.length) return null;
  const compilation: Compilation = { schema, fragments: fragmentsOf(document), switches, metSecret: false };
  const root = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '' },
    selectionSet: operation.selectionSet,
  } as const;
  const plan: RootField[] = [];
  for (const [responseKey, nodes] of collectFields(query, [root], compilation) ?? []) {
    const [node] = nodes;
    const find = node && ROOTS[node.name.value];
    const field = node && query.getFields()[node.name.value];
    if (!find || !field) return null;
    const print =
      field.name === '_entities' ? compileEntities(nodes, compilation) : compileType(field.type, nodes, compilation);
    if (!print) return null;
    const start = plan.length === 0 ? '{' : ',';
    plan.push({ key: `${start}${JSON.stringify(responseKey)}:`, args: argumentsOf(field, node), find, print });
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

async function run(plan: Plan, variables: Record<string, unknown>, context: GatewayContext): Promise<Buffer> {
  const { caller, loaders } = callerOf(context);
  const { integrations } = await loaders.list();
  // All arguments first: they may throw, and must not leave behind reads whose errors nobody takes.
  const given = plan.map(({ args }) => args(variables));
  const found = plan.map(({ find }, index) => find(context, given[index] as never, integrations));
  const values = found.some((each) => each instanceof Promise) ? await Promise.all(found) : found;
  const reader = { caller, keep: wasPrinted(loaders.onlySource) };
  let text = '{"data":';
  for (const [index, { key, print }] of plan.entries()) text += key + print(values[index], reader);
  // At once: requests that waited for one list go on together, and a text in parts takes ten times the memory of its bytes.
  return Buffer.from(`${text}}}\n`);
}

const printed = new WeakSet<readonly Integration[]>();

/** Has the list been printed before? Most lists are asked for once, and it would cost more to keep texts than to make them. */
function wasPrinted(list: readonly Integration[] | null): boolean {
  if (list === null || printed.has(list)) return list !== null;
  printed.add(list);
  return false;
}

function fragmentsOf(document: DocumentNode): Compilation['fragments'] {
  const definitions = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(definitions.map((definition) => [definition.name.value, definition]));
}
