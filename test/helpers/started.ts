import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A cheap read. */
export const LIST = '{ integrations { totalCount } }';

/** A gateway in a process of its own. */
export interface Started {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Base URL, once it listens. */
  readonly url: Promise<string>;
  readonly exit: Promise<number | null>;
  readonly signal: (name: NodeJS.Signals) => void;
}

/** To be awaited after each test of the file that imports this. */
export const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** `npm start` without npm. */
export function start(env: Readonly<Record<string, string>> = {}, root = ROOT): Started {
  const child = spawn(process.execPath, [join(root, 'src/bin/start.mjs')], {
    env: { PATH: process.env.PATH, PORT: '0', SHUTDOWN_DELAY: '0ms', MAX_EVENT_LOOP_DELAY: '0ms', ...env },
  });
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  const exit = once(child, 'close').then(([code]: unknown[]) => code as number | null);
  ends.push(() => {
    child.kill('SIGKILL');
    return exit;
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      const [, found] = /(http:\S+)\/graphql\n/.exec(out) ?? [];
      if (found) resolve(found);
    });
    exit.then(() => reject(new Error(`It ended:\n${out}${err}`)), reject);
  });
  url.catch(() => undefined);
  return { stdout: () => out, stderr: () => err, url, exit, signal: (name) => child.kill(name) };
}

/** What is printed, without the lines of the log. */
export const printed = ({ stdout }: Started) =>
  stdout()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'));

/** What is listening no more. */
export async function refuses(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    () => false,
    ({ cause }: { cause?: { code?: unknown } }) => cause?.code === 'ECONNREFUSED',
  );
}

/** The lines of the log. */
export function logged({ stdout }: Started): { readonly code?: unknown }[] {
  const lines = stdout().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { code?: unknown });
}

/** Asks again until it is so; the test's own time is the bound. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
