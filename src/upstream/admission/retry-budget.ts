import { ReportedState } from '../../telemetry/channels.ts';

const WINDOW_SECONDS = 10;
const SHARE = 0.1;
/** In a window: a quiet gateway may retry. */
const FLOOR = 20;

interface Slot {
  readonly second: number;
  calls: number;
  retries: number;
}

/**
 * Keeps retries from multiplying the load on an upstream that fails: in any ten seconds at most a tenth of the calls, or
 * twenty where that is more.
 */
export class RetryBudget {
  readonly #now: () => number;
  readonly #report: ReportedState<'available' | 'spent'>;
  readonly #slots: Slot[] = [];

  /** @param now milliseconds that only go up. */
  constructor(component: string, now: () => number) {
    this.#now = now;
    this.#report = new ReportedState(component, ['available', 'spent'], now);
  }

  /** A call begins. */
  call(): void {
    this.#slot().calls += 1;
  }

  /** May it be sent again? If so, it counts as that. */
  retry(): boolean {
    const slot = this.#slot();
    const sum = (of: 'calls' | 'retries') => this.#slots.reduce((total, one) => total + one[of], 0);
    const [calls, retries] = [sum('calls'), sum('retries')];
    const allowed = retries + 1 <= Math.max(FLOOR, calls * SHARE);
    this.#report.set(allowed ? 'available' : 'spent', () => ({ calls, retries }));
    if (allowed) slot.retries += 1;
    return allowed;
  }

  #slot(): Slot {
    const second = Math.floor(this.#now() / 1000);
    while (this.#slots[0] && this.#slots[0].second <= second - WINDOW_SECONDS) this.#slots.shift();
    const last = this.#slots.at(-1);
    if (last?.second === second) return last;
    const slot = { second, calls: 0, retries: 0 };
    this.#slots.push(slot);
    return slot;
  }
}
