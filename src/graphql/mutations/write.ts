import type { GraphQLResolveInfo } from 'graphql';
import { OutcomeUnknownError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Integration } from '../../model/integration.ts';
import { errorChannel } from '../../telemetry/channels.ts';
import type { CallerContext } from '../context.ts';
import { selects } from './selection.ts';
import {
  notFound,
  outcomeUnknown,
  type RefusalContext,
  refusalErrors,
  type UserError,
  UserErrors,
} from './user-errors.ts';

/** A payload as the executor reads it. */
export interface Payload {
  readonly integration: Integration | null;
  readonly changedIntegrations: readonly Integration[] | null;
  readonly errors: readonly UserError[];
}

export interface WriteSteps {
  /** Sends the write. Null: the write is done and the integration is to be read again by its id. */
  readonly send: () => Promise<Integration | null>;
  /** Id of the integration that is written, where it is known before; it never counts as "other". */
  readonly id: string | null;
  /** Where the parts of a refused write stand in the input. */
  readonly refusal: Omit<RefusalContext, 'channel'>;
}

/**
 * Runs a mutation: expected outcomes become `errors` of the payload, system faults are thrown. A write that may have run
 * never throws (schema.md §2, last paragraph): its fault is an OutcomeUnknownError in the payload.
 */
export async function settle(work: () => Promise<Payload>): Promise<Payload> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserErrors) return refused(error.errors);
    throw error;
  }
}

/** Sends one write between the reads that its payload's selection needs. */
export async function write(caller: CallerContext, info: GraphQLResolveInfo, steps: WriteSteps): Promise<Payload> {
  const before = selects(info, 'changedIntegrations') ? await caller.loaders.freshList().catch(tolerate(caller)) : null;
  const sent = await send(caller, steps);
  if (sent instanceof UserErrors) return refused(sent.errors);
  if (sent === 'UNKNOWN') return { integration: null, changedIntegrations: null, errors: [outcomeUnknown()] };
  const id = sent?.id ?? steps.id;
  return {
    integration: selects(info, 'integration') ? await shown(caller, sent, id) : sent,
    changedIntegrations: before && (await changedSince(caller, before.integrations, id)),
    errors: [],
  };
}

/**
 * Ids are opaque to clients, and upstream answers 500 to one that is not of its form: such an id is looked up first, so that
 * a wrong id is a plain "not found" and not an unknown outcome. Past the cache, which may not have heard of a new one yet.
 * @throws UserErrors where there is no such integration.
 */
export async function assertKnownId({ loaders }: CallerContext, id: string, name = 'id'): Promise<void> {
  if (/^[0-9a-f]{24}$/i.test(id)) return;
  const { integrations } = await loaders.freshList();
  if (!integrations.some((row) => row.id === id)) throw new UserErrors(notFound(name));
}

/** The other rows that differ between two lists, as the second has them. */
export function changedRows(
  before: readonly Integration[],
  after: readonly Integration[],
  except: string | null,
): Integration[] {
  const old = new Map(before.map((row) => [row.id, fingerprint(row)]));
  return after.filter((row) => row.id !== except && old.has(row.id) && old.get(row.id) !== fingerprint(row));
}

/** For reads that only describe a write which is done: their failure is logged and must not hide the write. */
export function tolerate({ call }: CallerContext): (error: unknown) => null {
  return (error) => {
    errorChannel.publish({ requestId: call.requestId, code: 'EFFECTS_UNREADABLE', error });
    return null;
  };
}

function refused(errors: readonly UserError[]): Payload {
  return { integration: null, changedIntegrations: [], errors };
}

async function send(caller: CallerContext, steps: WriteSteps): Promise<Integration | null | 'UNKNOWN' | UserErrors> {
  try {
    return await steps.send();
  } catch (error) {
    if (error instanceof OutcomeUnknownError) {
      errorChannel.publish({ requestId: caller.call.requestId, code: 'OUTCOME_UNKNOWN', error: error.cause });
      return 'UNKNOWN';
    }
    if (!(error instanceof UpstreamRefusedError)) throw error;
    const channel = error.reason.kind === 'PRIMARY_NOT_SUPPORTED' ? await channelOf(caller, steps.id) : null;
    return new UserErrors(...refusalErrors(error.reason, { ...steps.refusal, channel }));
  } finally {
    caller.loaders.clear();
  }
}

/**
 * The written integration for the payload. An answer to a write may lack it, or (older servers) hold credentials in stored
 * form only; the list has both.
 */
async function shown(caller: CallerContext, sent: Integration | null, id: string | null): Promise<Integration | null> {
  const complete = sent !== null && !(caller.secretsWanted && sent.secrets?.incomplete === true);
  if (complete || id === null) return sent;
  const list = await caller.loaders.freshList().catch(tolerate(caller));
  return list?.integrations.find((row) => row.id === id) ?? sent;
}

async function changedSince(
  caller: CallerContext,
  before: readonly Integration[],
  id: string | null,
): Promise<Integration[] | null> {
  const after = await caller.loaders.freshList().catch(tolerate(caller));
  return after && changedRows(before, after.integrations, id);
}

async function channelOf({ loaders }: CallerContext, id: string | null): Promise<string | null> {
  const integration = id === null ? null : await loaders.integration(id).catch(() => null);
  return integration?.channel ?? null;
}

/** Everything but the time of change, which upstream may touch without changing anything else; never the secrets. */
function fingerprint({ secrets: _secrets, updatedAt: _updatedAt, ...row }: Integration): string {
  return JSON.stringify(row);
}
