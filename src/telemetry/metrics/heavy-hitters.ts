import { Gauge, type Registry } from 'prom-client';

/** The window is this many slices, of which the oldest is left out whenever a new one begins. */
const SLICES = 6;
const SLICE_MS = 10_000;
/** Names that are counted in a slice. More of them cost others a count each, so a name is short by a thousandth of all at most. */
const MAX_NAMES = 1_000;

interface Slice {
  readonly startedMs: number;
  readonly counts: Map<string, number>;
}

/** The most frequent of many names in the last minute, in bounded memory: the counts of Misra and Gries, in slices of ten seconds. */
export class HeavyHitters {
  readonly #now: () => number;
  #slices: Slice[] = [];

  /** @param now milliseconds that only go up. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  count(name: string): void {
    const { counts } = this.#current();
    const known = counts.get(name);
    if (known !== undefined) counts.set(name, known + 1);
    else if (counts.size < MAX_NAMES) counts.set(name, 1);
    else forgetOneOfEach(counts);
  }

  /** The `most` most frequent, with their counts, the first one first. */
  top(most: number): (readonly [name: string, count: number])[] {
    const sums = new Map<string, number>();
    for (const { counts } of this.#inWindow(this.#now())) {
      for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
    }
    return [...sums].sort(([, one], [, other]) => other - one).slice(0, most);
  }

  #current(): Slice {
    const now = this.#now();
    const last = this.#slices.at(-1);
    if (last && now - last.startedMs < SLICE_MS) return last;
    const slice = { startedMs: now, counts: new Map<string, number>() };
    this.#slices = [...this.#inWindow(now), slice];
    return slice;
  }

  #inWindow(now: number): Slice[] {
    return this.#slices.filter(({ startedMs }) => now - startedMs < SLICES * SLICE_MS);
  }
}

/** As many times as names were counted before, at most: on average it costs no more than a count. */
function forgetOneOfEach(counts: Map<string, number>): void {
  for (const [name, count] of counts) {
    if (count > 1) counts.set(name, count - 1);
    else counts.delete(name);
  }
}

/** Names that are shown: each is a series. */
const SHOWN = 20;

/** A gauge of the most frequent names. */
export function showHeavyHitters(
  registry: Registry,
  frequent: HeavyHitters,
  metric: { name: string; help: string; label: string },
) {
  const { name, help, label } = metric;
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of frequent.top(SHOWN)) this.set({ [label]: value }, count);
    },
  });
}
