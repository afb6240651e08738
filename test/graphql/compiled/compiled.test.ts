import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, execute, getOperationAST, type OperationDefinitionNode, parse, validate } from 'graphql';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { CompiledExecutor } from '../../../src/graphql/compiled/executor.ts';
import { type GatewayContext, OperationWrites } from '../../../src/graphql/context.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { Loaders } from '../../../src/loaders/loaders.ts';
import { type Caller, createCacheScope, mayReadSecrets, readCaller } from '../../../src/model/caller.ts';
import { type Backend, startBackend } from '../../../src/novu-double/server/backend.ts';
import { UpstreamSource } from '../../../src/upstream/source.ts';
import { ACME_DEV, ACME_DEV_KEY, ACME_PROD } from '../../helpers/gateway.ts';
import { readOperations, readVariables } from '../../helpers/read-operations.ts';
import { checkProperty, RUNS_TIMEOUT } from '../../helpers/runs.ts';

const { schema, readers } = createSchema();
const compiled = new CompiledExecutor(schema, readers, 1024 ** 2);

let backend: Backend;
let source: UpstreamSource;
beforeAll(async () => {
  backend = await startBackend();
  source = new UpstreamSource({
    baseUrl: backend.url,
    timeoutMs: 5_000,
    scope: createCacheScope('test', backend.url),
    // So that rows are shared, and secrets read by their places, from the third answer on.
    lists: new ListMemory(1e7),
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
      identity: {
        caller,
        call,
        source,
        loaders,
        secretsWanted: secrets,
        idempotencyKey: undefined,
        writes: new OperationWrites(),
      },
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
  const context = contextOf(caller, mayReadSecrets(caller));
  const answer = async () =>
    (await compiled.execute({ document, operation: operationOf(document) }, variables, context))?.toString() ?? null;
  const short = await answer();
  // The second keeps texts of the rows, the third is made of them.
  expect([await answer(), await answer()]).toEqual([short, short]);
  const long = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: contextOf(caller, mayReadSecrets(caller)),
  });
  return { short, long };
}

const EXECUTOR_ONLY = [
  'environmentName',
  'webhookSupported',
  'environment { primaryIntegration(channel: SMS) { id } }',
];

describe('compiled reads', () => {
  test(
    'answer as graphql-js does, byte for byte, or leave it to it',
    async () => {
      let answered = 0;
      const run = async (query: string, given: Record<string, unknown>, caller: Caller) => {
        const { short, long } = await both(query, given, caller);
        if (short === null) return;
        answered += 1;
        expect(long.errors).toBeUndefined();
        expect(short).toBe(`${JSON.stringify(long)}\n`);
      };
      await checkProperty(
        fc.asyncProperty(readOperations(schema), readVariables, fc.constantFrom(...CALLERS), run),
        200,
      );
      expect(answered).toBeGreaterThan(4);
    },
    RUNS_TIMEOUT,
  );

  test('of one document keep apart the operations that name other variables alike', async () => {
    const document = parse(`
      query Texts($a: String!, $b: Boolean!, $c: String!) {
        integrations { totalCount @include(if: $b) nodes { id } }
        first: integration(by: { identifier: { identifier: $a } }) { id }
        second: integration(by: { identifier: { identifier: $c } }) { id }
      }
      query Switches($a: Boolean!, $b: Boolean!, $c: Boolean!) {
        integrations { totalCount @include(if: $a) nodes @include(if: $b) { id @skip(if: $c) } }
      }`);
    expect(validate(schema, document)).toEqual([]);
    for (const [operationName, variableValues] of [
      ['Texts', { a: 'a', b: true, c: 'b,false,c' }],
      ['Texts', { a: 'a,true,b', b: false, c: 'c' }],
      ['Switches', { a: true, b: false, c: true }],
      ['Switches', { a: false, b: true, c: false }],
    ] as const) {
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new Error('no operation');
      const short = await compiled.execute({ document, operation }, variableValues, contextOf(KEY));
      const long = await execute({ schema, document, operationName, variableValues, contextValue: contextOf(KEY) });
      expect(String(short)).toBe(`${JSON.stringify(long)}\n`);
    }
  });

  test('are forgotten when there are too many of them, and compiled again', async () => {
    const fields = Array.from({ length: 1_000 }, (_, n) => `f${n}: id`).join(' ');
    const first = `{ integration(by: { id: "65b100000000000000000001" }) { ${fields} } }`;
    const document = parse(first);
    const answerTo = async (text: DocumentNode) =>
      String(await compiled.execute({ document: text, operation: operationOf(text) }, {}, contextOf(KEY)));
    const answer = await answerTo(document);
    for (let n = 0; n < 60; n++) await answerTo(parse(`query Q${n} ${first}`));
    expect(await answerTo(document)).toBe(answer);
  });

  test.each(EXECUTOR_ONLY)('leave %s to the executor', async (field) => {
    const query = `query ($yes: Boolean = true) { integrations(filter: { active: $yes }) { nodes { id ${field} } } }`;
    const { short } = await both(query, {}, SESSION);
    expect(short).toBeNull();
  });

  test.each([
    ['another root field', '{ integrations { totalCount } integrationsViewer { scheme } }'],
    ['a mutation', 'mutation { setPrimaryIntegration(input: { id: "x" }) { errors { code } } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
  ])('leave %s to the executor', async (_, query) => {
    const { short } = await both(query, {}, KEY);
    expect(short).toBeNull();
  });

  test('do not enforce less: two members of a @oneOf in a variable are the executor’s to refuse', async () => {
    const query = 'query ($by: IntegrationBy!) { integration(by: $by) { id } }';
    const by = { id: 'x', identifier: { identifier: 'y' } };
    const { short, long } = await both(query, { by }, KEY);
    expect([short, long.errors?.[0]?.message]).toEqual([null, expect.stringContaining('Exactly one key')]);
  });

  test('rows that carry secrets print no secret', async () => {
    const caller = readCaller('Bearer dev-session', ACME_DEV);
    const context = contextOf(caller, true);
    const document = parse('{ integrations { nodes { id name configurations { inboundWebhookEnabled other } } } }');
    const text = String(await compiled.execute({ document, operation: operationOf(document) }, {}, context));
    const { identity } = context.request;
    const list = identity instanceof Error ? [] : (await identity.loaders.list()).integrations;
    const secrets = list
      .flatMap(({ secrets }) => Object.values(secrets?.credentials ?? {}))
      .filter((value) => typeof value === 'string' && value.length > 8);
    expect(secrets.length).toBeGreaterThan(10);
    expect(text).toContain('inboundWebhookEnabled');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
