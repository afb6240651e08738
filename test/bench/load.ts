// The load generator, a process of its own and the same for all peers: connections that stay open, each with one request under way.
import { Connection } from './connection.ts';
import type { Window } from './generator.ts';
import { cpuSeconds } from './processes.ts';
import { type Request, requestSource, type Work } from './requests.ts';
import { percentile } from './stats.ts';

export interface Job {
  readonly work: Work;
  readonly port: number;
  /** The process whose CPU time counts. */
  readonly pid: number;
  /** Requests of this kind that the peer had before. */
  readonly start: number;
  /** Shorter answers are errors. */
  readonly minBytes: number;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuSeconds: number;
  /** Share of a core that the load generator itself took; near 1 it is what limits. */
  readonly generatorBusy: number;
  readonly errors: number;
  readonly firstError: string | null;
  /** Where the next job of this kind starts. */
  readonly next: number;
}

/** When the warm-up is over, and when all is; or why it came to nothing, as where the peer's process has ended. */
export type Message =
  | { readonly warm: true }
  | { readonly load: Load; readonly window: Window }
  | { readonly failed: string };

/** Longest wait for answers that are under way when the time is over. */
const DRAIN_MS = 20_000;

let go = () => {};

process.on('message', (message: Job | 'go') => {
  if (message === 'go') return go();
  run(message).catch((error: unknown) => {
    process.send?.({ failed: String(error) } satisfies Message);
  });
});
process.on('disconnect', () => process.exit());

async function run(job: Job): Promise<void> {
  const next = requestSource(job.work, job.start);
  const errors: string[] = [];
  const warmUp = await phase(job, next, job.warmUpSeconds, errors);
  const told = new Promise<void>((resolve) => {
    go = resolve;
  });
  process.send?.({ warm: true } satisfies Message);
  await told;
  const cpu = cpuSeconds(job.pid);
  const ownCpu = process.cpuUsage();
  const from = microseconds();
  const measured = await phase(job, next, job.seconds, errors);
  const { user, system } = process.cpuUsage(ownCpu);
  const load: Load = {
    requests: measured.times.length,
    seconds: measured.seconds,
    p50Ms: percentile(measured.times, 50),
    p99Ms: percentile(measured.times, 99),
    cpuSeconds: cpuSeconds(job.pid) - cpu,
    generatorBusy: (user + system) / 1e6 / measured.seconds,
    errors: errors.length,
    firstError: errors[0] ?? null,
    next: job.start + warmUp.times.length + measured.times.length + errors.length,
  };
  process.send?.({ load, window: { from, until: microseconds() } } satisfies Message);
}

function microseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

type Source = (connection: number) => Request;

/**
 * Sends until the time is over and waits for what is under way. The time that counts ends with the last answer, so slow peers are
 * measured as rightly as quick ones.
 */
function phase(
  job: Job,
  next: Source,
  seconds: number,
  errors: string[],
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let open = job.connections;
  return new Promise((resolve) => {
    const connections: Connection[] = [];
    const finish = () => {
      clearTimeout(timer);
      for (const connection of connections) connection.close();
      resolve({ times, seconds: (performance.now() - started) / 1000 });
    };
    const timer = setTimeout(finish, seconds * 1000 + DRAIN_MS);
    const leave = () => {
      open--;
      if (open === 0) finish();
    };
    for (let index = 0; index < job.connections; index++) {
      let sentAt = performance.now();
      const send = () => {
        sentAt = performance.now();
        connection.send(http(next(index)));
      };
      const connection = new Connection(
        job.port,
        ({ status, length, start }) => {
          const now = performance.now();
          if (status === 200 && length >= job.minBytes && start.startsWith('{"data":')) times.push(now - sentAt);
          else errors.push(`${status}, ${length} bytes: ${start}`);
          if (now < end) send();
          else leave();
        },
        (error) => {
          errors.push(error.message);
          leave();
        },
      );
      connections.push(connection);
      send();
    }
  });
}

const heads = new WeakMap<Request['headers'], string>();

/** Bodies are ASCII. */
function http({ path, headers, body }: Request): string {
  let head = heads.get(headers);
  if (head === undefined) {
    head = Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    heads.set(headers, head);
  }
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${head}content-length: ${body.length}\r\n\r\n${body}`;
}
