import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Caller } from '../model/caller.ts';
import { guardOf } from './access.ts';
import { callerOf } from './context.ts';
import { type ListReader, marksOf } from './field-marks.ts';

/** Reads a field's value from its source object. @throws whatever a `FromRow` function throws, and what the field's guard throws. */
export type FieldReader = (source: never, caller: Caller) => unknown;

/** By field of the schema. A field that is missing has a resolver that only the executor can call. */
export type FieldReaders = ReadonlyMap<GraphQLField<unknown, unknown>, FieldReader>;

/**
 * How a compiled plan reads each field that it may read: a plain property, or what `FromRow` says. Taken when the schema is
 * built: later every field can have a resolver, because a trace wraps them all.
 */
export function fieldReaders(schema: GraphQLSchema): FieldReaders {
  const readers = new Map<GraphQLField<unknown, unknown>, FieldReader>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const read = readerOf(type, field);
      if (read) readers.set(field, read);
    }
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
