import type { GraphQLResolveInfo } from 'graphql';
import { ALL_NAMES, type Ledger } from '../../../model/coordination.ts';
import { UpstreamUnavailableError } from '../../../model/errors.ts';
import type { CallerContext, IdempotencyStatus } from '../../context.ts';
import { inputTypeOf } from '../../input-rules.ts';
import { readList, selects, selectsIntegration } from '../effects.ts';
import { type UserError, UserErrors, userError } from '../user-errors.ts';
import type { Payload } from '../write.ts';
import { type Attempt, UNKEYED } from './attempt.ts';
import { fingerprintOf, hasSeveralMutations, idempotencyKeyOf, type MutationInput } from './idempotency-key.ts';
import { IdempotentRun } from './idempotent-run.ts';
import { decodeRecord, type Outcome } from './record.ts';

/**
 * Runs a mutation under its lease, and once for its idempotency key (OUTCOMES.md).
 * @param names of the integrations that it reads and changes.
 * @throws UpstreamUnavailableError where others hold them for too long, UserErrors for a key of another input or one under way.
 */
export async function runOnce(
  caller: CallerContext,
  info: GraphQLResolveInfo,
  { input, names }: { readonly input: MutationInput; readonly names: readonly string[] },
  run: (attempt: Attempt) => Promise<Payload>,
): Promise<Payload> {
  const key = idempotencyKeyOf(caller, input, info);
  const { coordinator } = caller.source;
  if (!coordinator) return run(UNKEYED);
  const ledger = await coordinator.ledger(caller.call);
  const open = (stop?: () => Promise<boolean>) => openOperation(caller, ledger, info, names, stop);
  const runLeased = async (attempt: Attempt) => {
    if (!(await open())) throw new UpstreamUnavailableError(BUSY, { retryAfterSeconds: 1 });
    return run(attempt);
  };
  if (!key) return runLeased(UNKEYED);
  return runKeyed(caller, ledger, info, { recordKey: ledger.digest('key', ...key), input, open }, runLeased);
}

/**
 * One lease and one fence for all mutations of the operation, taken by the first.
 * @returns false where others hold it for too long, or `stop` said so.
 */
async function openOperation(
  caller: CallerContext,
  ledger: Ledger,
  info: GraphQLResolveInfo,
  names: readonly string[],
  stop?: () => Promise<boolean>,
): Promise<boolean> {
  const { coordinator } = caller.source;
  if (caller.writes.isOpen || !coordinator) return true;
  // What compares two lists must not see the changes of others in between.
  const wanted = hasSeveralMutations(info) || selects(info, 'changedIntegrations') ? [ALL_NAMES] : names;
  const lease = await ledger.acquire('integrations', wanted, stop);
  if (!lease) return false;
  const group = coordinator.group(caller.call);
  caller.writes.group = group;
  caller.writes.onEnd(() => group.end());
  caller.writes.onEnd(() => lease.release());
  return true;
}

/** A mutation with a key. */
interface KeyedMutation {
  readonly recordKey: string;
  readonly input: MutationInput;
  readonly open: (stop: () => Promise<boolean>) => Promise<boolean>;
}

async function runKeyed(
  caller: CallerContext,
  ledger: Ledger,
  info: GraphQLResolveInfo,
  { recordKey, input, open }: KeyedMutation,
  run: (attempt: Attempt) => Promise<Payload>,
): Promise<Payload> {
  const report = (status: IdempotencyStatus) => caller.writes.reports.push({ path: [info.path.key], status });
  const fingerprint = await fingerprintOf(caller, ledger, info, input);
  const isDecided = async () => {
    const known = decodeRecord(await ledger.get(recordKey));
    return known !== null && (known.outcome !== null || known.input !== fingerprint);
  };
  // The operation's lease comes first: who held the key and waited for it would wait for an operation that waits for the key.
  const isOpen = (await isDecided()) || (await open(isDecided));
  const lease = isOpen ? await ledger.acquire(`key-${recordKey}`, [ALL_NAMES], isDecided) : null;
  try {
    const text = await ledger.get(recordKey);
    const known = decodeRecord(text);
    if (known && known.input !== fingerprint) throw conflict(REUSED);
    if (known?.outcome) {
      report('REPLAYED');
      if (known.outcome.id !== null) await acknowledgeEarlier(caller);
      return await replay(caller, info, known.outcome);
    }
    if (!lease && (isOpen || known)) throw conflict(IN_PROGRESS);
    if (!lease) {
      report(text === undefined ? 'UNPROTECTED' : 'RETRY');
      throw new UpstreamUnavailableError(BUSY, { retryAfterSeconds: 1 });
    }
    const options = { recordKey, input: fingerprint, inputType: inputTypeOf(info), text, isExclusive: lease.isShared };
    return await new IdempotentRun(ledger, options).run(run, report);
  } finally {
    await lease?.release();
  }
}

/** The process that made the write may have died after it had kept the outcome, and before it had ended the fence. */
async function acknowledgeEarlier(caller: CallerContext): Promise<void> {
  const open = caller.writes.group;
  if (open) return open.acknowledge();
  const group = caller.source.coordinator?.group(caller.call);
  group?.acknowledge();
  await group?.end();
}

async function replay(caller: CallerContext, info: GraphQLResolveInfo, outcome: Outcome): Promise<Payload> {
  const { id, errors, success } = outcome;
  const list = id !== null && selectsIntegration(info) ? await readList(caller) : null;
  const integration = list?.find((row) => row.id === id && !row.deleted) ?? null;
  return { integration, id, changedIntegrations: null, errors, ...(success !== undefined && { success }) };
}

function conflict(message: string): UserErrors {
  const error: UserError = userError('IDEMPOTENCY_CONFLICT', ['idempotencyKey'], { message });
  return new UserErrors(error);
}

const BUSY = 'Another change of this integration is under way. Try again.';
const REUSED = 'This idempotency key was used with another input. Use a new key.';
const IN_PROGRESS =
  'A request with this idempotency key is in progress. Wait a second, then send the same request again.';
