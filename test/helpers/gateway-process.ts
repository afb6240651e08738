import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Answer, ask, type Headers } from './gateway.ts';
import { stopAtEnd } from './stop-at-end.ts';

const START = fileURLToPath(new URL('../../src/bin/start.mjs', import.meta.url));

/** A gateway in a process of its own, started as `npm start` does. */
export interface GatewayProcess {
  readonly url: string;
  readonly pid: number;
  /** All that it has printed so far. */
  readonly output: () => string;
  ask(caller: Headers, query: string, variables?: object, headers?: Headers): Promise<Answer>;
  /** Sends a signal and waits for the end; resolves to the exit code, null after a signal that it did not handle. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/**
 * Resolves when the gateway prints its URL. The process ends with the test file at the latest.
 * @throws an Error with all that it printed, where it ends before that.
 */
export async function startGatewayProcess(
  env: Readonly<Record<string, string>>,
  script = START,
  node = process.execPath,
): Promise<GatewayProcess> {
  const child = spawn(node, [script], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      ADMIN_PORT: '0',
      SHUTDOWN_DELAY: '0ms',
      MAX_EVENT_LOOP_DELAY: '0ms',
      ...env,
    },
  });
  let output = '';
  const ended = once(child, 'exit');
  stopAtEnd({ stop: () => end(child, ended, 'SIGKILL') });
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const [, found] = /(http:\S+\/graphql)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => reject(new Error(`The gateway ended before it listened:\n${output}`)), reject);
  });
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    ask: (caller, query, variables, headers) => ask(url, { ...caller, ...headers }, query, variables),
    end: (signal = 'SIGTERM') => end(child, ended, signal),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown[]>, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  await ended;
  return child.exitCode;
}
