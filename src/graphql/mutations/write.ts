import type { GraphQLResolveInfo } from 'graphql';
import { OutcomeUnknownError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import { errorChannel } from '../../telemetry/channels.ts';
import type { CallerContext } from '../context.ts';
import { changedSince, integrationAfter, readList, selects } from './effects.ts';
import { differenceErrors, type RefusalContext, refusalErrors } from './refusals.ts';
import { type UserError, UserErrors, userError } from './user-errors.ts';

/** A payload as the executor reads it. */
export interface Payload {
  readonly integration: Integration | null;
  readonly changedIntegrations: readonly Integration[] | null;
  readonly errors: readonly UserError[];
}

export interface WriteRequest {
  /** Sends the write. Null: it is done, and the integration must be read again by its id. */
  readonly send: () => Promise<Integration | null>;
  /** Id of the integration to write, null for a new one. */
  readonly id: string | null;
  /** Where the parts of a refused write are in the input. */
  readonly refusal: Omit<RefusalContext, 'channel'>;
  /** Paths in the body of what the write is to remove, e.g. `credentials.token`. */
  readonly cleared?: readonly string[];
}

/**
 * The payload of a mutation: expected outcomes become `errors`, system faults are thrown. A write that may have run never
 * throws (schema/DESIGN.md §2, last paragraph): its fault is an OutcomeUnknownError in the payload.
 */
export async function toPayload(mutation: () => Promise<Payload>): Promise<Payload> {
  try {
    return await mutation();
  } catch (error) {
    if (error instanceof UserErrors) return { integration: null, changedIntegrations: [], errors: error.errors };
    throw error;
  }
}

/**
 * Sends one write between the reads that its payload's selection needs.
 * @throws UserErrors where upstream refused the write, and the errors of a write that certainly did not run.
 */
export async function executeWrite(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  request: WriteRequest,
): Promise<Payload> {
  const before = selects(info, 'changedIntegrations') ? await readList(caller) : null;
  const answered = await send(caller, request);
  if (answered === 'UNKNOWN') {
    return { integration: null, changedIntegrations: null, errors: [userError('OUTCOME_UNKNOWN', [])] };
  }
  const id = answered?.id ?? request.id;
  return {
    integration: selects(info, 'integration') ? await integrationAfter(caller, answered, id) : answered,
    changedIntegrations: before && (await changedSince(caller, before, id)),
    errors: answered?.difference
      ? differenceErrors(answered.difference, request.cleared ?? [], request.refusal.pathOf)
      : [],
  };
}

async function send(caller: CallerContext, request: WriteRequest): Promise<Integration | null | 'UNKNOWN'> {
  try {
    const answered = await request.send();
    caller.loaders.noteAccepted();
    return answered;
  } catch (error) {
    if (error instanceof OutcomeUnknownError) {
      errorChannel.publish({ requestId: caller.call.requestId, code: 'OUTCOME_UNKNOWN', error: error.cause });
      return 'UNKNOWN';
    }
    if (!(error instanceof UpstreamRefusedError)) throw error;
    const channel = error.reason.kind === 'PRIMARY_NOT_SUPPORTED' ? await channelOf(caller, request.id) : null;
    throw new UserErrors(...refusalErrors(error.reason, { ...request.refusal, channel }));
  } finally {
    caller.loaders.clear();
  }
}

async function channelOf({ loaders }: CallerContext, id: string | null): Promise<string | null> {
  const integration = id === null ? null : await loaders.integration(id).catch(() => null);
  return integration?.channel ?? null;
}
