import { type GraphQLLeafType, isEnumType } from 'graphql';
import { isPlainDate } from '../../model/dates.ts';

/** Thrown for a value that only the executor can print, or would report as an error. */
export class NotPrintable extends Error {
  override readonly name = 'NotPrintable';
}

/** Some scalars serialize anything. @throws NotPrintable for a promise, which the executor awaits, and an error, which it throws. */
export function assertSettled(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Error || ('then' in value && typeof value.then === 'function')) throw new NotPrintable();
}

/**
 * What prints the values of a leaf type as JSON, exactly as its `serialize` and `JSON.stringify` would: at once where a value
 * is of the usual form, and by them where it is not. @throws NotPrintable where `serialize` throws.
 */
export function leafPrinter(type: GraphQLLeafType): (value: unknown) => string {
  const thorough = (value: unknown) => serialized(type, value);
  if (isEnumType(type)) {
    const names = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
    return (value) => names.get(value) ?? thorough(value);
  }
  switch (type.name) {
    case 'ID':
    case 'String':
      return (value) => (typeof value === 'string' ? quote(value) : thorough(value));
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : thorough(value));
    case 'Int':
      return (value) => (typeof value === 'number' && (value | 0) === value ? String(value) : thorough(value));
    case 'DateTime':
      return (value) => (typeof value === 'string' && isPlainDate(value) ? `"${value}"` : thorough(value));
    default:
      return thorough;
  }
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  assertSettled(value);
  let text: string | undefined;
  try {
    // The executor reports a leaf that serializes to nothing as an error.
    text = JSON.stringify(type.serialize(value) ?? undefined);
  } catch (cause) {
    throw new NotPrintable('The value does not fit its type', { cause });
  }
  if (text === undefined) throw new NotPrintable('The value has no JSON');
  return text;
}

/** Quotation marks, backslashes, control characters and halves of surrogate pairs, with all that is whole of those. */
const TO_ESCAPE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** `JSON.stringify` of a text, three times as fast where it needs no escapes. */
function quote(text: string): string {
  return TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}
