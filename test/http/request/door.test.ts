import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AnswerEvent, answerChannel } from '../../../src/telemetry/channels.ts';
import { collectEvents } from '../../helpers/events.ts';
import { ACME_DEV, ACME_PROD, callers, readAnswer, startGateway, type TestGateway } from '../../helpers/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    MAX_QUERY_DEPTH: '3',
    MAX_QUERY_ALIASES: '2',
    MAX_QUERY_COST: '100',
    MAX_QUERY_TOKENS: '60',
    MAX_BODY: '10KiB',
  });
  for (const caller of [callers.devKey, callers.session]) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway?.stop());
beforeEach(() => {
  gateway.calls();
});

const answers = collectEvents<AnswerEvent>(answerChannel);
const LIST = '{ integrations { totalCount } }';
const JSON_HEADERS = { 'content-type': 'application/json', ...callers.devKey };

async function post(body: string, headers: Readonly<Record<string, string>> = {}) {
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body }));
}

describe('each limit', () => {
  const nodes = (first: number) => `{ integrations(first: ${first}) { nodes { id name } } }`;
  test.each([
    [
      'depth',
      '{ integrations(first: 1) { nodes { id } } }',
      '{ integrations(first: 1) { nodes { provider { id } } } }',
    ],
    [
      'aliases',
      '{ integrations(first: 1) { a: totalCount b: totalCount } }',
      '{ integrations(first: 1) { a: totalCount b: totalCount c: totalCount } }',
    ],
    ['cost', nodes(33), nodes(34)],
  ])('on %s lets through what reaches it, and nothing more', async (name, within, over) => {
    expect((await gateway.ask(callers.devKey, within)).errors).toBeUndefined();
    const refused = await gateway.ask(callers.devKey, over);
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    expect(refused.errors?.[0]?.message).toContain(`(${name}: `);
    expect(answers().map(({ way, status }) => [way, status])).toEqual([
      ['apollo', 200],
      ['refused', 400],
    ]);
  });

  test('on cost counts representations on each way alike, and lets through what reaches it', async () => {
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Integration { id name kind } } }';
    const ask = (count: number) =>
      gateway.ask(callers.devKey, query, { of: Array(count).fill({ __typename: 'Integration', id: 'x' }) });
    await ask(1);
    expect((await ask(4)).data._entities).toHaveLength(4);
    expect(answers().map(({ way }) => way)).toEqual(['apollo', 'plan-cache']);
    expect((await ask(5)).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  test('on tokens', async () => {
    // Two braces and a name each.
    const tokens = (count: number) => `{ ${'__typename '.repeat(count - 2)} }`;
    expect((await gateway.ask({}, tokens(61))).errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect((await gateway.ask({}, tokens(60))).errors?.[0]?.extensions.code).not.toBe('GRAPHQL_PARSE_FAILED');
  });
});

describe('a body', () => {
  const filled = (bytes: number) => JSON.stringify({ query: LIST }).padEnd(bytes, ' ');

  test('of the largest size is read, a larger one is not, and its connection ends', async () => {
    expect((await post(filled(10_240))).data).toEqual({ integrations: { totalCount: 11 } });
    const sent = httpRequest(gateway.url, { method: 'POST', headers: JSON_HEADERS });
    sent.on('error', () => undefined);
    const arrived = once(sent, 'response') as Promise<[IncomingMessage]>;
    // More is announced than comes.
    sent.write(filled(10_241));
    const [response] = await arrived;
    expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
    sent.destroy();
    expect(answers().map(({ way, status }) => [way, status])).toEqual([
      [expect.any(String), 200],
      ['refused', 413],
    ]);
  });

  test.each([
    'application/json-seq',
    'application/jsonx',
    'text/plain; application/json',
    'application/ json',
    'application/json; charset=latin1',
  ])('of type %s is 415', async (type) => {
    expect((await post(filled(100), { 'content-type': type })).status).toBe(415);
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON',
    'application/json; charset=utf-8; x=y',
  ])('of type %s takes the fast path', async (type) => {
    const query = (totalCount: string) => JSON.stringify({ query: `{ integrations { ${totalCount}: totalCount } }` });
    const alias = `a${type.replace(/\W/g, '')}`;
    for (let turn = 0; turn < 2; turn++) {
      expect((await post(query(alias), { 'content-type': type })).data.integrations).toEqual({ [alias]: 11 });
    }
    expect(answers().map((one) => one.way)).toEqual(['apollo', 'plan-cache']);
  });
});

describe('headers', () => {
  test.each([
    ['no-cache', 1],
    ['max-age=0, No-Store', 1],
    ['max-age=0', 0],
    ['no-transform, x-no-cached', 0],
  ])('cache-control: %s reads past the cache: %i call', async (value, calls) => {
    await gateway.ask({ ...callers.devKey, 'cache-control': value }, LIST);
    expect(gateway.calls()).toHaveLength(calls);
  });

  test.each([
    ['1', true],
    ['0', false],
    ['true', false],
  ])('x-cache-debug: %s tells how the list came about: %s', async (value, told) => {
    const { extensions } = await gateway.ask({ ...callers.devKey, 'x-cache-debug': value }, LIST);
    expect(extensions?.cache !== undefined).toBe(told);
  });

  test('a request id of 128 characters is the longest', async () => {
    for (const [length, used] of [
      [128, true],
      [129, false],
    ] as const) {
      const id = 'x'.repeat(length);
      const { headers } = await gateway.ask({ ...callers.devKey, 'x-request-id': id }, LIST);
      expect([length, headers.get('x-request-id') === id]).toEqual([length, used]);
    }
  });

  test('a caller that changes its environment on a connection is another caller', async () => {
    const query = '{ integrationsViewer { environment { id } } }';
    for (const environment of [ACME_DEV, ACME_PROD, ACME_DEV]) {
      const caller = { ...callers.session, 'novu-environment-id': environment };
      const { data } = await gateway.ask(caller, query);
      expect(data.integrationsViewer.environment.id).toBe(environment);
    }
    const none = await gateway.ask({ authorization: callers.session.authorization }, query);
    expect([none.status, none.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});
