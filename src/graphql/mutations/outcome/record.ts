import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';
import { isCatalogKey } from '../../../catalog/catalog.ts';
import { isJsonObject, type JsonValue } from '../../../model/json.ts';
import { type UserError, type UserErrorCode, userErrorEntries, userErrorTypeName } from '../user-errors.ts';

/** What is kept under an idempotency key: ids and codes, never a value of the input or of Novu. */
export interface OutcomeRecord {
  /** Keyed hash of the input. */
  readonly input: string;
  /** Tells apart the runs of one key, of which two can be under way where the store was lost in between. */
  readonly run: string;
  /** The list did not show the write as done before it was sent. */
  readonly provable: boolean;
  /** Null: the write is about to be sent, or was, and what became of it is not known. */
  readonly outcome: Outcome | null;
}

export interface Outcome {
  readonly id: string | null;
  readonly errors: readonly UserError[];
  /** Of an auto-configuration. */
  readonly success?: boolean;
}

/** @param input the type of the mutation's input. */
export function encodeRecord({ outcome, ...rest }: OutcomeRecord, input: GraphQLInputType): string {
  const stored = outcome && { ...outcome, errors: outcome.errors.map((error) => toStored(error, input)) };
  return JSON.stringify({ ...rest, outcome: stored });
}

/** Null for what is no record of this gateway. */
export function decodeRecord(text: string | null | undefined): OutcomeRecord | null {
  const stored = parse(text);
  if (!isJsonObject(stored) || typeof stored.input !== 'string') return null;
  const { input, run, provable, outcome } = stored;
  return {
    input,
    run: String(run),
    provable: provable === true,
    outcome: isJsonObject(outcome) ? readOutcome(outcome) : null,
  };
}

function readOutcome({ id, errors, success }: { readonly [name: string]: JsonValue | undefined }): Outcome {
  return {
    id: typeof id === 'string' ? id : null,
    errors: Array.isArray(errors) ? errors.flatMap(readError) : [],
    ...(typeof success === 'boolean' && { success }),
  };
}

function toStored({ __typename: _type, path, ...rest }: UserError, input: GraphQLInputType): object {
  return { ...rest, path: knownPrefix(path, input) };
}

/**
 * A path up to the first name that neither the schema nor the catalog knows: it could be anything, a secret even.
 * @param path begins with the name of the argument.
 */
function knownPrefix([argument = '', ...path]: readonly string[], input: GraphQLInputType): readonly string[] {
  let type: GraphQLInputType | null = input;
  const unknown = path.findIndex((name) => {
    type = type && memberOf(type, name);
    return type === null;
  });
  return [argument, ...(unknown < 0 ? path : path.slice(0, unknown))];
}

/** Null where there is none of this name. In JSON a client may have made up any. */
function memberOf(type: GraphQLInputType, name: string): GraphQLInputType | null {
  if (isNonNullType(type)) return memberOf(type.ofType, name);
  if (isListType(type)) return /^\d+$/.test(name) ? type.ofType : null;
  if (isInputObjectType(type)) return type.getFields()[name]?.type ?? null;
  return isScalarType(type) && isCatalogKey(name) ? type : null;
}

const CODES: ReadonlySet<unknown> = new Set(userErrorEntries.map(([code]) => code));

function readError(stored: JsonValue): UserError[] {
  if (!isJsonObject(stored) || !CODES.has(stored.code)) return [];
  const code = stored.code as UserErrorCode;
  const path = Array.isArray(stored.path) ? stored.path.filter((name) => typeof name === 'string') : [];
  return [{ ...stored, code, message: String(stored.message), path, __typename: userErrorTypeName(code) }];
}

function parse(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
