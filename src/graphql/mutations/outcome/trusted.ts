import type { GraphQLResolveInfo } from 'graphql';
import { EVERY, type Ledger } from '../../../model/coordination.ts';
import { UpstreamUnavailableError } from '../../../model/errors.ts';
import type { CallerContext, IdempotencyStatus } from '../../context.ts';
import { readList, selects } from '../effects.ts';
import { type UserError, UserErrors, userError } from '../user-errors.ts';
import type { Payload } from '../write.ts';
import { groupOf, setGroup } from './group.ts';
import { type AnyInput, fingerprintOf, hasSeveral, keyOf } from './key.ts';
import { decodeRecord, encodeRecord, type Outcome, type OutcomeRecord } from './record.ts';

/** One run of a mutation. */
export interface Attempt {
  /** An earlier run with the same key may have sent the write. */
  readonly hasEarlier: boolean;
  /** Decides the identifier that a create is given; null: chance does. */
  readonly seed: Buffer | null;
  /** An older row of that identifier belongs to a key that has expired, in milliseconds. */
  readonly keepMs: number;
}

const ALONE: Attempt = { hasEarlier: false, seed: null, keepMs: Number.POSITIVE_INFINITY };

/**
 * Runs a mutation under its lease, and once for its idempotency key (OUTCOMES.md).
 * @param names of the integrations that it reads and changes.
 * @throws UpstreamUnavailableError where others hold them for too long, UserErrors for a key of another input or one under way.
 */
export async function trusted(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  { input, names }: { readonly input: AnyInput; readonly names: readonly string[] },
  run: (attempt: Attempt) => Promise<Payload>,
): Promise<Payload> {
  const key = keyOf(caller, input, info);
  const { coordinator } = caller.source;
  if (!coordinator) return run(ALONE);
  const ledger = await coordinator.ledger(caller.call);
  const leased = async (attempt: Attempt) => {
    await openOperation(caller, ledger, info, names);
    return run(attempt);
  };
  return key ? once(caller, ledger, info, { place: ledger.digest('key', ...key), input }, leased) : leased(ALONE);
}

/** One lease and one fence for all mutations of the operation, taken by the first. */
async function openOperation(
  caller: CallerContext,
  ledger: Ledger,
  info: GraphQLResolveInfo,
  names: readonly string[],
): Promise<void> {
  const { coordinator } = caller.source;
  if (caller.writes.isOpen || !coordinator) return;
  // What compares two lists must not see the changes of others in between.
  const wanted = hasSeveral(info) || selects(info, 'changedIntegrations') ? [EVERY] : names;
  const lease = await ledger.hold('integrations', wanted);
  if (!lease) throw new UpstreamUnavailableError(BUSY, { retryAfterSeconds: 1 });
  const group = coordinator.group(caller.call);
  setGroup(caller, group);
  caller.writes.onEnd(() => group.end());
  caller.writes.onEnd(() => lease.release());
}

interface Keyed {
  /** Where the outcome is kept. */
  readonly place: string;
  readonly input: AnyInput;
}

async function once(
  caller: CallerContext,
  ledger: Ledger,
  info: GraphQLResolveInfo,
  { place, input }: Keyed,
  run: (attempt: Attempt) => Promise<Payload>,
): Promise<Payload> {
  const report = (status: IdempotencyStatus) => caller.writes.reports.push({ path: [info.path.key], status });
  const fingerprint = await fingerprintOf(caller, ledger, input);
  const recall = async () => decodeRecord(await ledger.recall(place));
  const isDecided = (known: OutcomeRecord | null) =>
    known !== null && (known.outcome !== null || known.input !== fingerprint);
  const lease = await ledger.hold(`key-${place}`, [EVERY], async () => isDecided(await recall()));
  try {
    const known = await recall();
    if (known && known.input !== fingerprint) throw conflict(REUSED);
    if (known?.outcome) {
      report('REPLAYED');
      if (known.outcome.id !== null) await acknowledgeEarlier(caller);
      return await replay(caller, info, known.outcome);
    }
    if (!lease) throw conflict(IN_PROGRESS);
    const begun: OutcomeRecord = { input: fingerprint, identifier: null, outcome: null };
    // A stranger's record lives no longer than its lease would.
    const isKept = await ledger.keep(place, encodeRecord(begun), ledger.isAccepted ? null : ledger.holdMs);
    const seed = Buffer.from(ledger.digest('identifier', place, fingerprint), 'base64url');
    const attempt = { hasEarlier: known !== null, seed, keepMs: ledger.keepMs };
    return await settle(() => run(attempt), { ledger, place, begun, isProtected: isKept && lease.isShared, report });
  } finally {
    await lease?.release();
  }
}

/** The process that made the write may have died after it had kept the outcome, and before it had ended the fence. */
async function acknowledgeEarlier(caller: CallerContext): Promise<void> {
  const open = groupOf(caller);
  if (open) return open.acknowledge();
  const group = caller.source.coordinator?.group(caller.call);
  group?.acknowledge();
  await group?.end();
}

interface Settling {
  readonly ledger: Ledger;
  readonly place: string;
  readonly begun: OutcomeRecord;
  readonly isProtected: boolean;
  readonly report: (status: IdempotencyStatus) => void;
}

/** Keeps what certainly ran and what Novu refused for its content. What is not known stays begun, all else is forgotten. */
async function settle(run: () => Promise<Payload>, settling: Settling): Promise<Payload> {
  const { ledger, place, begun, isProtected, report } = settling;
  const keep = async (outcome: Outcome) => {
    const isKept = await ledger.keep(place, encodeRecord({ ...begun, outcome }));
    report(isKept && isProtected ? 'NEW' : 'UNPROTECTED');
  };
  let payload: Payload;
  try {
    payload = await run();
  } catch (error) {
    if (error instanceof UserErrors && error.isFinal) await keep({ id: null, errors: error.errors });
    else report((await ledger.forget(place)) && isProtected ? 'RETRY' : 'UNPROTECTED');
    throw error;
  }
  const { integration, errors, success, id = integration?.id ?? null } = payload;
  if (errors.some(({ code }) => code === 'OUTCOME_UNKNOWN')) report(isProtected ? 'RETRY' : 'UNPROTECTED');
  else await keep({ id, errors, ...(success !== undefined && { success }) });
  return payload;
}

async function replay(caller: CallerContext, info: GraphQLResolveInfo, outcome: Outcome): Promise<Payload> {
  const { id, errors, success } = outcome;
  const list = id !== null && selects(info, 'integration') ? await readList(caller) : null;
  const integration = list?.find((row) => row.id === id && !row.deleted) ?? null;
  return { integration, changedIntegrations: null, errors, ...(success !== undefined && { success }) };
}

function conflict(message: string): UserErrors {
  const error: UserError = userError('IDEMPOTENCY_CONFLICT', ['idempotencyKey'], { message });
  return new UserErrors(error);
}

const BUSY = 'Another change of this integration is under way. Try again.';
const REUSED = 'This idempotency key was used with another input. Use a new key.';
const IN_PROGRESS =
  'A request with this idempotency key is in progress. Wait a second, then send the same request again.';
