import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Figures, slopeOf } from './figures.ts';
import type { Instance } from './fleet.ts';
import type { Model } from './model/model.ts';
import { CANARY, TOKEN_MARK } from './world.ts';

/** A process whose memory and descriptors are looked at from time to time. */
export interface Gauge {
  readonly name: string;
  readonly pid: number;
  readonly samples: [minutes: number, residentMiB: number][];
  mostDescriptors: number;
  exit: number | null | undefined;
}

const SAMPLE_MS = 2_000;
/** Left out of the slope: what a process takes once. */
const WARM_UP_MINUTES = 0.5;
/** Half a minute: in less a collection of garbage decides. */
const LEAST_SAMPLES = 15;
/** Links that let their bearer connect a chat are secret, too. */
const LINK = /slack\.com\/oauth|t\.me\//;

/** What the gateways print, and what they take of the machine. */
export class Watch {
  readonly gauges: Gauge[] = [];
  readonly #model: Model;
  readonly #figures: Figures;
  readonly #timer: NodeJS.Timeout;

  constructor(model: Model, figures: Figures, instances: () => readonly Instance[]) {
    this.#model = model;
    this.#figures = figures;
    this.#timer = setInterval(() => this.#sample(instances()), SAMPLE_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  ended({ name }: Instance, code: number | null): void {
    const gauge = this.gauges.find((one) => one.name === name);
    if (gauge) gauge.exit = code;
  }

  /** One line of a gateway's output. */
  line(instance: string, line: string): void {
    this.#figures.add('log lines');
    if (line.includes(CANARY) || TOKEN_MARK.test(line) || LINK.test(line)) {
      this.#model.report('secret', `The log of ${instance} has a secret: ${line.slice(0, 300)}`);
    }
    if (line.startsWith('{')) this.#readLine(line);
    // Node's own words: warnings, and stacks of what nothing caught.
    else if (/^\(node:|^\s+at |Unhandled/.test(line)) this.#figures.add(`stray ${line.slice(0, 120)}`);
  }

  #readLine(text: string): void {
    const line = JSON.parse(text) as { level?: number; msg?: string; code?: string; command?: string; fault?: string };
    const { level = 0, msg, code } = line;
    if (level >= 50) this.#figures.add(`error line ${code ?? msg}`);
    if (code === 'INTERNAL_SERVER_ERROR' || code === 'UNCAUGHT_EXCEPTION')
      this.#figures.add(`bug ${text.slice(0, 600)}`);
    if (msg !== 'cache' || level < 40) return;
    // The cache was without the store for a moment, as on a machine that is too busy: other bounds hold.
    this.#figures.add(`cache ${line.command} ${line.fault}`);
    const now = performance.now();
    this.#model.disturbed(now - 2_000, now + 1_000);
  }

  #sample(instances: readonly Instance[]): void {
    for (const { name, pid, startedAt } of instances) {
      const known = this.gauges.find((gauge) => gauge.name === name);
      const gauge = known ?? { name, pid, samples: [], mostDescriptors: 0, exit: undefined };
      if (!known) this.gauges.push(gauge);
      const used = usageOf(pid);
      if (used === null) continue;
      gauge.samples.push([(performance.now() - startedAt) / 60_000, used.residentMiB]);
      gauge.mostDescriptors = Math.max(gauge.mostDescriptors, used.descriptors);
    }
  }
}

/** Of a process; null of one that has ended. */
export function usageOf(pid: number): { residentMiB: number; descriptors: number } | null {
  try {
    if (!existsSync(`/proc/${pid}/status`)) return null;
    const kiB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // One that is ending has no memory any more.
    if (kiB === undefined) return null;
    return { residentMiB: Number(kiB) / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
  } catch {
    return null;
  }
}

/** MiB a minute, by least squares, without the time that a process takes to become warm; null for a process too short of life. */
export function slopeAfterStart({ samples }: Gauge): number | null {
  return slopeSince(samples, WARM_UP_MINUTES);
}

/** The same of the second half of its life: what levels off is no leak. */
export function slopeInTheEnd({ samples }: Gauge): number | null {
  return slopeSince(samples, Math.max(WARM_UP_MINUTES, (samples.at(-1)?.[0] ?? 0) / 2));
}

function slopeSince(samples: Gauge['samples'], from: number): number | null {
  const later = samples.filter(([minutes]) => minutes > from);
  return later.length < LEAST_SAMPLES ? null : slopeOf(later);
}
