import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { type HttpEvent, httpChannel, requestChannel } from '../../../src/telemetry/channels.ts';
import { collectEvents } from '../../helpers/events.ts';
import { ask, callers, startApp } from '../../helpers/gateway.ts';
import { connectRaw, exchange, statusOf } from '../../helpers/raw-client.ts';
import { eventually } from '../../helpers/redis.ts';
import { stopAtEnd } from '../../helpers/stop-at-end.ts';

const LIST = '{ integrations { totalCount } }';
const events = collectEvents<HttpEvent>(httpChannel);

/** An upstream that answers when it is told, and from then on at once. */
async function startHolding() {
  const held: ServerResponse[] = [];
  let answers = false;
  const send = (response: ServerResponse) => response.setHeader('content-type', 'application/json').end('{"data":[]}');
  const server = createServer((_request, response) => {
    if (answers) send(response);
    else held.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stopAtEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const answer = () => {
    answers = true;
    held.forEach(send);
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, held, answer };
}

const body = JSON.stringify({ query: LIST });
const headersOf = (caller: object) =>
  Object.entries({ ...caller, 'content-type': 'application/json' })
    .map((header) => `${header.join(': ')}\r\n`)
    .join('');
const listOf = (caller: object) =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\n${headersOf(caller)}content-length: ${body.length}\r\n\r\n${body}`;

test('a pipelined request that is cut off ends once, and a stop still waits for the others', async () => {
  const upstream = await startHolding();
  const app = await startApp({ NOVU_API_URL: upstream.url, SHUTDOWN_DELAY: '0ms' });
  const waiting = ask(`${app.url}/graphql`, callers.prodKey, LIST);
  await eventually('a call to Novu', () => upstream.held.length === 1);

  const client = await connectRaw(app.url);
  client.socket.write(`GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n${listOf(callers.devKey)}`);
  await eventually('its call to Novu', () => upstream.held.length === 2);
  client.socket.destroy();
  await eventually('its end', () => events().some(({ status }) => status === 499));

  const statuses = () => events().map(({ status }) => status);
  expect(statuses()).toEqual([200, 499]);

  const stopped = app.stop();
  upstream.answer();
  expect((await waiting).data).toEqual({ integrations: { totalCount: 0 } });
  await stopped;
  expect(statuses()).toEqual([200, 499, 200]);
});

test.each([
  ['is malformed', 'NOT HTTP\r\n\r\n', [200, 400]],
  ['stops in its head', 'GET /healthz HTTP/1.1\r\nhost', [200, 408]],
  ['is malformed, behind another', `${listOf(callers.prodKey)}NOT HTTP\r\n\r\n`, [200, 200, 400]],
])('a request that %s is refused behind the answers to those before it', async (_, next, statuses) => {
  const upstream = await startHolding();
  const app = await startApp({ NOVU_API_URL: upstream.url, SHUTDOWN_DELAY: '0ms', HEADERS_TIMEOUT: '100ms' });
  const started: ServerResponse[] = [];
  const onStart = (event: unknown) => started.push((event as { response: ServerResponse }).response);
  subscribe('http.server.request.start', onStart);
  const client = await connectRaw(app.url);
  client.socket.write(`${listOf(callers.devKey)}${next}`);
  await eventually('a call to Novu', () => upstream.held.length === 1);
  // Those that began later have been told that their time is over.
  for (let turn = 0; turn < 5; turn++) {
    expect(statusOf(await exchange(app.url, 'GET /hea'))).toBe(408);
    client.socket.write('MORE\r\n\r\n');
  }
  expect(client.received()).toBe('');
  // It is refused once, whatever else it sends.
  for (const response of started) expect(response.listenerCount('finish')).toBeLessThan(5);
  upstream.answer();
  const answers = await client.closed;
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))).toEqual(statuses);
  unsubscribe('http.server.request.start', onStart);
  await app.stop();
});

test.each([
  ['ends the connection', 'connection: close\r\n', false],
  ['is the last, since the process leaves', '', true],
])('what comes behind an answer that %s does not run', async (_, header, leaves) => {
  const app = await startApp();
  const client = await connectRaw(app.url);
  let asked = 0;
  const onRequest = () => {
    asked += 1;
  };
  subscribe(requestChannel.name, onRequest);
  if (leaves) app.leave();
  client.socket.write(
    `GET /healthz HTTP/1.1\r\nhost: a\r\n${header}\r\n${listOf(callers.devKey)}${listOf(callers.devKey)}`,
  );
  const answers = await client.closed;
  // All that it would have begun has begun.
  await ask(`${app.url}/graphql`, callers.devKey, LIST);
  await app.stop();
  unsubscribe(requestChannel.name, onRequest);
  expect([asked, answers.match(/HTTP\/1\.1 \d+/g)]).toEqual([1, ['HTTP/1.1 200']]);
  expect(events().map(({ status }) => status)).toEqual([200, 200]);
});
