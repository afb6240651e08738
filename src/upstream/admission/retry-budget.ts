import { ReportedState } from '../../telemetry/channels.ts';
import { CallWindow } from './call-window.ts';

const WINDOW_SECONDS = 10;
const SHARE = 0.1;
/** Retries in a window that are always allowed, for a gateway with little traffic. */
const FLOOR = 20;

/**
 * Keeps retries from multiplying the load on a failing upstream: in ten seconds, at most a tenth of the calls or
 * twenty, whichever is more.
 */
export class RetryBudget {
  readonly #window: CallWindow;
  readonly #report: ReportedState<'available' | 'spent'>;

  /** @param now milliseconds that only go up. */
  constructor(component: string, now: () => number) {
    this.#window = new CallWindow(WINDOW_SECONDS, now);
    this.#report = new ReportedState(component, ['available', 'spent'], now);
  }

  /** A call begins. */
  call(): void {
    this.#window.add('call', false);
  }

  /** May a call be sent again? If so, the retry is counted. */
  retry(): boolean {
    const [calls, retries] = [this.#window.tally('call').calls, this.#window.tally('retry').calls];
    const allowed = retries + 1 <= Math.max(FLOOR, calls * SHARE);
    this.#report.set(allowed ? 'available' : 'spent', () => ({ calls, retries }));
    if (allowed) this.#window.add('retry', false);
    return allowed;
  }
}
