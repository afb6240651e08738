import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { App } from '../../../src/app.ts';
import { requestChannel, type StateEvent, stateChannel } from '../../../src/telemetry/channels.ts';
import { startApp } from '../../helpers/gateway.ts';
import { connectRaw, exchange, head, post, statusOf } from '../../helpers/raw-client.ts';

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
