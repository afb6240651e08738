import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callers } from '../helpers/gateway.ts';
import { startGatewayProcess } from '../helpers/gateway-process.ts';

/* The built folder, by itself, with production dependencies alone, under each Node that is supported. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-package-'));
  run(process.execPath, [join(ROOT, 'src/bin/build.mjs'), `--package=${join(folder, 'app')}`], ROOT);
  run('npm', [...INSTALL, '--omit=dev'], join(folder, 'app'));
  const runtimes = fileURLToPath(new URL('./runtimes/', import.meta.url));
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(runtimes, name), join(folder, 'runtimes', name));
  run('npm', INSTALL, join(folder, 'runtimes'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(file: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(file, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${stderr}`);
}

test.each([
  ['20', 'v20.19.'],
  ['22', 'v22.'],
  ['24', 'v24.'],
])('the built gateway answers under Node %s, and ends with 0', async (major, version) => {
  const node = join(folder, `runtimes/node_modules/node-${major}/bin/node`);
  expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).toContain(version);
  const gateway = await startGatewayProcess({ NODE_NO_WARNINGS: '1' }, join(folder, 'app/main.js'), node);
  const { data } = await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
  expect(data).toEqual({ integrations: { totalCount: 11 } });
  // What is served as it is.
  expect((await fetch(new URL('/settings/page.js', gateway.url))).status).toBe(200);
  expect(await gateway.end()).toBe(0);
});

test('`npm start` runs what these tests start', () => {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'app/package.json'), 'utf8')) as { scripts: object };
  expect(scripts).toEqual({ start: 'node main.js' });
});

test('what is in the package is listed: only production dependencies, each with its license', () => {
  const read = (name: string) => readFileSync(join(folder, 'app', name), 'utf8');
  const { bomFormat, components } = JSON.parse(read('sbom.cdx.json')) as { bomFormat: string; components: object[] };
  const lines = read('LICENSES.txt').trim().split('\n');
  expect(bomFormat).toBe('CycloneDX');
  expect(lines).toHaveLength(components.length);
  expect(lines.filter((line) => !/^\S+ \d\S*: \S/.test(line))).toEqual([]);
  expect(lines).toContain('graphql 16.15.0: MIT');
  expect(lines.filter((line) => line.startsWith('jest '))).toEqual([]);
});
