import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, redisOperations, upstreamCalls } from './formula.ts';
import { Laboratory } from './laboratory.ts';

const ROWS = 200;
const TTL = { ttl: 4, memoryTtl: 1 };
/** Long enough for callers to be out of step. */
const WARM_UP_SECONDS = 12;
const SECONDS = 40;
const ENV = { CACHE_TTL: `${TTL.ttl}s`, CACHE_STALE_WHILE_REVALIDATE: '0ms', CACHE_MEMORY_TTL: `${TTL.memoryTtl}s` };

const FEW = { callers: 40, reads: 0.5, mutations: 0, organizations: 4, rows: ROWS, ...TTL };
const LOADS: readonly Load[] = [
  { ...FEW, copies: 1 },
  { ...FEW, copies: 2 },
  { ...FEW, copies: 4 },
  { ...FEW, copies: 2, mutations: 0.1 },
  { ...FEW, copies: 2, callers: 200, reads: 0.1 },
];

/** Callers that ask at random at any copy, and the formulas beside what was counted. */
export async function measureRates(folder: string): Promise<void> {
  console.log(
    '\n| copies | callers | reads/s | mutations/s | Novu predicted | measured | Redis predicted | measured |\n|--:|--:|--:|--:|--:|--:|--:|--:|',
  );
  for (const load of LOADS) {
    const { copies, callers, organizations, rows } = load;
    const laboratory = await Laboratory.open(
      folder,
      { copies, callers, callersEach: callers / organizations, rows },
      ENV,
    );
    const [done, calls] = await run(laboratory, load);
    await laboratory.close();
    // At the rates that were reached: a machine that is busy reaches less.
    const reached = {
      ...load,
      reads: done.reads / callers / done.seconds,
      mutations: done.writes / organizations / done.seconds,
    };
    const cells = [
      ...[copies, callers, reached.reads.toFixed(2), reached.mutations.toFixed(3)],
      ...[
        upstreamCalls(reached),
        calls.lists / done.seconds,
        redisOperations(reached),
        calls.operations / done.seconds,
      ].map((rate) => rate.toFixed(1)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function run(laboratory: Laboratory, load: Load) {
  const done = { reads: 0, writes: 0, seconds: 0 };
  const stop = new AbortController();
  const under = new Set<Promise<void>>();
  // Requests do not wait for each other: they come at a rate, however long an answer takes.
  const ask = async (rate: number, one: () => Promise<void>) => {
    while (!stop.signal.aborted) {
      await sleep((-Math.log(1 - Math.random()) * 1_000) / rate);
      const asked = one().finally(() => under.delete(asked));
      under.add(asked);
    }
  };
  const anyCopy = () => Math.floor(Math.random() * load.copies);
  const callersEach = load.callers / load.organizations;
  const readers = Array.from({ length: load.callers }, (_, caller) =>
    ask(load.reads, async () => {
      await laboratory.readOne(caller, anyCopy());
      done.reads += 1;
    }),
  );
  const writers = Array.from({ length: load.mutations > 0 ? load.organizations : 0 }, (_, organization) =>
    ask(load.mutations, async () => {
      await laboratory.write(organization * callersEach, anyCopy());
      done.writes += 1;
    }),
  );
  await sleep(WARM_UP_SECONDS * 1_000);
  // Both counts take a while on a busy machine; both begin at the moment that counts here.
  const startedAt = performance.now();
  Object.assign(done, { reads: 0, writes: 0 });
  await laboratory.counts();
  await sleep(startedAt + SECONDS * 1_000 - performance.now());
  const counted = { ...done, seconds: (performance.now() - startedAt) / 1_000 };
  const calls = await laboratory.counts();
  stop.abort();
  await Promise.all([...readers, ...writers]);
  await Promise.all(under);
  return [counted, calls] as const;
}
