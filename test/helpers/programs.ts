import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The path of a program that tests run. One that is missing is installed where that is possible: by root, with apt-get. Tests
 * that ask at once wait for each other.
 * @throws an Error with the command to run, where it cannot be installed.
 */
export function ensureProgram(name: string, aptPackage: string): string {
  return find(name) ?? install(name, aptPackage);
}

function find(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next one.
    }
  }
  return null;
}

function install(name: string, aptPackage: string): string {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${aptPackage}`;
  if (process.getuid?.() === 0 && find('apt-get') && find('flock')) {
    // The previous holder of the lock may have installed it.
    const script = `command -v ${name} || (${command})`;
    const lock = join(tmpdir(), 'integrations-gateway-apt.lock');
    spawnSync('flock', [lock, 'sh', '-c', script], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const path = find(name);
  if (path) return path;
  throw new Error(`${name} is needed for this test. On Debian and Ubuntu: sudo sh -c '${command}'`);
}
