import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import { createSchema } from '../../src/graphql/schema.ts';
import { OperationAnalyzer } from '../../src/http/request/analysis.ts';
import { DEV } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, readAnswer, startGateway, type TestGateway } from '../helpers/gateway.ts';

const FOLDER = new URL('../../schema/operations/', import.meta.url);

interface Operation {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
  readonly document: DocumentNode;
}

const operations: readonly Operation[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.graphql'))
  .map((path) => {
    const text = readFileSync(new URL(path, FOLDER), 'utf8');
    return { folder: dirname(path), name: basename(path, '.graphql'), text, document: parse(text) };
  });
/** Those that are meant for machines. */
const tools = operations.filter(({ folder }) => folder !== 'credentials');

interface Manifest {
  readonly operations: readonly { readonly id: string; readonly name: string; readonly body: string }[];
}
const manifest = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as Manifest;

const { schema, apiSdl } = createSchema();
const api = buildSchema(apiSdl());

function definitionOf({ document }: Operation): OperationDefinitionNode {
  const [definition, ...others] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw new Error('not one operation');
  return definition;
}

describe('schema/operations', () => {
  test('has one operation in a file, of its name, valid, and with a description above it', () => {
    for (const operation of operations) {
      expect([operation.name, definitionOf(operation).name?.value]).toEqual([operation.name, operation.name]);
      expect([operation.name, validate(api, operation.document)]).toEqual([operation.name, []]);
      expect(operation.text).toMatch(/^# [A-Z](.+\n# )*.+\.\n(query|mutation) /);
    }
  });

  test('has an operation for each root field', () => {
    const used = operations.flatMap((operation) =>
      definitionOf(operation).selectionSet.selections.map((selection) =>
        selection.kind === Kind.FIELD ? selection.name.value : '',
      ),
    );
    const unused = rootFields(api).filter((name) => !used.includes(name));
    // Relay's alone, which writes its own queries.
    expect(unused).toEqual(['node']);
  });

  test('takes scalars and enums alone, and lists of them, where a machine is to fill them in', () => {
    const inputs = tools.flatMap((operation) =>
      (definitionOf(operation).variableDefinitions ?? []).map(({ type }) => typeFromAST(api, type as never)),
    );
    expect(inputs.length).toBeGreaterThan(40);
    expect(inputs.filter((type) => !isLeafType(getNamedType(type)) || /JSON/.test(String(type)))).toEqual([]);
  });

  test('is where the configuration of an MCP server in the README looks for it, without credentials', () => {
    const [, yaml = ''] = /```yaml\n([^`]+)```/.exec(readFileSync(new URL('README.md', FOLDER), 'utf8')) ?? [];
    const { schema: api, operations: of } = parseYaml(yaml) as {
      schema: { path: string };
      operations: { paths: string[] };
    };
    for (const path of [api.path, ...of.paths])
      expect([path, existsSync(new URL(`../../${path}`, FOLDER))]).toEqual([path, true]);
    expect(of.paths.join()).not.toContain('credentials');
  });

  test('has no secret where a machine asks', () => {
    const analyzer = new OperationAnalyzer(schema);
    const secret = tools.filter((one) => analyzer.analyze(one.document, definitionOf(one)).selectsSecrets);
    // It reads secrets to compare them, and shows none.
    expect(secret.map(({ name }) => name)).toEqual(['CompareEnvironments']);
    const named = tools.filter(({ text }) => /^ +credentials\b(?!: NONE)/m.test(text.replace(/^#.*$/gm, '')));
    expect(named).toEqual([]);
  });
});

function rootFields(of: GraphQLSchema): string[] {
  return [of.getQueryType(), of.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
}

/** Variables with which each operation runs on the sample data. */
const VARIABLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ListIntegrations: { search: 'mail', channels: ['EMAIL'], first: 2, providerIds: null },
  ListIntegrationsOfChannel: { channel: 'SMS' },
  ListIntegrationsByChannel: { environmentIds: [ACME_DEV] },
  SearchIntegrations: { text: 'Twilio' },
  GetIntegration: { id: DEV.twilio },
  GetIntegrationByIdentifier: { identifier: 'slack' },
  GetPrimaryIntegration: { channel: 'EMAIL' },
  ListPrimaryIntegrations: { environmentId: ACME_PROD },
  ListProviders: { search: 'twilio' },
  GetProvider: { id: 'nodemailer' },
  GetViewer: {},
  ListEnvironments: {},
  CompareEnvironments: { from: ACME_DEV, to: ACME_PROD },
  GetChannelLimit: { channel: 'EMAIL' },
  GetInboxStatus: {},
  CreateIntegration: { providerId: 'discord', name: 'Alerts', identifier: null, environmentId: null },
  CopyIntegration: { id: DEV.slack, environmentId: ACME_PROD },
  UpdateIntegration: { id: DEV.slack, name: 'Renamed', active: null, ifUpdatedAt: null },
  SetPrimaryIntegration: { id: DEV.mailgun },
  DeleteIntegration: { id: DEV.sendgrid, successorId: DEV.mailgun },
  AutoConfigureIntegration: { id: DEV.sendgrid },
  ConfigureIntegrationWebhook: { identifier: 'telegram-bot' },
  CreateIntegrationConnectUrl: { identifier: 'slack', connectionMode: 'SHARED' },
  CreateIntegrationUserLinkUrl: { identifier: 'slack', subscriberId: 'ada' },
  CreateIntegrationChatLink: { identifier: 'telegram-bot', subscriberId: 'ada' },
  CreateIntegrationMobileLink: { identifier: 'telegram-bot' },
  ListCredentials: { providerIds: ['sendgrid'] },
  GetIntegrationForm: { id: DEV.sendgrid },
  CreateIntegrationWithCredentials: {
    input: { credentials: { postmark: { apiKey: 'made-up', from: 'a@example.com', senderName: 'A' } }, active: true },
  },
  ChangeCredentials: { id: DEV.twilio, credentials: { from: '+15550100' } },
};

describe('a gateway that runs the operations of the manifest alone', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({
      GATEWAY_MODE: 'production',
      TRUSTED_DOCUMENTS: fileURLToPath(new URL('manifest.json', FOLDER)),
      TRUSTED_DOCUMENTS_ONLY: 'true',
    });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  async function post(body: object) {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache', ...callers.session };
    return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  test('has them all', () => {
    expect(manifest.operations.map(({ name }) => name)).toEqual(operations.map(({ name }) => name).sort());
    expect(Object.keys(VARIABLES).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  test.each(manifest.operations)('$name runs by its id', async ({ id, name }) => {
    const variables = VARIABLES[name];
    const { status, data, errors } = await post({ documentId: id, variables });
    expect([status, errors]).toEqual([200, undefined]);
    for (const [field, value] of Object.entries<{ errors?: object[] } | null>(data)) {
      expect([field, value]).not.toEqual([field, null]);
      expect(value?.errors ?? []).toEqual([]);
    }
    const hash = { persistedQuery: { version: 1, sha256Hash: id } };
    expect((await post({ extensions: hash, variables })).errors).toBeUndefined();
  });

  test('another operation does not run', async () => {
    const { errors } = await post({ query: '{ integrations { totalCount } }' });
    expect(errors?.[0]?.extensions.code).toBe('OPERATION_NOT_TRUSTED');
  });

  test.each(operations)('$name is sent by Apollo Client to the letter of the manifest', async ({ name, text }) => {
    const link = new HttpLink({ uri: gateway.url, headers: { ...callers.session } });
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    const options = { variables: VARIABLES[name] ?? {} };
    const sending = /^query/m.test(text)
      ? client.query({ query: gql(text), ...options })
      : client.mutate({ mutation: gql(text), ...options });
    expect((await sending).data).toBeTruthy();
  });
});
