import {
  type FieldNode,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { mayAskForEnvironments } from '../../../model/caller.ts';
import type { Ledger } from '../../../model/coordination.ts';
import { BadUserInputError } from '../../../model/errors.ts';
import type { CallerContext } from '../../context.ts';
import { inputMarksOf } from '../../field-marks.ts';
import { inputTypeOf } from '../../input-rules.ts';
import { refuseInput } from '../user-errors.ts';

/** The input of any mutation. */
export interface MutationInput {
  readonly idempotencyKey?: string | null;
  readonly environmentId?: string | null;
  readonly id?: string;
}

/**
 * The caller's idempotency key for this mutation; null: none. The header's is for all mutations of the operation: where there are
 * several, the response path makes one for each. That of an input is for its mutation alone, in whatever operation it comes.
 * @throws UserErrors for a malformed `input.idempotencyKey`, BadUserInputError for a malformed header.
 */
export function idempotencyKeyOf(
  { idempotencyKey }: CallerContext,
  { idempotencyKey: inputKey }: MutationInput,
  info: GraphQLResolveInfo,
): readonly string[] | null {
  const key = inputKey ?? idempotencyKey;
  if (key === undefined) return null;
  if (!/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(key)) refuseKey(inputKey);
  return [info.fieldName, key, inputKey == null && hasSeveralMutations(info) ? String(info.path.key) : ''];
}

function refuseKey(inputKey: string | null | undefined): never {
  const rule = 'An idempotency key is 1 to 255 printable ASCII characters and does not begin with a space.';
  if (typeof inputKey === 'string') refuseInput(rule, 'idempotencyKey');
  throw new BadUserInputError(`The header Idempotency-Key is malformed. ${rule}`);
}

/** Has the operation several mutations, skipped ones included? Of two requests with one document the answer is the same. */
export function hasSeveralMutations({ operation, fragments }: GraphQLResolveInfo): boolean {
  const names = new Set<string>();
  // What is added while it is gone through is gone through too: each fragment once, as the executor does.
  const sets = new Set([operation.selectionSet]);
  for (const { selections } of sets) {
    for (const selection of selections) {
      // Not `__typename`, which some clients add.
      if (selection.kind === 'Field' && !selection.name.value.startsWith('__')) names.add(responseName(selection));
      const inner = selection.kind === 'FragmentSpread' ? fragments[selection.name.value] : selection;
      if (selection.kind !== 'Field' && inner?.selectionSet) sets.add(inner.selectionSet);
    }
  }
  return names.size > 1;
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** A keyed hash of what the mutation asks for: the input without its key, and the environment in which a create acts. */
export async function fingerprintOf(
  caller: CallerContext,
  ledger: Ledger,
  info: GraphQLResolveInfo,
  input: MutationInput,
): Promise<string> {
  const { idempotencyKey: _key, ...rest } = input;
  const environment = input.id === undefined ? await environmentOf(caller, input) : '';
  return ledger.digest('input', environment, JSON.stringify(canonicalInput(inputTypeOf(info), rest)));
}

async function environmentOf({ caller, loaders }: CallerContext, input: MutationInput): Promise<string> {
  const named = input.environmentId ?? caller.environmentId;
  if (named) return named;
  const own = mayAskForEnvironments(caller) ? await loaders.ownEnvironment().catch(() => null) : null;
  // Only its keyed hash leaves this function's caller.
  return own ?? caller.authorization;
}

/** The same for two inputs that mean the same: without members that are null, where that is no value, or have their default. Values of scalars stay whole. */
function canonicalInput(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return canonicalInput(type.ofType, value);
  if (isListType(type) && Array.isArray(value)) return value.map((item) => canonicalInput(type.ofType, item));
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return sortMembers(value);
  const fields = type.getFields();
  const given = Object.entries(value).flatMap(([name, member]) => {
    const field = fields[name];
    const isLeftOut =
      member === undefined ||
      member === field?.defaultValue ||
      (member === null && !(field && inputMarksOf(field).nullIsValue));
    return field && !isLeftOut ? [[name, canonicalInput(field.type, member)]] : [];
  });
  return sortMembers(Object.fromEntries(given));
}

/** Members of objects in the order of their names. */
function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sortMembers(member)]));
}
