import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Agent, request } from 'undici';
import { createSchema } from '../../../src/graphql/schema.ts';
import {
  type Answer,
  callers,
  type Headers,
  neverRepeating,
  readAnswer,
  startGateway,
  type TestGateway,
} from '../../helpers/gateway.ts';
import { comparable, head, PIPELINE } from '../../helpers/pipeline.ts';
import { readOperations, readVariables } from '../../helpers/read-operations.ts';
import { checkProperty, RUNS_TIMEOUT } from '../../helpers/runs.ts';
import { countWays } from '../../helpers/ways.ts';

const SENDGRID = '65b100000000000000000001';

let gateway: TestGateway;
beforeAll(async () => {
  // No two requests are equal, so that each is executed.
  gateway = neverRepeating(await startGateway({ CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' }));
});
afterAll(() => gateway.stop());

const ways = countWays();
/** How many requests the plan cache has answered. */
const served = () => ways.count('plan-cache');

async function both(caller: Headers, query: string, variables?: object) {
  const long = await gateway.ask({ ...caller, ...PIPELINE }, query, variables);
  // Other values, with which the operation is let through.
  await gateway.ask(caller, query, {
    id: SENDGRID,
    first: 1,
    no: true,
    of: [{ __typename: 'Integration', id: SENDGRID }],
  });
  return { long, short: await gateway.ask(caller, query, variables) };
}

async function post(body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...callers.devKey };
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

const BY_ID = 'query ($id: ID!) { integration(by: { id: $id }) { id name channel createdAt } }';

describe('the plan cache', () => {
  test(
    'answer byte for byte as Apollo Server’s pipeline does, whatever the variables and the caller',
    async () => {
      let short = 0;
      await checkProperty(
        fc.asyncProperty(
          readOperations(createSchema().schema),
          readVariables,
          fc.constantFrom(...Object.values(callers)),
          async (query, variables, caller) => {
            const answers = await both(caller, query, variables);
            expect(comparable(answers.short.text)).toBe(comparable(answers.long.text));
            expect([answers.short.status, head(answers.short.headers)]).toEqual([
              answers.long.status,
              head(answers.long.headers),
            ]);
            short += served();
            ways.clear();
          },
        ),
        80,
      );
      expect(short).toBeGreaterThan(3);
    },
    RUNS_TIMEOUT,
  );

  test('never ask upstream twice where the pipeline has to tell of its failure', async () => {
    await gateway.ask(callers.devKey, BY_ID, { id: SENDGRID });
    await gateway.ask(callers.devKey, BY_ID, { id: SENDGRID });
    expect(served()).toBe(1);
    const stranger = { authorization: `ApiKey ${'d'.repeat(32)}` };
    gateway.calls();
    const refused = await gateway.ask(stranger, BY_ID, { id: SENDGRID });
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test.each([
    ['nobody', {}, { id: SENDGRID }, 'UNAUTHENTICATED'],
    ['a variable of another type', callers.devKey, { id: { not: 'an id' } }, 'BAD_USER_INPUT'],
    ['a missing variable', callers.devKey, {}, 'BAD_USER_INPUT'],
    ['variables that are no object', callers.devKey, [1], 'BAD_REQUEST'],
  ])('leave %s to the pipeline', async (_, caller, variables, code) => {
    await gateway.ask(callers.devKey, BY_ID, { id: SENDGRID });
    const refused = await gateway.ask(caller as Headers, BY_ID, variables);
    expect(refused.errors?.[0]?.extensions.code).toBe(code);
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });

  test('choose by name among the operations of a document', async () => {
    const query = 'query A { integrations { totalCount } } query B { integrations { __typename } }';
    for (const operationName of ['A', 'B', 'A', 'B']) {
      const { data } = await post({ query, operationName });
      expect(Object.keys(data.integrations)).toEqual([operationName === 'A' ? 'totalCount' : '__typename']);
    }
    expect(served()).toBe(2);
    const unnamed = await post({ query });
    expect(unnamed.errors?.[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test('keep no document that holds what may be a credential, also where another operation of it runs', async () => {
    const documentWith = (more: string) =>
      `query R { integrations { totalCount } } mutation W { updateIntegration(input: { id: "${SENDGRID}" ${more} }) { __typename } }`;
    for (const [more, times] of [
      ['', 1],
      ['name: "SECRET"', 3],
    ] as const) {
      for (let turn = 0; turn < 3; turn++) {
        const { data } = await post({ query: documentWith(more), operationName: 'R' });
        expect(data.integrations.totalCount).toBeGreaterThan(0);
      }
      expect(ways.count('apollo')).toBe(times);
      ways.clear();
    }
  });

  test.each([
    ['{ apiKey: "SECRET" }', 4],
    ['$v', 1],
  ])(
    'leave a query to the pipeline that stands beside a mutation with a value written into it: %s',
    async (value, byApollo) => {
      const mutation = `updateIntegration(input: { id: "${SENDGRID}", credentialsPatch: ${value} }) { integration { id } }`;
      const variable = value === '$v' ? '($v: JSONObject)' : '';
      const query = `query Q { integrations { totalCount } } mutation M${variable} { ${mutation} }`;
      // Bodies are equal, so that its answers would be kept as well.
      for (let turn = 0; turn < 4; turn++) expect((await post({ query, operationName: 'Q' })).errors).toBeUndefined();
      expect(ways.count('apollo')).toBe(byApollo);
    },
  );

  test('take no text for the hash that names another', async () => {
    const query = '{ integrations { totalCount } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    for (const body of [{ query, extensions }, { extensions }, { extensions }]) await post(body);
    expect(served()).toBe(1);
    const { errors } = await post({ query: `\0hash ${sha256Hash}` });
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test.each([
    ['empty', ''],
    ['of two lines', '\n#c'],
  ])('leave a name that is %s to the pipeline', async (_, operationName) => {
    const query = '{ integrations { totalCount } }';
    await post({ query });
    await post({ query: `#c\n${query}` });
    const refused = await post({ query, operationName });
    expect(refused.errors?.[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test('refuse a media type that is not offered each time it is asked for', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { status, headers, errors } = await gateway.ask({ ...callers.devKey, accept: 'text/html' }, BY_ID, {
        id: SENDGRID,
      });
      expect([status, headers.get('cache-control')]).toEqual([406, 'no-store']);
      expect(errors).toMatchObject([{ extensions: { requestId: headers.get('x-request-id') } }]);
    }
  });

  test('ask Novu for nothing where the entities are no integrations', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Integration { id } ... on IntegrationProvider { displayName } ... on Environment { id } } }';
    const fresh = { authorization: `ApiKey ${'e'.repeat(32)}` };
    await gateway.ask(callers.devKey, query, { of: [{ __typename: 'Integration', id: SENDGRID }] });
    gateway.calls();
    const of = [{ __typename: 'IntegrationProvider', id: 'twilio' }];
    expect((await gateway.ask(fresh, query, { of })).data._entities).toEqual([{ displayName: 'Twilio' }]);
    expect((await gateway.ask(fresh, query, { of: [] })).data._entities).toEqual([]);
    const unknown = [{ __typename: 'Integration' }];
    expect((await gateway.ask(fresh, query, { of: unknown })).data._entities).toEqual([null]);
    expect(gateway.calls()).toEqual([]);
  });

  test('carry the request id that the client sent', async () => {
    await gateway.ask(callers.devKey, BY_ID, { id: SENDGRID });
    const named = await gateway.ask({ ...callers.devKey, 'x-request-id': 'mine-1' }, BY_ID, { id: SENDGRID });
    expect(served()).toBeGreaterThan(0);
    expect(named.headers.get('x-request-id')).toBe('mine-1');
  });

  test('are each caller’s own on one connection', async () => {
    const dispatcher = new Agent({ connections: 1, pipelining: 1 });
    const names = [];
    for (const caller of [callers.devKey, callers.globexKey, {}, callers.devKey, callers.session]) {
      const { body } = await request(gateway.url, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(caller as Headers) },
        body: JSON.stringify({ query: '{ integration(by: { id: "65b100000000000000000001" }) { name } }' }),
      });
      const { data, errors } = (await body.json()) as Answer;
      names.push(errors?.[0]?.extensions.code ?? data.integration?.name ?? null);
    }
    await dispatcher.close();
    expect(names).toEqual(['SendGrid', null, 'UNAUTHENTICATED', 'SendGrid', 'SendGrid']);
    expect(served()).toBeGreaterThan(1);
  });

  test('leave more entities than fit into an answer to the pipeline, which refuses them', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Integration { ${Array.from({ length: 30 }, (_, n) => `a${n}: id`).join(' ')} } } }`;
    const entities = (count: number) => ({ of: Array(count).fill({ __typename: 'Integration', id: SENDGRID }) });
    await gateway.ask(callers.devKey, query, entities(1));
    expect((await gateway.ask(callers.devKey, query, entities(2))).data._entities).toHaveLength(2);
    expect(served()).toBe(1);
    const refused = await gateway.ask(callers.devKey, query, entities(2_000));
    expect(refused.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  test('speak the media type that each client accepts', async () => {
    const types = ['application/json', 'application/graphql-response+json', 'application/json'].map(async (accept) => {
      await gateway.ask({ ...callers.devKey, accept }, BY_ID, { id: SENDGRID });
      const { headers } = await gateway.ask({ ...callers.devKey, accept }, BY_ID, { id: SENDGRID });
      return headers.get('content-type');
    });
    expect(await Promise.all(types)).toEqual([
      'application/json; charset=utf-8',
      'application/graphql-response+json; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
  });

  test('do not stand in for a persisted query that is to be registered', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } };
    await gateway.ask(callers.devKey, BY_ID, { id: SENDGRID });
    const wrong = await post({ query: BY_ID, variables: { id: SENDGRID }, extensions });
    expect(wrong.errors?.[0]?.message).toContain('sha');
  });

  test('are known by the hash of a persisted query too', async () => {
    const sha256Hash = createHash('sha256').update(BY_ID).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const unknown = await post({ variables: { id: SENDGRID }, extensions });
    expect(unknown.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    await post({ query: BY_ID, variables: { id: SENDGRID }, extensions });
    await post({ variables: { id: 'another' }, extensions });
    expect(served()).toBe(0);
    const { data } = await post({ variables: { id: SENDGRID }, extensions });
    expect([data.integration.id, served()]).toEqual([SENDGRID, 1]);
    const version = await post({
      variables: { id: SENDGRID },
      extensions: { persistedQuery: { version: 2, sha256Hash } },
    });
    expect([version.status, version.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const asId = await post({ documentId: sha256Hash, variables: { id: SENDGRID } });
    expect([asId.status, asId.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const other = await post({ query: `hash ${sha256Hash}`, variables: { id: SENDGRID } });
    expect(other.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('hold documents of half a million characters, and forget the oldest first', async () => {
    // 240 thousand characters each.
    const documents = ['a', 'b', 'c'].map((key) => `{ integrations { ${key}: totalCount } } #${'x'.repeat(240_000)}`);
    const [first = '', second = '', third = ''] = documents;
    for (const query of [first, second, first, second]) await gateway.ask(callers.devKey, query);
    expect(served()).toBe(2);
    await gateway.ask(callers.devKey, third);
    await gateway.ask(callers.devKey, second);
    expect(served()).toBe(3);
    await gateway.ask(callers.devKey, first);
    expect(served()).toBe(3);
  });

  test('show credentials to the callers who may see them, and keep none', async () => {
    const query = `query ($id: ID!) { integration(by: { id: $id }) { credentials { __typename ... on SendGridIntegrationCredentials { apiKey } } } }`;
    const session = await both(callers.session, query, { id: SENDGRID });
    expect(served()).toBe(1);
    expect(session.short.data.integration.credentials.apiKey).toEqual(expect.any(String));
    expect(session.short.headers.get('cache-control')).toBe('no-store');
    const key = await gateway.ask(callers.devKey, query, { id: SENDGRID });
    expect(key.data.integration.credentials).toEqual({ __typename: 'HiddenIntegrationCredentials' });
  });
});
