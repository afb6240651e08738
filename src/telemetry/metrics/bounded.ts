import { Counter, Histogram, type Registry } from 'prom-client';

/** What a metric is made of. */
export interface MetricOptions<Label extends string> {
  readonly registry: Registry;
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
  /** Most combinations of labels; what comes after them has `other` for every label. */
  readonly most: number;
}

type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** The combinations of labels that a metric has, bounded: each is memory here and in Prometheus for ever. */
class Combinations<Label extends string> {
  readonly #most: number;
  readonly #known = new Map<string, Labels<Label>>();

  constructor(most: number) {
    this.#most = most;
  }

  of(labels: Labels<Label>): Labels<Label> {
    const key = JSON.stringify(labels);
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= this.#most) return otherOf(labels);
    this.#known.set(key, labels);
    return labels;
  }
}

function otherOf<Label extends string>(labels: Labels<Label>): Labels<Label> {
  return Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])) as Record<Label, string>;
}

/** A histogram of seconds. */
export class BoundedHistogram<Label extends string> {
  readonly #histogram: Histogram<Label>;
  readonly #combinations: Combinations<Label>;

  /** @param buckets upper bounds in seconds. */
  constructor({ registry, name, help, labelNames, most }: MetricOptions<Label>, buckets: readonly number[]) {
    this.#histogram = new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets: [...buckets],
      registers: [registry],
    });
    this.#combinations = new Combinations(most);
  }

  observeMs(labels: Labels<Label>, ms: number): void {
    this.#histogram.observe(this.#combinations.of(labels), ms / 1000);
  }
}

export class BoundedCounter<Label extends string> {
  readonly #counter: Counter<Label>;
  readonly #combinations: Combinations<Label>;

  constructor({ registry, name, help, labelNames, most }: MetricOptions<Label>) {
    this.#counter = new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
    this.#combinations = new Combinations(most);
  }

  inc(labels: Labels<Label>): void {
    this.#counter.inc(this.#combinations.of(labels));
  }
}
