import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './chart.ts';
import { QUERIES } from './documents.ts';
import type { Peer } from './gateways.ts';
import { type Goal, goals } from './goals.ts';
import type { Measured, RoundSettings, Row } from './rounds.ts';
import type { Scales } from './scales.ts';
import { brief, type Spread } from './stats.ts';
import { markdownTable } from './table.ts';

export interface Result {
  readonly title: string;
  readonly machine: string;
  readonly settings: RoundSettings;
  readonly peers: readonly Peer[];
  /** By id, why it did not come to run. */
  readonly absent: Readonly<Record<string, string>>;
  /** By id, after the last request. */
  readonly residentMiB: Readonly<Record<string, number>>;
  readonly groups: readonly Measured[];
  /** Null: not measured in this run. */
  readonly scales: Scales | null;
}

const STATES = [
  '`cold`: nothing is cached.',
  '`warm`: the data is cached, no request comes twice: a variable that the document does not declare counts up.',
  '`repeated`: the same request again and again; not run at 20 ms, where nothing would call upstream.',
  '`first` and `organization`: each request of a new caller, or of the first caller of a new organization.',
  '`write`: each connection creates an integration and reads it back, in turn.',
].join(' ');

/** From here on the load generator may be what limits. */
const BUSY = 0.9;

/** Everything as Markdown. */
export function markdown(result: Result): string {
  const { settings, groups } = result;
  const rows = groups.flatMap((group) => group.rows);
  const parts = [
    `# ${result.title}`,
    `${result.machine}. ${settings.connections} connections, ${settings.rounds} rounds of ${settings.seconds} s, interleaved; medians [min–max]. Load generator, REST stub and peers share the machine: only ratios within one run mean something. p50 and p99 in ms; CPU in seconds per 1,000 requests; “up” is upstream calls per request.`,
    STATES,
    Object.entries(QUERIES)
      .map(([query, text]) => `- **${query}** ${text}`)
      .join('\n'),
    '¹ reads one integration by an endpoint of the stub that the real API lacks. ² the load generator was 90 % busy and more: the peer could do more, and its CPU time says how much.',
  ];
  const reached = goals(rows, ownMemory(result), result.scales);
  if (reached.length > 0) parts.push('## Goals', goalTable(reached));
  for (const group of groups) parts.push(`## ${group.title}`, groupTable(group));
  if (result.scales) parts.push('## Memory by callers', heapTable(result.scales));
  parts.push('## Peers', peerTable(result));
  return `${parts.join('\n\n')}\n`;
}

export function groupTable({ rows }: Measured): string {
  const sorted = [...rows].sort((a, b) => speed(b) - speed(a));
  return markdownTable(
    ['', 'req/s', 'p50', 'p99', 'CPU', 'up', 'RSS MiB'],
    sorted.map((row) =>
      row.fault === null
        ? [
            row.generatorBusy >= BUSY ? `${row.label} ²` : row.label,
            range(row.requestsPerSecond),
            range(row.p50Ms),
            range(row.p99Ms),
            range(row.cpuSecondsPer1000),
            brief(row.upstreamCallsPerRequest),
            brief(row.residentMiB),
          ]
        : [row.label, `void: ${row.fault.slice(0, 120)}`, '', '', '', '', ''],
    ),
  );
}

export function goalTable(reached: readonly Goal[]): string {
  return markdownTable(
    ['', 'wanted', 'reached', 'by CPU time', ''],
    reached.map(({ name, wanted, reached: value, byCpu = '', met }) => [
      name,
      wanted,
      value,
      byCpu,
      met ? 'yes' : '**no**',
    ]),
  );
}

function heapTable({ heapMiB }: Scales): string {
  return markdownTable(
    ['callers, of up to 100 organizations with 200 integrations each', 'heap above one caller'],
    heapMiB.map(([callers, mebibytes]) => [callers.toLocaleString('en-US'), `${brief(mebibytes)} MiB`]),
  );
}

/** Markdown, JSON and chart into a folder. Returns the Markdown. */
export function writeReport(folder: string, result: Result): string {
  mkdirSync(folder, { recursive: true });
  const text = markdown(result);
  const { peers, ...rest } = result;
  const json = { ...rest, peers: peers.map(({ command: _command, ...peer }) => peer) };
  writeFileSync(join(folder, 'results.md'), text);
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(json, null, 1)}\n`);
  writeFileSync(join(folder, 'results.svg'), chart(result.groups));
  return text;
}

function peerTable({ peers, absent, residentMiB }: Result): string {
  return markdownTable(
    ['', 'RSS MiB after the run', ''],
    peers.map(({ id, label, note }) => [
      label,
      brief(residentMiB[id] ?? Number.NaN),
      absent[id] ? `Does not run here: ${absent[id].slice(0, 300)}` : (note ?? ''),
    ]),
  );
}

/** The larger of the two processes of this gateway. */
function ownMemory({ residentMiB }: Result): number {
  const own = ['this', 'this-cold'].flatMap((id) => residentMiB[id] ?? []);
  return own.length > 0 ? Math.max(...own) : Number.NaN;
}

function range({ median, min, max }: Spread): string {
  return `${brief(median)} [${brief(min)}–${brief(max)}]`;
}

function speed({ fault, requestsPerSecond }: Row): number {
  return fault === null ? requestsPerSecond.median : -1;
}
