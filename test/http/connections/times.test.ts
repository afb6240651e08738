import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { App } from '../../../src/app.ts';
import {
  type ErrorEvent,
  errorChannel,
  requestChannel,
  type StateEvent,
  stateChannel,
} from '../../../src/telemetry/channels.ts';
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

describe('idle connections', () => {
  const PING = head('GET /healthz HTTP/1.1', { host: 'a' });

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

describe('open connections', () => {
  const HALF = 'POST /graphql HTTP/1.1\r\nhost: a\r\n';

  test('over the bound are closed without an answer; a place that becomes free is given again', async () => {
    const url = await start({ MAX_CONNECTIONS: '2' });
    const [first, second] = [await connectRaw(url), await connectRaw(url)];
    first.socket.write(HALF);
    second.socket.write(HALF);
    const third = await connectRaw(url);
    expect(await third.closed).toBe('');
    first.socket.write('\r\n');
    expect(statusOf(await first.until(/\r\n\r\n/))).toBe(415);
    first.socket.destroy();
    await first.closed;
    expect(await tryUntilAnswered(url)).toBe(200);
    second.socket.destroy();
  });

  test('over the bound are told once, however many come', async () => {
    const url = await start({ MAX_CONNECTIONS: '1' });
    const told: StateEvent[] = [];
    const hear = (event: unknown) => {
      const state = event as StateEvent;
      if (state.component === 'connections') told.push(state);
    };
    subscribe(stateChannel.name, hear);
    const only = await connectRaw(url);
    only.socket.write(HALF);
    for (let count = 0; count < 5; count += 1) expect(await (await connectRaw(url)).closed).toBe('');
    unsubscribe(stateChannel.name, hear);
    only.socket.destroy();
    const figures = { maxConnections: 1 };
    expect(told).toEqual([{ component: 'connections', state: 'refusing', degraded: true, figures }]);
  });

  test('that are idle make room', async () => {
    const url = await start({ MAX_CONNECTIONS: '2' });
    const idle = [await connectRaw(url), await connectRaw(url)];
    for (const { socket, until } of idle) {
      socket.write(head('GET /healthz HTTP/1.1', { host: 'a' }));
      await until(/"ok"/);
    }
    const dropped = await connectRaw(url);
    expect(await dropped.closed).toBe('');
    for (const { closed } of idle) await closed;
    expect(await tryUntilAnswered(url)).toBe(200);
  });

  /** The server hears of a connection that was closed a little later than the one who closed it. */
  async function tryUntilAnswered(url: string): Promise<number> {
    for (;;) {
      const answer = await exchange(url, head('GET /healthz HTTP/1.1', { host: 'a', connection: 'close' }));
      if (answer !== '') return statusOf(answer);
    }
  }
});

test('requests that were sent one after another, by a client that left, keep no process from stopping', async () => {
  const app = await startApp();
  const client = await connectRaw(app.url);
  client.socket.pause();
  const editor = head('GET /graphiql/graphiql.js HTTP/1.1', { host: 'a' });
  client.socket.write(Buffer.concat([editor, editor, editor]));
  const closed = new Promise((resolve) => {
    const name = 'http.server.request.start';
    const onStart = (event: unknown) => {
      unsubscribe(name, onStart);
      (event as { socket: Socket }).socket.once('close', resolve);
      client.socket.destroy();
    };
    subscribe(name, onStart);
  });
  await closed;
  await app.stop();
  await expect(fetch(`${app.url}/healthz`)).rejects.toThrow('fetch failed');
});

test('requests that do not wait for the answer before are handled one at a time', async () => {
  const url = await start({});
  const client = await connectRaw(url);
  let handled = 0;
  const onRequest = () => {
    handled += 1;
  };
  subscribe(requestChannel.name, onRequest);
  const editor = head('GET /graphiql/graphiql.js HTTP/1.1', { host: 'a' });
  const ask = post('{"query":"{ __typename }"}', { connection: 'keep-alive' });
  // More than the kernel takes for a client that does not read.
  client.socket.write(Buffer.concat([...Array(5).fill(editor), ask, ask, post('{"query":"{ __typename }"}')]));
  await once(client.socket, 'data');
  client.socket.pause();
  await fetch(`${url}/graphql?query=%7B__typename%7D`, { headers: { 'apollo-require-preflight': '1' } });
  expect(handled).toBe(1);
  client.socket.resume();
  const answers = await client.closed;
  unsubscribe(requestChannel.name, onRequest);
  expect([handled, answers.match(/HTTP\/1\.1 200/g)?.length]).toEqual([4, 8]);
});

test('what a client is sent last is the answer to its last request, also where the next one is malformed', async () => {
  const url = await start({});
  const answer = await exchange(url, head('GET /healthz HTTP/1.1', { host: 'a' }), 'NOT HTTP\r\n\r\n');
  expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '400']);
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
