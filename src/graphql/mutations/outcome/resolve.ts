import { mayReadSecrets } from '../../../model/caller.ts';
import type { Resolution, WriteGroup } from '../../../model/coordination.ts';
import {
  GatewayError,
  OutcomeUnknownError,
  type RefusalReason,
  UpstreamRefusedError,
  UpstreamUnavailableError,
} from '../../../model/errors.ts';
import type { Integration } from '../../../model/integration.ts';
import { errorChannel } from '../../../telemetry/channels.ts';
import type { CallerContext } from '../../context.ts';
import { reportUnreadable } from '../effects.ts';
import { UserErrors } from '../user-errors.ts';
import { type Attempt, UNKEYED } from './attempt.ts';

/**
 * What the list, read past every cache, shows of a write.
 *
 * - `DONE`: it has run. `row` as the answer would have shown it.
 * - `ABSENT`: it has not run so far.
 * - `INCONCLUSIVE`: the list does not tell.
 */
export type Evidence =
  | { readonly kind: 'DONE'; readonly row: Integration | null }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'INCONCLUSIVE' };

/** A write, and how to find out what became of it (OUTCOMES.md). */
export interface ResolvableWrite {
  /** Sends the write. Null: it is done, and the integration must be read again by its id. */
  readonly send: () => Promise<Integration | null>;
  readonly evidenceIn: (rows: readonly Integration[]) => Evidence;
  /** It sets what it names to one value, so that sending it twice leaves what sending it once leaves. */
  readonly idempotent: boolean;
  /** Before it is sent the list does not show it as done: where it does later, that comes of it. */
  readonly provable: boolean;
  /** Is this refusal what a write meets that has already run? Asked of an identifier that is taken, or a row that is gone. */
  readonly impliesAlreadyRan?: (reason: RefusalReason) => boolean;
}

/** How a write ended. */
export type WriteResult = { readonly kind: 'DONE'; readonly row: Integration | null } | { readonly kind: 'UNKNOWN' };

/**
 * Sends a write and, where its answer is lost, finds out what became of it: by reading, and for an idempotent write by sending it
 * once more where reading shows that this is needed. The one place where that is decided.
 * @param attempt where the same write may have been sent before, it is looked for first.
 * @throws what the source throws, where the write certainly did not run.
 */
export async function sendAndResolve(
  caller: CallerContext,
  write: ResolvableWrite,
  attempt: Attempt = UNKEYED,
): Promise<WriteResult> {
  const lost = new LostAnswers(caller.writes.group);
  const result = await sendUntilKnown(caller, write, attempt, lost);
  if (result.kind === 'DONE') lost.acknowledge();
  return result;
}

async function sendUntilKnown(
  caller: CallerContext,
  write: ResolvableWrite,
  { earlier, begin }: Attempt,
  lost: LostAnswers,
): Promise<WriteResult> {
  let last: OutcomeUnknownError | null = earlier ? new OutcomeUnknownError() : null;
  let evidence: Evidence | null = earlier ? await readEvidence(caller, write) : null;
  if (evidence?.kind === 'DONE') return evidence;
  await begin(write.provable);
  for (let left = 2; left > 0; left -= 1) {
    try {
      return { kind: 'DONE', row: await write.send() };
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) return resolveFailure(caller, write, error, last, evidence);
      report(caller, 'ANSWER_LOST', error);
      lost.count();
      last = error;
    } finally {
      caller.loaders.clear();
    }
    evidence = await readEvidence(caller, write);
    if (evidence?.kind === 'DONE') return evidence;
    // Unreadable: nothing shows that it is needed again.
    if (evidence === null || !write.idempotent) break;
  }
  if (isKnownNotRun(last, evidence)) lost.resolve('DID_NOT_RUN');
  return unresolved(caller, last, evidence);
}

/** Answers that were lost, as the fence around the operation's writes counts them. */
class LostAnswers {
  readonly #group: WriteGroup | null;
  #lost = 0;

  constructor(group: WriteGroup | null) {
    this.#group = group;
  }

  count(): void {
    this.#lost += 1;
  }

  /** What was lost has run, here or in an earlier operation, and is told as done. */
  acknowledge(): void {
    this.resolve('RAN');
    this.#group?.acknowledge();
  }

  resolve(resolution: Resolution): void {
    for (; this.#lost > 0; this.#lost -= 1) this.#group?.resolve(resolution);
  }
}

/** The write was refused, or not sent. What was sent before may have run all the same. */
async function resolveFailure(
  caller: CallerContext,
  write: ResolvableWrite,
  error: unknown,
  earlier: OutcomeUnknownError | null,
  evidence: Evidence | null,
): Promise<WriteResult> {
  if (error instanceof UpstreamRefusedError) {
    if (write.impliesAlreadyRan?.(error.reason) !== true) throw error;
    const found = await readEvidence(caller, write);
    if (found?.kind === 'DONE') return found;
    // The second of two sendings is refused as well: only a list that can show that the first has not run makes it an answer.
    if (earlier && (found?.kind !== 'ABSENT' || !write.provable)) return unresolved(caller, earlier, null);
    throw error;
  }
  // That it was changed meanwhile may be the change of an earlier run.
  const isMeant = error instanceof GatewayError || (error instanceof UserErrors && evidence?.kind !== 'ABSENT');
  if (earlier === null || !isMeant || isKnownNotRun(earlier, evidence)) throw error;
  return unresolved(caller, earlier, evidence);
}

function unresolved(caller: CallerContext, lost: OutcomeUnknownError | null, evidence: Evidence | null): WriteResult {
  if (isKnownNotRun(lost, evidence)) throw new UpstreamUnavailableError(NOT_DONE, { cause: lost?.cause });
  report(caller, 'OUTCOME_UNKNOWN', lost);
  return { kind: 'UNKNOWN' };
}

/** It has not run, and nothing more comes of it. */
function isKnownNotRun(lost: OutcomeUnknownError | null, evidence: Evidence | null): boolean {
  return lost?.ended === true && evidence?.kind === 'ABSENT';
}

/** Null where the list cannot be read. */
async function readEvidence(caller: CallerContext, { evidenceIn }: ResolvableWrite): Promise<Evidence | null> {
  try {
    caller.loaders.clear();
    const { integrations } = await caller.loaders.currentList(mayReadSecrets(caller.caller));
    return evidenceIn(integrations.filter((row) => !row.deleted));
  } catch (error) {
    reportUnreadable(caller, error);
    return null;
  }
}

function report({ call }: CallerContext, code: string, lost: OutcomeUnknownError | null): void {
  errorChannel.publish({ requestId: call.requestId, code, error: lost?.cause });
}

const NOT_DONE = 'Novu failed and did not make the change. Try again later.';
