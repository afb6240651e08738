import { type DocumentNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { QueryTooComplexError } from '../../model/errors.ts';
import type { OperationAnalysis, OperationAnalyzer } from './analysis.ts';
import { Evaluation, evaluate, type GivenVariables } from './cost.ts';
import { FULL_INTROSPECTION } from './introspection.ts';

export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
  readonly mutations: number;
}

/** Operations of a document; one of them runs. */
const MAX_OPERATIONS = 50;
/** Of brackets of all kinds: no schema needs a tenth of it, and graphql-js parses by recursion. */
const MAX_NESTING = 200;
/** Times what the usual introspection of tools asks for. */
const INTROSPECTION_FACTOR = 2;

/** Holds operations against the limits. What depends on the document alone is worked out once for each document. */
export class OperationLimits {
  readonly #analyzer: OperationAnalyzer;
  readonly #limits: QueryLimits;
  readonly #introspection: number;

  constructor(analyzer: OperationAnalyzer, limits: QueryLimits) {
    this.#analyzer = analyzer;
    this.#limits = limits;
    const document = parse(FULL_INTROSPECTION);
    const usual = operationsOf(document).map((operation) => analyzer.analyze(document, operation).introspection);
    this.#introspection = INTROSPECTION_FACTOR * Math.max(...usual);
  }

  /** Before the text is parsed. @throws QueryTooComplexError */
  assertParsable(text: string): void {
    assertLimit('nesting', nestingOf(text), MAX_NESTING);
  }

  /**
   * In linear time and before the document is validated: validation compares all fields of a name, and all fragments, in pairs.
   * @throws QueryTooComplexError that names the limit and the document's own number.
   */
  assertDocument(document: DocumentNode): void {
    const { definitions } = document;
    const operations = operationsOf(document);
    assertLimit('operations', operations.length, MAX_OPERATIONS);
    const fragments = definitions.length - operations.length;
    const repeats = definitions.reduce(
      (sum, one) => sum + ('selectionSet' in one ? repeatsIn(one.selectionSet) : 0),
      0,
    );
    assertLimit('aliases', Math.max(fragments, repeats), this.#limits.aliases);
    for (const operation of operations) this.#assertAnalysis(this.#analyzer.analyze(document, operation));
  }

  /** What depends on the variables. @throws QueryTooComplexError that says cost and limit. */
  assertOperation(analysis: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): void {
    assertLimit('cost', this.#cost(analysis, operation, variables), this.#limits.cost);
  }

  isWithinLimits(analysis: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): boolean {
    return this.#cost(analysis, operation, variables) <= this.#limits.cost;
  }

  #cost({ cost }: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): number {
    if (typeof cost === 'number') return cost;
    return evaluate(cost, new Evaluation(variables, operation.variableDefinitions ?? []));
  }

  #assertAnalysis({ depth, aliases, mutations, introspection, cost }: OperationAnalysis): void {
    assertLimit('depth', depth, this.#limits.depth);
    assertLimit('aliases', aliases, this.#limits.aliases);
    assertLimit('mutations', mutations, this.#limits.mutations);
    assertLimit('introspection', introspection, this.#introspection);
    if (typeof cost === 'number') assertLimit('cost', cost, this.#limits.cost);
  }
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** Fields that stand beside another of the same response key, here and below; fragments that are spread count by themselves. */
function repeatsIn({ selections }: SelectionSetNode): number {
  const seen = new Set<string>();
  let repeats = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      repeats += seen.has(key) ? 1 : 0;
      seen.add(key);
    }
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) repeats += repeatsIn(selection.selectionSet);
  }
  return repeats;
}

/** Deepest nesting of brackets in a text; those in strings and comments count as well, which no real document has many of. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x7b || code === 0x5b || code === 0x28) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d || code === 0x29) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const ADVICE = {
  nesting: 'nests too deep',
  depth: 'nests too deep',
  operations: 'stands among too many others: send them one by one',
  aliases: 'has too many aliases, fragments or repeated fields',
  mutations: 'has too many mutations: send them in several requests',
  introspection: 'asks too much of introspection',
  cost: 'could have too large an answer: ask for fewer fields or smaller pages',
};

function assertLimit(name: keyof typeof ADVICE, value: number, limit: number): void {
  // Also for what is no number: zero times an endless cost.
  if (!(value <= limit)) throw new QueryTooComplexError(`The operation ${ADVICE[name]}`, { name, value, limit });
}
