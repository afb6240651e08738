import { type GraphQLFieldResolver, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import type { GatewayContext } from './context.ts';
import { marksOf } from './field-marks.ts';

/**
 * Errors of fields that one answer tells. Each costs more than a hundred fields do: an exception, its place in the text of the
 * document, a line of the log. What fails beyond that is null, and one more error says so.
 */
export const MAX_FAILURES = 200;

/** By the part of the context that all fields of an operation share. */
const failures = new WeakMap<GatewayContext['request'], number>();

/** Were errors of fields left out of the answer to this operation? */
export function leftOutFailures(request: GatewayContext['request']): boolean {
  return (failures.get(request) ?? 0) > MAX_FAILURES;
}

/** Stands for what need not be tried, since its failure would not be told. */
export const NOT_TRIED = new Error('Not tried');

/** Nothing that fails from now on is told. */
export function hasFailedTooOften({ request }: GatewayContext): boolean {
  return (failures.get(request) ?? 0) >= MAX_FAILURES;
}

/** The result of a nullable field or item that failed: the error, or null beyond the bound. */
export function failed({ request }: GatewayContext, error: unknown): unknown {
  const count = (failures.get(request) ?? 0) + 1;
  failures.set(request, count);
  if (count > MAX_FAILURES) return null;
  // As the executor reads it: an Error in place of a value is the field's error.
  return error instanceof Error ? error : new Error('A field failed', { cause: error });
}

/**
 * Bounds the errors of all fields that resolvers answer, except root fields: those are bounded by aliases, and a mutation must run
 * whatever failed before it.
 */
export function boundFailures(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (roots.includes(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.resolve || marksOf(field).fromRow || isNonNullType(field.type)) continue;
      field.resolve = bounded(field.resolve);
    }
  }
}

function bounded(
  resolve: GraphQLFieldResolver<unknown, GatewayContext>,
): GraphQLFieldResolver<unknown, GatewayContext> {
  return (source, args, context, info) => {
    if (hasFailedTooOften(context)) return failed(context, NOT_TRIED);
    try {
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.catch((error: unknown) => failed(context, error)) : value;
    } catch (error) {
      return failed(context, error);
    }
  };
}
