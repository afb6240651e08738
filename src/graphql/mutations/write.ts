import type { GraphQLResolveInfo } from 'graphql';
import { type RefusalReason, UpstreamRefusedError } from '../../model/errors.ts';
import { isObjectId } from '../../model/ids.ts';
import type { Call, Integration } from '../../model/integration.ts';
import { type WriteEvent, writeChannel } from '../../telemetry/channels.ts';
import type { CallerContext } from '../context.ts';
import { changedSince, integrationAfter, readList, selects, selectsIntegration } from './effects.ts';
import type { Attempt } from './outcome/attempt.ts';
import type { MutationInput } from './outcome/idempotency-key.ts';
import { type ResolvableWrite, sendAndResolve } from './outcome/resolve.ts';
import { unknownOutcome, type WriteTarget } from './outcome/unknown.ts';
import { differenceErrors, type RefusalContext, refusalErrors } from './refusals.ts';
import { limitErrors, type UserError, UserErrors } from './user-errors.ts';

/** A payload as the executor reads it. */
export interface Payload {
  readonly integration: Integration | null;
  readonly changedIntegrations: readonly Integration[] | null;
  readonly errors: readonly UserError[];
  /** Id of what was written, whether it is shown or not. */
  readonly id?: string | null;
  /** A part of it is not done, or not known to be: the same idempotency key goes on with it. */
  readonly isUnfinished?: boolean;
  /** Of an auto-configuration. */
  readonly success?: boolean;
  /** Of an auto-configuration: what the provider was told, if Novu says. Not kept for a replay. */
  readonly webhookUrl?: string | null;
}

export interface WriteRequest extends ResolvableWrite {
  /** Id of the integration to write, null for a new one. */
  readonly id: string | null;
  readonly attempt: Attempt;
  /** What to look for where the outcome stays unknown. */
  readonly target: WriteTarget;
  /** Where the parts of a refused write are in the input. */
  readonly refusal: Omit<RefusalContext, 'channel'>;
  /** Paths in the body of what the write is to remove, e.g. `credentials.token`. */
  readonly cleared?: readonly string[];
  /** What follows once the write is done, before its effects are read. Does not throw. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * The payload of a mutation: expected outcomes become `errors`, system faults are thrown. A write that may have run never
 * throws (schema/DESIGN.md §2, last paragraph): its fault is an IntegrationOutcomeUnknownError in the payload.
 */
export async function toPayload(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  input: MutationInput,
  mutation: () => Promise<Payload>,
): Promise<Payload> {
  try {
    const payload = await mutation();
    return { ...payload, errors: limitErrors(payload.errors) };
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    auditRefusal(caller.call, info.fieldName, input.id, error.errors);
    return { integration: null, changedIntegrations: [], errors: limitErrors(error.errors) };
  }
}

/** Tells telemetry where the caller's rights are the reason. What Novu refused is told by the write itself. */
function auditRefusal(
  { requestId, request }: Call,
  action: string,
  id: string | undefined,
  errors: readonly UserError[],
): void {
  const [first, ...more] = errors.filter(({ isPermissionError }) => isPermissionError);
  if (!first) return;
  // Behind the head of a path may be names that the client made up.
  const fields = [first, ...more].flatMap(({ path }) => path.slice(1, 2));
  writeChannel.publish({
    requestId,
    request,
    action,
    id: id !== undefined && isObjectId(id) ? id : null,
    fields,
    outcome: 'refused',
    status: null,
    code: first.code,
  } satisfies WriteEvent);
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
  const result = await send(caller, request);
  if (result.kind === 'UNKNOWN') {
    const errors = [unknownOutcome([], request.target)];
    return { integration: null, changedIntegrations: null, errors, isUnfinished: true };
  }
  await request.afterwards?.();
  const answered = result.row;
  const id = answered?.id ?? request.id;
  return {
    integration: selectsIntegration(info) ? await integrationAfter(caller, answered, id) : answered,
    id,
    changedIntegrations: before && (await changedSince(caller, before, id)),
    errors: answered?.difference
      ? differenceErrors(answered.difference, request.cleared ?? [], request.refusal.pathOf)
      : [],
  };
}

async function send(caller: CallerContext, request: WriteRequest): ReturnType<typeof sendAndResolve> {
  try {
    const result = await sendAndResolve(caller, request, request.attempt);
    if (result.kind === 'DONE') caller.loaders.noteAccepted();
    return result;
  } catch (error) {
    if (!(error instanceof UpstreamRefusedError)) throw error;
    const channel = error.reason.kind === 'PRIMARY_NOT_SUPPORTED' ? await channelOf(caller, request.id) : null;
    const refused = new UserErrors(...refusalErrors(error.reason, { ...request.refusal, channel }));
    refused.isFinal = FINAL.has(error.reason.kind);
    throw refused;
  } finally {
    caller.loaders.clear();
  }
}

/** Refusals for the content of the input. Others pass: a plan, a server or the caller's rights can change. */
const FINAL: ReadonlySet<RefusalReason['kind']> = new Set([
  'NOT_FOUND',
  'ENVIRONMENT_NOT_FOUND',
  'IDENTIFIER_TAKEN',
  'INVALID',
  'NOTHING_TO_UPDATE',
  'PRIMARY_NOT_SUPPORTED',
  'TOO_LARGE',
  'INCOMPLETE_SETUP',
  'ONE_IN_APP_ONLY',
  'NOVU_PROVIDER_EXISTS',
] as const);

async function channelOf({ loaders }: CallerContext, id: string | null): Promise<string | null> {
  const integration = id === null ? null : await loaders.integration(id).catch(() => null);
  return integration?.channel ?? null;
}
