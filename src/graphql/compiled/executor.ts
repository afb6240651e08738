import 'reflect-metadata';
import type { DocumentNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Integration } from '../../model/integration.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import { switchesIn } from './collect-fields.ts';
import type { CompiledSize } from './json-writer.ts';
import { compilePlan, type Plan } from './plan.ts';
import { compileVariables, type VariableReader } from './variables.ts';

/**
 * The short way to execute the reads that gateways are asked most: a query of `integrations`, `integration(by:)`,
 * `primaryIntegration` and `_entities` of integrations whose selections follow from the rows alone is compiled once, and its
 * answer is put together from the texts of the rows.
 *
 * It skips graphql-js and nothing else: the same functions find the rows, the same `serialize` prints each leaf; limits and
 * caller checks are the business of whoever calls it, as they are for graphql-js. It never reports an error: whatever it
 * cannot answer in full (another field, an error of a field, a null where none may be) it leaves to the long way, which finds
 * the reads of this operation still in the loaders. Secrets are printed by the same rule as on the long way, and their texts
 * never kept.
 */
export class CompiledReads {
  readonly #schema: GraphQLSchema;
  readonly #query: GraphQLObjectType;
  #operations = new WeakMap<OperationDefinitionNode, CompiledOperation>();
  #size: CompiledSize = { fields: 0 };

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
      const compiled = this.#compiled(document, operation);
      const values = compiled.readVariables?.(variables ?? {});
      const plan = values && this.#planOf(compiled, document, operation, values);
      return plan ? await run(plan, values, context) : null;
    } catch {
      return null;
    }
  }

  #compiled(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    let compiled = this.#operations.get(operation);
    if (compiled === undefined) {
      const readVariables = compileVariables(this.#schema, operation.variableDefinitions ?? []);
      compiled = { readVariables, switches: switchesIn(document, operation), plans: new Map() };
      this.#operations.set(operation, compiled);
    }
    return compiled;
  }

  #planOf(
    { switches, plans }: CompiledOperation,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    values: Readonly<Record<string, unknown>>,
  ): Plan | null {
    let positions = '';
    for (const name of switches) positions += POSITIONS.get(values[name]) ?? '-';
    let plan = plans.get(positions);
    if (plan === undefined) {
      this.#makeRoom();
      const switched = Object.fromEntries(switches.map((name) => [name, values[name]]));
      const selections = { schema: this.#schema, switches: switched, size: this.#size };
      plan = compilePlan(this.#query, document, operation, selections);
      this.#size.fields += 1;
      plans.set(positions, plan);
    }
    return plan;
  }

  /** Clients can think of any number of operations, and of positions of their switches: now and then all are forgotten. */
  #makeRoom(): void {
    if (this.#size.fields < MAX_FIELDS) return;
    this.#operations = new WeakMap();
    this.#size = { fields: 0 };
  }
}

/** Of all plans; a field takes some hundred bytes. */
const MAX_FIELDS = 50_000;

const POSITIONS: ReadonlyMap<unknown, string> = new Map([
  [true, '1'],
  [false, '0'],
]);

interface CompiledOperation {
  readonly readVariables: VariableReader | null;
  /** Variables that decide what is selected. */
  readonly switches: readonly string[];
  /** By the positions of the switches; null where the long way must answer. */
  readonly plans: Map<string, Plan | null>;
}

async function run(plan: Plan, variables: Record<string, unknown>, context: GatewayContext): Promise<Buffer> {
  const { caller, loaders } = callerOf(context);
  // All arguments first: what they refuse needs no list, and must not leave behind reads whose errors nobody takes.
  const given = plan.map(({ args, check }) => {
    const values = args(variables);
    check?.(values);
    return values;
  });
  const { integrations } = await loaders.list();
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
