import type { Call } from '../../model/integration.ts';
import type { RequestFacts } from '../../model/request-facts.ts';
import { type CacheEvent, cacheChannel } from '../../telemetry/channels.ts';
import type { Clock } from '../store/clock.ts';
import type { CacheStore } from '../store/store.ts';

/** The state of the breaker. `probing`: one command checks whether the store is back. */
type Breaker =
  | { readonly phase: 'closed'; readonly failures: number }
  | { readonly phase: 'open'; readonly untilMs: number }
  | { readonly phase: 'probing' };

export interface GuardLimits {
  readonly clock: Clock;
  /** Longest wait for one command. `Infinity`: the store is in this process, and nothing is timed. */
  readonly commandTimeoutMs: number;
  /** Longest wait for all commands of one request together. */
  readonly requestBudgetMs: number;
}

/** In a row. */
const FAILURES_TO_OPEN = 5;
/** With the reconnect delay of at most 1 s, a store that is back is used again within 2 s. */
const OPEN_MS = 500;

/**
 * The one path of every store command (cache protocol §6): a deadline, a budget per request, a breaker, one event for
 * telemetry. A command has an answer or has none; telemetry learns why, the reader does not.
 */
export class GuardedStore<Store = CacheStore> {
  readonly #store: Store;
  readonly #limits: GuardLimits;
  /** By identity of the `Call`: one request passes one object. */
  readonly #spentMs = new WeakMap<Call, number>();
  #breaker: Breaker = { phase: 'closed', failures: 0 };

  constructor(store: Store, limits: GuardLimits) {
    this.#store = store;
    this.#limits = limits;
  }

  /** True while commands are sent as they come. */
  get healthy(): boolean {
    return this.#breaker.phase === 'closed';
  }

  /**
   * The answer of `command`, or undefined where there was none in time. Never rejects.
   * @param call whose budget pays and bounds the wait; null for work that no request waits for, or that must not be cut
   * short (the end of a write).
   * @param request for telemetry: what waits for it, whether it pays or not.
   */
  async send<T>(
    call: Call | null,
    name: string,
    command: (store: Store) => Promise<T>,
    request = call?.request,
  ): Promise<T | undefined> {
    const deadlineMs = this.#deadlineMs(call);
    if (deadlineMs <= 0) return skip(name, 'BudgetSpent', request);
    if (!this.#admit()) return skip(name, 'BreakerOpen', request);
    const startedMs = this.#limits.clock.now();
    try {
      const answer = await this.#inTime(command(this.#store), deadlineMs);
      this.#breaker = { phase: 'closed', failures: 0 };
      this.#spend(call, startedMs);
      this.#report(name, request, startedMs, 'ok', null);
      return answer;
    } catch (error) {
      this.#failed(error);
      this.#spend(call, startedMs);
      this.#report(name, request, startedMs, error instanceof DeadlineError ? 'timeout' : 'error', faultOf(error));
      return undefined;
    }
  }

  #deadlineMs(call: Call | null): number {
    const { commandTimeoutMs, requestBudgetMs } = this.#limits;
    if (call === null) return commandTimeoutMs;
    return Math.min(commandTimeoutMs, requestBudgetMs - (this.#spentMs.get(call) ?? 0));
  }

  #admit(): boolean {
    switch (this.#breaker.phase) {
      case 'closed':
        return true;
      case 'probing':
        return false;
      case 'open':
        if (this.#limits.clock.now() < this.#breaker.untilMs) return false;
        this.#breaker = { phase: 'probing' };
        return true;
      default:
        return this.#breaker satisfies never;
    }
  }

  #failed(error: unknown): void {
    // The server answered, if only by a refusal (read-only, out of memory): it is there, and quick.
    if (isReply(error)) {
      this.#breaker = { phase: 'closed', failures: 0 };
      return;
    }
    const failures = this.#breaker.phase === 'closed' ? this.#breaker.failures + 1 : FAILURES_TO_OPEN;
    this.#breaker =
      failures < FAILURES_TO_OPEN
        ? { phase: 'closed', failures }
        : { phase: 'open', untilMs: this.#limits.clock.now() + OPEN_MS };
  }

  #inTime<T>(answer: Promise<T>, deadlineMs: number): Promise<T> {
    if (deadlineMs === Number.POSITIVE_INFINITY) return answer;
    return new Promise((resolve, reject) => {
      const cancel = this.#limits.clock.after(deadlineMs, () => reject(new DeadlineError()));
      answer.then(resolve, reject).finally(cancel);
    });
  }

  #spend(call: Call | null, startedMs: number): void {
    if (call === null || this.#limits.requestBudgetMs === Number.POSITIVE_INFINITY) return;
    this.#spentMs.set(call, (this.#spentMs.get(call) ?? 0) + this.#limits.clock.now() - startedMs);
  }

  #report(command: string, request: Waiting, startedMs: number, outcome: CacheEvent['outcome'], fault: string | null) {
    publish({ command, outcome, durationMs: this.#limits.clock.now() - startedMs, fault, request });
  }
}

class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** Publishes a decision of the cache for telemetry. */
export function publish(event: CacheEvent): void {
  if (cacheChannel.hasSubscribers) cacheChannel.publish(event);
}

type Waiting = RequestFacts | undefined;

function skip(command: string, fault: string, request: Waiting): undefined {
  publish({ command, outcome: 'skipped', durationMs: 0, fault, request });
  return undefined;
}

function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

/** A code of the failure: never a message, which might quote a key. */
function faultOf(error: unknown): string {
  if (isReply(error)) return error.message.split(' ', 1)[0] ?? 'ReplyError';
  if (!(error instanceof Error)) return 'Unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
