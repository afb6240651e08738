import { LRUCache } from 'lru-cache';
import type { Caller, CallerScope } from '../../model/caller.ts';
import { GatewayError, RateLimitedError, UnauthenticatedError } from '../../model/errors.ts';
import type { Call, RateLimit } from '../../model/integration.ts';
import { memoize } from '../../model/memoize.ts';
import { RecentMap } from '../../model/recent-map.ts';
import { publishShed } from '../../telemetry/channels.ts';
import { createRateLimits, readRateLimit } from '../rate-limits.ts';
import { isEnvironmentUnknown } from '../refusal.ts';
import { BAD_AUTHORIZATION } from '../result.ts';
import type { HttpResult } from '../send-request.ts';
import { Breaker, type BreakerState, type CallKind, type Settle } from './breaker.ts';
import { Bulkhead, type BulkheadFigures, type BulkheadLimits, type CallerIdentity, type Release } from './bulkhead.ts';
import { type AdmissionClock, systemAdmissionClock } from './clock.ts';
import { outcomeOf, provesAcceptance } from './outcome.ts';
import { queueFullError } from './refusals.ts';
import { RetryBudget } from './retry-budget.ts';
import { type Rate, TokenBucket } from './token-bucket.ts';

export interface AdmissionOptions {
  /** Names a caller without its token. */
  readonly scope: (caller: Caller) => CallerScope;
  /** Default: 64 under way and 512 waiting, of one caller 16 and 64, of strangers together 16; a wait of 1 s. */
  readonly limits?: Partial<BulkheadLimits> | undefined;
  /** Maximum rate of calls of one caller. Default: no limit. */
  readonly callerRate?: Rate | null | undefined;
  /** Does another source know that Novu accepted this caller, such as the cache after a restart? No I/O. */
  readonly isKnown?: ((scope: CallerScope) => boolean) | undefined;
  /** Wall clock in milliseconds, for times in Novu's headers. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  readonly admissionClock?: AdmissionClock | undefined;
}

/** A call that may be sent. */
export interface Admitted {
  readonly retries: RetryBudget;
  /** Must be called once, when the call has ended; null if it ended without a result. */
  leave(result: HttpResult | null): void;
}

/** The state of the admission, for readiness and metrics. */
export interface AdmissionState extends BulkheadFigures {
  readonly breaker: BreakerState;
}

const DEFAULT_LIMITS: BulkheadLimits = {
  underWay: 64,
  waiting: 512,
  callerUnderWay: 16,
  callerWaiting: 64,
  strangersUnderWay: 16,
  waitMs: 1_000,
};

const UNAUTHENTICATED_MS = 5_000;
/** A longer time in Novu's headers is taken for a mistake: no caller is locked out for longer. */
const MAX_WAIT_MS = 3_600_000;
const MAX_CALLERS = 10_000;
/** At least this many accepted callers are remembered; see {@link RecentMap}. */
const MIN_ACCEPTED = 25_000;

/**
 * Every call to Novu passes here. It decides which calls are sent now, which wait, and which are refused. A refused
 * call was not sent.
 */
export class Admission {
  readonly #scope: AdmissionOptions['scope'];
  readonly #isKnown: (scope: CallerScope) => boolean;
  readonly #callerRate: Rate | null;
  readonly #clock: AdmissionClock;
  readonly #wallClock: () => number;
  readonly #bulkhead: Bulkhead;
  readonly #breaker: Breaker;
  readonly #retries: RetryBudget;
  /** Separate, so that strangers cannot use up the retries of others. */
  readonly #strangersRetries: RetryBudget;
  readonly #rateLimits = createRateLimits();
  readonly #buckets = new LRUCache<string, TokenBucket>({ max: MAX_CALLERS });
  /** When calls of a caller that got a 401 may be sent again. */
  readonly #unauthenticated = new LRUCache<CallerScope, number>({ max: MAX_CALLERS });
  readonly #nameOf = memoize((caller: Caller) => this.#scope({ ...caller, environmentId: undefined }));
  /** Callers, by {@link CallerIdentity.name}, that Novu accepted. */
  readonly #accepted = new RecentMap<string, true>(MIN_ACCEPTED);

  constructor(options: AdmissionOptions) {
    const { admissionClock = systemAdmissionClock, limits } = options;
    this.#scope = options.scope;
    this.#isKnown = options.isKnown ?? (() => false);
    this.#callerRate = options.callerRate ?? null;
    this.#clock = admissionClock;
    this.#wallClock = options.now ?? Date.now;
    this.#bulkhead = new Bulkhead({ ...DEFAULT_LIMITS, ...limits }, admissionClock);
    this.#breaker = new Breaker(admissionClock.now);
    this.#retries = new RetryBudget('retry-budget', admissionClock.now);
    this.#strangersRetries = new RetryBudget('strangers-retry-budget', admissionClock.now);
  }

  /** From the last answer to this caller with a rate limit; null before that. */
  rateLimit(caller: Caller): RateLimit | null {
    return this.#rateLimits.get(this.#scope(caller)) ?? null;
  }

  state(): AdmissionState {
    return { ...this.#bulkhead.figures, breaker: this.#breaker.state };
  }

  /**
   * Resolves when the call may be sent.
   * @param kind a read stops waiting when its client leaves.
   * @param longestWaitMs applies if it is shorter than the limit.
   * @throws GatewayError: the call was not sent.
   */
  async enter(call: Call, kind: CallKind, longestWaitMs: number): Promise<Admitted> {
    const scope = this.#scope(call.caller);
    const identity = this.#identify(call.caller, scope);
    this.#refuseByAnswers(scope);
    this.#breaker.check(identity);
    this.#takeToken(identity);
    const release = await this.#bulkhead.enter(
      identity,
      () => (kind === 'read' ? call.signal : undefined),
      longestWaitMs,
    );
    try {
      // Answers to earlier calls may have changed this meanwhile.
      this.#refuseByAnswers(scope);
      return this.#begin(scope, identity, this.#breaker.begin(identity, kind), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The error that {@link enter} would throw at once; null if none. It does not check the caller's rate. */
  refusal(caller: Caller): GatewayError | null {
    const scope = this.#scope(caller);
    const identity = this.#identify(caller, scope);
    try {
      this.#refuseByAnswers(scope);
      this.#breaker.check(identity);
      return this.#bulkhead.isFull(identity) ? queueFullError() : null;
    } catch (error) {
      if (error instanceof GatewayError) return error;
      throw error;
    }
  }

  /** Refuses all waiting calls. */
  close(): void {
    this.#bulkhead.close();
  }

  /** A token is one caller, whatever environment it names: otherwise it could take a share for each environment. */
  #identify(caller: Caller, scope: CallerScope): CallerIdentity {
    const name = caller.environmentId === undefined ? scope : this.#nameOf(caller);
    return { name, accepted: this.#accepted.get(name) === true || this.#isKnown(scope) };
  }

  #begin(scope: CallerScope, identity: CallerIdentity, settle: Settle, release: Release): Admitted {
    const retries = identity.accepted ? this.#retries : this.#strangersRetries;
    retries.call();
    return {
      retries,
      leave: (result) => {
        if (result !== null) this.#learn(scope, identity, result);
        settle(result === null ? 'unknown' : outcomeOf(result), result !== null && provesAcceptance(result));
        release();
      },
    };
  }

  #learn(scope: CallerScope, { name }: CallerIdentity, result: HttpResult): void {
    if (result.phase !== 'answered') return;
    const limit = readRateLimit(result.headers, this.#wallClock());
    if (limit !== null) this.#rateLimits.set(scope, limit);
    if (provesAcceptance(result)) this.#accepted.set(name, true);
    // If only the environment is unknown, the token is valid and must not be refused.
    if (result.status !== 401 || isEnvironmentUnknown(result)) return;
    this.#accepted.delete(name);
    this.#unauthenticated.set(scope, this.#clock.now() + UNAUTHENTICATED_MS);
  }

  /** @throws UnauthenticatedError, RateLimitedError if Novu's last answer shows that it would refuse again. */
  #refuseByAnswers(scope: CallerScope): void {
    if ((this.#unauthenticated.get(scope) ?? 0) > this.#clock.now()) throw new UnauthenticatedError(BAD_AUTHORIZATION);
    const limit = this.#rateLimits.get(scope);
    if (limit?.remaining !== 0) return;
    const leftMs = Math.min(limit.resetAt.getTime() - this.#wallClock(), MAX_WAIT_MS);
    if (leftMs <= 0) return;
    publishShed('rate-limit');
    throw new RateLimitedError(Math.ceil(leftMs / 1000));
  }

  /** @throws RateLimitedError over the rate. */
  #takeToken({ name }: CallerIdentity): void {
    if (this.#callerRate === null) return;
    const now = this.#clock.now();
    const bucket = this.#buckets.get(name) ?? new TokenBucket(this.#callerRate, now);
    this.#buckets.set(name, bucket);
    const waitMs = bucket.take(now);
    if (waitMs <= 0) return;
    publishShed('caller-rate');
    throw new RateLimitedError(Math.ceil(waitMs / 1000), { own: true });
  }
}
