import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type RedisServer, startRedis } from '../../helpers/redis.ts';
import { startScript } from '../children.ts';
import { ask, Fleet, type Instance } from '../fleet.ts';
import type { StubReport } from './stub-process.ts';

/** What is varied. */
export interface Cell {
  readonly copies: number;
  readonly callers: number;
  /** Callers of one organization, who see the same list. */
  readonly callersEach: number;
  /** Integrations in a list. */
  readonly rows: number;
}

/** Counted since the last look. */
export interface Counts {
  readonly lists: number;
  readonly otherCalls: number;
  readonly operations: number;
  /** CPU time of all copies together. */
  readonly cpuSeconds: number;
}

/** What is used at one moment. */
export interface Usage {
  readonly redisBytes: number;
  /** Of a copy, on average. */
  readonly heapBytes: number;
  readonly residentBytes: number;
}

const LIST = JSON.stringify({ query: '{ integrations(first: 1) { totalCount nodes { id name } } }' });
/** Fewer than the calls that callers whom Novu has not accepted yet may have under way together. */
const AT_ONCE = 12;

/** Copies of the gateway, a Redis and a stub of Novu, with all that is counted read from them. */
export class Laboratory {
  readonly cell: Cell;
  readonly #copies: readonly { readonly instance: Instance; readonly admin: string }[];
  readonly #fleet: Fleet;
  readonly #redis: RedisServer;
  readonly #stub: ChildProcess;
  #last = { operations: 0, cpuSeconds: 0 };

  private constructor(cell: Cell, parts: [Laboratory['copies'], Fleet, RedisServer, ChildProcess]) {
    this.cell = cell;
    [this.#copies, this.#fleet, this.#redis, this.#stub] = parts;
  }

  /** @param env of the copies, beside what they need to find each other. */
  static async open(folder: string, cell: Cell, env: Readonly<Record<string, string>>): Promise<Laboratory> {
    const stub = startScript(join(import.meta.dirname, 'stub-process.ts'), [`${cell.rows}`, `${cell.callersEach}`]);
    const [[{ url }], redis] = await Promise.all([once(stub, 'message') as Promise<[StubReport]>, startRedis()]);
    const settings = {
      ...{ GATEWAY_MODE: 'production', PORT: '0', NOVU_API_URL: url, REDIS_URL: redis.url, LOG_LEVEL: 'error' },
      CACHE_KEY_SECRET: 'of the laboratory alone, and long enough',
      AUDIT_FILE: '/dev/null',
      // Nothing is refused for want of speed: calls are counted here, not timed.
      MAX_EVENT_LOOP_DELAY: '0ms',
      UPSTREAM_STRANGER_CONNECTIONS: '64',
      UPSTREAM_QUEUE_TIMEOUT: '5s',
      REDIS_COMMAND_TIMEOUT: '5s',
      REDIS_REQUEST_BUDGET: '10s',
      SHUTDOWN_DELAY: '0ms',
      ...env,
    };
    const fleet = new Fleet(folder, settings, { line: () => undefined, exit: () => undefined });
    const copies = [];
    for (let number = 1; number <= cell.copies; number++) {
      const port = await freePort();
      const instance = await fleet.start(`copy ${number} `, { ADMIN_PORT: `${port}` });
      copies.push({ instance, admin: `http://127.0.0.1:${port}` });
    }
    const laboratory = new Laboratory(cell, [copies, fleet, redis, stub]);
    await laboratory.counts();
    return laboratory;
  }

  get copies(): readonly { readonly instance: Instance; readonly admin: string }[] {
    return this.#copies;
  }

  /** Reads of many callers at one copy each, some at once. @throws Error for an answer that is no list. */
  async read(places: readonly (readonly [caller: number, copy: number])[]): Promise<void> {
    const left = [...places];
    const run = async () => {
      for (let place = left.pop(); place; place = left.pop()) await this.readOne(...place);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, run));
    await this.settled();
  }

  async readOne(caller: number, copy: number): Promise<void> {
    const { text } = await this.#ask(caller, copy, LIST);
    if (!text.includes('"totalCount":')) throw new Error(text);
  }

  /** One mutation of the caller's first integration. */
  async write(caller: number, copy: number): Promise<void> {
    const organization = Math.floor(caller / this.cell.callersEach);
    const id = `65b${organization.toString(16).padStart(13, '0')}00000000`;
    const query = `mutation { updateIntegration(input: { id: "${id}", name: "Changed ${Math.random()}" }) { errors { code } } }`;
    const { text } = await this.#ask(caller, copy, JSON.stringify({ query }));
    if (!text.includes('"errors":[]')) throw new Error(text);
  }

  async counts(): Promise<Counts> {
    const answered = once(this.#stub, 'message');
    this.#stub.send('report');
    const [{ lists, others }] = (await answered) as [StubReport];
    const metrics = await this.#metrics();
    const operations = sum(metrics, /^db_client_operation_duration_seconds_count\{/);
    const cpuSeconds = sum(metrics, /^process_cpu_seconds_total /);
    const since = { operations: operations - this.#last.operations, cpuSeconds: cpuSeconds - this.#last.cpuSeconds };
    this.#last = { operations, cpuSeconds };
    return { lists, otherCalls: others, ...since };
  }

  async usage(): Promise<Usage> {
    const metrics = await this.#metrics();
    const [, used = ''] = /used_memory:(\d+)/.exec(await this.#redis.command('info', 'memory')) ?? [];
    return {
      redisBytes: Number(used),
      heapBytes: sum(metrics, /^nodejs_heap_size_used_bytes /) / this.cell.copies,
      residentBytes: sum(metrics, /^process_resident_memory_bytes /) / this.cell.copies,
    };
  }

  /** Operations by name since the start, of all copies. */
  async operationsByName(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const line of (await this.#metrics()).join('\n').split('\n')) {
      const [, name, count] =
        /^db_client_operation_duration_seconds_count\{operation="([^"]+)".*\} (\d+)/.exec(line) ?? [];
      if (name) found.set(name, (found.get(name) ?? 0) + Number(count));
    }
    return found;
  }

  /** Fills are not awaited by the answers that cause them. */
  async settled(): Promise<void> {
    for (let before = -1, now = 0; now !== before; ) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 100));
      now = sum(await this.#metrics(), /^db_client_operation_duration_seconds_count\{/);
    }
  }

  async close(): Promise<void> {
    this.#fleet.stop();
    await Promise.all(this.#copies.map(({ instance }) => this.#fleet.kill(instance)));
    this.#stub.disconnect();
    await this.#redis.stop();
  }

  #ask(caller: number, copy: number, body: string) {
    const at = this.#copies[copy % this.#copies.length];
    if (!at) throw new Error('There is no copy');
    return ask(at.instance, '/graphql', { authorization: `ApiKey ${caller.toString(16).padStart(32, '0')}` }, body);
  }

  #metrics(): Promise<string[]> {
    return Promise.all(this.#copies.map(async ({ admin }) => (await fetch(`${admin}/metrics`)).text()));
  }
}

/** Of a metric over all copies and labels. */
function sum(texts: readonly string[], metric: RegExp): number {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => metric.test(line));
  return lines.reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
