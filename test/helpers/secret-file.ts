import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that is gone after the tests of the file that imports this. Returns its path. */
export function secretFile(content: string): string {
  const path = join(folder, randomUUID());
  writeFileSync(path, content);
  return path;
}
