import { OutcomeUnknownError, UpstreamRefusedError } from '../../../model/errors.ts';
import type { IssuedLink, LinkRequest } from '../../../model/links.ts';
import { errorChannel } from '../../../telemetry/channels.ts';
import type { CallerContext } from '../../context.ts';
import { refusalErrors } from '../refusals.ts';
import { invalidInput, type UserError, userError } from '../user-errors.ts';
import { IDENTIFIER_REFUSAL } from './identifier-refusal.ts';

/** A link payload as the executor reads it. */
export interface LinkPayload extends Omit<IssuedLink, 'url'> {
  readonly url: string | null;
  readonly errors: readonly UserError[];
}

/**
 * Asks Novu for a link. No idempotency key is sent: Novu would answer a repetition with the first link for a day, long after
 * that has expired (contract §2.6, §5). A link whose answer was lost is known to no one and expires by itself.
 * @throws GatewayError where certainly none was issued.
 */
export async function issueLink(caller: CallerContext, request: LinkRequest): Promise<LinkPayload> {
  const empty = emptyFields(request);
  if (empty.length > 0) return failed(empty);
  try {
    const link = await caller.source.issueLink(caller.call, request);
    caller.loaders.noteAccepted();
    return { ...link, errors: [] };
  } catch (error) {
    if (error instanceof UpstreamRefusedError) {
      return failed(refusalErrors(error.reason, { ...IDENTIFIER_REFUSAL, channel: null }));
    }
    if (!(error instanceof OutcomeUnknownError)) throw error;
    errorChannel.publish({ requestId: caller.call.requestId, code: 'OUTCOME_UNKNOWN', error: error.cause });
    return failed([userError('OUTCOME_UNKNOWN', [], { message: LOST })]);
  }
}

const LOST =
  'No readable answer came back from Novu. A link that was issued unseen does no harm and expires: ask for another one.';

/** Novu would take an empty text for a name, and find nothing under it, or bind the link to no subscriber. */
function emptyFields(request: LinkRequest): UserError[] {
  return (['identifier', 'subscriberId'] as const)
    .filter((field) => request[field]?.trim() === '')
    .map((field) => invalidInput('This must not be empty.', field));
}

function failed(errors: readonly UserError[]): LinkPayload {
  return { url: null, token: null, expiresAt: null, botUsername: null, errors };
}
