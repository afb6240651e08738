import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway, ROOT, run } from './install.ts';

/** Checks another revision of this project out into a temporary folder, installs and builds it, and clears up afterwards. */
export async function withRevision(
  revision: string,
  work: (built: string, name: string) => Promise<void>,
): Promise<void> {
  const commit = run('git', ['rev-parse', '--verify', '--short', `${revision}^{commit}`], ROOT);
  const folder = join(mkdtempSync(join(tmpdir(), 'bench-against-')), 'revision');
  run('git', ['worktree', 'add', '--detach', folder, commit], ROOT);
  // Also where a signal ends the process.
  process.once('exit', clear);
  try {
    console.error(`Installing revision ${commit} …`);
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    await work(buildGateway(folder), `revision ${commit}`);
  } finally {
    process.off('exit', clear);
    clear();
  }

  function clear(): void {
    run('git', ['worktree', 'remove', '--force', folder], ROOT);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
}
