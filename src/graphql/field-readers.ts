import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type Caller, mayReadSecrets } from '../model/caller.ts';
import { marksOf, objectFields } from './field-marks.ts';

/** Reads a field's value from its source object. @throws whatever a `FromRow` function throws. */
export type FieldReader = (source: never, caller: Caller) => unknown;

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
  const { fromRow, secret } = marksOf(field);
  if (field.args.length > 0 || type.isTypeOf) return null;
  if (!fromRow && field.resolve) return null;
  const read: FieldReader = fromRow ?? ((source: Readonly<Record<string, unknown>>) => source[field.name]);
  return secret ? (source, caller) => (mayReadSecrets(caller) ? read(source, caller) : null) : read;
}
