import type { Query } from './documents.ts';
import type { Laboratory, LoadSettings, Sample } from './measure.ts';
import type { Cell, Group } from './plan.ts';
import type { State } from './requests.ts';
import { median, type Spread, spread } from './stats.ts';

/** What came out for one cell over all rounds. */
export interface Row {
  readonly peer: string;
  readonly label: string;
  readonly query: Query;
  readonly state: State;
  readonly latencyMs: number;
  readonly integrations: number;
  readonly requestsPerSecond: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly cpuSecondsPer1000: Spread;
  readonly upstreamCallsPerRequest: number;
  readonly residentMiB: number;
  /** Share of a core that the load generator took. */
  readonly generatorBusy: number;
  readonly requests: number;
  /** Why the row does not count; null where it does. */
  readonly fault: string | null;
}

export interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface RoundSettings extends LoadSettings {
  readonly rounds: number;
}

/** The first round of a cell has a longer warm-up: compilers need it. */
const FIRST_WARM_UP = 1;

/** A B C A B C …, so that a busy minute of the machine meets all peers. @param tell progress, in words. */
export async function measureGroup(
  laboratoryOf: (cell: Cell) => Laboratory,
  group: Group,
  settings: RoundSettings,
  tell: (line: string) => void,
): Promise<Measured> {
  const cells = group.cells.map((cell) => ({ cell, samples: [] as Sample[] }));
  const faults = new Map<Cell, string>();
  const minBytes = new Map<Cell, number>();
  for (const { cell } of cells) {
    try {
      minBytes.set(cell, await laboratoryOf(cell).check(cell));
    } catch (error) {
      faults.set(cell, (error as Error).message);
      tell(`${group.title}: ${(error as Error).message.slice(0, 600)}`);
    }
  }
  for (let round = 0; round < settings.rounds; round++) {
    for (const { cell, samples } of cells) {
      if (faults.has(cell)) continue;
      const warmUpSeconds = round === 0 ? Math.max(FIRST_WARM_UP, settings.warmUpSeconds) : settings.warmUpSeconds;
      try {
        const sample = await laboratoryOf(cell).measure(cell, minBytes.get(cell) ?? 0, { ...settings, warmUpSeconds });
        samples.push(sample);
        if (sample.errors > 0) faults.set(cell, `${sample.errors} errors, the first: ${sample.firstError}`);
      } catch (error) {
        faults.set(cell, (error as Error).message);
      }
      if (faults.has(cell)) tell(`${group.title}: ${cell.peer.id}: ${faults.get(cell)}`);
    }
  }
  return { title: group.title, rows: cells.map(({ cell, samples }) => toRow(cell, samples, faults.get(cell) ?? null)) };
}

function toRow(cell: Cell, samples: readonly Sample[], fault: string | null): Row {
  const of = (value: (sample: Sample) => number) => spread(samples.map(value));
  return {
    peer: cell.peer.id,
    label: cell.peer.label,
    query: cell.query,
    state: cell.state,
    latencyMs: cell.latencyMs,
    integrations: cell.rows,
    requestsPerSecond: of(({ requests, seconds }) => requests / seconds),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuSecondsPer1000: of(({ cpuSeconds, requests }) => (cpuSeconds / requests) * 1000),
    upstreamCallsPerRequest: median(samples.map(({ upstreamCalls, requests }) => upstreamCalls / requests)),
    residentMiB: samples.at(-1)?.residentMiB ?? Number.NaN,
    generatorBusy: median(samples.map(({ generatorBusy }) => generatorBusy)),
    requests: samples.reduce((sum, { requests }) => sum + requests, 0),
    fault,
  };
}
