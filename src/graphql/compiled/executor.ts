import 'reflect-metadata';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { GatewayError } from '../../model/errors.ts';
import type { Integration, IntegrationList } from '../../model/integration.ts';
import { callerOf, type GatewayContext } from '../context.ts';
import type { FieldReaders } from '../field-readers.ts';
import { type AnswerTemplate, SecretFinder } from './answer-template.ts';
import { switchesIn } from './collect-fields.ts';
import type { CompiledSize } from './json-writer.ts';
import { NotPrintable } from './leaf-writer.ts';
import { compilePlan, type KnownOperation, type Plan, type VariableValues } from './plan.ts';
import type { Reader, SecretRecorder } from './printers.ts';
import { compileVariables, type VariableReader } from './variables.ts';

/**
 * Executes queries whose answer follows from the caller's list: root fields that are marked `FromList`, and below them plain
 * properties and fields that are marked `FromRow`. Such an operation is compiled once, and its answer is put together from the
 * texts of the rows.
 *
 * It replaces graphql-js and nothing else: the same functions find the rows and read the fields, the same `serialize` prints each
 * leaf. Limits and caller checks are the business of its caller, as they are for graphql-js. It never reports an error: an
 * operation that it cannot answer in full (another field, an error of a field, a null where none may be) is declined, and the
 * executor finds the reads of this operation still in the loaders. Secrets are printed by the same rule, and their texts are never
 * kept.
 */
export class CompiledExecutor {
  readonly #schema: GraphQLSchema;
  readonly #readers: FieldReaders;
  readonly #maxBytes: number;
  #operations = new WeakMap<OperationDefinitionNode, CompiledOperation>();
  #size: CompiledSize = { fields: 0 };

  /** @param maxBytes of an answer; a longer one is declined. */
  constructor(schema: GraphQLSchema, readers: FieldReaders, maxBytes: number) {
    this.#schema = schema;
    this.#readers = readers;
    this.#maxBytes = maxBytes;
  }

  /**
   * The whole answer, `{"data":…}` and a line break; null where it declines.
   * @throws what a bug in a reader or a lookup throws; errors that the executor would report are declined.
   */
  execute(known: KnownOperation, variables: VariableValues, context: GatewayContext): Promise<Buffer | null> {
    return this.#print(known, variables, context);
  }

  /**
   * The answer that {@link execute} has made of a list, without the secrets; null where there is none.
   * @param list of the context, with what upstream has sent.
   */
  async template(
    known: KnownOperation,
    variables: VariableValues,
    context: GatewayContext,
    list: IntegrationList,
  ): Promise<AnswerTemplate | null> {
    if (!list.raw) return null;
    const secrets = new SecretFinder(list, list.raw);
    const text = await this.#print(known, variables, context, secrets);
    return text && secrets.template(text.toString());
  }

  async #print(
    known: KnownOperation,
    variables: VariableValues,
    context: GatewayContext,
    secrets?: SecretRecorder,
  ): Promise<Buffer | null> {
    try {
      const { plan, values } = this.#compile(known, variables);
      const text = plan && (await run(plan, values, context, { maxLength: this.#maxBytes, secrets }));
      // Encoded at once: requests that waited for one list continue together, and a concatenated string takes ten times
      // the memory of its bytes.
      const answer = text === null ? null : Buffer.from(text);
      return answer && answer.length <= this.#maxBytes ? answer : null;
    } catch (error) {
      if (isExpected(error)) return null;
      throw error;
    }
  }

  /** Can an operation be compiled, as far as its selections tell? With these variables, which may switch fields on and off. */
  canExecute(known: KnownOperation, variables: VariableValues): boolean {
    try {
      return this.#compile(known, variables).plan !== null;
    } catch (error) {
      if (isExpected(error)) return false;
      throw error;
    }
  }

  /** The plan for these variables, and their coerced values. @throws GraphQLError for variables that cannot be coerced. */
  #compile(known: KnownOperation, variables: VariableValues): { plan: Plan | null; values: VariableValues } {
    const compiled = this.#compiled(known);
    const values = compiled.readVariables(variables);
    return { plan: this.#planOf(compiled, known, values), values };
  }

  #compiled({ document, operation }: KnownOperation): CompiledOperation {
    let compiled = this.#operations.get(operation);
    if (compiled === undefined) {
      const readVariables = compileVariables(this.#schema, operation.variableDefinitions ?? []);
      compiled = { readVariables, switches: switchesIn(document, operation), plans: new Map() };
      this.#operations.set(operation, compiled);
    }
    return compiled;
  }

  #planOf({ switches, plans }: CompiledOperation, known: KnownOperation, values: VariableValues): Plan | null {
    let positions = '';
    for (const name of switches) positions += POSITIONS.get(values[name]) ?? '-';
    let plan = plans.get(positions);
    if (plan === undefined) {
      this.#makeRoom();
      const switched = Object.fromEntries(switches.map((name) => [name, values[name]]));
      const selections = { schema: this.#schema, readers: this.#readers, switches: switched, size: this.#size };
      plan = compilePlan(known, selections);
      this.#size.fields += 1;
      plans.set(positions, plan);
    }
    return plan;
  }

  /** Clients can send any number of operations and variants: when the bound is reached, all plans are dropped. */
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
  readonly readVariables: VariableReader;
  /** Variables that decide what is selected. */
  readonly switches: readonly string[];
  /** By the positions of the switches; null where the executor must answer. */
  readonly plans: Map<string, Plan | null>;
}

async function run(
  plan: Plan,
  variables: VariableValues,
  context: GatewayContext,
  { maxLength, secrets }: Pick<Reader, 'maxLength' | 'secrets'>,
): Promise<string | null> {
  const { call, loaders } = callerOf(context);
  // All arguments first: what they refuse must not leave behind reads that nothing waits for.
  const args = plan.map((field) => field.args(variables));
  const found = plan.map(({ find }, index) => find(args[index] as never, context));
  const values = found.length === 1 ? [await found[0]] : await Promise.all(found);
  const keep = wasPrinted(loaders.summary().onlyList);
  // Not the caller of the context, who is asked for: a plan knows which of its fields depend on that.
  const reader = {
    caller: call.caller,
    noteCallerDependency: () => loaders.noteCallerDependency(),
    keep,
    maxLength,
    secrets,
  };
  let text = '{"data":';
  for (const [index, { key, print }] of plan.entries()) {
    text += key + print(values[index], reader);
    if (text.length > maxLength) return null;
  }
  return `${text}}}\n`;
}

/** How often a list was printed, up to {@link ENOUGH}. */
const printed = new WeakMap<readonly Integration[], number>();
const ENOUGH = 2;

/**
 * Has the list been printed before, and more than once? Most lists are asked for once, and it would cost more to keep texts than to make
 * them. Where one request comes again and again, its answer is kept as a whole the second time, and no text is needed.
 */
function wasPrinted(list: readonly Integration[] | null): boolean {
  if (list === null) return false;
  const times = printed.get(list) ?? 0;
  if (times < ENOUGH) printed.set(list, times + 1);
  return times >= ENOUGH;
}

/** Errors that the executor reports to the client: of the caller, of arguments and variables, of values. All else is a bug. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof GatewayError ||
    error instanceof GraphQLError ||
    error instanceof NotPrintable ||
    (error instanceof Error && error.name === 'AbortError')
  );
}
