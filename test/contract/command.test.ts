import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { ACME_DEVELOPMENT_KEY } from '../../src/novu-double/seed/seed.ts';
import { V1 } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** `npm run backend` without npm; killed after the test. */
function run(...flags: string[]) {
  const args = ['--import', '@oxc-node/core/register', 'src/bin/backend.ts', ...flags];
  const child = spawn(process.execPath, args, { cwd: ROOT });
  running.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output.text += chunk));
  return { child, output };
}

test('npm run backend prints its URL and tokens, and stops on SIGTERM', async () => {
  const flags = ['--port', '0', '--generation', 'api2024', '--rate-limit', '7', '--idempotency'];
  const { child, output } = run(...flags);
  while (!output.text.includes('dev-session-globex')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0] ?? '';
  expect(output.text).toContain(ACME_DEVELOPMENT_KEY);
  const headers = { authorization: `ApiKey ${ACME_DEVELOPMENT_KEY}`, 'idempotency-key': 'k' };
  const list = await fetch(url + V1, { headers });
  expect(list.headers.get('ratelimit-limit')).toBe('35');
  // Only api2024 lists the other environment to an API key.
  expect(await list.json()).toMatchObject({
    data: expect.arrayContaining([expect.objectContaining({ name: 'APNs' })]),
  });
  const create = await fetch(url + V1, { method: 'POST', headers });
  expect(create.headers.get('idempotency-key')).toBe('k');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each([
  [['--port', 'http'], '--port must be a whole number from 0 to 65535, not http'],
  [['--port', '65536'], '--port must be a whole number from 0 to 65535, not 65536'],
  [['--generation', 'api2025'], '--generation must be api2024 or api2026, not api2025'],
  [['--rate-limit', '0'], '--rate-limit must be a whole number from 1 to 1000000, not 0'],
  [['--host', '0.0.0.0'], "Unknown option '--host'"],
])('npm run backend refuses %j', async (flags, text) => {
  const { child, output } = run(...flags);
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output.text).toContain(text);
  expect(output.text).toContain('Usage: npm run backend');
});
