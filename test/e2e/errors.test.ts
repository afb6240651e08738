import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Query, Resolver } from 'type-graphql';
import { DEV, fresh } from '../helpers/demo-data.ts';
import { ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const MODERN = 'application/graphql-response+json';
const codes = (answer: Awaited<ReturnType<TestGateway['ask']>>) =>
  answer.errors?.map(({ extensions }) => extensions.code);

describe('status and code', () => {
  const unknownKey = { authorization: `ApiKey ${'d'.repeat(32)}` };
  const foreign = `{ integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount } }`;
  const deep = `{ integrations { nodes { ${'environment { integrations { nodes { '.repeat(5)} id ${'} } } '.repeat(5)} } } }`;
  const wide = `{ ${Array.from({ length: 201 }, (_, index) => `a${index}: integrationProvider(id: "ses") { id }`).join(' ')} }`;
  const long = `{ ${'__typename '.repeat(10_001)} }`;

  // An operation that ran is 200 under both media types, since its data is an object.
  test.each<[string, Headers, string, string, number, number]>([
    ['a syntax error', callers.session, '{ integrations(', 'GRAPHQL_PARSE_FAILED', 400, 400],
    ['an unknown field', callers.session, '{ nothing }', 'GRAPHQL_VALIDATION_FAILED', 400, 400],
    ['no caller', {}, '{ integrations { totalCount } }', 'UNAUTHENTICATED', 401, 401],
    [
      'a session without environment',
      { authorization: 'Bearer dev-session' },
      '{ integrations { totalCount } }',
      'BAD_USER_INPUT',
      400,
      400,
    ],
    ['a caller that Novu refuses', unknownKey, '{ integrations { totalCount } }', 'UNAUTHENTICATED', 200, 200],
    ['another environment', callers.devKey, foreign, 'FORBIDDEN', 200, 200],
    [
      'a page size out of range',
      callers.devKey,
      '{ integrations(first: 0) { totalCount } }',
      'BAD_USER_INPUT',
      200,
      200,
    ],
    ['too deep', callers.devKey, deep, 'QUERY_TOO_COMPLEX', 400, 400],
    ['too many aliases', callers.devKey, wide, 'QUERY_TOO_COMPLEX', 400, 400],
    ['too many tokens', callers.devKey, long, 'GRAPHQL_PARSE_FAILED', 400, 400],
  ])('%s', async (_name, caller, query, code, plain, modern) => {
    const classic = await gateway.ask({ ...caller, accept: 'application/json' }, query);
    const current = await gateway.ask({ ...caller, accept: MODERN }, query);
    for (const answer of [classic, current]) {
      expect(codes(answer)).toContain(code);
      expect(
        answer.errors?.every(({ extensions }) => extensions.requestId === answer.headers.get('x-request-id')),
      ).toBe(true);
    }
    expect([classic.status, current.status]).toEqual([plain, modern]);
    expect(classic.headers.get('content-type')).toContain('application/json');
    expect(current.headers.get('content-type')).toContain(MODERN);
  });

  // GraphQL over HTTP: data that is not null is a success, even if all its fields are null.
  test('an operation that still has data is 200', async () => {
    const query = `{ integrations(first: 0) { totalCount } integration(by: { id: "${DEV.fcm}" }) { id } }`;
    const { status, data, errors } = await gateway.ask({ ...callers.devKey, accept: MODERN }, query);
    expect(status).toBe(200);
    expect(data).toEqual({ integrations: null, integration: { id: DEV.fcm } });
    expect(errors).toHaveLength(1);
  });

  test('a user error is data, and 200', async () => {
    const mutation = 'mutation { deleteIntegration(input: { id: "nobody" }) { errors { code } } }';
    const { status, errors, data } = await gateway.ask({ ...callers.devKey, accept: MODERN }, mutation);
    expect([status, errors, data.deleteIntegration.errors]).toEqual([
      200,
      undefined,
      [{ code: 'INTEGRATION_NOT_FOUND' }],
    ]);
  });

  test('an operation that is not named among several', async () => {
    const answer = await gateway.ask(callers.devKey, 'query A { integrations { totalCount } } query B { __typename }');
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(gateway.calls()).toEqual([]);
  });

  test('a list in lists is too complex before any upstream call', async () => {
    const lists =
      '{ integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { environment { integrations(first: 100) { nodes { id } } } } } } } } }';
    const answer = await gateway.ask(fresh(callers.devKey), lists);
    expect(codes(answer)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(gateway.calls()).toEqual([]);
  });

  test('a page size below zero does not make room for the lists beside it', async () => {
    const page = 'nodes { environment { integrations(first: 100) { nodes { id } } } }';
    const lists = ['a', 'b', 'c'].map((key) => `${key}: integrations(first: 100) { ${page} }`).join(' ');
    for (const first of [1, 0, -1_000_000]) {
      const answer = await gateway.ask(callers.devKey, `{ integrations(first: ${first}) { ${page} } ${lists} }`);
      expect([first, codes(answer)]).toEqual([first, ['QUERY_TOO_COMPLEX']]);
    }
  });
});

describe('fields that fail by the hundred', () => {
  const failing = (count: number) =>
    Array.from({ length: count }, (_, n) => `f${n}: integrations(first: 0) { totalCount }`).join(' ');
  const inRows = (count: number) => `integrations(first: 11) { nodes { environment { ${failing(count)} } } }`;

  test('have errors up to a bound; the rest is null, and one more error says so', async () => {
    const { status, data, errors = [] } = await gateway.ask(callers.devKey, `{ ${inRows(20)} }`);
    expect([status, errors.length]).toEqual([200, 201]);
    expect(errors.slice(0, 200).every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')).toBe(true);
    expect(errors.at(-1)).toEqual({
      message: 'Too many fields failed: further ones are null, and their errors are left out (at most 200 errors).',
      extensions: { code: 'QUERY_TOO_COMPLEX', limit: 200, requestId: expect.any(String) },
    });
    expect(data.integrations.nodes[10].environment.f19).toBeNull();
    // Within the bound nothing is left out.
    expect((await gateway.ask(callers.devKey, `{ ${inRows(18)} }`)).errors).toHaveLength(198);
  });

  test.each([
    ['that are no entity', { __typename: 'Nothing' }, 'BAD_USER_INPUT'],
    ['without a caller', { __typename: 'Integration', id: DEV.fcm }, 'UNAUTHENTICATED'],
  ])('so do representations %s', async (_, one, code) => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    const { data, errors = [] } = await gateway.ask({}, query, { r: Array(300).fill(one) });
    expect([errors.length, errors[0]?.extensions.code, errors[200]?.extensions.code]).toEqual([
      201,
      code,
      'QUERY_TOO_COMPLEX',
    ]);
    expect(data._entities).toEqual(Array(300).fill(null));
  });

  test('keep no mutation from running', async () => {
    const rename = (name: string) => `updateIntegration(input: { id: "${DEV.fcm}", name: "${name}" })`;
    const mutation = `mutation { a: ${rename('One')} { integration { environment { ${inRows(25)} } } } b: ${rename('Two')} { errors { code } } }`;
    const { data, errors = [] } = await gateway.ask(callers.session, mutation);
    expect([errors.length, data.b]).toEqual([201, { errors: [] }]);
    expect(gateway.backend.records().find(({ _id }) => _id === DEV.fcm)?.name).toBe('Two');
  });
});

describe('no message quotes a value', () => {
  const CANARY = 'CANARY-of-a-client';
  const create =
    'mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { errors { code message path } } }';

  test.each<[string, object]>([
    ['a credential of the wrong type', { credentials: { sendgrid: { apiKey: [CANARY] } } }],
    ['an object for a credential', { credentials: { sendgrid: { apiKey: { [CANARY]: CANARY } } } }],
    ['text for a switch', { credentials: { nodemailer: { secure: CANARY } } }],
    ['an unknown credential beside it', { credentials: { sendgrid: { apiKey: CANARY, apiKeyy: CANARY } } }],
    ['two members', { credentials: { sendgrid: { apiKey: CANARY }, twilio: { token: CANARY } } }],
    ['a channel that is none', { channel: CANARY, credentials: { sendgrid: { apiKey: CANARY } } }],
    ['raw that is no object', { providerId: 'ses', credentials: { raw: CANARY } }],
    ['a number for text', { name: 5, credentials: { raw: { apiKey: CANARY } } }],
    ['an unknown provider', { providerId: CANARY }],
    ['an unknown environment', { providerId: 'discord', environmentId: CANARY }],
  ])('%s', async (_name, input) => {
    const answer = await gateway.ask(callers.session, create, { input });
    expect(answer.text).not.toContain(CANARY);
    const said: { message: string }[] = answer.errors ?? answer.data.createIntegration.errors;
    expect(said.length).toBeGreaterThan(0);
    for (const { message } of said) expect(message).toMatch(/^[A-Z"`$].{10,}/);
  });

  test.each([
    [
      'a literal of the wrong type',
      `mutation { createIntegration(input: { active: "${CANARY}" }) { errors { code } } }`,
    ],
    ['an enum literal', `{ primaryIntegration(channel: "${CANARY}") { id } }`],
    ['text that does not end', `{ integrationProvider(id: "${CANARY}) { id } }`],
    ['text where none belongs', `{ integrationProvider("${CANARY}") { id } }`],
    ['a cursor', `{ integrations(after: "${CANARY}") { totalCount } }`],
  ])('%s', async (_name, query) => {
    const answer = await gateway.ask(callers.session, query);
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(answer.text).not.toContain(CANARY);
  });

  test('a variable that is missing is named', async () => {
    const { errors } = await gateway.ask(callers.session, create);
    expect(errors?.[0]?.message).toContain('$input');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

@Resolver()
class BuggyResolver {
  @Query(() => String, { nullable: true })
  bug(): string {
    throw new Error('secret of the gateway at /srv/app.ts');
  }
}

test('an error of the gateway itself is masked, with nothing of its message, and leads to the log by its id', async () => {
  const buggy = await startGateway({}, {}, { resolvers: [BuggyResolver] });
  const answer = await buggy.ask({ ...callers.devKey, accept: MODERN }, '{ bug }');
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ bug: null });
  expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(answer.text).not.toMatch(/secret|srv|stack/);
  expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
});

describe('in production', () => {
  let production: TestGateway;
  beforeAll(async () => {
    production = await startGateway({ GATEWAY_MODE: 'production' });
  });
  afterAll(() => production.stop());

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Integration") { name } }'])(
    '%s is refused',
    async (query) => {
      const answer = await production.ask(callers.session, query);
      expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect(answer.status).toBe(400);
      expect((await gateway.ask(callers.session, query)).errors).toBeUndefined();
    },
  );

  test('nothing of the schema is suggested', async () => {
    const query = '{ integration(by: { idd: "x" }) { nam } integrationz { id } }';
    expect((await production.ask(callers.session, query)).text).not.toMatch(/did you mean/i);
    expect((await gateway.ask(callers.session, query)).text).toMatch(/did you mean/i);
    const variables = { input: { id: DEV.fcm, identifierr: 'x' } };
    const mutation =
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { errors { code } } }';
    expect((await production.ask(callers.session, mutation, variables)).text).not.toMatch(/did you mean/i);
  });

  test('queries are answered as ever', async () => {
    expect((await production.ask(callers.session, '{ __typename integrations { totalCount } }')).data).toEqual({
      __typename: 'Query',
      integrations: { totalCount: 20 },
    });
  });
});
