import { mayReadSecrets } from '../../../model/caller.ts';
import type { Found, WriteGroup } from '../../../model/coordination.ts';
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
import { ALONE, type Attempt } from './attempt.ts';

/**
 * What the list, read past every cache, shows of a write.
 *
 * - `DONE`: it has run. `row` as the answer would have shown it.
 * - `ABSENT`: it has not run so far.
 * - `UNSEEN`: the list does not tell.
 */
export type Trace =
  | { readonly kind: 'DONE'; readonly row: Integration | null }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'UNSEEN' };

/** A write, and how to find out what became of it (OUTCOMES.md). */
export interface ResolvableWrite {
  /** Sends the write. Null: it is done, and the integration must be read again by its id. */
  readonly send: () => Promise<Integration | null>;
  readonly traceIn: (rows: readonly Integration[]) => Trace;
  /** It sets what it names to one value, so that sending it twice leaves what sending it once leaves. */
  readonly repeatable: boolean;
  /** Before it is sent the list does not show it as done: where it does later, that comes of it. */
  readonly provable: boolean;
  /** Is this refusal what a write meets that has already run? Asked of an identifier that is taken, or a row that is gone. */
  readonly tellsOfEarlier?: (reason: RefusalReason) => boolean;
}

/** How a write ended. */
export type Ending = { readonly kind: 'DONE'; readonly row: Integration | null } | { readonly kind: 'UNKNOWN' };

/**
 * Sends a write and, where its answer is lost, finds out what became of it: by reading, and for a repeatable write by sending it
 * once more where reading shows that this is needed. The one place where that is decided.
 * @param attempt where the same write may have been sent before, it is looked for first.
 * @throws what the source throws, where the write certainly did not run.
 */
export async function sendResolved(
  caller: CallerContext,
  write: ResolvableWrite,
  attempt: Attempt = ALONE,
): Promise<Ending> {
  const lost = new LostAnswers(caller.writes.group);
  const ending = await findEnding(caller, write, attempt, lost);
  if (ending.kind === 'DONE') lost.acknowledge();
  return ending;
}

async function findEnding(
  caller: CallerContext,
  write: ResolvableWrite,
  { earlier, begin }: Attempt,
  lost: LostAnswers,
): Promise<Ending> {
  let last: OutcomeUnknownError | null = earlier ? new OutcomeUnknownError() : null;
  let trace: Trace | null = earlier ? await look(caller, write) : null;
  if (trace?.kind === 'DONE') return trace;
  await begin(write.provable);
  for (let left = 2; left > 0; left -= 1) {
    try {
      return { kind: 'DONE', row: await write.send() };
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) return endWithout(caller, write, error, last, trace);
      report(caller, 'ANSWER_LOST', error);
      lost.count();
      last = error;
    } finally {
      caller.loaders.clear();
    }
    trace = await look(caller, write);
    if (trace?.kind === 'DONE') return trace;
    // Unreadable: nothing shows that it is needed again.
    if (trace === null || !write.repeatable) break;
  }
  if (isOver(last, trace)) lost.resolve('VOID');
  return unresolved(caller, last, trace);
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

  resolve(found: Found): void {
    for (; this.#lost > 0; this.#lost -= 1) this.#group?.resolve(found);
  }
}

/** The write was refused, or not sent. What was sent before may have run all the same. */
async function endWithout(
  caller: CallerContext,
  write: ResolvableWrite,
  error: unknown,
  earlier: OutcomeUnknownError | null,
  trace: Trace | null,
): Promise<Ending> {
  if (error instanceof UpstreamRefusedError) {
    if (write.tellsOfEarlier?.(error.reason) !== true) throw error;
    const found = await look(caller, write);
    if (found?.kind === 'DONE') return found;
    // Only a list that shows that it has not run makes the refusal an answer: the second of two sendings is refused as well.
    if (found?.kind !== 'ABSENT') return unresolved(caller, earlier, found);
    throw error;
  }
  // That it was changed meanwhile may be the change of an earlier run.
  const isMeant = error instanceof GatewayError || (error instanceof UserErrors && trace?.kind !== 'ABSENT');
  if (earlier === null || !isMeant || isOver(earlier, trace)) throw error;
  return unresolved(caller, earlier, trace);
}

function unresolved(caller: CallerContext, lost: OutcomeUnknownError | null, trace: Trace | null): Ending {
  if (isOver(lost, trace)) throw new UpstreamUnavailableError(NOT_DONE, { cause: lost?.cause });
  report(caller, 'OUTCOME_UNKNOWN', lost);
  return { kind: 'UNKNOWN' };
}

/** It has not run, and nothing more comes of it. */
function isOver(lost: OutcomeUnknownError | null, trace: Trace | null): boolean {
  return lost?.ended === true && trace?.kind === 'ABSENT';
}

/** Null where the list cannot be read. */
async function look(caller: CallerContext, { traceIn }: ResolvableWrite): Promise<Trace | null> {
  try {
    caller.loaders.clear();
    const { integrations } = await caller.loaders.currentList(mayReadSecrets(caller.caller));
    return traceIn(integrations.filter((row) => !row.deleted));
  } catch (error) {
    reportUnreadable(caller, error);
    return null;
  }
}

function report({ call }: CallerContext, code: string, lost: OutcomeUnknownError | null): void {
  errorChannel.publish({ requestId: call.requestId, code, error: lost?.cause });
}

const NOT_DONE = 'Novu failed and did not make the change. Try again later.';
