import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BENCH = import.meta.dirname;
export const ROOT = join(BENCH, '../..');

/**
 * Installs the peers where that has not been done for this lock file, and compiles them, the stub and the gateway. Returns the
 * folder of the compiled gateway.
 */
export function prepare(): string {
  const lock = createHash('sha256')
    .update(readFileSync(join(BENCH, 'package-lock.json')))
    .digest('hex');
  const mark = join(BENCH, 'node_modules/.installed');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    console.error('Installing the peers into test/bench/node_modules …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], BENCH);
    writeFileSync(mark, lock);
  }
  rmSync(join(BENCH, 'dist'), { recursive: true, force: true });
  run(process.execPath, [join(ROOT, 'node_modules/tsc7/bin/tsc'), '-p', join(BENCH, 'tsconfig.json')], ROOT);
  return buildGateway(ROOT);
}

/** Compiles a revision of the gateway. Returns the folder of what came out; edits during a run do not reach it. */
export function buildGateway(folder: string): string {
  return run(process.execPath, ['src/bin/build.mjs'], folder);
}

/** Its output is shown where it fails. @throws Error */
export function run(file: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status === 0) return stdout.trim();
  throw new Error(`${[file, ...args].join(' ')}\n${error?.message ?? `${stdout}\n${stderr}`}`);
}
