import { randomUUID } from 'node:crypto';
import type { CallerScope } from '../../model/caller.ts';
import type { RequestFacts } from '../../model/request-facts.ts';
import { boundedMap } from '../store/bounded.ts';
import {
  ANY_ORGANIZATION,
  type BeginResult,
  type CacheStore,
  NO_BODY,
  type Restore,
  type Slot,
} from '../store/store.ts';
import type { CacheContext } from './context.ts';
import {
  certainlyDidNotRun,
  type Fence,
  FencedGroup,
  type FencedWrite,
  MARK_MARGIN_MS,
  type WriteMarks,
} from './fenced-group.ts';
import { publish } from './guarded-store.ts';
import { refuseWhileBackedOff } from './upstream-calls.ts';

/** An end of a write that the store has not heard of yet. */
interface PendingEnd {
  readonly token: string;
  readonly notBeforeMs: number;
  readonly restore: Restore | null;
}

const RETRY_EVERY_MS = 250;
/** Of an organization. While a store is away for hours, every write leaves one for all organizations. */
const MAX_PENDING = 100;
const MAX_UNATTRIBUTED = 10_000;

/**
 * Write, steps 1 to 3 (cache protocol §5): increments the generations of the caller's organization and of {@link
 * ANY_ORGANIZATION} before and after the upstream call. For callers that upstream has not accepted yet, it does so only
 * after the call. Ends that could not be sent to the store are pending. Until they are delivered, this process does not
 * read the store for that organization.
 */
export class WriteFence implements Fence {
  readonly #context: CacheContext;
  readonly #markMs: number;
  /** By organization, at most {@link MAX_PENDING} of each. */
  readonly #pending = new Map<string, PendingEnd[]>();
  /** Scopes that wrote while their organization was not known. Bounded: strangers may be many. */
  readonly #unattributed = boundedMap<CallerScope, true>(MAX_UNATTRIBUTED);
  #cancelRetry: (() => void) | null = null;
  #isStopped = false;

  constructor(context: CacheContext) {
    this.#context = context;
    this.#markMs = context.upstreamTimeoutMs + MARK_MARGIN_MS;
  }

  /** True while the store has heard of every write of this process. */
  get settled(): boolean {
    return this.#pending.size === 0;
  }

  /** What a write of this organization would do to the cached lists, without a write. @returns whether the store has heard. */
  async purge(organization: string): Promise<boolean> {
    const token = randomUUID();
    this.#context.local.noteWrite(organization);
    await Promise.all([ANY_ORGANIZATION, organization].map((one) => this.#endOne(token, one, null)));
    this.#context.local.noteWrite(organization);
    return !this.#pending.has(organization);
  }

  /** Ends the timer. What is pending then is lost with the process: the marks' expiry and the times of cache protocol §2 bound it. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  /** May this process read the store for a slot's organization? Delivers what is pending first, if it can. */
  async mayRead({ scope, organization }: Slot): Promise<boolean> {
    if (organization !== ANY_ORGANIZATION && this.#unattributed.delete(scope))
      this.#defer(organization, randomUUID(), 0);
    return !this.#pending.has(organization) || this.#deliver(organization);
  }

  /**
   * Runs a write between its two increments. It runs whatever the store does; that it could not be fenced is an event for
   * telemetry, and cache protocol §5 bounds what follows.
   * @throws what the write rejects with; RateLimitedError, without running it, while the scope is backed off.
   */
  async run<T>(write: FencedWrite<T>): Promise<T> {
    const group = this.group(() => write.organization);
    try {
      return await group.run(write);
    } finally {
      await group.end();
    }
  }

  /** Writes of one caller between two increments that they share. To be ended before any of them is acknowledged. */
  group(organization: () => string | null): FencedGroup {
    return new FencedGroup(this, organization);
  }

  async begin(write: FencedWrite<unknown>, organization: string, token: string): Promise<WriteMarks> {
    this.#context.local.noteWrite(organization);
    return this.#begin(write, token, [organization, ANY_ORGANIZATION]);
  }

  async end(organization: string, token: string, begun: WriteMarks | null, request?: RequestFacts): Promise<void> {
    const both = [organization, ANY_ORGANIZATION];
    await Promise.all(both.map((one) => this.#endOne(token, one, begun?.get(one) ?? null, request)));
    this.#context.local.noteWrite(organization);
  }

  leaveMarked(organization: string, token: string, begun: WriteMarks): void {
    for (const one of [organization, ANY_ORGANIZATION]) if (!begun.has(one)) this.#defer(one, token, this.#markMs);
    this.#context.local.noteWrite(organization);
  }

  now(): number {
    return this.#context.clock.now();
  }

  async runUnmarked<T>(write: FencedWrite<T>): Promise<T> {
    await this.#refuseIfBackedOff(write);
    let organization: string | null = null;
    try {
      const answer = await write.run();
      organization = write.organizationOf(answer);
      if (organization === null) this.#noteUnattributed(write.scope);
      const token = randomUUID();
      // In this order, so that a reader that has seen the own increment also sees the other one, and does not fill.
      await this.#endOne(token, ANY_ORGANIZATION, null, write.call.request);
      if (organization !== null) await this.#endOne(token, organization, null, write.call.request);
      return answer;
    } catch (error) {
      if (!certainlyDidNotRun(error)) this.#noteUnattributed(write.scope);
      throw error;
    } finally {
      this.#context.local.noteWrite(organization);
    }
  }

  /** What step 1 would have said. @throws RateLimitedError */
  async #refuseIfBackedOff({ call, scope }: FencedWrite<unknown>): Promise<void> {
    const { local, store } = this.#context;
    const { highest } = local.organizationState(ANY_ORGANIZATION);
    const slot = { organization: ANY_ORGANIZATION, scope };
    const view = await store.send(call, 'read', (to) => to.read(slot, { floor: highest, knownStamp: NO_BODY }));
    refuseWhileBackedOff(view?.backOffMs ?? 0);
  }

  /** For all organizations at once. */
  async #begin(write: FencedWrite<unknown>, token: string, organizations: readonly string[]): Promise<WriteMarks> {
    const { local, store } = this.#context;
    const begin = async (organization: string): Promise<BeginResult | undefined> => {
      const { highest } = local.organizationState(organization);
      const slot = { organization, scope: write.scope };
      const result = await store.send(write.call, 'write.begin', (to) =>
        to.beginWrite(slot, token, this.#markMs, highest),
      );
      if (result?.phase === 'begun') local.noteGeneration(organization, result.generation);
      return result;
    };
    const results = await Promise.all(organizations.map(begin));
    const begun = new Map<string, Restore>();
    for (const [index, organization] of organizations.entries()) {
      const result = results[index];
      if (result?.phase === 'begun') begun.set(organization, { begun: result.generation, since: result.since });
    }
    for (const result of results)
      if (result?.phase === 'backed-off') await this.#abortBegin(result.forMs, token, begun);
    return begun;
  }

  /** The write will not run: takes back the marks that were made. @throws RateLimitedError */
  async #abortBegin(forMs: number, token: string, begun: WriteMarks): Promise<void> {
    await Promise.all([...begun].map(([organization, restore]) => this.#endOne(token, organization, restore)));
    refuseWhileBackedOff(forMs);
  }

  async #endOne(token: string, organization: string, restore: Restore | null, request?: RequestFacts): Promise<void> {
    if (!(await this.#sendEnd(token, organization, restore, request))) this.#defer(organization, token, 0, restore);
  }

  /** No request's budget cuts this short: an acknowledged write that others do not see is worse than a slow one. */
  async #sendEnd(
    token: string,
    organization: string,
    restore: Restore | null,
    request?: RequestFacts,
  ): Promise<boolean> {
    const { local, store } = this.#context;
    const { highest } = local.organizationState(organization);
    const end = (to: CacheStore) => to.endWrite(organization, token, highest, restore);
    const generation = await store.send(null, 'write.end', end, request);
    if (generation !== undefined) local.noteGeneration(organization, generation);
    return generation !== undefined;
  }

  /**
   * Other callers of the organization may see old lists for the time that cache protocol §5 allows, also in this
   * process.
   */
  #noteUnattributed(scope: CallerScope): void {
    this.#unattributed.set(scope, true);
    publish({ command: 'write.unfenced', outcome: 'error', durationMs: 0, fault: 'OrganizationUnknown' });
  }

  #defer(organization: string, token: string, delayMs: number, restore: Restore | null = null): void {
    const pending = this.#pending.get(organization) ?? [];
    const end = { token, notBeforeMs: this.#context.clock.now() + delayMs, restore };
    const last = pending.length < MAX_PENDING ? undefined : pending.pop();
    pending.push(last ? mergeEnds(last, end) : end);
    this.#pending.set(organization, pending);
    publish({ command: 'write.unfenced', outcome: 'error', durationMs: 0, fault: 'StoreOutOfReach' });
    this.#retryLater();
  }

  /** True when nothing is pending for the organization any more. */
  async #deliver(organization: string): Promise<boolean> {
    const now = this.#context.clock.now();
    for (const end of [...(this.#pending.get(organization) ?? [])]) {
      if (end.notBeforeMs > now || !(await this.#sendEnd(end.token, organization, end.restore))) return false;
      const left = (this.#pending.get(organization) ?? []).filter((other) => other !== end);
      if (left.length > 0) this.#pending.set(organization, left);
      else this.#pending.delete(organization);
    }
    return !this.#pending.has(organization);
  }

  #retryLater(): void {
    // A delivery may be under way, or a write end, after the stop.
    if (this.#isStopped) return;
    this.#cancelRetry ??= this.#context.clock.after(RETRY_EVERY_MS, async () => {
      for (const organization of [...this.#pending.keys()]) await this.#deliver(organization);
      this.#cancelRetry = null;
      if (this.#pending.size > 0) this.#retryLater();
    });
  }
}

/**
 * One end in place of two: nothing from before it is valid after it, and it comes no earlier than either. The mark of the first one, if
 * the store has it, stays until it expires.
 */
function mergeEnds(one: PendingEnd, other: PendingEnd): PendingEnd {
  return { token: other.token, notBeforeMs: Math.max(one.notBeforeMs, other.notBeforeMs), restore: null };
}
