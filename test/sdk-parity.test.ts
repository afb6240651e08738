import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Novu } from '@novu/api';
import * as components from '@novu/api/models/components/index.js';
import { buildSchema, isInputObjectType, isObjectType } from 'graphql';

/*
 * The table of the README that leads from the REST API and its SDK to the schema: it has every public method of the SDK's
 * `integrations`, with the endpoint that the method calls, and fields that are there.
 */

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(read('schema/schema.graphql'));

interface Row {
  readonly endpoint: string;
  /** Null where the SDK has none. */
  readonly method: string | null;
  readonly fields: readonly string[];
}

function rowsOf(document: string): Row[] {
  const [, table = ''] =
    /\n\| REST endpoint \| SDK method \| GraphQL field \|\n\|[-|]+\|\n((?:\|.*\|\n)+)/.exec(document) ?? [];
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, endpoint = '', method = '', fields = ''] = line.split('|');
      return {
        endpoint: codesIn(endpoint)[0] ?? '',
        method: codesIn(method)[0] ?? null,
        // Of `by its mode: a, b` and `webhookSupported of an integration` the names; a field can have arguments.
        fields: codesIn(fields)
          .filter((code) => code !== 'mode')
          .map((code) => code.replace(/\(.*$/, '')),
      };
    });
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The public methods of a class of the SDK. */
function methodsOf(sdk: object): string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(sdk)).filter(
    (name) => name !== 'constructor' && !name.startsWith('_'),
  );
}

/** What keeps a table from being a table of these methods. */
function faultsOf(rows: readonly Row[], methods: readonly string[]): string[] {
  const named = rows.flatMap(({ method }) => method ?? []);
  return [
    ...methods.filter((method) => !named.includes(method)).map((method) => `lacks ${method}`),
    ...named.filter((method) => !methods.includes(method)).map((method) => `invents ${method}`),
    ...rows.filter(({ fields }) => fields.length === 0).map(({ endpoint }) => `has no field for ${endpoint}`),
  ];
}

const rows = rowsOf(read('README.md'));
const methods = methodsOf(new Novu({ secretKey: 'x' }).integrations);

test('the table has every public method of the SDK, and no other', () => {
  expect(methods.length).toBeGreaterThan(12);
  expect(faultsOf(rows, methods)).toEqual([]);
});

test('a method that an SDK gains, or one that it loses, is told', () => {
  expect(faultsOf(rows, [...methods, 'rotate'])).toEqual(['lacks rotate']);
  expect(
    faultsOf(
      rows,
      methods.filter((name) => name !== 'list'),
    ),
  ).toEqual(['invents list']);
  expect(faultsOf([{ endpoint: 'GET /x', method: null, fields: [] }], [])).toEqual(['has no field for GET /x']);
});

test('the version is the one that is installed', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect(read('README.md')).toContain(`\`@novu/api\` ${devDependencies['@novu/api']}`);
});

describe('each row', () => {
  const resolve = createRequire(import.meta.url).resolve;

  test.each(rows.filter(({ method }) => method !== null))(
    '$endpoint is what the SDK calls for $method',
    ({ endpoint, method }) => {
      const [verb = '', path = ''] = endpoint.split(' ');
      const name = `integrations${method?.charAt(0).toUpperCase()}${method?.slice(1)}`;
      const source = readFileSync(resolve(`@novu/api/funcs/${name}.js`), 'utf8');
      expect(source).toContain(`pathToFunc)("${path}")`);
      expect(source).toContain(`method: "${verb}"`);
    },
  );

  test.each(rows)('$endpoint leads to fields that are there', ({ fields }) => {
    const types = ['Query', 'Mutation', 'Integration'].map((name) => schema.getType(name));
    const names = types.flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()) : []));
    expect(fields.filter((field) => !names.includes(field))).toEqual([]);
  });
});

/** Members of the SDK's requests that are called otherwise here. */
const RENAMED: Readonly<Record<string, string>> = { integrationIdentifier: 'identifier' };
const REQUESTS: Readonly<Record<string, [input: string, elsewhere?: readonly string[]]>> = {
  CreateIntegrationRequestDto: ['CreateIntegrationInput'],
  UpdateIntegrationRequestDto: ['UpdateIntegrationInput'],
  GenerateConnectOauthUrlRequestDto: ['CreateIntegrationConnectUrlInput'],
  GenerateLinkUserOauthUrlRequestDto: ['CreateIntegrationUserLinkUrlInput'],
  LinkChannelEndpointRequestDto: ['CreateIntegrationChatLinkInput'],
  IssueIntegrationMobileLinkRequestDto: ['CreateIntegrationMobileLinkInput'],
  // Two mutations do what its mode says.
  GenerateChatOauthUrlRequestDto: ['CreateIntegrationConnectUrlInput', ['userScope', 'mode']],
};

test.each(Object.entries(REQUESTS))('an input has all members of %s', (name, [inputName, elsewhere = []]) => {
  const input = schema.getType(inputName);
  const known = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
  const members = membersOf(name);
  expect(members.length).toBeGreaterThan(0);
  expect(members.map((member) => RENAMED[member] ?? member).filter((member) => !known.includes(member))).toEqual(
    elsewhere,
  );
});

interface ZodLike {
  readonly shape?: object;
  readonly _def: { readonly schema?: { readonly shape: object } };
}

/** The members of a request of the SDK, by its schema for what it sends. */
function membersOf(name: string): string[] {
  const outbound = (components as unknown as Record<string, ZodLike>)[`${name}$outboundSchema`];
  return Object.keys(outbound?.shape ?? outbound?._def.schema?.shape ?? {});
}
