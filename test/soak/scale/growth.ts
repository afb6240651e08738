import { firstSteps, redisBytes } from './formula.ts';
import { type Cell, type Counts, Laboratory, type Usage } from './laboratory.ts';

/** Long enough for all phases: nothing expires by itself. */
const ENV = { CACHE_TTL: '60m', CACHE_STALE_WHILE_REVALIDATE: '60m', CACHE_MEMORY_TTL: '60m' };
const CALLERS_EACH = 100;
/** Requests of a phase in which each does the same. */
const SAMPLE = 1_000;

const CELLS: readonly Pick<Cell, 'copies' | 'callers' | 'rows'>[] = [
  ...[10, 100, 1_000, 10_000].flatMap((callers) => [1, 2, 4].map((copies) => ({ copies, callers, rows: 200 }))),
  { copies: 1, callers: 500, rows: 50 },
  { copies: 1, callers: 500, rows: 1_000 },
];

/** Each phase of the life of a cache, one after the other, for each number of callers and copies. */
export async function measureGrowth(folder: string, only: readonly number[]): Promise<void> {
  console.log(
    '| copies | callers | rows | phase | requests | calls to Novu | Redis steps | CPU ms a request |\n|--:|--:|--:|---|--:|--:|--:|--:|',
  );
  for (const cell of CELLS.filter(({ callers }) => only.includes(callers))) {
    const laboratory = await Laboratory.open(
      folder,
      { ...cell, callersEach: Math.min(CALLERS_EACH, cell.callers) },
      ENV,
    );
    await measureOne(laboratory);
    await laboratory.close();
  }
}

async function measureOne(laboratory: Laboratory): Promise<void> {
  const { copies, callers, callersEach, rows } = laboratory.cell;
  const all = Array.from({ length: callers }, (_, caller) => caller);
  const some = all.slice(0, SAMPLE);
  const organizations = callers / callersEach;
  const tell = (phase: string, requests: number, { lists, otherCalls, operations, cpuSeconds }: Counts) => {
    const calls = otherCalls > 0 ? `${lists} + ${otherCalls}` : `${lists}`;
    const cpu = requests > 0 ? ((cpuSeconds * 1_000) / requests).toFixed(2) : '';
    console.log(`| ${[copies, callers, rows, phase, requests, calls, operations, cpu].join(' | ')} |`);
  };
  // Warm code, by a caller that is not counted.
  await laboratory.read(Array.from({ length: copies * 200 }, (_, turn) => [callers, turn % copies]));
  await laboratory.counts();
  const before = await laboratory.usage();

  await laboratory.read(all.map((caller) => [caller, caller]));
  tell('first read of a caller', callers, await laboratory.counts());
  if (copies > 1) {
    await laboratory.read(all.flatMap((caller) => othersOf(caller, copies)));
    tell('first read at each other copy', callers * (copies - 1), await laboratory.counts());
  }
  const usage = await laboratory.usage();
  tellUsage(laboratory.cell, before, usage);
  await laboratory.read(some.map((caller) => [caller, caller]));
  tell('again, from memory', some.length, await laboratory.counts());

  const writers = Array.from({ length: Math.min(organizations, 100) }, (_, index) => index * callersEach);
  for (const writer of writers) await laboratory.write(writer, writer);
  await laboratory.settled();
  tell('mutations, one of each organization', writers.length, await laboratory.counts());
  const affected = all.filter((caller) => Math.floor(caller / callersEach) < writers.length).slice(0, SAMPLE);
  await laboratory.read(affected.map((caller) => [caller, caller]));
  tell('first read after a mutation', affected.length, await laboratory.counts());
}

function othersOf(caller: number, copies: number): [number, number][] {
  return Array.from({ length: copies - 1 }, (_, index) => [caller, caller + index + 1]);
}

function tellUsage(cell: Cell, before: Usage, after: Usage): void {
  const { copies, callers, callersEach, rows } = cell;
  const predicted = redisBytes({ callers, organizations: callers / callersEach, rows });
  const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;
  const redis = `Redis +${kB(after.redisBytes - before.redisBytes)}, predicted ${kB(predicted)}`;
  const own = `a copy: heap +${kB(after.heapBytes - before.heapBytes)}, resident ${Math.round(after.residentBytes / 2 ** 20)} MiB`;
  const steps = `steps of all first reads predicted: ${firstSteps(cell)}`;
  console.log(`| ${[copies, callers, rows, `${redis}; ${own}; ${steps}`, '', '', '', ''].join(' | ')} |`);
}
