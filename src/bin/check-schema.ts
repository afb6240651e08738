import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSchema } from '../graphql/schema.ts';
import { PROJECT } from './generated-files.ts';
import { mayBreak, schemaChanges } from './schema-changes.ts';

/*
 * Compares the schema with that of the last release (the newest tag `v…`), or with the last committed one if there is
 * no release. Fails if a change breaks clients, unless the version allows it.
 */

const { values } = parseArgs({ options: { against: { type: 'string' } } });
const reference = values.against ?? git('describe', '--tags', '--abbrev=0', '--match', 'v*') ?? 'HEAD';
const before = git('show', `${reference}:schema/schema.graphql`);

if (before !== null) await report(before);
else if (values.against !== undefined) fail(`There is no schema/schema.graphql at ${reference}.`);
else console.log('Nothing to compare the schema with: there is no git history here.');

async function report(sdl: string): Promise<void> {
  const { breaking, others } = await schemaChanges(sdl, createSchema().apiSdl());
  const count = breaking.length + others.length;
  console.log(`Schema against ${reference}: ${count} changes, ${breaking.length} of them breaking.`);
  for (const { message, path } of breaking) console.log(`  breaks clients: ${message}${path ? ` (${path})` : ''}`);
  if (breaking.length === 0) return;
  const [old, current] = [versionAt(reference), versionAt(null)];
  if (mayBreak(old, current)) console.log(`Version ${current} may break clients of ${old}.`);
  else
    fail(`Version ${current} may not break clients of ${old}: keep what is there, deprecated, or raise the version.`);
}

/** The version of package.json at a commit, or in the working tree. */
function versionAt(commit: string | null): string {
  const text =
    commit === null ? readFileSync(new URL('package.json', PROJECT), 'utf8') : git('show', `${commit}:package.json`);
  return (JSON.parse(text ?? '{}') as { version?: string }).version ?? '0.0.0';
}

/** What git prints, or null where it fails. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: fileURLToPath(PROJECT), encoding: 'utf8' });
  return status === 0 ? stdout.trimEnd() : null;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
