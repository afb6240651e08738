import type { Scheduled } from './chaos.ts';
import type { Figures } from './figures.ts';
import type { Model, ViolationKind } from './model/model.ts';
import { type Gauge, slopeAfterStart, slopeInTheEnd } from './watch.ts';

/** What a run came to. */
export interface RunFacts {
  readonly minutes: number;
  readonly seed: number;
  readonly callers: number;
  readonly upstreamCalls: number;
  readonly model: Model;
  readonly figures: Figures;
  readonly gauges: readonly Gauge[];
  readonly events: readonly Scheduled[];
  /** Part of the time in which the shared cache was not in reach of all. */
  readonly disturbedShare: number;
}

const KINDS: readonly ViolationKind[] = [
  'foreign',
  'secret',
  'stale',
  'lost',
  'doubled',
  'false success',
  'false failure',
];

const MEANINGS: Readonly<Record<ViolationKind, string>> = {
  foreign: "Foreign: another organization's or caller's data, or what no caller wrote",
  secret: 'Secret: a credential, token or link before the wrong caller, in a log or in Redis',
  stale: 'Stale: older than an acknowledged write, beyond the documented bounds',
  lost: 'Lost: an acknowledged write that is not stored',
  doubled: 'Doubled: one create, two rows',
  'false success': 'False success: acknowledged, and something else stored',
  'false failure': 'False failure: "it did not run", and it did',
};

/** Failures that are none of the model's; each is one too many. */
export function otherFailures({ figures }: Pick<RunFacts, 'figures'>): [string, number][] {
  const sum = (prefix: string) => figures.under(prefix).reduce((total, [, count]) => total + count, 0);
  return [
    ['Requests that failed although their copy was not killed', figures.of('failed without a kill')],
    ['Uncaught exceptions, unhandled rejections and internal errors', sum('bug ') + sum('stray ')],
    ['Processes that ended by themselves, or left with an error', sum('bad exit ')],
  ];
}

/** The report, in Markdown. */
export function reportOf(facts: RunFacts): string {
  return [
    `${facts.callers} callers, three copies, a Redis Cluster of three masters with a replica each; ${facts.minutes} minutes, seed ${facts.seed}.`,
    table([['Checked', ''], ...checked(facts)]),
    table([['Found', ''], ...KINDS.map((kind) => [MEANINGS[kind], count(facts.model, kind)]), ...otherFailures(facts)]),
    table([['Happened', ''], ...happened(facts)]),
    table([
      ['Process', 'lived (min)', 'MiB first', 'MiB last', 'MiB a minute', 'in its second half', 'most descriptors'],
      ...processes(facts.gauges),
    ]),
  ].join('\n\n');
}

function checked({ figures, model, upstreamCalls, disturbedShare }: RunFacts): Cell[][] {
  return [
    ['Requests', figures.of('requests')],
    ['Answers to reads, each held against the model', figures.of('checked answers')],
    ['Integrations in them', model.checkedRows],
    ['Mutations: acknowledged', figures.of('writes done')],
    ['Mutations: did not run', figures.of('writes void')],
    ['Mutations: outcome unknown', figures.of('writes unknown')],
    ['Calls to Novu', upstreamCalls],
    ['Answers marked stale', figures.of('stale answers')],
    ['Rows older than an acknowledged write, within the bounds', model.lateRows],
    ['The oldest of them (ms)', Math.round(model.latestMs)],
    ['Time in which Redis was not whole', `${Math.round(disturbedShare * 100)} %`],
  ];
}

function happened({ events, figures }: RunFacts): Cell[][] {
  const kinds = new Map<string, number>();
  for (const event of events) {
    const name = event.kind === 'faults of Novu' ? `faults of Novu: ${event.faults}` : event.kind;
    kinds.set(name, (kinds.get(name) ?? 0) + 1);
  }
  return [
    ...[...kinds].sort(([a], [b]) => a.localeCompare(b)),
    ['requests cut off by a kill', figures.of('cut off by a kill')],
    ...figures.under('error line ').map(([code, times]) => [`error lines: ${code}`, times]),
  ];
}

function processes(gauges: readonly Gauge[]): Cell[][] {
  return gauges
    .filter(({ samples }) => samples.length > 1)
    .map((gauge) => {
      const [first, last] = [gauge.samples[0], gauge.samples.at(-1)];
      return [
        gauge.name,
        (last?.[0] ?? 0).toFixed(1),
        (first?.[1] ?? 0).toFixed(0),
        (last?.[1] ?? 0).toFixed(0),
        ...[slopeAfterStart(gauge), slopeInTheEnd(gauge)].map((slope) => (slope === null ? '' : slope.toFixed(1))),
        gauge.mostDescriptors,
      ];
    });
}

function count({ violations }: Model, kind: ViolationKind): number {
  return violations.filter((violation) => violation.kind === kind).length;
}

type Cell = string | number;

function table([head = [], ...rows]: readonly Cell[][]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map(written).join(' | ')} |`;
  const rule = `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function written(cell: Cell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell;
}
