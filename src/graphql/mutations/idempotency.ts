import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { BadUserInputError } from '../../model/errors.ts';
import type { WriteOptions } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { refuseInput } from './user-errors.ts';

/**
 * The key to send upstream. Upstream's own idempotency looks only at the organization and the key (contract §5), so one key
 * used for two mutations would replay the first answer. The key that is sent is therefore derived from the caller's key, the
 * mutation, its target, and the response path where the document has several mutations.
 * @param target id of the integration, or of the environment of a new one; null: the caller's own environment.
 * @throws UserErrors for a malformed `input.idempotencyKey`, BadUserInputError for a malformed header.
 */
export function deriveIdempotencyKey(
  { caller, idempotencyKey }: CallerContext,
  inputKey: string | null | undefined,
  target: string | null,
  info: GraphQLResolveInfo,
): WriteOptions {
  const key = inputKey ?? idempotencyKey;
  if (key === undefined) return {};
  if (!/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(key)) refuseKey(inputKey);
  // An API key's environment has no name here, so the key itself stands for it; only the digest leaves the process.
  const place = target ?? caller.environmentId ?? caller.authorization;
  const path = countMutations(info) > 1 ? String(info.path.key) : '';
  const parts = JSON.stringify([key, info.fieldName, place, path]);
  return { idempotencyKey: createHash('sha256').update(parts).digest('hex') };
}

function refuseKey(inputKey: string | null | undefined): never {
  const rule = 'An idempotency key is 1 to 255 printable ASCII characters and does not begin with a space.';
  if (typeof inputKey === 'string') refuseInput(rule, 'idempotencyKey');
  throw new BadUserInputError(`The header Idempotency-Key is malformed. ${rule}`);
}

/** Number of mutations in the document. A fragment may hold any number, so it counts as several. */
function countMutations({ operation }: GraphQLResolveInfo): number {
  const { selections } = operation.selectionSet;
  return selections.some((selection) => selection.kind !== 'Field') ? Number.POSITIVE_INFINITY : selections.length;
}
