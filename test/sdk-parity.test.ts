import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Novu } from '@novu/api';
import * as components from '@novu/api/models/components/index.js';
import { buildSchema, isInputObjectType, isObjectType } from 'graphql';
import { type Backend, startBackend } from '../src/novu-double/server/backend.ts';
import { DEV } from './helpers/demo-data.ts';
import { ACME_DEV_KEY, callers, startGateway, type TestGateway } from './helpers/gateway.ts';
import { mutate } from './helpers/mutate.ts';
import { stopAtEnd } from './helpers/stop-at-end.ts';

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
        fields: codesIn(fields).flatMap((code) => (code === 'mode' ? [] : [code.replace(/\(.*$/, '')])),
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

/* The same call by the SDK and by the gateway, each to a double of its own with the same data: both give, and leave, the same. */
describe('what a method gives its field gives', () => {
  let bySdk: Backend;
  let gateway: TestGateway;
  beforeAll(async () => {
    bySdk = stopAtEnd(await startBackend());
    gateway = await startGateway();
  });
  beforeEach(() => {
    bySdk.reset();
    gateway.backend.reset();
  });

  const integrations = () =>
    new Novu({ serverURL: bySdk.url, secretKey: ACME_DEV_KEY, retryConfig: { strategy: 'none' } }).integrations;
  const ROW = `id identifier name providerId channel kind active primary priority deleted environment { id }
    conditions { isNegated type value children { field value operator on } } configurations { inboundWebhookEnabled }`;
  const rowsOf = async (filter = '') => {
    const query = `{ integrations(first: 100${filter}) { nodes { ${ROW} } } }`;
    return (await gateway.ask({ ...callers.devKey, 'cache-control': 'no-cache' }, query)).data.integrations.nodes;
  };
  const payloadOf = async (name: string, input: object) => {
    const payload = await mutate(gateway, callers.devKey, name, input, `integration { ${ROW} } errors { code }`);
    expect(payload.errors).toEqual([]);
    return payload.integration;
  };

  type Row = components.IntegrationResponseDto;
  /** A row of the SDK in the words of the schema. */
  const inWords = ({ environmentId, channel, kind = 'delivery', conditions = [], configurations, ...row }: Row) => ({
    id: row.id,
    identifier: row.identifier,
    name: row.name,
    providerId: row.providerId,
    channel: channel?.toUpperCase() ?? null,
    kind: kind.toUpperCase(),
    active: row.active,
    primary: row.primary,
    deleted: row.deleted,
    environment: { id: environmentId },
    conditions,
    configurations: configurations ? expect.objectContaining({}) : null,
  });
  const inOrder = <T extends { readonly identifier: string }>(rows: readonly T[]) =>
    [...rows].sort((one, other) => (one.identifier < other.identifier ? -1 : 1));
  const stored = ({ records }: Backend) =>
    records().map(({ createdAt: _created, updatedAt: _updated, deletedAt: _deleted, credentials, ...row }) => ({
      ...row,
      // Encrypted, each time otherwise.
      credentials: Object.keys(credentials),
    }));
  afterEach(() => expect(stored(gateway.backend)).toEqual(stored(bySdk)));

  test('list', async () => {
    const { result } = await integrations().list();
    expect(inOrder(await rowsOf())).toMatchObject(inOrder(result.map(inWords)));
  });

  test('listActive', async () => {
    const { result } = await integrations().listActive();
    expect(inOrder(await rowsOf(', filter: { active: true }'))).toMatchObject(inOrder(result.map(inWords)));
  });

  test('create', async () => {
    const given = { providerId: 'sendgrid', name: 'New', identifier: 'new', active: true };
    const credentials = { apiKey: 'k', from: 'f', senderName: 's' };
    const { result } = await integrations().create({ ...given, channel: 'email', kind: 'delivery', credentials });
    const { providerId: _, ...input } = given;
    expect(await payloadOf('createIntegration', { ...input, credentials: { sendgrid: credentials } })).toMatchObject(
      inWords(result),
    );
  });

  test('update', async () => {
    const conditions = [{ isNegated: false, type: 'GROUP' as const, value: 'AND' as const, children: [] }];
    const body = { name: 'Renamed', active: false, conditions };
    const { result } = await integrations().update(body, DEV.slack);
    expect(await payloadOf('updateIntegration', { id: DEV.slack, ...body })).toMatchObject(inWords(result));
  });

  test('setAsPrimary', async () => {
    const { result } = await integrations().setAsPrimary(DEV.mailgun);
    expect(await payloadOf('setPrimaryIntegration', { id: DEV.mailgun })).toMatchObject(inWords(result));
  });

  test('delete', async () => {
    const { result } = await integrations().delete(DEV.sendgrid);
    expect(await payloadOf('deleteIntegration', { id: DEV.sendgrid })).toMatchObject({ id: DEV.sendgrid });
    const left = result.map(({ identifier }) => identifier);
    expect(inOrder(await rowsOf()).map(({ identifier }) => identifier)).toEqual(left.sort());
  });

  test('integrationsControllerAutoConfigureIntegration', async () => {
    for (const id of [DEV.mailgun, DEV.slack]) {
      const { result } = await integrations().integrationsControllerAutoConfigureIntegration(id);
      const { success } = await mutate(gateway, callers.devKey, 'autoConfigureIntegration', { id }, 'success');
      expect(success).toBe(result.success);
    }
  });

  test('each method is compared, here or with the links (test/e2e/link-requests.test.ts)', () => {
    const here = readFileSync(new URL(import.meta.url), 'utf8') + read('test/e2e/link-requests.test.ts');
    expect(methods.filter((name) => !here.includes(`.${name}(`))).toEqual([]);
  });
});
