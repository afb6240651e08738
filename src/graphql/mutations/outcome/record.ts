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

export function encodeRecord({ outcome, ...rest }: OutcomeRecord): string {
  return JSON.stringify({ ...rest, outcome: outcome && { ...outcome, errors: outcome.errors.map(toStored) } });
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

function toStored({ __typename: _type, path, ...rest }: UserError): object {
  return { ...rest, path: knownPart(path) };
}

/** Names that a client may have made up come behind one of these. */
const OPEN = new Set(['raw', 'extra', 'other', 'credentialsPatch']);

/** A path up to the first name that the schema and the catalog do not know: it could be anything, a secret even. */
function knownPart(path: readonly string[]): readonly string[] {
  const open = path.findIndex((name) => OPEN.has(name));
  const unknown = path.findIndex((name, index) => open >= 0 && index > open && !OPEN.has(name) && !isCatalogKey(name));
  return unknown < 0 ? path : path.slice(0, unknown);
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
