import { Gauge, type Registry } from 'prom-client';

/** The window consists of this many slices. The oldest is dropped when a new one begins. */
const SLICES = 6;
const SLICE_MS = 10_000;
/**
 * Names that are counted in a slice. Each further name decrements all counts, so a count is too low by at most a
 * thousandth of the total.
 */
const MAX_NAMES = 1_000;

interface Slice {
  readonly startedMs: number;
  readonly counts: Map<string, number>;
}

/** The most frequent names of the last minute in bounded memory: the Misra–Gries algorithm, in slices of ten seconds. */
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

  /** The `most` most frequent names with their counts, in descending order. */
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

/** Amortized cost of one count: it removes no more counts than were added before. */
function forgetOneOfEach(counts: Map<string, number>): void {
  for (const [name, count] of counts) {
    if (count > 1) counts.set(name, count - 1);
    else counts.delete(name);
  }
}

/** Names that are exported: each is a series. */
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
