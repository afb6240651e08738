// `npm run bench:profile -- Q2 warm [latency in ms]`: where the gateway's CPU time goes under that load, by layer.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateways } from './gateways.ts';
import { prepare, ROOT } from './install.ts';
import { Laboratory } from './measure.ts';
import { readOptions } from './options.ts';
import { plan } from './plan.ts';
import { stopAll } from './processes.ts';
import { type CpuProfile, costsIn } from './profile-layers.ts';
import { brief } from './stats.ts';
import { markdownTable } from './table.ts';

const LOAD = { connections: 32, warmUpSeconds: 3, seconds: 5 };
const FUNCTIONS = 25;

async function main(): Promise<void> {
  const [query = 'Q2', state = 'warm', latency = '0'] = process.argv.slice(2);
  const { queries, states, latencies } = readOptions([
    `--queries=${query}`,
    `--states=${state}`,
    `--latencies=${latency}`,
  ]);
  const built = prepare();
  const cell = plan({ peers: gateways(built), queries, states, latencies, rows: 200 })[0]?.cells[0];
  if (!cell) throw new Error(`${query} has no ${state}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const laboratory = await Laboratory.open(200);
  try {
    const running = await laboratory.startPeer(cell.peer, (command) => ({
      ...command,
      args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500', ...command.args],
    }));
    const sample = await laboratory.measure(cell, await laboratory.check(cell), LOAD);
    await running.stop();
    if (sample.errors > 0) throw new Error(`${sample.errors} errors, the first: ${sample.firstError}`);
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
    if (!file) throw new Error('The gateway has written no profile.');
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    print(`${query} ${state}`, sample, costsIn(profile, sample.window, ROOT));
  } finally {
    await stopAll();
    await laboratory.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(
  title: string,
  { requests, seconds }: { requests: number; seconds: number },
  { layers, functions, busyMicroseconds }: ReturnType<typeof costsIn>,
): void {
  const row = ([name, time]: readonly [string, number]) => [
    name,
    `${((100 * time) / busyMicroseconds).toFixed(1)} %`,
    brief(time / requests),
  ];
  const head = ['share', 'µs a request'];
  console.log(`# ${title}: ${brief(requests / seconds)} req/s under the profiler\n`);
  console.log(`${markdownTable(['layer, own time', ...head], layers.map(row))}\n`);
  console.log(markdownTable(['function, own time', ...head], functions.slice(0, FUNCTIONS).map(row)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
