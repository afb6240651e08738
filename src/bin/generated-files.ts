import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { buildSchema, parse, printSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { createSchema } from '../graphql/schema.ts';
import { generateCatalog } from './generate-catalog.ts';
import { generateEmbeddedTypes, generateExamples, generateManifest, type OperationFile } from './generate-clients.ts';
import { settingsTable } from './settings-table.ts';

/** The folder of the project. */
export const PROJECT = new URL('../../', import.meta.url);

/** Every generated file by its name from the project's folder, with the text that it should have. */
export async function generateAll(): Promise<ReadonlyMap<string, string>> {
  const schema = createSchema();
  const apiSdl = schema.apiSdl();
  const operations = readOperations();
  return new Map([
    ['src/catalog/providers.generated.ts', generateCatalog()],
    ['schema/schema.graphql', apiSdl],
    ['schema/subgraph.graphql', schema.subgraphSdl()],
    ['schema/clients/embedded-types.generated.ts', generateEmbeddedTypes(buildSchema(apiSdl))],
    ['schema/operations/manifest.json', generateManifest(operations)],
    ['src/http/explore/operations.generated.ts', generateExamples(operations)],
    ...(await generateTypes(apiSdl, operations)),
    ...documentsWithParts(),
  ]);
}

/** The part of codegen.yml that is read; the command-line tool of GraphQL Code Generator takes the same file. */
interface CodegenConfig {
  readonly generates: Readonly<
    Record<string, { readonly plugins: readonly string[]; readonly config?: Readonly<Record<string, unknown>> }>
  >;
}

/** What codegen.yml asks for. By the core of GraphQL Code Generator: its command-line tool would install seven times as much. */
async function generateTypes(sdl: string, operations: readonly OperationFile[]): Promise<[string, string][]> {
  const { generates } = parseYaml(readProjectFile('codegen.yml')) as CodegenConfig;
  const schemaAst = buildSchema(sdl);
  const documents = operations.map(({ name, text }) => ({ location: name, document: parse(text) }));
  const files: [string, string][] = [];
  for (const [filename, { plugins, config = {} }] of Object.entries(generates)) {
    const text = await codegen({
      schema: parse(printSchema(schemaAst)),
      schemaAst,
      documents,
      filename,
      config: { ...config },
      plugins: plugins.map((name) => ({ [name]: {} })),
      pluginMap: await importPlugins(plugins),
    });
    files.push([filename, `${text.trimEnd()}\n`]);
  }
  return files;
}

/** One after the other: Jest's module loader does not survive imports that overlap. */
async function importPlugins(names: readonly string[]): Promise<Record<string, CodegenPlugin>> {
  const plugins: Record<string, CodegenPlugin> = {};
  for (const name of names) plugins[name] = (await import(`@graphql-codegen/${name}`)) as CodegenPlugin;
  return plugins;
}

/** Documents with a generated part, which stands between `<!-- name -->` and `<!-- /name -->`. */
const PARTS: readonly { readonly file: string; readonly name: string; readonly make: () => string }[] = [
  { file: 'src/SETTINGS.md', name: 'settings', make: settingsTable },
  { file: 'test/bench/README.md', name: 'goals', make: goalsTable },
];

/** The documents with their generated parts renewed. @throws an Error where the marks of a part are missing. */
function documentsWithParts(): [string, string][] {
  return PARTS.map(({ file, name, make }) => {
    const text = readProjectFile(file);
    const [before, rest] = text.split(`<!-- ${name} -->`);
    const after = rest?.split(`<!-- /${name} -->`)[1];
    if (after === undefined) throw new Error(`${file} has no place for its part ${name}.`);
    return [file, `${before}<!-- ${name} -->\n${make()}\n<!-- /${name} -->${after}`];
  });
}

/** What the last full run of the benchmark reached. */
function goalsTable(): string {
  const table = /\n## Goals\n\n([\s\S]*?)\n\n/.exec(readProjectFile('test/bench/results/results.md'))?.[1];
  if (table === undefined) throw new Error('The results of the benchmark name no goals: run all of it.');
  return table;
}

function readOperations(): OperationFile[] {
  return readdirSync(new URL('schema/operations/', PROJECT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .map((path) => ({ name: basename(path, '.graphql'), text: readProjectFile(`schema/operations/${path}`) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readProjectFile(name: string): string {
  return readFileSync(new URL(name, PROJECT), 'utf8');
}
