import type { ServerResponse } from 'node:http';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { IntegrationSource } from '../../src/model/integration.ts';
import {
  answering,
  callOf,
  errorOf,
  findClosedPort,
  json,
  row,
  type Script,
  sourceOf,
  startRaw,
  startScripted,
  UPSTREAM_TEXT,
} from './harness.ts';

const READS: Readonly<Record<string, (source: IntegrationSource) => Promise<unknown>>> = {
  list: (source) => source.list(callOf()),
  me: (source) => source.me(callOf()),
  environments: (source) => source.environments(callOf()),
  webhookSupported: (source) => source.webhookSupported(callOf(), '65b000000000000000000001'),
};

const BY_STATUS: readonly (readonly [status: number, code: string, requests: number])[] = [
  [300, 'UPSTREAM_CONTRACT', 1],
  [301, 'UPSTREAM_CONTRACT', 1],
  [302, 'UPSTREAM_CONTRACT', 1],
  [401, 'UNAUTHENTICATED', 1],
  [403, 'FORBIDDEN', 1],
  [405, 'UPSTREAM_CONTRACT', 1],
  [418, 'UPSTREAM_CONTRACT', 1],
  [422, 'BAD_USER_INPUT', 1],
  [429, 'RATE_LIMITED', 1],
  [500, 'UPSTREAM_UNAVAILABLE', 1],
  [501, 'UPSTREAM_UNAVAILABLE', 1],
  [502, 'UPSTREAM_UNAVAILABLE', 3],
  [503, 'UPSTREAM_UNAVAILABLE', 3],
  [504, 'UPSTREAM_UNAVAILABLE', 3],
];

describe.each(Object.keys(READS))('an error answer to %s', (name) => {
  test.each(BY_STATUS)('with status %d is %s after %d request(s)', async (status, code, requests) => {
    const upstream = await answering(
      status,
      { statusCode: status, message: UPSTREAM_TEXT },
      { location: '/elsewhere' },
    );
    const error = await errorOf(Promise.resolve(READS[name]?.(sourceOf(upstream.url))));
    expect(error).toMatchObject({ code, cause: { name: 'UpstreamRequestError', status } });
    expect(upstream.seen).toHaveLength(requests);
  });

  test('keeps its meaning without a readable body', async () => {
    const upstream = await startScripted((response) => response.writeHead(401).end(`<p>${UPSTREAM_TEXT}</p>`));
    const error = await errorOf(Promise.resolve(READS[name]?.(sourceOf(upstream.url))));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

test.each([400, 422])('%d names the header to check', async (status) => {
  const upstream = await answering(status, { statusCode: status, message: ['environmentId should not be empty'] });
  const error = await errorOf(sourceOf(upstream.url).list(callOf()));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('Novu-Environment-Id') });
});

test('404 to a list is an answer that the contract does not know', async () => {
  const upstream = await answering(404, { statusCode: 404, message: 'Cannot GET /v1/integrations' });
  expect(await errorOf(sourceOf(upstream.url).list(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
});

test('an environment that Novu does not know is the fault of the header', async () => {
  const upstream = await answering(404, { statusCode: 404, message: 'Environment 65a000000000000000000001 not found' });
  const error = await errorOf(sourceOf(upstream.url).me(callOf()));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('Novu-Environment-Id') });
});

test('any other 404 to `me` is an answer that the contract does not know', async () => {
  const upstream = await answering(404, { statusCode: 404, message: 'Cannot GET /v1/environments/me' });
  expect(await errorOf(sourceOf(upstream.url).me(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
});

const NOW = Date.parse('2026-05-06T07:08:09.500Z');

test.each([
  ['7', 7],
  ['0', 1],
  ['1', 1],
  ['999999999', 999_999_999],
  ['1000000000', 1],
  ['1.2', 2],
  ['Wed, 06 May 2026 07:08:19 GMT', 10],
  ['Wed, 06 May 2026 07:08:01 GMT', 1],
  ['soon', 1],
  ['-5', 1],
  ['99999999999999999999', 1],
  ['2027', 2027],
  ['May 2027', 1],
])('Retry-After %p asks to wait for %d s', async (header, retryAfterSeconds) => {
  const upstream = await answering(429, { statusCode: 429, message: 'x' }, { 'retry-after': header });
  const error = await errorOf(sourceOf(upstream.url, { now: () => NOW }).list(callOf()));
  expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds, details: { retryAfterSeconds } });
});

test('429 without Retry-After asks to wait for 1 s', async () => {
  const upstream = await answering(429, { statusCode: 429, message: 'x' });
  expect(await errorOf(sourceOf(upstream.url).list(callOf()))).toMatchObject({ retryAfterSeconds: 1 });
});

const LIST = JSON.stringify({ data: [row()] });

/** Unreadable answers with status 200. `requests`: how often upstream is called in all. */
const UNREADABLE: Readonly<Record<string, { script: Script; requests: number }>> = {
  HTML: {
    script: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${UPSTREAM_TEXT}</h1>`),
    requests: 1,
  },
  'an empty body': { script: (response) => response.writeHead(200).end(), requests: 1 },
  'no content': { script: (response) => response.writeHead(204).end(), requests: 1 },
  'half the JSON, as the whole body': { script: (response) => response.end(LIST.slice(0, 50)), requests: 1 },
  'a body in a coding that is not known': {
    script: (response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(LIST)),
    requests: 1,
  },
  'a body one byte over the limit': { script: (response) => response.end(LIST.padEnd(1_001)), requests: 1 },
  'a body over the limit that never ends': {
    script: (response) => {
      const write = () => response.write(Buffer.alloc(65_536, ' '), (error) => (error ? undefined : write()));
      write();
    },
    requests: 1,
  },
  'a string': { script: (response) => json(response, 200, { data: UPSTREAM_TEXT }), requests: 1 },
  'an object for a list': { script: (response) => json(response, 200, { data: {} }), requests: 1 },
  'null for a list': { script: (response) => json(response, 200, { data: null }), requests: 1 },
  'null for the body': { script: (response) => json(response, 200, null), requests: 1 },
};

test.each(Object.entries(UNREADABLE))('%s is UPSTREAM_CONTRACT', async (_name, { script, requests }) => {
  const upstream = await startScripted(script);
  const error = await errorOf(sourceOf(upstream.url, { maxBodyBytes: 1_000 }).list(callOf()));
  expect(error).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
  expect(upstream.seen).toHaveLength(requests);
});

const BROKEN: Readonly<Record<string, Script>> = {
  'half a body of known length, on a connection that stays': (response) => {
    response.writeHead(200, { 'content-length': LIST.length }).write(LIST.slice(0, 50), () => response.destroy());
  },
  'half a body of known length, on a connection that closes': (response) => {
    response
      .writeHead(200, { 'content-length': LIST.length, connection: 'close' })
      .write(LIST.slice(0, 50), () => response.socket?.end());
  },
  'half a chunked body, on a connection that stays': (response) => {
    response.writeHead(200).write(LIST.slice(0, 50), () => response.socket?.end());
  },
  'half a chunked body, on a connection that closes': (response) => {
    response.writeHead(200, { connection: 'close' }).write(LIST.slice(0, 50), () => response.socket?.end());
  },
  'half a body without a length, on a connection that closes': (response) => {
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, { connection: 'close' }).write(LIST.slice(0, 50), () => response.socket?.end());
  },
};

test.each(Object.entries(BROKEN))('%s is read again, and in the end not available', async (_name, script) => {
  const upstream = await startScripted(script);
  const error = await errorOf(sourceOf(upstream.url).list(callOf()));
  expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { status: 200, method: 'GET' } });
  expect(upstream.seen).toHaveLength(3);
});

test('a body of exactly the limit is read', async () => {
  const upstream = await startScripted((response) => response.end(LIST.padEnd(1_000)));
  const list = await sourceOf(upstream.url, { maxBodyBytes: 1_000 }).list(callOf());
  expect(list.integrations).toHaveLength(1);
});

test('16 MiB are read by default, and not one byte more', async () => {
  const most = 16 * 1024 * 1024;
  const upstream = await startScripted((response, _seen, nth) =>
    response.end(LIST.padEnd(nth === 1 ? most : most + 1)),
  );
  const source = sourceOf(upstream.url);
  expect((await source.list(callOf())).integrations).toHaveLength(1);
  expect(await errorOf(source.list(callOf()))).toMatchObject({ cause: { code: 'TOO_LARGE' } });
});

test('what is not HTTP is UPSTREAM_CONTRACT', async () => {
  const upstream = await startRaw((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
  expect(await errorOf(sourceOf(upstream.url).list(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
});

test('headers without end are UPSTREAM_CONTRACT', async () => {
  const header = `x-much: ${'m'.repeat(8_000)}\r\n`;
  const upstream = await startRaw((socket) =>
    socket.on('data', () => socket.write(`HTTP/1.1 200 OK\r\n${header.repeat(8)}`)),
  );
  expect(await errorOf(sourceOf(upstream.url).list(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
});

test('an early hint is no answer yet', async () => {
  const hint = (response: ServerResponse, then: () => void) =>
    response.writeEarlyHints({ link: '</x>; rel=preload' }, then);
  const upstream = await startScripted((response, _seen, nth) =>
    hint(response, () => (nth === 4 ? json(response, 200, { data: [row()] }) : response.socket?.end())),
  );
  const source = sourceOf(upstream.url);
  expect(await errorOf(source.list(callOf()))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { status: null } });
  expect((await source.list(callOf())).integrations).toHaveLength(1);
});

test('a closed port is UPSTREAM_UNAVAILABLE, at once', async () => {
  const clock = { ...{ random: () => 0 }, sleep: () => Promise.reject(new Error('slept')) };
  const source = sourceOf(`http://127.0.0.1:${await findClosedPort()}`, { retryClock: clock });
  const error = await errorOf(source.list(callOf()));
  expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ECONNREFUSED', status: null } });
});

test('a header that cannot be forwarded is BAD_USER_INPUT and is not sent', async () => {
  const upstream = await answering(200, { data: [] });
  const caller = {
    scheme: 'SESSION',
    authorization: 'Bearer TOKEN-MARK\r\nx-evil: 1',
    environmentId: 'e',
    showCredentials: 'sessions',
  } as const;
  const error = await errorOf(sourceOf(upstream.url).list(callOf(caller)));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(upstream.seen).toHaveLength(0);
});
