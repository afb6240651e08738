import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { callerOf, type GatewayContext } from './context.ts';
import { findIntegration, findPrimary, listIntegrations } from './integration.resolver.ts';
import { type Compilation, compileType, type Printer } from './row-text.ts';
import { collectFields } from './selected-fields.ts';

/**
 * The short way to execute the reads that gateways are asked most: a query of `integrations`, `integration(by:)` and
 * `primaryIntegration` whose selections follow from the rows alone is compiled once, and its answer is put together from
 * the texts of the rows.
 *
 * It skips graphql-js and nothing else: the same functions find the rows, the same `serialize` prints each leaf, limits,
 * caller checks and plugins come before and after. It never reports an error: whatever it cannot answer in full (another
 * field, a directive, an error of a field, a null where none may be) it leaves to the long way, which finds the reads of
 * this operation still in the loaders. Secrets are printed by the same rule as on the long way, and their texts never kept.
 */
export class CompiledReads {
  readonly #schema: GraphQLSchema;
  readonly #query: GraphQLObjectType;
  readonly #plans = new WeakMap<OperationDefinitionNode, Plan | null>();

  constructor(schema: GraphQLSchema) {
    const query = schema.getQueryType();
    if (!query) throw new Error('The schema has no query type');
    this.#schema = schema;
    this.#query = query;
  }

  /** The answer's data by response key, each as JSON text; null where the long way is to answer. Never rejects. */
  async answer(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<ReadonlyMap<string, string> | null> {
    const plan = this.#planOf(document, operation);
    if (!plan) return null;
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!coerced) return null;
    try {
      return await run(plan, coerced, context);
    } catch {
      return null;
    }
  }

  #planOf(document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
    let plan = this.#plans.get(operation);
    if (plan === undefined) {
      plan = compileOperation(this.#schema, this.#query, document, operation);
      this.#plans.set(operation, plan);
    }
    return plan;
  }
}

interface RootField {
  readonly responseKey: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly find: Find;
  readonly print: Printer;
}

type Plan = readonly RootField[];
type Find = (context: GatewayContext, args: never) => Promise<unknown>;

const ROOTS: Readonly<Record<string, Find>> = {
  integrations: listIntegrations,
  integration: (context, { by }: { by: Parameters<typeof findIntegration>[1] }) => findIntegration(context, by),
  primaryIntegration: (context, args: { channel: string; environmentId?: string | null }) =>
    findPrimary(context, args.channel, args.environmentId),
};

function compileOperation(
  schema: GraphQLSchema,
  query: GraphQLObjectType,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan | null {
  if (operation.operation !== 'query' || operation.directives?.length) return null;
  const compilation: Compilation = { schema, fragments: fragmentsOf(document), metSecret: false };
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
    const print = field && compileType(field.type, nodes, compilation);
    if (!find || !print) return null;
    plan.push({ responseKey, node, field, find, print });
  }
  return plan.length > 0 ? plan : null;
}

async function run(
  plan: Plan,
  variables: Record<string, unknown>,
  context: GatewayContext,
): Promise<ReadonlyMap<string, string>> {
  const found = plan.map(({ field, node, find }) => find(context, getArgumentValues(field, node, variables) as never));
  const values = await Promise.all(found);
  const { caller } = callerOf(context);
  return new Map(plan.map(({ responseKey, print }, index) => [responseKey, print(values[index], caller)]));
}

function fragmentsOf(document: DocumentNode): Compilation['fragments'] {
  const definitions = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(definitions.map((definition) => [definition.name.value, definition]));
}
