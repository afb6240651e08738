import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { guardOf } from './access.ts';
import { callerOf } from './context.ts';
import { type FieldReader, type ListReader, marksOf, objectFields } from './field-marks.ts';

/** Readers by field of the schema. A missing field has a resolver that only the executor can call. */
export type FieldReaders = ReadonlyMap<GraphQLField<unknown, unknown>, FieldReader>;

/**
 * How a compiled plan reads each field that it may read: a plain property, or its `FromRow` function. Collected when
 * the schema is built, because a trace later wraps all fields in resolvers.
 */
export function fieldReaders(schema: GraphQLSchema): FieldReaders {
  const readers = new Map<GraphQLField<unknown, unknown>, FieldReader>();
  for (const [type, field] of objectFields(schema)) {
    const read = readerOf(type, field);
    if (read) readers.set(field, read);
  }
  return readers;
}

function readerOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldReader | null {
  const { fromRow } = marksOf(field);
  if (field.args.length > 0 || type.isTypeOf) return null;
  if (!fromRow && field.resolve) return null;
  const read: FieldReader = fromRow ?? ((source: Readonly<Record<string, unknown>>) => source[field.name]);
  const guard = guardOf(marksOf(field));
  return guard ? (source, caller) => (guard(caller) ? read(source, caller) : null) : read;
}

/** How a compiled plan finds the value of a root field, behind the field's guard; null: only the executor can. */
export function listReaderOf(field: GraphQLField<unknown, unknown>): ListReader | null {
  const { fromList } = marksOf(field);
  const guard = guardOf(marksOf(field));
  if (!fromList || !guard) return fromList ?? null;
  return async (args, context) => (guard(callerOf(context).caller) ? fromList(args, context) : null);
}
