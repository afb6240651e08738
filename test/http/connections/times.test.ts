import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { App } from '../../../src/app.ts';
import { type ErrorEvent, errorChannel } from '../../../src/telemetry/channels.ts';
import { startApp } from '../../helpers/gateway.ts';
import { bodyOf, connectRaw, exchange, head, nextServerSocket, post, statusOf } from '../../helpers/raw-client.ts';

const apps = new Map<string, App>();
afterAll(async () => {
  for (const app of apps.values()) await app.stop();
});

/** The URL of a development gateway: its editor is a file of some megabytes. One for all tests that want the same. */
async function start(env: Readonly<Record<string, string>>): Promise<string> {
  const name = JSON.stringify(env);
  const app = apps.get(name) ?? (await startApp(env));
  apps.set(name, app);
  return app.url;
}

/** Codes of the errors that are told while something happens; `until` so many of them are. */
async function codesOf(count: number, happens: () => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  let told: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    told = resolve;
  });
  const onError = (event: unknown) => {
    if (codes.push((event as ErrorEvent).code) === count) told();
  };
  subscribe(errorChannel.name, onError);
  await happens();
  await all;
  unsubscribe(errorChannel.name, onError);
  return codes;
}

const POST = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n';

describe('time limits of a request', () => {
  test.each([
    ['nothing', ''],
    ['half a line', 'GET /hea'],
    ['half a head', POST],
    ['a second request that stops in its head', `GET /nothing HTTP/1.1\r\nhost: a\r\n\r\n${POST}`],
  ])('headers: %s is 408, and the connection is closed', async (_name, sent) => {
    const url = await start({ HEADERS_TIMEOUT: '100ms' });
    const answer = await exchange(url, sent);
    const last = answer.slice(answer.lastIndexOf('HTTP/1.1'));
    expect(statusOf(last)).toBe(408);
    expect(last).toMatch(/^connection: close\r$/m);
    expect(bodyOf(last).errors).toMatchObject([
      { message: 'The request did not arrive in time.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  test.each([
    ['stops', `${POST}\r\n{"query":`],
    ['stops between two chunks', `${POST.replace(/content-length.*/, 'transfer-encoding: chunked')}\r\n3\r\n{"q\r\n`],
  ])('the whole: a body that %s is 408, which is no fault of the gateway', async (_name, sent) => {
    const url = await start({ HEADERS_TIMEOUT: '100ms', REQUEST_TIMEOUT: '200ms' });
    const codes = await codesOf(1, async () => expect(statusOf(await exchange(url, sent))).toBe(408));
    expect(codes).toEqual(['CLIENT_CLOSED_REQUEST']);
  });

  test('a request that comes in time, a piece at a time, is answered', async () => {
    const url = await start({ HEADERS_TIMEOUT: '5s' });
    const client = await connectRaw(url);
    for (const byte of 'GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n') client.socket.write(byte);
    expect(statusOf(await client.closed)).toBe(200);
  });
});

const PING = head('GET /healthz HTTP/1.1', { host: 'a' });

describe('idle connections', () => {
  test('are kept for longer than load balancers keep them, and clients are told so', async () => {
    const client = await connectRaw(await start({}));
    client.socket.write(PING);
    expect(await client.until(/"ok"/)).toMatch(/^keep-alive: timeout=65\r$/im);
    client.socket.destroy();
  });

  test('are closed after the time that is set', async () => {
    const client = await connectRaw(await start({ KEEP_ALIVE_TIMEOUT: '50ms' }));
    client.socket.write(PING);
    expect(statusOf(await client.closed)).toBe(200);
    expect(client.fault()).toBe(null);
  });
});

describe('a client that does not read', () => {
  const EDITOR = head('GET /graphiql/graphiql.js HTTP/1.1', { host: 'a' });
  const EDITORS = Buffer.concat([EDITOR, EDITOR, EDITOR, EDITOR]);

  test('is disconnected, also while it goes on sending', async () => {
    // No other limit is near.
    const url = await start({ WRITE_TIMEOUT: '100ms', HEADERS_TIMEOUT: '5m', REQUEST_TIMEOUT: '5m' });
    const idle = await connectRaw(url);
    idle.socket.write(PING);
    await idle.until(/"ok"/);
    const asked = nextServerSocket();
    const client = await connectRaw(url);
    client.socket.pause();
    client.socket.write(`${EDITORS}GET /healthz HTTP/1.1\r\nhost: a\r\nx: `);
    const socket = await asked;
    const trickle = setInterval(() => client.socket.write('x'), 10);
    await once(socket, 'close');
    clearInterval(trickle);
    expect(socket.bytesWritten).toBeGreaterThan(0);
    client.socket.destroy();
    // One that asks for nothing has nothing to read.
    idle.socket.write(PING);
    await idle.until(/"ok".*"ok"/s);
    idle.socket.destroy();
  });

  test('is not one that reads slowly', async () => {
    const url = await start({ WRITE_TIMEOUT: '2s' });
    const client = await connectRaw(url);
    let bytes = 0;
    const startedAt = performance.now();
    // Longer than the limit for all of it, and something within the limit always.
    client.socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      client.socket.pause();
      setTimeout(() => client.socket.resume(), 10);
    });
    const last = head('GET /healthz HTTP/1.1', { host: 'a', connection: 'close' });
    client.socket.write(Buffer.concat([EDITORS, last]));
    const answer = await client.closed;
    expect(performance.now() - startedAt).toBeGreaterThan(2_000);
    expect(answer.endsWith('{"status":"ok"}')).toBe(true);
    expect(answer.length).toBe(bytes);
  });
});

test('a long answer arrives whole', async () => {
  const url = await start({});
  const answers = await Promise.all([1, 2, 3].map(() => fetch(`${url}/graphiql/graphiql.js`)));
  const [first, ...others] = await Promise.all(answers.map((answer) => answer.text()));
  expect(first?.length).toBeGreaterThan(500_000);
  for (const other of others) expect(other).toBe(first);
});

test('a client that leaves before its answer is no fault of the gateway', async () => {
  const url = await start({});
  const leaving = new Promise<ServerResponse>((resolve) => {
    const name = 'http.server.request.start';
    const onStart = (event: unknown) => {
      unsubscribe(name, onStart);
      resolve((event as { response: ServerResponse }).response);
    };
    subscribe(name, onStart);
  });
  const client = await connectRaw(url);
  const codes = await codesOf(1, async () => {
    client.socket.write(post('{"query":"{ __typename }"}').subarray(0, -5));
    const response = await leaving;
    client.socket.destroy();
    await once(response, 'close');
  });
  expect(codes).toEqual(['CLIENT_CLOSED_REQUEST']);
});
