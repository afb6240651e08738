import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { bodyOf, exchange, head, post, statusOf } from '../../helpers/raw-client.ts';
import { countWays } from '../../helpers/ways.ts';

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await startGateway();
  url = gateway.app.url;
  await gateway.ask(callers.devKey, LIST);
});
afterAll(() => gateway.stop());
const ways = countWays();

const LIST = '{ integrations { totalCount } }';
const BODY = JSON.stringify({ query: LIST });
const KEY = { ...callers.devKey };
const DATA = { integrations: { totalCount: 11 } };

describe('the bytes of a body', () => {
  test.each([
    ['gzip', 415],
    ['GZIP', 415],
    ['br', 415],
    ['identity, gzip', 415],
    ['identity', 200],
    ['Identity', 200],
  ])('content-encoding %s is %d', async (encoding, status) => {
    const bytes = /gzip/i.test(encoding) ? gzipSync(BODY) : BODY;
    const answer = await exchange(url, post(bytes, { ...KEY, 'content-encoding': encoding }));
    expect(statusOf(answer)).toBe(status);
    if (status === 415) expect(bodyOf(answer).errors?.[0]?.message).toContain('content-encoding');
  });

  test.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['Application/JSON;CHARSET="UTF-8"', 200],
    ['application/json; charset=utf8', 200],
    ['application/json; profile="a;b"; charset=utf-8', 200],
    ['application/json; charset=utf-16', 415],
    ['application/json; charset=iso-8859-1', 415],
    ['application/json; profile=x; charset="windows-1252"', 415],
    ['application/jsonx', 415],
    ['application/json, text/plain', 415],
    ['text/plain; a=application/json', 415],
    ['json', 415],
    ['', 415],
  ])('content-type %j is %d, and takes the fast path wherever it is read', async (contentType, status) => {
    for (let turn = 0; turn < 2; turn++) await exchange(url, post(BODY, KEY));
    ways.clear();
    expect(statusOf(await exchange(url, post(BODY, { ...KEY, 'content-type': contentType })))).toBe(status);
    expect(ways.count('response-cache') + ways.count('plan-cache')).toBe(status === 200 ? 1 : 0);
  });

  const withBytes = (...bytes: readonly number[]) => {
    const [before = '', after = ''] = JSON.stringify({
      query: LIST,
      operationName: null,
      extensions: { x: '?' },
    }).split('?');
    return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
  };

  test.each([
    ['a byte that UTF-8 never has', [0xff]],
    ['Latin-1', [0x4d, 0xfc, 0x6c]],
    ['half a character', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
  ])('%s is 400', async (_name, bytes) => {
    const answer = await exchange(url, post(withBytes(...bytes), KEY));
    expect(statusOf(answer)).toBe(400);
    expect(bodyOf(answer).errors).toMatchObject([
      { message: 'The request body is not valid UTF-8.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  test('real characters of any length are read', async () => {
    const answer = await exchange(url, post(withBytes(...Buffer.from('aä€😀')), KEY));
    expect(bodyOf(answer)).toEqual({ data: DATA });
  });

  const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

  test('a byte order mark is skipped, on the fast path as well', async () => {
    const marked = Buffer.concat([MARK, Buffer.from(BODY)]);
    for (const bytes of [marked, Buffer.from(BODY), marked, marked]) {
      expect(bodyOf(await exchange(url, post(bytes, KEY)))).toEqual({ data: DATA });
    }
    expect(ways.count('response-cache')).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ['two of them', Buffer.concat([MARK, MARK, Buffer.from(BODY)])],
    ['one in the middle', Buffer.concat([Buffer.from('{'), MARK, Buffer.from(BODY.slice(1))])],
    ['nothing else', MARK],
    ['UTF-16', Buffer.from(`\ufeff${BODY}`, 'utf16le')],
  ])('%s is 400', async (_name, bytes) => {
    expect(statusOf(await exchange(url, post(bytes, KEY)))).toBe(400);
  });
});

describe('a request target', () => {
  test.each([
    ['http://gateway.test/graphql', 200],
    ['HTTP://gateway.test:4000/graphql', 200],
    ['https://gateway.test/graphql?x=1', 200],
    ['http://gateway.test/nothing', 404],
    ['http://gateway.test/graphqlx', 404],
    ['http://gateway.test', 200],
    ['http://gateway.test?x=/graphql', 200],
    ['ftp://gateway.test/graphql', 404],
    ['*', 404],
  ])('%s is %d', async (target, status) => {
    expect(statusOf(await exchange(url, post(BODY, KEY, target)))).toBe(status);
  });

  test('in absolute form keeps its query', async () => {
    const target = `http://gateway.test/graphql?query=${encodeURIComponent(LIST)}`;
    const headers = { host: 'a', connection: 'close', 'apollo-require-preflight': '1', ...KEY };
    expect(bodyOf(await exchange(url, head(`GET ${target} HTTP/1.1`, headers)))).toEqual({ data: DATA });
  });
});

describe('every answer says that its type is not to be guessed', () => {
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    head(`GET ${path} HTTP/1.1`, { host: 'a', connection: 'close', ...headers });
  const preflight = {
    host: 'a',
    connection: 'close',
    origin: 'https://a.example',
    'access-control-request-method': 'POST',
  };

  test.each<[string, number, Buffer | string]>([
    ['an answer', 200, post(BODY, KEY)],
    ['one of the pipeline', 200, post(BODY, { ...KEY, 'x-cache-debug': '1' })],
    ['an error', 400, post('{"query":"{"}', KEY)],
    ['no caller', 401, post(BODY)],
    ['a refusal', 415, post(BODY, { 'content-type': 'text/plain' })],
    ['a refused GET', 400, get('/graphql?query=x')],
    [
      'another method',
      405,
      head('PUT /graphql HTTP/1.1', { host: 'a', connection: 'close', 'content-type': 'application/json' }),
    ],
    ['another method without a type', 405, head('DELETE /graphql HTTP/1.1', { host: 'a', connection: 'close' })],
    ['OPTIONS that is no preflight', 405, head('OPTIONS /graphql HTTP/1.1', { host: 'a', connection: 'close' })],
    ['a preflight', 204, head('OPTIONS /graphql HTTP/1.1', preflight)],
    ['no such path', 404, get('/nothing')],
    ['a probe', 200, get('/healthz')],
    ['readiness', 200, get('/readyz')],
    ['GraphiQL', 200, get('/graphiql')],
    ['a part of it', 200, get('/graphiql/page.css')],
    ['no part of it', 404, get('/graphiql/constructor')],
    ['Sandbox', 200, get('/', { accept: 'text/html' })],
    ['no HTTP', 400, 'NOT HTTP\r\n\r\n'],
    ['two Hosts', 400, 'GET /healthz HTTP/1.1\r\nhost: a\r\nHOST: b\r\nconnection: close\r\n\r\n'],
    ['no Host', 400, 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['headers without end', 431, get('/healthz', { x: 'x'.repeat(20_000) })],
    ['another expectation', 417, get('/healthz', { expect: 'x' })],
  ])('%s, %d', async (_name, status, request) => {
    const answer = await exchange(url, request);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(answer).toMatch(/^x-request-id: [\w.:-]+\r$/im);
  });
});
