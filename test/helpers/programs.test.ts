import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ensureProgram } from './programs.ts';

const PATH = process.env.PATH;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-programs-'));
  process.env.PATH = folder;
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true, force: true });
});

test('a program that is there is used as it is', () => {
  writeFileSync(join(folder, 'browser'), '');
  chmodSync(join(folder, 'browser'), 0o755);
  expect(ensureProgram('browser', 'a-package')).toBe(join(folder, 'browser'));
});

test('where it can be neither found nor installed, the error is the command to run', () => {
  expect(() => ensureProgram('browser', 'a-package')).toThrow(
    "browser is needed for this test. On Debian and Ubuntu: sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends a-package'",
  );
});
