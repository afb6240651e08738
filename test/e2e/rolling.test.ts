import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { callers } from '../helpers/gateway.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/*
 * A rolling restart as a platform does it, counted from outside: three copies behind a stand-in for a load balancer, which keeps
 * connections open, asks each copy for its readiness, and sends requests to those alone that said yes.
 */

const START = fileURLToPath(new URL('../../src/bin/start.mjs', import.meta.url));
const REQUESTS = 5_000;
const UNDER_WAY = 8;
/** Milliseconds. The delay is many times the interval, as the default is for balancers that ask every second. */
const PROBE_INTERVAL = 50;
const SHUTDOWN_DELAY = 1_000;
const BODY = JSON.stringify({ query: '{ integrations { totalCount } }' });
const ANSWER = '{"data":{"integrations":{"totalCount":11}}}';

interface Copy {
  readonly child: ChildProcess;
  readonly url: string;
  readonly agent: Agent;
  readonly exit: Promise<unknown>;
  ready: boolean;
}

async function startCopy(upstream: string): Promise<Copy> {
  const env = {
    ...{ PATH: process.env.PATH, PORT: '0', NOVU_API_URL: upstream, SHUTDOWN_DELAY: `${SHUTDOWN_DELAY}ms` },
    // An answer says so where it is old, and a busy machine takes long; so does one that sheds load.
    ...{ CACHE_TTL: '1h', MAX_EVENT_LOOP_DELAY: '0ms' },
  };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'close').then(([code]: unknown[]) => code);
  const agent = new Agent({ keepAlive: true });
  stopAtEnd({
    stop: () => {
      agent.destroy();
      child.kill('SIGKILL');
      return exit;
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      const [, found] = /(http:\S+)\/graphql\n/.exec(out) ?? [];
      if (found) resolve(found);
    });
    exit.then((code) => reject(new Error(`It ended with ${String(code)}`)), reject);
  });
  return { child, url, agent, exit, ready: false };
}

/** One request over a connection of its copy. @throws the error of a connection. */
function ask({ url, agent }: Copy, path: string, body = ''): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...callers.devKey };
    const request = send(url + path, { agent, headers, method: body ? 'POST' : 'GET' }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

class Balancer {
  readonly copies: Copy[] = [];
  readonly failures: string[] = [];
  answered = 0;
  #next = 0;
  readonly #probes = setInterval(() => void this.probe(), PROBE_INTERVAL);

  async probe(): Promise<void> {
    const probe = async (copy: Copy) => {
      copy.ready = await ask(copy, '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
    };
    await Promise.all(this.copies.map(probe));
  }

  /** Sends requests, one after the other, until there are enough and `restarted` says so. */
  async load(restarted: () => boolean): Promise<void> {
    while (this.answered + this.failures.length < REQUESTS || !restarted()) {
      const ready = this.copies.filter((copy) => copy.ready);
      const copy = ready[this.#next++ % ready.length];
      if (copy === undefined) throw new Error('No copy is ready');
      await ask(copy, '/graphql', BODY).then(
        ({ status, text }) => (status === 200 && text.trim() === ANSWER ? this.answered++ : this.failures.push(text)),
        (error: unknown) => this.failures.push(String(error)),
      );
    }
  }

  stop(): void {
    clearInterval(this.#probes);
  }
}

/** Each copy in turn: a new one first, then the old one goes. Resolves to the exit codes. */
async function restart(balancer: Balancer, start: () => Promise<Copy>): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (const old of [...balancer.copies]) {
    balancer.copies.push(await start());
    await balancer.probe();
    old.child.kill('SIGTERM');
    codes.push(await old.exit);
    balancer.copies.splice(balancer.copies.indexOf(old), 1);
  }
  return codes;
}

test(`a rolling restart of three copies fails none of ${REQUESTS} requests`, async () => {
  const backend = stopAtEnd(await startBackend());
  const start = () => startCopy(backend.url);
  const balancer = new Balancer();
  stopAtEnd({ stop: async () => balancer.stop() });
  for (let n = 0; n < 3; n++) balancer.copies.push(await start());
  await balancer.probe();
  let done = false;
  const codes = restart(balancer, start).finally(() => {
    done = true;
  });
  await Promise.all(Array.from({ length: UNDER_WAY }, () => balancer.load(() => done)));
  expect(await codes).toEqual([0, 0, 0]);
  expect(balancer.failures).toEqual([]);
  expect(balancer.answered).toBeGreaterThanOrEqual(REQUESTS);
});
