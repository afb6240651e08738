import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { callers, startApp, startGateway } from '../helpers/gateway.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-audit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rename = (name: string) =>
  `mutation { updateIntegration(input: { id: "${DEV.sendgrid}", name: "${name}" }) { errors { code } } }`;

test('the audit is appended to its file, a line for each mutation, before its answer', async () => {
  const file = join(folder, 'audit.jsonl');
  writeFileSync(file, '{"before":true}\n');
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const start of [1, 2]) {
    const gateway = await startGateway({ AUDIT_FILE: file });
    await gateway.ask(callers.session, rename(`Name ${start}`));
    expect(lines()).toHaveLength(2 * start);
    await gateway.ask(callers.viewer, rename('Refused'));
    expect(lines()).toHaveLength(2 * start + 1);
    await gateway.stop();
  }
  expect(lines().map(({ before, outcome }) => before ?? outcome)).toEqual([true, 'done', 'refused', 'done', 'refused']);
  expect(readFileSync(file, 'utf8')).not.toMatch(/Name \d|Refused/);
});

test.each([
  ['in a folder that there is not', () => join(folder, 'none', 'audit.jsonl'), 'ENOENT'],
  ['that is a folder', () => folder, 'EISDIR'],
])('a file %s ends the start, and the setting is named', async (_, path, code) => {
  await expect(startApp({ AUDIT_FILE: path() })).rejects.toThrow(`AUDIT_FILE: ${path()} cannot be used: ${code}`);
});
