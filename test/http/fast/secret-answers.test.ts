import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { ListMemory } from '../../../src/cache/store/list-memory.ts';
import { CompiledExecutor } from '../../../src/graphql/compiled/executor.ts';
import { type GatewayContext, OperationWrites } from '../../../src/graphql/context.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { Loaders } from '../../../src/loaders/loaders.ts';
import { createCacheScope, readCaller } from '../../../src/model/caller.ts';
import { UpstreamSource } from '../../../src/upstream/source.ts';
import { DEV } from '../../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { comparable, head, PIPELINE } from '../../helpers/pipeline.ts';

/** Values as they were sent: a switch, texts, and what no type has a field for. */
const CREDENTIALS = `credentials {
  __typename
  ... on HiddenIntegrationCredentials { reason }
  ... on IntegrationProviderCredentials { providerId }
  ... on SendGridIntegrationCredentials { apiKey from senderName }
  ... on NodemailerIntegrationCredentials { host port secure user password }
  ... on TwilioIntegrationCredentials { token }
}`;
const PAGE = `{ integrations(first: 50) { totalCount nodes { id name ${CREDENTIALS} configurations { inboundWebhookSigningKey } } } }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

describe('answers that show credentials', () => {
  /** Often enough that the last ones are put together out of the bytes. */
  async function expectSame(caller: Headers, query: string): Promise<string> {
    const long = await gateway.ask({ ...caller, ...PIPELINE }, query);
    for (let time = 0; time < 6; time++) {
      const short = await gateway.ask(caller, query);
      expect(comparable(short.text)).toBe(comparable(long.text));
      expect([short.status, head(short.headers)]).toEqual([long.status, head(long.headers)]);
    }
    return long.text;
  }

  test('are the same each time, show what is stored now, and are of those alone who may see them', async () => {
    const inProd = { ...callers.session, 'novu-environment-id': ACME_PROD };
    const before = await expectSame(callers.session, PAGE);
    expect(before).toContain('SG.');
    await expectSame(inProd, PAGE);
    for (const caller of [callers.devKey, callers.viewer, callers.globexSession]) {
      expect(await expectSame(caller, PAGE)).not.toMatch(/"apiKey":"SG\./);
    }
    // As long as the one before, so that all places stay.
    const key = /"apiKey":"(SG\.[^"]*)"/.exec(before)?.[1] ?? '';
    const changed = `${key.slice(0, -1)}${key.endsWith('x') ? 'y' : 'x'}`;
    const { errors } = await gateway.ask(
      callers.session,
      `mutation { updateIntegration(input: { id: "${DEV.sendgrid}", credentials: { sendgrid: { apiKey: "${changed}", from: "new@acme.example", senderName: "New" } } }) { errors { code } } }`,
    );
    expect(errors).toBeUndefined();
    const after = await expectSame(callers.session, PAGE);
    expect(after).toContain(changed);
    expect(after).not.toContain(`"${key}"`);
    expect(await expectSame(inProd, PAGE)).toContain(changed);
  });

  test('with what is printed otherwise than it was sent are made anew each time', async () => {
    await expectSame(
      callers.session,
      '{ integrations { nodes { credentials { ... on IntegrationProviderCredentials { values } } credentialState { key isSet } } } }',
    );
  });
});

describe('what is kept of an answer with secrets', () => {
  const { schema, readers } = createSchema();
  const executor = new CompiledExecutor(schema, readers, 1024 ** 2);
  let source: UpstreamSource;
  beforeAll(() => {
    const scope = createCacheScope('test', gateway.backend.url);
    source = new UpstreamSource({ baseUrl: gateway.backend.url, timeoutMs: 5_000, scope, lists: new ListMemory(1e7) });
  });
  afterAll(() => source.close());

  /** An answer to a session, and what makes it again. */
  async function answered(query: string) {
    const document = parse(query);
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const caller = readCaller('Bearer dev-session', ACME_DEV);
    const call = { caller, requestId: 'test' };
    const loaders = new Loaders(source, call, { secrets: true, fresh: false });
    const rest = { source, loaders, secretsWanted: true, idempotencyKey: undefined, writes: new OperationWrites() };
    const context: GatewayContext = { request: { identity: { caller, call, ...rest } } };
    const answer = await executor.execute({ document, operation }, {}, context);
    const list = await loaders.list();
    return { answer, list, template: await executor.template({ document, operation }, {}, context, list) };
  }

  test('makes it again out of the same bytes, and out of others shows not one secret', async () => {
    for (let time = 0; time < 2; time++) await answered(PAGE);
    const { answer, list, template } = await answered(PAGE);
    const { body } = list.raw ?? { body: Buffer.alloc(0) };
    expect(template?.fill(body).toString()).toBe(answer?.toString());
    const kept = template?.fill(Buffer.alloc(body.length, ' ')).toString() ?? '';
    expect(kept).toContain('"__typename":"SendGridIntegrationCredentials"');
    const secrets = list.integrations.flatMap(({ secrets }) => [
      ...Object.values(secrets?.credentials ?? {}),
      secrets?.inboundWebhookSigningKey,
    ]);
    const shown = secrets.filter((value) => typeof value === 'string' && answer?.includes(JSON.stringify(value)));
    expect(shown.length).toBeGreaterThan(5);
    for (const secret of shown) expect(kept).not.toContain(JSON.stringify(secret));
    // A switch is a secret as well.
    expect(answer?.toString()).toMatch(/"secure":(true|false)/);
    expect(kept).not.toMatch(/"secure":(true|false)/);
  });

  test('is nothing where a value is printed otherwise than it was sent', async () => {
    for (let time = 0; time < 2; time++) await answered(PAGE);
    const query = '{ integrations { nodes { credentialState { key isSet } } } }';
    const { answer, template } = await answered(query);
    expect([answer === null, template]).toEqual([false, null]);
  });
});
