import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { startGateway } from '../helpers/gateway.ts';
import { integrationsSdl } from './support/composition.ts';
import { installTools } from './support/install.ts';
import { environmentsSdl, workflowsSdl } from './support/subgraphs.ts';

interface Composed {
  readonly errors: readonly string[];
  readonly hints: readonly string[];
  readonly sdl: string;
}

const COMPOSERS = [
  '@apollo/composition 2.14',
  '@theguild/federation-composition 0.22.3',
  '@theguild/federation-composition 0.25',
  '@theguild/federation-composition 0.26.3',
  '@theguild/federation-composition 0.27',
  '@wundergraph/composition 0.55',
];

let folder: string;
const results: Record<string, Readonly<Record<string, Composed>>> = {};

// The first run installs the composers.
beforeAll(async () => {
  folder = await installTools('composers');
  const gateway = await startGateway({ GATEWAY_MODE: 'production' });
  const { data } = await gateway.ask({}, '{ _service { sdl } }');
  results.printed = await compose(integrationsSdl);
  results.served = await compose(data._service.sdl);
  // Each composer can refuse: a type that is not the same everywhere.
  results.broken = await compose(integrationsSdl.replace('hasNextPage: Boolean!', 'hasNextPage: [Int]'));
}, 300_000);

/** Our SDL between neighbours, and what each composer makes of them. In a process of its own: each has its own GraphQL.js. */
function compose(sdl: string): Promise<Record<string, Composed>> {
  const subgraphs = Object.entries({ environments: environmentsSdl, integrations: sdl, workflows: workflowsSdl });
  const input = subgraphs.map(([name, text]) => ({ name, url: `http://${name}.invalid/graphql`, sdl: text }));
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, [join(folder, 'compose.mjs')], options, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    );
    child.stdin?.end(JSON.stringify(input));
  });
}

test('the matrix is whole', () => {
  expect(Object.keys(results.printed ?? {})).toEqual(COMPOSERS);
});

describe.each(COMPOSERS)('with %s', (composer) => {
  test.each(['printed', 'served'])('the %s SDL composes, with all of its types', (source) => {
    const { errors, hints, sdl } = results[source]?.[composer] ?? { errors: ['no result'], hints: [], sdl: '' };
    expect([errors, hints]).toEqual([[], []]);
    const supergraph = buildSchema(sdl, { assumeValidSDL: true });
    for (const name of ownTypes()) expect([name, supergraph.getType(name)]).not.toEqual([name, undefined]);
    const environment = supergraph.getType('Environment');
    expect(isObjectType(environment) && Object.keys(environment.getFields()).sort()).toEqual([
      'id',
      'integrations',
      'name',
      'primaryIntegration',
    ]);
  });

  test('a neighbour that does not fit is refused', () => {
    expect(results.broken?.[composer]?.errors).not.toEqual([]);
  });
});

function ownTypes(): string[] {
  const types = Object.values(buildSchema(integrationsSdl, { assumeValidSDL: true }).getTypeMap());
  const kinds = [isObjectType, isInterfaceType, isUnionType, isInputObjectType];
  return types.filter((type) => kinds.some((is) => is(type)) && !type.name.startsWith('_')).map(({ name }) => name);
}

test('the SDL has no definition that its links imply, and all others', () => {
  const defined = [...integrationsSdl.matchAll(/^(?:directive @|scalar |enum |type |input |interface )(\w+)/gm)].map(
    ([, name]) => name,
  );
  for (const name of ['key', 'link', 'shareable', 'tag', 'cost', 'listSize']) expect(defined).not.toContain(name);
  expect(defined.filter((name) => name?.includes('__'))).toEqual([]);
  expect(defined).toEqual(expect.arrayContaining(['oneOf', 'DateTime', 'JSONObject', 'Integration']));
});
