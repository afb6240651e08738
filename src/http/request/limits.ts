import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { QueryTooComplexError } from '../../model/errors.ts';
import type { OperationAnalysis, OperationAnalyzer } from './analysis.ts';

export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  /** Of the answer, at its largest. */
  readonly fields: number;
}

/**
 * Holds a document against the limits, in linear time and before it is validated: validation compares all fields of a name, and
 * all fragments, in pairs.
 * @throws QueryTooComplexError that names the limit and the document's own number.
 */
export function assertWithinLimits(document: DocumentNode, analyzer: OperationAnalyzer, limits: QueryLimits): void {
  const { definitions } = document;
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  const repeats = definitions.reduce((sum, one) => sum + ('selectionSet' in one ? repeatsIn(one.selectionSet) : 0), 0);
  assertLimit('aliases', Math.max(fragments, repeats), limits.aliases);
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) assertAnalysis(analyzer.analyze(document, definition), limits);
  }
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

/** @throws QueryTooComplexError where the representations of `_entities` make the answer too large. */
export function assertEntitiesWithinLimits(
  analysis: OperationAnalysis,
  variables: Readonly<Record<string, unknown>> | undefined,
  limits: QueryLimits,
): void {
  assertLimit('fields', fieldsWithEntities(analysis, variables), limits.fields);
}

export function entitiesAreWithinLimits(
  analysis: OperationAnalysis,
  variables: Readonly<Record<string, unknown>> | undefined,
  limits: QueryLimits,
): boolean {
  return fieldsWithEntities(analysis, variables) <= limits.fields;
}

function fieldsWithEntities(
  analysis: OperationAnalysis,
  variables: Readonly<Record<string, unknown>> | undefined,
): number {
  if (analysis.fieldsPerEntity === 0) return analysis.fields;
  // Which list holds the representations does not matter: the longest one is an upper bound.
  let longest = Math.max(1, analysis.longestList);
  for (const value of Object.values(variables ?? {}))
    if (Array.isArray(value)) longest = Math.max(longest, value.length);
  return analysis.fields + analysis.fieldsPerEntity * longest;
}

function assertAnalysis(analysis: OperationAnalysis, limits: QueryLimits): void {
  assertLimit('depth', analysis.depth, limits.depth);
  assertLimit('aliases', analysis.aliases, limits.aliases);
  assertLimit('fields', analysis.fields, limits.fields);
}

const ADVICE = {
  depth: 'nests too deep',
  aliases: 'has too many aliases, fragments or repeated fields',
  fields: 'could have too large an answer: ask for fewer fields or smaller pages',
};

function assertLimit(name: keyof QueryLimits, value: number, limit: number): void {
  if (value > limit)
    throw new QueryTooComplexError(`The operation ${ADVICE[name]} (${name}: ${value}, at most ${limit}).`);
}
