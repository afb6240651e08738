import type { GraphQLResolveInfo } from 'graphql';
import { findProvider, supportsPrimary } from '../../catalog/catalog.ts';
import { UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import type { CallerContext } from '../context.ts';
import { assertKnownId, ID_REFUSAL, setPrimaryWrite } from './by-id.ts';
import { assertCanBePrimary, readStored, type StoredIntegration } from './credentials/stored.ts';
import { readList, reportUnreadable } from './effects.ts';
import type { DeleteIntegrationInput } from './mutation.input.ts';
import type { Attempt } from './outcome/attempt.ts';
import { evidenceOfDelete } from './outcome/evidence.ts';
import { sendAndResolve } from './outcome/resolve.ts';
import { runOnce } from './outcome/run-once.ts';
import { unknownOutcome } from './outcome/unknown.ts';
import { createUnchangedCheck } from './unchanged.ts';
import { refuseInput, type UserError, UserErrors, userError } from './user-errors.ts';
import { executeWrite, type Payload, toPayload } from './write.ts';

export interface DeletePayload extends Payload {
  /** Null where nothing was deleted, or where that is not known. */
  readonly deletedIntegrationId: string | null;
}

/**
 * Deletes an integration. Upstream leaves the channel without a primary when the primary is deleted. A successor, if the input
 * names one, is checked before and made primary after.
 */
export async function deleteIntegration(
  caller: CallerContext,
  input: DeleteIntegrationInput,
  info: GraphQLResolveInfo,
): Promise<DeletePayload> {
  const payload = await toPayload(caller, info, input, async () => {
    const names = [input.id, ...(input.successorId == null ? [] : [input.successorId])];
    return runOnce(caller, info, { input, names }, (attempt) => sendDelete(caller, info, input, attempt));
  });
  return { ...payload, deletedIntegrationId: payload.id ?? null };
}

async function sendDelete(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  input: DeleteIntegrationInput,
  attempt: Attempt,
): Promise<Payload> {
  const { id } = input;
  await assertKnownId(caller, id);
  const plan = await planDelete(caller, input);
  const isDone = plan.isDeleted || (attempt.earlier?.provable === true && plan.isAbsent);
  const assertUnchanged = createUnchangedCheck(caller, input);
  let isSent = false;
  let promoted: PromotionResult = { errors: [], isUnfinished: false };
  const payload = await executeWrite(caller, info, {
    async send() {
      if (isDone) return plan.row;
      await assertUnchanged();
      await caller.source.delete(caller.call, id);
      return plan.row;
    },
    evidenceIn(rows) {
      isSent = true;
      return evidenceOfDelete(rows, id, plan.row);
    },
    // The second one of two finds nothing.
    impliesAlreadyRan: ({ kind }) => kind === 'NOT_FOUND' && isSent,
    idempotent: true,
    // Where the list cannot be read, it is sent for a row that is most likely there.
    provable: isDone || !plan.isAbsent,
    // Whether an earlier run has deleted it is known by now.
    attempt: { ...attempt, earlier: null },
    id,
    target: { id },
    refusal: ID_REFUSAL,
    async afterwards() {
      if (plan.successorId !== null) promoted = await promote(caller, plan.successorId);
    },
  });
  const { isUnfinished = promoted.isUnfinished } = payload;
  return { ...payload, errors: [...payload.errors, ...promoted.errors], isUnfinished };
}

interface DeletePlan {
  /** The row before; null where it is not known. */
  readonly row: Integration | null;
  /** It is gone, and only its succession is left to do. */
  readonly isDeleted: boolean;
  /** A list that is not stale has no such row. */
  readonly isAbsent: boolean;
  readonly successorId: string | null;
}

/** The row before the delete, and who is to be primary after it. @throws UserErrors where the successor cannot be. */
async function planDelete(caller: CallerContext, { id, successorId }: DeleteIntegrationInput): Promise<DeletePlan> {
  if (successorId == null) {
    const list = await readList(caller, true);
    const row = list?.find((one) => one.id === id) ?? null;
    const isStale = caller.loaders.summary().cache?.status === 'STALE';
    return { row, isDeleted: false, isAbsent: list !== null && !isStale && row === null, successorId: null };
  }
  const stored = await readStored(caller, id);
  const successor = await readStored(caller, successorId);
  if (!stored) return planSuccession(caller, id, successor);
  if (!successor) throw new UserErrors(userError('INTEGRATION_NOT_FOUND', ['successorId']));
  assertCanSucceed(stored.row, successor.row);
  if (!stored.row.primary) return { row: stored.row, isDeleted: false, isAbsent: false, successorId: null };
  assertCanBePrimary(successor, 'successorId');
  return { row: stored.row, isDeleted: false, isAbsent: false, successorId };
}

/**
 * An integration that is not there: where the channel of its successor has no primary, an earlier delete was cut off before it
 * made one, and this one finishes that. @throws UserErrors where nothing is left to do.
 */
async function planSuccession(
  caller: CallerContext,
  id: string,
  successor: StoredIntegration | null,
): Promise<DeletePlan> {
  const nothingLeft = new UserErrors(userError('INTEGRATION_NOT_FOUND', ['id']));
  if (!successor || successor.row.id === id || !canBePrimary(successor.row)) throw nothingLeft;
  const { channel, environmentId } = successor.row;
  const { integrations } = await caller.loaders.currentList();
  const hasPrimary = integrations.some(
    (row) => row.primary && !row.deleted && row.channel === channel && row.environmentId === environmentId,
  );
  if (hasPrimary) throw nothingLeft;
  assertCanBePrimary(successor, 'successorId');
  return { row: null, isDeleted: true, isAbsent: true, successorId: successor.row.id };
}

function assertCanSucceed(row: Integration, successor: Integration): void {
  const fits =
    successor.id !== row.id &&
    successor.channel === row.channel &&
    successor.environmentId === row.environmentId &&
    canBePrimary(successor);
  if (fits) return;
  const rule = 'The successor must be another email or SMS integration of the same channel and environment.';
  refuseInput(rule, 'successorId');
}

function canBePrimary({ providerId, channel }: Integration): boolean {
  const provider = findProvider(providerId);
  return provider ? supportsPrimary(provider) : channel === 'EMAIL' || channel === 'SMS';
}

interface PromotionResult {
  readonly errors: readonly UserError[];
  readonly isUnfinished: boolean;
}

/** The integration is already deleted: a failure here is reported beside that, not instead of it. */
async function promote(caller: CallerContext, id: string): Promise<PromotionResult> {
  try {
    const { kind } = await sendAndResolve(caller, setPrimaryWrite(caller, id));
    const isDone = kind === 'DONE';
    return { errors: isDone ? [] : [unknownOutcome(['successorId'], { id })], isUnfinished: !isDone };
  } catch (error) {
    reportUnreadable(caller, error);
    return { errors: [promotionError(error)], isUnfinished: !(error instanceof UpstreamRefusedError) };
  }
}

function promotionError(error: unknown): UserError {
  const path = ['successorId'];
  if (error instanceof UpstreamRefusedError && error.reason.kind === 'NOT_FOUND') {
    return userError('INTEGRATION_NOT_FOUND', path);
  }
  const message = 'The integration is deleted, but the successor could not be made primary. Set it by itself.';
  return userError('BUSINESS_RULE', path, { message });
}
