// Compiles src into dist/<hash of the sources>. The name identifies the content, so an existing build is up to date.
// Two processes may build at the same time: each uses its own folder, and the first to rename it wins.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
/** Served uncompiled. */
const PAGE = join('http', 'explore', 'settings-page');

/** Builds if needed. Returns the folder of the compiled sources. Throws if there is neither a build nor a compiler. */
export function build() {
  const target = join(dist, hashOfSources());
  if (existsSync(target)) return target;
  const temporary = `${target}.${process.pid}.tmp`;
  mkdirSync(temporary, { recursive: true });
  compile(temporary);
  cpSync(join(root, 'src', PAGE), join(temporary, PAGE), { recursive: true });
  writePackage(temporary);
  try {
    renameSync(temporary, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  rmSync(temporary, { recursive: true, force: true });
  return target;
}

function hashOfSources() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter((name) => name.endsWith('.ts') || name.startsWith(join(PAGE, '/')))
    .map((name) => join('src', name));
  for (const name of [...sources.sort(), 'tsconfig.json', 'package-lock.json']) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function compile(outDir) {
  const compiler = findCompiler();
  const options = ['--noEmit', 'false', '--rootDir', join(root, 'src'), '--outDir', outDir, '--sourceMap'];
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'src/tsconfig.build.json'), ...options], {
    stdio: 'inherit',
  });
  if (status === 0) return;
  rmSync(outDir, { recursive: true, force: true });
  throw new Error('The sources do not compile.');
}

/** Makes the folder self-contained: `npm ci && npm start` in it installs only production dependencies. */
function writePackage(folder) {
  const { name, version, description, license, engines, dependencies, overrides } = readJson('package.json');
  const own = { name, version, description, license, private: true, type: 'module', engines };
  writeJson(folder, 'package.json', { ...own, scripts: { start: 'node main.js' }, dependencies, overrides });
  const lock = readJson('package-lock.json');
  const { devDependencies, ...top } = lock.packages[''];
  const production = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && !dev);
  writeJson(folder, 'package-lock.json', { ...lock, packages: { '': top, ...Object.fromEntries(production) } });
}

/** A bill of materials (CycloneDX) for scanners. Only for packages, because it takes npm some seconds. */
function writeBillOfMaterials(folder) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 };
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'],
    options,
  );
  if (status !== 0) throw new Error(`There is no bill of materials: ${stderr}`);
  writeFileSync(join(folder, 'sbom.cdx.json'), stdout);
  const lines = JSON.parse(stdout).components.map(
    ({ name, group, version, licenses = [] }) =>
      `${group ? `${group}/` : ''}${name} ${version}: ${licenses.map(({ license, expression }) => expression ?? license.id ?? license.name).join(', ')}`,
  );
  writeFileSync(join(folder, 'LICENSES.txt'), `${lines.sort().join('\n')}\n`);
}

function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

function writeJson(folder, name, value) {
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}

function findCompiler() {
  try {
    return join(createRequire(import.meta.url).resolve('tsc7/package.json'), '../bin/tsc');
  } catch {
    throw new Error(
      'There is no build, and no compiler to make one: run `npm ci && npm run build` with development dependencies.',
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const folder = build();
    writeBillOfMaterials(folder);
    const [, to] = /^--package=(.+)$/.exec(process.argv[2] ?? '') ?? [];
    if (to !== undefined) cpSync(folder, to, { recursive: true });
    console.log(to ?? folder);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
