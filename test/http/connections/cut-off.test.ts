import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { type HttpEvent, httpChannel } from '../../../src/telemetry/channels.ts';
import { collectEvents } from '../../helpers/events.ts';
import { ask, callers, startApp } from '../../helpers/gateway.ts';
import { connectRaw } from '../../helpers/raw-client.ts';
import { eventually } from '../../helpers/redis.ts';
import { stopAtEnd } from '../../helpers/stop-at-end.ts';

const LIST = '{ integrations { totalCount } }';
const events = collectEvents<HttpEvent>(httpChannel);

/** An upstream that answers when it is told. */
async function startHolding() {
  const held: ServerResponse[] = [];
  const server = createServer((_request, response) => held.push(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stopAtEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const answer = () => {
    for (const response of held) response.setHeader('content-type', 'application/json').end('{"data":[]}');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, held, answer };
}

test('a pipelined request that is cut off ends once, and a stop still waits for the others', async () => {
  const upstream = await startHolding();
  const app = await startApp({ NOVU_API_URL: upstream.url, SHUTDOWN_DELAY: '0ms' });
  const waiting = ask(`${app.url}/graphql`, callers.prodKey, LIST);
  await eventually('a call to Novu', () => upstream.held.length === 1);

  const client = await connectRaw(app.url);
  const body = JSON.stringify({ query: LIST });
  const headers = Object.entries({ ...callers.devKey, 'content-type': 'application/json' });
  const lines = headers.map((header) => `${header.join(': ')}\r\n`).join('');
  client.socket.write(
    `GET /healthz HTTP/1.1\r\nhost: a\r\n\r\nPOST /graphql HTTP/1.1\r\nhost: a\r\n${lines}content-length: ${body.length}\r\n\r\n${body}`,
  );
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
