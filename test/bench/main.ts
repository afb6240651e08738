// `npm run bench`: this gateway and its peers side by side. `--help` lists the options.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { withRevision } from './against.ts';
import { gateways, type Peer } from './gateways.ts';
import { measureGrowth } from './growth.ts';
import { prepare } from './install.ts';
import { Laboratory } from './measure.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { PEERS } from './peers.ts';
import { type Group, plan } from './plan.ts';
import { stopAll } from './processes.ts';
import { groupTable, type Result, writeReport } from './report.ts';
import { type Measured, measureGroup, type RoundSettings } from './rounds.ts';
import { measureScales, type Scales } from './scales.ts';

const ROWS = 200;
const CONNECTIONS = 32;
const WARM_UP = 0.4;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(USAGE);
  const options = readOptions(process.argv.slice(2));
  const built = prepare();
  if (options.against === null) return report(options, built, choose(options, [...gateways(built), ...PEERS]));
  await withRevision(options.against, (folder, name) => {
    const bare = PEERS.filter(({ id }) => id === 'bare');
    return report(options, built, [
      ...gateways(built, '', 'this working tree'),
      ...gateways(folder, '-against', name),
      ...(options.only ? choose(options, PEERS) : bare),
    ]);
  });
}

function choose({ only }: Options, peers: readonly Peer[]): Peer[] {
  return peers.filter(({ id, group }) => only === null || only.includes(id) || only.includes(group));
}

async function report(options: Options, built: string, chosen: readonly Peer[]): Promise<void> {
  const { queries, states, latencies, seconds, rounds } = options;
  const settings: RoundSettings = { rounds, seconds, connections: CONNECTIONS, warmUpSeconds: WARM_UP };
  const groups = plan({ peers: chosen, queries, states, latencies, rows: ROWS });
  const peers = chosen.filter((peer) => groups.some(({ cells }) => cells.some((cell) => cell.peer === peer)));
  tell(`${groups.length} tables, about ${minutes(groups, settings, options.growth)} minutes`);
  const laboratory = await Laboratory.open(ROWS);
  try {
    const absent = await startAll(laboratory, peers);
    const measured: Measured[] = [];
    for (const group of groups) {
      const cells = group.cells.filter(({ peer }) => absent[peer.id] === undefined);
      measured.push(await measureGroup(() => laboratory, { ...group, cells }, settings, tell));
      show(measured.at(-1));
    }
    const residentMiB = Object.fromEntries(
      peers.filter(({ id }) => absent[id] === undefined).map((peer) => [peer.id, laboratory.residentMiB(peer)]),
    );
    await laboratory.close();
    let scales: Scales | null = null;
    if (options.growth) {
      scales = await measureScales(built, tell).catch((error: unknown) => {
        tell(String(error));
        return null;
      });
      // What was measured before must not be lost with it.
      const grown = await measureGrowth(built, settings, tell).catch((error: unknown) => tell(String(error)));
      for (const group of grown ?? []) {
        measured.push(group);
        show(group);
      }
    }
    write(options, {
      title: 'Benchmark',
      machine: machine(),
      settings,
      peers,
      absent,
      residentMiB,
      groups: measured,
      scales,
    });
  } finally {
    await stopAll();
    await laboratory.close();
  }
}

/** Returns why some do not run; without this gateway there is nothing to do. */
async function startAll(laboratory: Laboratory, peers: readonly Peer[]): Promise<Record<string, string>> {
  const absent: Record<string, string> = {};
  for (const peer of peers) {
    try {
      await laboratory.startPeer(peer);
    } catch (error) {
      if (peer.dialect === 'gateway') throw error;
      absent[peer.id] = (error as Error).message;
      tell(`${peer.id} does not run here: ${absent[peer.id]}`);
    }
  }
  return absent;
}

/** A full run is kept for the README; all others stand beside it. */
function write(options: Options, result: Result): void {
  const folder = join(import.meta.dirname, 'results', options.full ? '' : 'partial');
  const text = writeReport(folder, result);
  const goals = /## Goals\n\n([\s\S]*?)\n\n##/.exec(text)?.[1];
  if (goals) console.log(`\n${goals}`);
  tell(`\nWritten to ${folder}`);
}

function show(measured: Measured | undefined): void {
  if (measured) console.log(`\n### ${measured.title}\n\n${groupTable(measured)}`);
}

function minutes(groups: readonly Group[], { rounds, seconds, warmUpSeconds }: RoundSettings, growth: boolean): number {
  const cells = groups.reduce((sum, group) => sum + group.cells.length, 0) + (growth ? 18 : 0);
  return Math.ceil((cells * (rounds * (seconds + warmUpSeconds + 0.15) + 1)) / 60);
}

function machine(): string {
  const all = cpus();
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${all.length} × ${all[0]?.model ?? 'CPU'}`;
}

function tell(line: string): void {
  console.error(line);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopAll().finally(() => process.exit(130));
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
