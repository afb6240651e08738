import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Installs tools that are too heavy to be dependencies of the project, or clash with them, where they are not there yet. Done in
 * a folder of its own that is moved into place at the end, so that two runs at once do not disturb each other.
 * @param name of the folder in test/federation that has their package.json and lock file. @returns its path.
 */
export async function installTools(name: string): Promise<string> {
  const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url));
  const installed = join(folder, 'node_modules');
  const stamp = join(installed, '.installed');
  const lock = hashOf(join(folder, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return folder;
  const work = mkdtempSync(join(folder, 'node_modules.'));
  try {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(folder, file), join(work, file));
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work });
    writeFileSync(join(work, 'node_modules', '.installed'), lock);
    rmSync(installed, { recursive: true, force: true });
    renameSync(join(work, 'node_modules'), installed);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
