import { ReportedState } from '../../telemetry/channels.ts';
import type { CallerIdentity } from './bulkhead.ts';
import { CallWindow } from './call-window.ts';
import { breakerOpenError } from './refusals.ts';

const WINDOW_SECONDS = 10;
const MIN_CALLS = 20;
const OPEN_MS = 5_000;
/** With this many calls of one kind, most of them successful, Novu as a whole is not failing. */
const MIN_CALLS_OF_KIND = 3;

export type BreakerState = 'closed' | 'half-open' | 'open';

/** How a call ended. `failed`: Novu as a whole may be the cause. `unknown`: inconclusive, for example because the client left. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** Novu may fail at only one of them, for example while its database accepts no writes. */
export type CallKind = 'read' | 'write';

/** Must be called once, when the call has ended. `accepted`: the answer shows that Novu accepted the caller. */
export type Settle = (outcome: Outcome, accepted: boolean) => void;

/**
 * Circuit breaker: stops calls to Novu while it fails, so that callers need not wait for timeouts and Novu can recover.
 * It opens when at least half of at least 20 calls in 10 s have failed. After 5 s it lets one call through as a probe.
 * Only callers that Novu has accepted count. More than half of the callers must be failing, so one caller cannot open
 * it. Failing writes do not open it while reads succeed, and vice versa.
 */
export class Breaker {
  readonly #now: () => number;
  readonly #callers: CallWindow;
  readonly #kinds: CallWindow;
  readonly #report: ReportedState<BreakerState>;
  /** Null: closed. */
  #openUntil: number | null = null;
  #probing = false;
  /**
   * Callers that Novu has not accepted have a separate probe. It can close the breaker, because there may be no other
   * callers. It cannot replace the probe of an accepted caller, or keep the breaker open.
   */
  #strangerProbing = false;

  /** @param now milliseconds that only go up. */
  constructor(now: () => number) {
    this.#now = now;
    this.#callers = new CallWindow(WINDOW_SECONDS, now);
    this.#kinds = new CallWindow(WINDOW_SECONDS, now);
    this.#report = new ReportedState('breaker', ['closed', 'half-open', 'open'], now, 0);
  }

  get state(): BreakerState {
    if (this.#openUntil === null) return 'closed';
    return this.#now() < this.#openUntil ? 'open' : 'half-open';
  }

  /** @throws UpstreamUnavailableError where a call of this caller would not be let through. */
  check({ accepted }: CallerIdentity): void {
    if (this.#openUntil === null) return;
    const leftMs = this.#openUntil - this.#now();
    if (leftMs > 0) throw breakerOpenError(Math.ceil(leftMs / 1000));
    if (accepted ? this.#probing : this.#strangerProbing) throw breakerOpenError(1);
  }

  /** Lets a call through. @throws UpstreamUnavailableError as {@link check} does. */
  begin(identity: CallerIdentity, kind: CallKind): Settle {
    this.check(identity);
    if (this.#openUntil === null) return (outcome) => this.#count(identity, kind, outcome);
    this.#report.set('half-open');
    if (identity.accepted) this.#probing = true;
    else this.#strangerProbing = true;
    return (outcome, accepted) => this.#endProbe(identity, outcome, accepted);
  }

  #count({ name, accepted }: CallerIdentity, kind: CallKind, outcome: Outcome): void {
    // A call that started before the breaker opened is not counted.
    if (!accepted || outcome === 'unknown' || this.#openUntil !== null) return;
    this.#callers.add(name, outcome === 'failed');
    this.#kinds.add(kind, outcome === 'failed');
    if (outcome === 'failed' && this.#isFailing()) this.#open();
  }

  #isFailing(): boolean {
    const { calls, failures, names, failingNames } = this.#callers.figures();
    if (calls < MIN_CALLS || failures * 2 < calls || failingNames * 2 <= names) return false;
    return !(['read', 'write'] as const).some((kind) => {
      const one = this.#kinds.tally(kind);
      return one.calls >= MIN_CALLS_OF_KIND && one.failures * 2 < one.calls;
    });
  }

  #endProbe(identity: CallerIdentity, outcome: Outcome, accepted: boolean): void {
    if (identity.accepted) this.#probing = false;
    else this.#strangerProbing = false;
    // Another probe has closed the breaker meanwhile.
    if (this.#openUntil === null) return;
    if (outcome === 'ok' && (identity.accepted || accepted)) this.#close();
    else if (outcome === 'failed' && identity.accepted) this.#open();
  }

  #open(): void {
    this.#openUntil = this.#now() + OPEN_MS;
    const { calls, failures, names: callers } = this.#callers.figures();
    this.#report.set('open', () => ({ calls, failures, callers }));
    this.#callers.clear();
    this.#kinds.clear();
  }

  #close(): void {
    this.#openUntil = null;
    this.#report.set('closed');
  }
}
