import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { start } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let main: string;
let gateway: GatewayProcess | undefined;

/** The compiled gateway, as `npm run build` makes it, with the double taken out. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const build = execFileSync(process.execPath, [join(ROOT, 'src/bin/build.mjs')], { encoding: 'utf8' }).trim();
  const compiled = join(folder, 'dist/build');
  cpSync(build, compiled, { recursive: true, filter: (path) => relative(build, path) !== 'novu-double' });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  main = join(compiled, 'main.js');
}, 60_000);

afterEach(() => gateway?.end('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('with NOVU_API_URL the gateway never loads the double: it runs without the folder', async () => {
  const backend = await start();
  gateway = await startGatewayProcess({ NOVU_API_URL: backend.url, GATEWAY_MODE: 'development' }, main);
  const { data } = await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
  expect(data).toEqual({ integrations: { totalCount: 11 } });
  expect(await gateway.end()).toBe(0);
});

test('without NOVU_API_URL it does load it, and cannot run without the folder', async () => {
  await expect(startGatewayProcess({}, main)).rejects.toThrow(/novu-double/);
});
