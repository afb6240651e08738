import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { QueryTooComplexError } from '../../model/errors.ts';
import type { OperationAnalysis, OperationAnalyzer } from './analysis.ts';
import { Evaluation, evaluate, type GivenVariables } from './cost.ts';
import { linesOf, nestingOf, sizeOf } from './document-size.ts';
import { FULL_INTROSPECTION } from './introspection.ts';

export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
  readonly mutations: number;
}

/** Operations in a document, of which one runs. */
const MAX_OPERATIONS = 50;
/** Operations times fragments: validation follows each operation through all fragments that it can reach. */
const MAX_REACHED_FRAGMENTS = 2_500;
/** Nesting of brackets of all kinds. No schema needs a tenth of it, and graphql-js parses recursively. */
const MAX_NESTING = 200;
/** Lines of a text: each error counts them from the start to find its own. The default `MAX_QUERY_TOKENS` fill fewer. */
const MAX_LINES = 10_000;
/** Comparisons of fields with the same response key. Each takes one or two microseconds. */
const MAX_COMPARISONS = 50_000;
/** Type names that the schema lacks: for each, graphql-js looks for similar names. */
const MAX_UNKNOWN_TYPES = 20;
/** Multiple of the usual introspection query of tools. */
const INTROSPECTION_FACTOR = 2;

/** Checks operations against the limits. What depends only on the document is computed once for each document. */
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
    assertLimit('lines', linesOf(text), MAX_LINES);
  }

  /**
   * Takes linear time and comes before validation, which compares all fields of a name, and all fragments, in pairs.
   * @throws QueryTooComplexError that names the limit and the document's own number.
   */
  assertDocument(document: DocumentNode): void {
    const { definitions } = document;
    const operations = operationsOf(document);
    const fragments = definitions.length - operations.length;
    assertLimit('operations', operations.length, maxOperations(fragments));
    const { repeats, comparisons, unknownTypes } = sizeOf(document, (name) => this.#analyzer.knowsType(name));
    assertLimit('aliases', Math.max(fragments, repeats), this.#limits.aliases);
    assertLimit('comparisons', comparisons, MAX_COMPARISONS);
    assertLimit('types', unknownTypes, MAX_UNKNOWN_TYPES);
    for (const operation of operations) this.#assertAnalysis(this.#analyzer.analyze(document, operation));
  }

  /** What depends on the variables. @throws QueryTooComplexError with the cost and the limit. */
  assertOperation(analysis: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): void {
    assertLimit('cost', this.costOf(analysis, operation, variables), this.#limits.cost);
  }

  isWithinLimits(analysis: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): boolean {
    return this.costOf(analysis, operation, variables) <= this.#limits.cost;
  }

  /** With these variables. */
  costOf({ cost }: OperationAnalysis, operation: OperationDefinitionNode, variables: GivenVariables): number {
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

function maxOperations(fragments: number): number {
  return Math.min(MAX_OPERATIONS, Math.floor(MAX_REACHED_FRAGMENTS / Math.max(1, fragments)));
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

const ADVICE = {
  nesting: 'nests too deep',
  lines: 'has too many lines',
  comparisons: 'selects the same fields too often, in fragments or side by side',
  types: 'names too many types that the schema lacks',
  depth: 'nests too deep',
  operations: 'stands among too many others: send them one by one',
  aliases: 'has too many aliases, fragments or repeated fields',
  mutations: 'has too many mutations: send them in several requests',
  introspection: 'asks too much of introspection',
  cost: 'could have too large an answer: ask for fewer fields or smaller pages',
};

function assertLimit(name: keyof typeof ADVICE, value: number, limit: number): void {
  // Negated, so that NaN (zero times an infinite cost) fails too.
  if (!(value <= limit)) throw new QueryTooComplexError(`The operation ${ADVICE[name]}`, { name, value, limit });
}
