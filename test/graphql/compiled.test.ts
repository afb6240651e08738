import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, execute, getOperationAST, type OperationDefinitionNode, parse, validate } from 'graphql';
import { type Backend, startBackend } from '../../src/dev/backend.ts';
import { CompiledReads } from '../../src/graphql/compiled.ts';
import type { GatewayContext } from '../../src/graphql/context.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { Loaders } from '../../src/loaders/loaders.ts';
import { type Caller, createCacheScope, mayReadSecrets, readCaller } from '../../src/model/caller.ts';
import { createUpstreamSource, type UpstreamSource } from '../../src/upstream/source.ts';
import { ACME_DEV, ACME_DEV_KEY, ACME_PROD } from '../helpers/gateway.ts';

const { schema } = createSchema();
const compiled = new CompiledReads(schema);

let backend: Backend;
let source: UpstreamSource;
beforeAll(async () => {
  backend = await startBackend();
  source = createUpstreamSource({
    baseUrl: backend.url,
    timeoutMs: 5_000,
    scope: createCacheScope('test', backend.url),
  });
});
afterAll(async () => {
  await source.close();
  await backend.stop();
});

const KEY = readCaller(`ApiKey ${ACME_DEV_KEY}`, undefined);
const SESSION = readCaller('Bearer dev-session', ACME_PROD);
const CALLERS = [KEY, SESSION, readCaller('OAuth2 nobody', undefined)] as const;

function contextOf(caller: Caller, secrets = false): GatewayContext {
  const call = { caller, requestId: 'test' };
  const loaders = new Loaders(source, call, { secrets, fresh: false });
  return {
    request: {
      identity: { caller, call, source, loaders, secretsWanted: secrets, idempotencyKey: undefined, given: [] },
    },
  };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return operation;
}

/** The compiled answer, or null; and what graphql-js answers. */
async function both(query: string, variables: Record<string, unknown>, caller: Caller) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const texts = await compiled.answer(
    document,
    operationOf(document),
    variables,
    contextOf(caller, mayReadSecrets(caller)),
  );
  const long = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: contextOf(caller, mayReadSecrets(caller)),
  });
  const short = texts && `{${[...texts].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
  return { short, long };
}

const LEAVES = [
  'id',
  'name',
  'alias: name',
  'providerId',
  'channel',
  'kind',
  'active',
  'priority',
  'createdAt',
  'rules',
  '__typename',
];
const NESTED = [
  'provider { id displayName docsUrl credentialFields { key options { value } } }',
  'environment { id __typename }',
  'organization { id }',
  'configurations { inboundWebhookEnabled payloadSchema other }',
  'conditions { isNegated children { field value on } }',
  '... on Integration { identifier primary provider { kind } }',
  '...Row',
  'credentials { __typename ... on ProviderCredentials { provider: providerId } ... on SendGridCredentials { apiKey extra } ... on HiddenCredentials { reason } }',
  'credentials { ... on TwilioCredentials { token from } ... on UnknownProviderCredentials { values } ...Mail }',
  'configurations { inboundWebhookSigningKey inboundWebhookEnabled }',
];
const LONG_WAY = [
  'environmentName',
  'webhookSupported',
  'environment { primaryIntegration(channel: SMS) { id } }',
  'name @include(if: $yes)',
];
const fields = fc
  .uniqueArray(fc.constantFrom(...LEAVES, ...NESTED), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));
const roots = fc.oneof(
  fields.map((row) => `integration(by: { id: $id }) { ${row} }`),
  fields.map((row) => `integration(by: { identifier: { identifier: "twilio" } }) { ${row} }`),
  fc
    .tuple(fields, fc.constantFrom('EMAIL', 'CHAT', 'UNKNOWN'))
    .map(([row, channel]) => `primaryIntegration(channel: ${channel}) { ${row} }`),
  fc
    .tuple(fields, fc.constantFrom('$filter', '{ active: true }', 'null'), fc.constantFrom('$first', '0', '3'))
    .map(([row, filter, first]) =>
      `integrations(filter: ${filter}, first: $first, orderBy: { field: NAME, direction: DESC }) { totalCount nodes { ${row} } edges { cursor node { id ${row} } } pageInfo { startCursor hasNextPage } __typename }`.replace(
        '$first',
        first,
      ),
    ),
);
const queries = fc
  .uniqueArray(roots, { minLength: 1, maxLength: 3 })
  .map(
    (all) =>
      `query ($id: ID, $filter: IntegrationFilter, $first: Int) { ${all.map((root, i) => `r${i}: ${root}`).join(' ')} used: integrations(filter: $filter, first: $first) { totalCount } also: integration(by: { id: $id }) { id name ...Row } } fragment Row on Integration { id organization { id } updatedAt credentials { ...Mail } } fragment Mail on IntegrationCredentials { ... on NodemailerCredentials { password port secure tlsOptions } ... on MailgunCredentials { apiKey } }`,
  );
const variables = fc.record({
  id: fc.constantFrom('65b100000000000000000001', '65b100000000000000000010', 'none'),
  filter: fc.constantFrom(null, {}, { search: 'S' }, { environmentIds: [ACME_DEV] }, { environmentIds: [ACME_PROD] }),
  first: fc.constantFrom(null, 1, 100),
});

describe('compiled reads', () => {
  test('answer as graphql-js does, byte for byte, or leave it to it', async () => {
    let answered = 0;
    const run = async (query: string, given: Record<string, unknown>, caller: Caller) => {
      const { short, long } = await both(query, given, caller);
      if (short === null) {
        expect(long.errors?.length ?? 0).toBeGreaterThan(0);
        return;
      }
      answered += 1;
      expect(long.errors).toBeUndefined();
      expect(short).toBe(JSON.stringify(long.data));
    };
    await fc.assert(fc.asyncProperty(queries, variables, fc.constantFrom(...CALLERS), run), {
      numRuns: Number(process.env.COMPILED_RUNS ?? 400),
    });
    expect(answered).toBeGreaterThan(100);
  });

  test.each(LONG_WAY)('leave %s to the long way', async (field) => {
    const query = `query ($yes: Boolean = true) { integrations(filter: { active: $yes }) { nodes { id ${field} } } }`;
    const { short } = await both(query, {}, SESSION);
    expect(short).toBeNull();
  });

  test.each([
    ['another root field', '{ integrations { totalCount } integrationsViewer { scheme } }'],
    ['a mutation', 'mutation { setPrimaryIntegration(input: { id: "x" }) { errors { code } } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
  ])('leave %s to the long way', async (_, query) => {
    const { short } = await both(query, {}, KEY);
    expect(short).toBeNull();
  });

  test('do not enforce less: two members of a @oneOf in a variable are the long way’s to refuse', async () => {
    const query = 'query ($by: IntegrationBy!) { integration(by: $by) { id } }';
    const by = { id: 'x', identifier: { identifier: 'y' } };
    const { short, long } = await both(query, { by }, KEY);
    expect([short, long.errors?.[0]?.message]).toEqual([null, expect.stringContaining('Exactly one key')]);
  });

  test('rows that carry secrets print no secret', async () => {
    const caller = readCaller('Bearer dev-session', ACME_DEV);
    const context = contextOf(caller, true);
    const document = parse('{ integrations { nodes { id name configurations { inboundWebhookEnabled other } } } }');
    const texts = await compiled.answer(document, operationOf(document), {}, context);
    const { identity } = context.request;
    const list = identity instanceof Error ? [] : (await identity.loaders.list()).integrations;
    const secrets = list
      .flatMap(({ secrets }) => Object.values(secrets?.credentials ?? {}))
      .filter((value) => typeof value === 'string' && value.length > 8);
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(texts?.get('integrations')).not.toContain(secret);
  });
});
