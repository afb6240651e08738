interface Tally {
  calls: number;
  failures: number;
}

interface Slot {
  readonly second: number;
  readonly tallies: Map<string, Tally>;
}

/**
 * Counts the calls of the last seconds and their failures, in total and by a name such as that of the caller. Each
 * operation is O(1) per call.
 */
export class CallWindow {
  readonly #seconds: number;
  readonly #now: () => number;
  #slots: Slot[] = [];
  readonly #total = new Map<string, Tally>();
  #calls = 0;
  #failures = 0;
  #failingNames = 0;

  /** @param now milliseconds that only go up. */
  constructor(seconds: number, now: () => number) {
    this.#seconds = seconds;
    this.#now = now;
  }

  add(name: string, failed: boolean): void {
    const second = this.#expire();
    let slot = this.#slots.at(-1);
    if (slot?.second !== second) {
      slot = { second, tallies: new Map() };
      this.#slots.push(slot);
    }
    const tally = slot.tallies.get(name) ?? { calls: 0, failures: 0 };
    slot.tallies.set(name, tally);
    tally.calls += 1;
    if (failed) tally.failures += 1;
    this.#count(name, { calls: 1, failures: failed ? 1 : 0 });
  }

  clear(): void {
    this.#slots = [];
    this.#total.clear();
    this.#calls = 0;
    this.#failures = 0;
    this.#failingNames = 0;
  }

  /** Of one name. */
  tally(name: string): Readonly<Tally> {
    this.#expire();
    return this.#total.get(name) ?? { calls: 0, failures: 0 };
  }

  /** `failingNames`: names at least half of whose calls failed. */
  figures() {
    this.#expire();
    const [calls, failures, failingNames] = [this.#calls, this.#failures, this.#failingNames];
    return { calls, failures, names: this.#total.size, failingNames };
  }

  #expire(): number {
    const second = Math.floor(this.#now() / 1000);
    while (this.#slots[0] && this.#slots[0].second <= second - this.#seconds) {
      for (const [name, { calls, failures }] of this.#slots[0].tallies) {
        this.#count(name, { calls: -calls, failures: -failures });
      }
      this.#slots.shift();
    }
    return second;
  }

  #count(name: string, { calls, failures }: Tally): void {
    const total = this.#total.get(name) ?? { calls: 0, failures: 0 };
    const wasFailing = isFailing(total);
    total.calls += calls;
    total.failures += failures;
    this.#calls += calls;
    this.#failures += failures;
    this.#failingNames += Number(isFailing(total)) - Number(wasFailing);
    if (total.calls > 0) this.#total.set(name, total);
    else this.#total.delete(name);
  }
}

function isFailing({ calls, failures }: Tally): boolean {
  return calls > 0 && failures * 2 >= calls;
}
