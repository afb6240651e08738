import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/*
 * Who may import whom: the table in src/README.md, checked against imports as TypeScript resolves them. Keys are
 * folders or files of src; a folder may always import itself, Node's own modules and packages that nobody owns.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  'telemetry/channels.ts': ['model'],
  admin: [],
  'setting-values.ts': [],
  'near-miss.ts': [],
  'secret-files.ts': ['setting-values.ts'],
  'settings.ts': ['setting-values.ts'],
  'otel-settings.ts': ['setting-values.ts', 'secret-files.ts'],
  'config.ts': ['settings.ts', 'setting-values.ts', 'near-miss.ts', 'secret-files.ts', 'otel-settings.ts'],
  model: ['catalog'],
  telemetry: ['telemetry/channels.ts', 'model', 'otel-settings.ts'],
  upstream: ['model', 'catalog', 'telemetry/channels.ts'],
  cache: ['model', 'telemetry/channels.ts'],
  loaders: ['model'],
  graphql: ['model', 'catalog', 'loaders', 'telemetry/channels.ts'],
  http: ['graphql', 'loaders', 'model', 'telemetry/channels.ts'],
  'novu-double': ['model', 'catalog'],
  'main.ts': ['app.ts', 'banner.ts', 'config.ts', 'shutdown.ts'],
  'banner.ts': ['app.ts', 'config.ts'],
  'shutdown.ts': ['app.ts', 'config.ts', 'telemetry/channels.ts'],
  'app.ts': ['*'],
  'app-options.ts': ['*'],
  'start-admin.ts': ['*'],
  'start-traces.ts': ['*'],
  bin: ['*'],
};

/** Packages that one part alone may import. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  undici: ['upstream'],
  ioredis: ['cache'],
  'lru-cache': ['cache', 'http', 'upstream'],
  dataloader: ['loaders'],
  'type-graphql': ['graphql'],
  'graphql-scalars': ['graphql'],
  '@apollo/server': ['http'],
  negotiator: ['http'],
  pino: ['telemetry'],
  'prom-client': ['telemetry'],
  '@opentelemetry/api': ['telemetry'],
  '@opentelemetry/core': ['telemetry'],
  '@opentelemetry/exporter-trace-otlp-proto': ['telemetry'],
  '@opentelemetry/resources': ['telemetry'],
  '@opentelemetry/sdk-trace-base': ['telemetry'],
};

/**
 * The rooms of the larger folders: which others of its folder a room may import, so that arrows run one way. `.` is the files
 * beside the rooms, `base` those of them that all rooms of the folder build on.
 */
const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  graphql: {
    '.': ['integration', 'environments', 'provider', 'mutations', 'base'],
    compiled: ['base'],
    environments: ['integration', 'base'],
    mutations: ['integration', 'base'],
    integration: ['provider', 'base'],
    provider: ['base'],
    base: [],
  },
  http: {
    '.': ['apollo', 'explore', 'fast', 'request', 'answer'],
    apollo: ['explore', 'request', 'answer'],
    explore: ['request', 'answer'],
    fast: ['request', 'answer'],
    request: ['answer'],
    answer: [],
  },
  cache: {
    '.': ['redis', 'protocol', 'store'],
    redis: ['protocol', 'store'],
    protocol: ['store'],
    store: [],
  },
  'novu-double': {
    server: ['integrations', 'faults', 'seed', 'state'],
    integrations: ['state'],
    faults: ['state'],
    seed: ['state'],
    state: [],
  },
};
const BASE: Readonly<Record<string, readonly string[]>> = {
  graphql: [
    'context',
    'access',
    'credential-values',
    'enums',
    'input-rules',
    'json-scalars',
    'field-marks',
    'field-readers',
  ],
};
/** Files of a folder that a reader can take in at a glance. */
const MAX_FILES = 15;

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
);

interface Import {
  readonly from: string;
  /** A file of src, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(name: string): Import[] {
  const path = join(source, name);
  const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
  const typeOnly = typeOnlyImports(path);
  return importedFiles.flatMap(({ fileName }): Import[] => {
    if (fileName.startsWith('node:')) return [];
    const { resolvedModule } = ts.resolveModuleName(fileName, path, options, ts.sys);
    const local = resolvedModule && !resolvedModule.isExternalLibraryImport;
    const to = local ? relative(source, resolvedModule.resolvedFileName).split(sep).join('/') : packageOf(fileName);
    return [{ from: name.split(sep).join('/'), to, typeOnly: typeOnly.has(fileName) }];
  });
}

function typeOnlyImports(path: string): ReadonlySet<string> {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const names = file.statements
    .filter(ts.isImportDeclaration)
    .filter(({ importClause }) => importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text);
  return new Set(names);
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The key of {@link MAY_IMPORT} that a file falls under: its own, or that of its folder. */
function partOf(file: string): string {
  return file in MAY_IMPORT ? file : (file.split('/')[0] ?? file);
}

/** Folder and room of a file. */
function roomOf(file: string): readonly [folder: string, room: string] {
  const [folder = '', room = '', rest] = file.split('/');
  if (rest !== undefined) return [folder, room];
  return [folder, BASE[folder]?.includes(room.replace(/\.ts$/, '')) ? 'base' : '.'];
}

const imports = files.flatMap(importsOf);

describe('layers', () => {
  test('every file falls under a part of the table', () => {
    expect(files.map((name) => partOf(name.split(sep).join('/'))).filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  test('no part imports what it may not', () => {
    const local = imports.filter(({ to }) => to.endsWith('.ts') || to.endsWith('.d.ts'));
    expect(local.length).toBeGreaterThan(50);
    const wrong = local.filter(({ from, to }) => {
      const [part, target] = [partOf(from), partOf(to)];
      const allowed = MAY_IMPORT[part] ?? [];
      return part !== target && !allowed.includes('*') && !allowed.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test('inside a folder no room imports one above it', () => {
    const local = imports.filter(({ to }) => to.endsWith('.ts'));
    const wrong = local.filter(({ from, to }) => {
      const [folder = '', room] = roomOf(from);
      const [target, other] = roomOf(to);
      return ROOMS[folder] && target === folder && room !== other && !ROOMS[folder][room]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    const graph = new Map(files.map((name) => [name, imports.filter(({ from }) => from === name).map(({ to }) => to)]));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (graph.get(from) ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    expect(files.filter((name) => reaches(name, name))).toEqual([]);
  });

  test(`no folder has more than ${MAX_FILES} files`, () => {
    const folders = files.map((name) => name.split(sep).slice(0, -1).join('/'));
    const full = [...new Set(folders)].filter((folder) => folders.filter((one) => one === folder).length > MAX_FILES);
    expect(full).toEqual([]);
  });

  test('src/novu-double takes types alone from the model, so that a mistake in it cannot hide itself', () => {
    const values = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith('novu-double/') && to.startsWith('model/') && !typeOnly,
    );
    expect(values).toEqual([]);
  });

  test('packages that belong to one part are imported by no other', () => {
    const wrong = imports.filter(({ from, to }) => OWNERS[to] && !OWNERS[to].includes(partOf(from)));
    expect(wrong).toEqual([]);
    const used = new Set(imports.map(({ to }) => to));
    expect(Object.keys(OWNERS).filter((name) => !used.has(name))).toEqual([]);
  });

  test('the table in src/README.md names every part, and every package beside its owners', () => {
    const readme = readFileSync(join(source, 'README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| '));
    const words = rows.map((row) => row.split(/[|,;:\s]+/));
    const named = (part: string) => part.replace('telemetry/channels.ts', 'channels').replace(/\.ts$/, '');
    expect(Object.keys(MAY_IMPORT).filter((part) => !words.flat().includes(named(part)))).toEqual([]);
    const missing = Object.entries(OWNERS).filter(([name, owners]) =>
      owners.some((owner) => {
        const row = words.find(([, first]) => first === owner) ?? [];
        return !row.some((word) => word === name || (word.endsWith('/*') && name.startsWith(word.slice(0, -1))));
      }),
    );
    expect(missing).toEqual([]);
  });

  test('only main.ts reads the environment', () => {
    const readers = files.filter((name) => /\bprocess\.env\b/.test(readFileSync(join(source, name), 'utf8')));
    expect(readers).toEqual(['main.ts']);
  });
});
