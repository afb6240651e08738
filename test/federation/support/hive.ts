import { execFile, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Supergraph } from './supergraphs.ts';

const folder = fileURLToPath(new URL('../hive/', import.meta.url));
const installed = join(folder, 'node_modules');
const stamp = join(installed, '.installed');
const lock = createHash('sha256')
  .update(readFileSync(join(folder, 'package-lock.json')))
  .digest('hex');

/**
 * Installs the gateway where it is not there yet: it weighs half a gigabyte, so it is no dependency of the project. Done in
 * a folder of its own that is moved into place at the end, so that two runs at once do not disturb each other.
 */
export async function installHive(): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const work = mkdtempSync(join(folder, 'node_modules.'));
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(folder, name), join(work, name));
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work });
    writeFileSync(join(work, 'node_modules', '.installed'), lock);
    rmSync(installed, { recursive: true, force: true });
    renameSync(join(work, 'node_modules'), installed);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The gateway as a process of its own. */
export async function startHive(supergraphSdl: string): Promise<Supergraph> {
  const child = fork(join(folder, 'gateway.mjs'), { stdio: ['pipe', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  child.stdin?.end(supergraphSdl);
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => Promise.reject(new Error(`The gateway ended with ${code}`)));
  const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  ended.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
