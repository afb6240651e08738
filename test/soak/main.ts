// `npm run soak`: three copies, a Redis Cluster and faults of all kinds, under callers whose every answer is checked.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startRedisCluster } from '../helpers/redis.ts';
import { stopAll } from '../helpers/stop-at-end.ts';
import { COPIES, play, scheduleOf } from './chaos.ts';
import { killAll, startScript } from './children.ts';
import { Figures } from './figures.ts';
import { checkRedis, checkStored } from './final.ts';
import { Fleet } from './fleet.ts';
import { Model } from './model/model.ts';
import { readOptions, type SoakOptions, USAGE } from './options.ts';
import { Random } from './random.ts';
import { otherFailures, reportOf } from './report.ts';
import { Traffic } from './traffic.ts';
import type { UpstreamOrder, UpstreamReport } from './upstream-process.ts';
import { Watch } from './watch.ts';
import { createWorld } from './world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds. Short, so that what expires does so within a run. */
const TTL = { memory: 1_000, fresh: 5_000, stale: 5_000, upstream: 5_000 };
/** Cache protocol §5: a write that the store did not hear of may be missed for so long, and by a call that was under way then. */
const UNFENCED_MS = TTL.memory + TTL.fresh + TTL.stale + TTL.upstream;

function settings(upstream: string, redis: string): Record<string, string> {
  return {
    ...{ GATEWAY_MODE: 'production', PORT: '0', ADMIN_PORT: '0', NOVU_API_URL: upstream, REDIS_URL: redis },
    CACHE_KEY_SECRET: 'of the soak alone, and long enough for it',
    CACHE_MEMORY_TTL: `${TTL.memory}ms`,
    CACHE_TTL: `${TTL.fresh}ms`,
    CACHE_STALE_WHILE_REVALIDATE: `${TTL.stale}ms`,
    UPSTREAM_TIMEOUT: `${TTL.upstream}ms`,
    // Wide: on a machine that is busy with all of this, a late answer of Redis is no fault.
    REDIS_COMMAND_TIMEOUT: '250ms',
    REDIS_REQUEST_BUDGET: '500ms',
    // Else V8 lets garbage lie for as long as the run, and it looks like a leak.
    HEAP_GROWTH_PERCENT: '40',
  };
}

async function soak(options: SoakOptions): Promise<boolean> {
  const { minutes, seed, callers } = options;
  const random = new Random(seed);
  const events = scheduleOf(random, minutes * 60_000);
  const startedAt = performance.now();
  const tell = (line: string) => console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${line}`);
  tell(`seed ${seed}, ${events.length} events in ${minutes} minutes`);
  const folder = execFileSync(process.execPath, ['src/bin/build.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const world = createWorld(callers);
  const [model, figures] = [new Model(world, { memoryTtl: TTL.memory, unfenced: UNFENCED_MS }), new Figures()];

  const upstream = startScript(join(import.meta.dirname, 'upstream-process.ts'), [`${callers}`, `${seed}`]);
  const [{ url }] = (await once(upstream, 'message')) as [UpstreamReport];
  const order = async (faults: UpstreamOrder['faults']) => {
    const answered = once(upstream, 'message');
    upstream.send({ faults } satisfies UpstreamOrder);
    return ((await answered) as [UpstreamReport])[0];
  };
  const cluster = await startRedisCluster(1);
  tell('the Cluster is whole');
  const watch: Watch = new Watch(model, figures, () => fleet.instances);
  const fleet = new Fleet(folder, settings(url, cluster.url), {
    line: (instance, line) => watch.line(instance, line),
    exit: (instance, code) => {
      watch.ended(instance, code);
      if (instance.phase === 'killed' || (instance.phase === 'leaving' && code === 0)) return;
      figures.add(`bad exit ${instance.name} (${instance.phase}): ${code}`);
    },
  });
  for (const copy of COPIES) await fleet.start(copy);
  tell('three copies are ready');

  const traffic = new Traffic(model, fleet, figures, random);
  const running = world.callers.map((caller) => traffic.run(caller));
  const stage = {
    ...{ fleet, cluster, model, tell, stopped: new AbortController().signal },
    setFaults: async (faults: UpstreamOrder['faults']) => void (await order(faults)),
  };
  const begunAt = performance.now();
  const bad = setInterval(() => tellBad(model, figures, tell), 1_000);
  await play(stage, events, begunAt);
  await sleep(Math.max(0, begunAt + minutes * 60_000 - performance.now()));
  traffic.stop();
  await Promise.all(running);
  traffic.finish();
  const disturbedShare = model.disturbedShare(begunAt, performance.now());
  await checkStored(model, world, await order('none'));
  await checkRedis(model, cluster.nodes);
  watch.stop();
  clearInterval(bad);
  tellBad(model, figures, tell);
  for (const instance of [...fleet.instances]) await fleet.leave(instance);
  fleet.stop();
  const { calls: upstreamCalls } = await order('none');
  const facts = { minutes, seed, callers, model, figures, events, disturbedShare, upstreamCalls, gauges: watch.gauges };
  console.log(`\n${reportOf(facts)}\n`);
  console.log([...figures.under('')].map(([name, count]) => `${count} ${name}`).join('\n'));
  return model.violations.length === 0 && otherFailures(facts).every(([, count]) => count === 0);
}

/** As soon as there is something, with its history; the first of many of one kind only. */
function tellBad({ violations }: Model, figures: Figures, tell: (line: string) => void): void {
  for (const { kind, text, history } of violations.slice(figures.of('told'))) {
    figures.add('told');
    figures.add(`told ${kind}`);
    if (figures.of(`told ${kind}`) > MOST_TOLD) continue;
    tell(`VIOLATION, ${kind}: ${text}${history.map((line) => `\n    ${line}`).join('')}`);
  }
}

const MOST_TOLD = 10;

/** Ends everything that was started, however the run ends. */
async function end(code: number): Promise<never> {
  await Promise.all([killAll(), stopAll()]);
  process.exit(code);
}

process.on('SIGINT', () => void end(130));
process.on('SIGTERM', () => void end(143));
try {
  const options = readOptions(process.argv.slice(2));
  await end((await soak(options)) ? 0 : 1);
} catch (error) {
  console.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nUsage: ${USAGE}`);
  await end(1);
}
