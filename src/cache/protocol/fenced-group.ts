import { randomUUID } from 'node:crypto';
import type { CallerScope } from '../../model/caller.ts';
import type { Resolution, WriteGroup } from '../../model/coordination.ts';
import { GatewayError, NotSentError, UpstreamRefusedError } from '../../model/errors.ts';
import type { Call } from '../../model/integration.ts';
import type { RequestFacts } from '../../model/request-facts.ts';
import type { Restore } from '../store/store.ts';

/** How long a mark outlives upstream's deadline. */
export const MARK_MARGIN_MS = 5_000;

/** What is to be fenced. `organization` null: not known, so that upstream has not accepted the caller as far as is known. */
export interface FencedWrite<T> {
  readonly call: Call;
  readonly scope: CallerScope;
  readonly organization: string | null;
  run(): Promise<T>;
  /** The organization that the answer tells, if any. */
  organizationOf(answer: T): string | null;
}

/** Organizations whose begin was heard, with what a write that does not run gives back. */
export type WriteMarks = ReadonlyMap<string, Restore>;

/** What a group needs of the fence: steps 1 and 3, of a write's organization and of all. */
export interface Fence {
  /** Step 1. @throws RateLimitedError, with nothing marked, where the scope is backed off. */
  begin(write: FencedWrite<unknown>, organization: string, token: string): Promise<WriteMarks>;
  /** Step 3. @param begun where the write certainly did not run: what its begin was answered. */
  end(organization: string, token: string, begun: WriteMarks | null, request?: RequestFacts): Promise<void>;
  /** The write may commit later: marks stay until they expire, and where there is none, the pending end waits as long. */
  leaveMarked(organization: string, token: string, begun: WriteMarks): void;
  /**
   * Runs a write of a caller that upstream has not accepted, without a mark: otherwise any client could keep the lists
   * of new callers out of the store.
   * @throws what the write rejects with; RateLimitedError, without running it, where the scope is backed off.
   */
  runUnmarked<T>(write: FencedWrite<T>): Promise<T>;
  now(): number;
}

/** The fence around the writes of one operation (cache protocol §5). */
export class FencedGroup implements WriteGroup {
  readonly #fence: Fence;
  readonly #organization: () => string | null;
  readonly #token = randomUUID();
  #open: {
    readonly organization: string;
    readonly begun: WriteMarks;
    readonly atMs: number;
    readonly request: RequestFacts | undefined;
  } | null = null;
  #ran = false;
  #lost = 0;

  /** @param organization of the caller, as far as it is known when the group ends. */
  constructor(fence: Fence, organization: () => string | null) {
    this.#fence = fence;
    this.#organization = organization;
  }

  /** Runs a write between its two increments, with an end that all writes of the group share. */
  async run<T>(write: FencedWrite<T>): Promise<T> {
    const { organization } = write;
    if (organization !== null) await this.#begin(write, organization);
    try {
      if (organization === null) return await this.#fence.runUnmarked(write);
      const answer = await write.run();
      this.#ran = true;
      return answer;
    } catch (error) {
      if (hasChangedRows(error)) this.#ran = true;
      else if (!certainlyDidNotRun(error)) this.#lost += 1;
      throw error;
    }
  }

  /** The outcome of the last unknown write was found. */
  resolve(resolution: Resolution): void {
    if (this.#lost === 0) return;
    this.#lost -= 1;
    if (resolution === 'RAN') this.#ran = true;
  }

  acknowledge(): void {
    this.#ran = true;
  }

  /** Step 3, as all of the writes ended. */
  async end(): Promise<void> {
    if (this.#open === null) return this.#endEarlier();
    const { organization, begun, request } = this.#open;
    this.#open = null;
    if (this.#lost > 0) {
      this.#fence.leaveMarked(organization, this.#token, begun);
      // The writes that ran are acknowledged; the mark of the unknown one stays.
      if (this.#ran) await this.#fence.end(organization, randomUUID(), null, request);
    } else {
      await this.#fence.end(organization, this.#token, this.#ran ? null : begun, request);
    }
  }

  /** What this operation acknowledges was written before it, by one whose step 3 may never have come. */
  async #endEarlier(): Promise<void> {
    const organization = this.#ran ? this.#organization() : null;
    this.#ran = false;
    if (organization !== null) await this.#fence.end(organization, randomUUID(), null);
  }

  /** A mark must outlive the call that starts now: one that is older than its margin is renewed. */
  async #begin(write: FencedWrite<unknown>, organization: string): Promise<void> {
    const open = this.#open;
    if (open && this.#fence.now() - open.atMs < MARK_MARGIN_MS) return;
    const atMs = this.#fence.now();
    const begun = await this.#fence.begin(write, organization, this.#token);
    this.#open = { organization, begun, atMs, request: write.call.request };
  }
}

/** True for a refusal after which the list differs from before: Novu saves an agent before it checks its credentials (contract §11). */
function hasChangedRows(error: unknown): boolean {
  return error instanceof UpstreamRefusedError && error.reason.kind === 'INCOMPLETE_SETUP';
}

/** By the promise of `IntegrationSource`: any other rejection of a write leaves its outcome open. */
export function certainlyDidNotRun(error: unknown): boolean {
  if (hasChangedRows(error)) return false;
  return error instanceof GatewayError || error instanceof UpstreamRefusedError || error instanceof NotSentError;
}
