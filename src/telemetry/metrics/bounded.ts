import { type Aggregator, Counter, Histogram, type MetricValueWithName, type Registry } from 'prom-client';

/** The definition of a metric. */
export interface MetricOptions<Label extends string> {
  readonly registry: Registry;
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
  /** Maximum number of label sets; further ones have `other` for every label. */
  readonly maxLabelSets: number;
}

type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** Counts for each label set, bounded: each set takes memory here and is a series in Prometheus forever. */
class LabelSets<Label extends string, Count> {
  readonly #labelNames: readonly Label[];
  readonly #most: number;
  readonly #start: (labels: Labels<Label>) => Count;
  readonly #known = new Map<string, Count>();
  /** Most requests have the same labels as the one before. */
  #last: { readonly labels: Labels<Label>; readonly count: Count } | null = null;

  constructor({ labelNames, maxLabelSets: most }: MetricOptions<Label>, start: (labels: Labels<Label>) => Count) {
    this.#labelNames = labelNames;
    this.#most = most;
    this.#start = start;
  }

  of(labels: Labels<Label>): Count {
    const last = this.#last;
    if (last && this.#labelNames.every((name) => last.labels[name] === labels[name])) return last.count;
    const count = this.#find(labels);
    this.#last = { labels, count };
    return count;
  }

  #find(labels: Labels<Label>): Count {
    let key = '';
    for (const name of this.#labelNames) key += `${labels[name]}\n`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isOther = this.#labelNames.every((name) => labels[name] === 'other');
    if (this.#known.size >= this.#most && !isOther) return this.#find(otherOf(labels));
    const count = this.#start(labels);
    this.#known.set(key, count);
    return count;
  }

  all(): Iterable<Count> {
    return this.#known.values();
  }
}

function otherOf<Label extends string>(labels: Labels<Label>): Labels<Label> {
  return Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])) as Record<Label, string>;
}

interface Exported<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly type: 'histogram';
  readonly aggregator: Aggregator;
  readonly values: readonly MetricValueWithName<Label>[];
}

interface Distribution<Label extends string> {
  readonly labels: Labels<Label>;
  /** By bucket, not cumulative; the last one is above all bounds. */
  readonly counts: number[];
  sum: number;
}

/**
 * A histogram of seconds. It counts by itself, because `Histogram.observe` sorts and joins the labels each time, which
 * costs more than the other metrics of a request together.
 */
export class BoundedHistogram<Label extends string> extends Histogram<Label> {
  readonly #name: string;
  readonly #help: string;
  readonly #bounds: readonly number[];
  readonly #combinations: LabelSets<Label, Distribution<Label>>;

  /** @param bounds of the buckets, in seconds. */
  constructor(options: MetricOptions<Label>, bounds: readonly number[]) {
    const { registry, name, help, labelNames } = options;
    super({ name, help, labelNames: [...labelNames], buckets: [...bounds], registers: [registry] });
    this.#name = name;
    this.#help = help;
    this.#bounds = bounds;
    this.#combinations = new LabelSets(options, (labels) => {
      return { labels, counts: [...bounds, 0].map(() => 0), sum: 0 };
    });
  }

  observeMs(labels: Labels<Label>, ms: number): void {
    const distribution = this.#combinations.of(labels);
    const seconds = ms / 1000;
    let bucket = 0;
    while (seconds > (this.#bounds[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
    distribution.counts[bucket] = (distribution.counts[bucket] ?? 0) + 1;
    distribution.sum += seconds;
  }

  /** What the registry of prom-client writes, and what `get` returns. */
  async getForPromString(): Promise<Exported<Label>> {
    const values = [...this.#combinations.all()].flatMap((distribution) => this.#valuesOf(distribution));
    return { name: this.#name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf({ labels, counts, sum }: Distribution<Label>): MetricValueWithName<Label>[] {
    let total = 0;
    const buckets = counts.map((count, index) => {
      total += count;
      const bucketLabels = { ...labels, le: this.#bounds[index] ?? '+Inf' };
      return { metricName: `${this.#name}_bucket`, labels: bucketLabels, value: total };
    });
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels, value: sum },
      { metricName: `${this.#name}_count`, labels, value: total },
    ];
  }
}

/** A counter with bounded label sets, which counts by itself for the same reason. */
export class BoundedCounter<Label extends string> {
  readonly #combinations: LabelSets<Label, { readonly labels: Labels<Label>; count: number }>;

  constructor(options: MetricOptions<Label>) {
    const { registry, name, help, labelNames } = options;
    const combinations = new LabelSets(options, (labels) => ({ labels, count: 0 }));
    this.#combinations = combinations;
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        this.reset();
        for (const { labels, count } of combinations.all()) this.inc(labels, count);
      },
    });
  }

  inc(labels: Labels<Label>): void {
    this.#combinations.of(labels).count += 1;
  }
}
