import { type GraphQLFieldResolver, type GraphQLSchema, isNonNullType } from 'graphql';
import type { GatewayContext } from './context.ts';
import { marksOf, objectFields } from './field-marks.ts';

/**
 * Maximum number of field errors in one answer. Each costs more than a hundred fields: an exception, its location in
 * the document, a line in the log. Further failed fields are null, and one more error reports that.
 */
export const MAX_FAILURES = 200;

/** Counts by the context object that all fields of an operation share. */
const failures = new WeakMap<GatewayContext['request'], number>();

/** Were errors of fields omitted from the answer to this operation? */
export function leftOutFailures(request: GatewayContext['request']): boolean {
  return (failures.get(request) ?? 0) > MAX_FAILURES;
}

/** The error of a field that is not tried, because its failure would not be reported. */
export const NOT_TRIED = new Error('Not tried');

/** True if further failures are not reported. */
export function hasFailedTooOften({ request }: GatewayContext): boolean {
  return (failures.get(request) ?? 0) >= MAX_FAILURES;
}

/** The result of a failed nullable field or item: the error, or null beyond the bound. */
export function failed({ request }: GatewayContext, error: unknown): unknown {
  const count = (failures.get(request) ?? 0) + 1;
  failures.set(request, count);
  if (count > MAX_FAILURES) return null;
  // The executor reports an Error in place of a value as the field's error.
  return error instanceof Error ? error : new Error('A field failed', { cause: error });
}

/**
 * Bounds the errors of all fields with resolvers, except root fields: the limit of aliases bounds those, and a mutation
 * must run even after failures.
 */
export function boundFailures(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const [type, field] of objectFields(schema)) {
    if (roots.includes(type) || type.name.startsWith('__')) continue;
    if (!field.resolve || marksOf(field).fromRow || isNonNullType(field.type)) continue;
    field.resolve = bounded(field.resolve);
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
