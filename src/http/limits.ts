import { type DocumentNode, Kind } from 'graphql';
import { QueryTooComplexError } from '../model/errors.ts';
import { type OperationFacts, operationFacts } from './operation-facts.ts';

export interface QueryLimits {
  readonly depth: number;
  readonly aliases: number;
  /** Of the answer, at its largest. */
  readonly fields: number;
}

/**
 * Holds every operation of a document against the limits.
 * @throws QueryTooComplexError that names the limit and the operation's own number.
 */
export function assertWithinLimits(document: DocumentNode, limits: QueryLimits): void {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) assertFacts(operationFacts(document, definition), limits);
  }
}

/** @throws QueryTooComplexError where the representations of `_entities` make the answer too large. */
export function assertEntitiesWithinLimits(
  facts: OperationFacts,
  variables: Readonly<Record<string, unknown>> | undefined,
  limits: QueryLimits,
): void {
  if (facts.fieldsPerEntity === 0) return;
  // Which variable holds the representations does not matter: the longest list is an upper bound.
  const lists = Object.values(variables ?? {}).map((value) => (Array.isArray(value) ? value.length : 1));
  assertLimit('fields', facts.fields + facts.fieldsPerEntity * Math.max(1, ...lists), limits.fields);
}

function assertFacts(facts: OperationFacts, limits: QueryLimits): void {
  assertLimit('depth', facts.depth, limits.depth);
  assertLimit('aliases', facts.aliases, limits.aliases);
  assertLimit('fields', facts.fields, limits.fields);
}

const ADVICE = {
  depth: 'nests too deep',
  aliases: 'has too many aliases',
  fields: 'could have too large an answer: ask for fewer fields or smaller pages',
};

function assertLimit(name: keyof QueryLimits, value: number, limit: number): void {
  if (value > limit)
    throw new QueryTooComplexError(`The operation ${ADVICE[name]} (${name}: ${value}, at most ${limit}).`);
}
