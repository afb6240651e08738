import type { GraphQLResolveInfo } from 'graphql';
import { findProvider, supportsPrimary } from '../../catalog/catalog.ts';
import { OutcomeUnknownError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { deriveIdempotencyKey } from './idempotency.ts';
import type { DeleteIntegrationInput } from './mutation.input.ts';
import { selects } from './selection.ts';
import { BY_ID_ONLY } from './set-primary.ts';
import { businessRule, invalidInput, notFound, outcomeUnknown, type UserError, UserErrors } from './user-errors.ts';
import { assertKnownId, type Payload, settle, tolerate, write } from './write.ts';

/**
 * Deletes an integration. Upstream leaves the channel without a primary when the primary is deleted; a successor, if one is
 * named, is checked before and made primary after.
 */
export function deleteIntegration(
  caller: CallerContext,
  input: DeleteIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Payload> {
  return settle(async () => {
    const options = deriveIdempotencyKey(caller, input.idempotencyKey, input.id, info);
    await assertKnownId(caller, input.id);
    const row = await rowBefore(caller, input, info);
    const successorId = row?.primary ? input.successorId : null;
    let succession: UserError[] = [];
    const send = async () => {
      await caller.source.delete(caller.call, input.id, options);
      if (successorId) succession = await promote(caller, successorId, info);
      return row;
    };
    const payload = await write(caller, info, { send, id: input.id, refusal: BY_ID_ONLY });
    return { ...payload, errors: [...payload.errors, ...succession] };
  });
}

/** The row as it is before, where the payload or the succession needs it. */
async function rowBefore(
  caller: CallerContext,
  input: DeleteIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<Integration | null> {
  if (!input.successorId) {
    if (!selects(info, 'integration')) return null;
    const list = await caller.loaders.freshList().catch(tolerate(caller));
    return list?.integrations.find(({ id }) => id === input.id) ?? null;
  }
  const { integrations } = await caller.loaders.freshList();
  const row = integrations.find(({ id }) => id === input.id);
  if (!row) throw new UserErrors(notFound('id'));
  assertSuccessor(
    row,
    integrations.find(({ id }) => id === input.successorId),
  );
  return row;
}

function assertSuccessor(row: Integration, successor: Integration | undefined): void {
  if (!successor) throw new UserErrors(notFound('successorId'));
  const provider = findProvider(successor.providerId);
  const fits =
    successor.id !== row.id &&
    successor.channel === row.channel &&
    successor.environmentId === row.environmentId &&
    (!provider || supportsPrimary(provider));
  if (!fits) {
    throw new UserErrors(
      invalidInput(
        'The successor must be another email or SMS integration of the same channel and environment.',
        'successorId',
      ),
    );
  }
}

/** The integration is deleted by now: whatever fails here is told beside that, not instead of it. */
async function promote(caller: CallerContext, id: string, info: GraphQLResolveInfo): Promise<UserError[]> {
  const options = deriveIdempotencyKey(caller, null, id, info);
  try {
    await caller.source.setPrimary(caller.call, id, options);
    return [];
  } catch (error) {
    tolerate(caller)(error);
    if (error instanceof OutcomeUnknownError) return [outcomeUnknown('successorId')];
    if (error instanceof UpstreamRefusedError && error.reason.kind === 'NOT_FOUND') return [notFound('successorId')];
    return [
      businessRule(
        'The integration is deleted, but the successor could not be made primary. Set it by itself.',
        'successorId',
      ),
    ];
  }
}
