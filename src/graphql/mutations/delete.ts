import type { GraphQLResolveInfo } from 'graphql';
import { findProvider, supportsPrimary } from '../../catalog/catalog.ts';
import { OutcomeUnknownError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { prepareById, REFUSED_ID } from './by-id.ts';
import { assertCanBePrimary, readStored } from './credentials/stored.ts';
import { readList, reportUnreadable, selects } from './effects.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { DeleteIntegrationInput } from './mutation.input.ts';
import { refuseInput, type UserError, UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

/**
 * Deletes an integration. Upstream leaves the channel without a primary when the primary is deleted. A successor, if the input
 * names one, is checked before and made primary after.
 */
export function deleteIntegration(
  caller: CallerContext,
  input: DeleteIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return toPayload(async () => {
    const options = await prepareById(caller, input, info);
    const row = await findBefore(caller, input, info);
    const successorId = row?.primary ? input.successorId : null;
    let promotionErrors: UserError[] = [];
    const send = async () => {
      await caller.source.delete(caller.call, input.id, options);
      if (successorId) promotionErrors = await promote(caller, successorId, info);
      return row;
    };
    const payload = await executeWrite(caller, info, { send, id: input.id, refusal: REFUSED_ID });
    return { ...payload, errors: [...payload.errors, ...promotionErrors] };
  });
}

/** The row before the delete, where the payload or the succession needs it. */
async function findBefore(
  caller: CallerContext,
  { id, successorId }: DeleteIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Integration | null> {
  if (!successorId) {
    const list = selects(info, 'integration') ? await readList(caller, true) : null;
    return list?.find((row) => row.id === id) ?? null;
  }
  const stored = await readStored(caller, id);
  if (!stored) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
  const successor = await readStored(caller, successorId);
  if (!successor) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['successorId']));
  assertCanSucceed(stored.row, successor.row);
  if (stored.row.primary) assertCanBePrimary(successor, 'successorId');
  return stored.row;
}

function assertCanSucceed(row: Integration, successor: Integration): void {
  const provider = findProvider(successor.providerId);
  const fits =
    successor.id !== row.id &&
    successor.channel === row.channel &&
    successor.environmentId === row.environmentId &&
    (!provider || supportsPrimary(provider));
  if (fits) return;
  const rule = 'The successor must be another email or SMS integration of the same channel and environment.';
  refuseInput(rule, 'successorId');
}

/** The integration is already deleted: a failure here is reported beside that, not instead of it. */
async function promote(caller: CallerContext, id: string, info: GraphQLResolveInfo): Promise<UserError[]> {
  // Not the bare id: a later delete of the successor with the same key would replay the answer of its promotion.
  const options = deriveIdempotencyKey(caller, null, `set-primary ${id}`, info);
  try {
    await caller.source.setPrimary(caller.call, id, options);
    return [];
  } catch (error) {
    reportUnreadable(caller, error);
    return [promotionError(error)];
  }
}

function promotionError(error: unknown): UserError {
  const path = ['successorId'];
  if (error instanceof OutcomeUnknownError) return userError('OUTCOME_UNKNOWN', path);
  if (error instanceof UpstreamRefusedError && error.reason.kind === 'NOT_FOUND') {
    return userError('INTEGRATION_NOT_FOUND', path);
  }
  const message = 'The integration is deleted, but the successor could not be made primary. Set it by itself.';
  return userError('BUSINESS_RULE', path, { message });
}
