import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { cacheChannel, errorChannel, upstreamChannel } from '../../src/telemetry/channels.ts';
import { ask, callers, startApp } from '../helpers/gateway.ts';
import { eventually, startRedis } from '../helpers/redis.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/* What `App.stop` leaves behind: nothing. */

const LIST = '{ integrations { totalCount } }';
/** No list and no organization, over connections that stay open for ten minutes. */
async function startKeepAlive(): Promise<{ url: string; sockets: readonly Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer({ keepAliveTimeout: 600_000 }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'keep-alive': 'timeout=600' }).end('{"data":[]}');
  });
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stopAtEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets };
}

test('connections to Novu are closed', async () => {
  const { url, sockets } = await startKeepAlive();
  const app = await startApp({ NOVU_API_URL: url });
  expect((await ask(`${app.url}/graphql`, callers.devKey, LIST)).data).toEqual({ integrations: { totalCount: 0 } });
  expect(sockets.map(({ closed }) => closed)).toContain(false);
  await app.stop();
  await eventually('all connections to close', () => sockets.every(({ closed }) => closed));
});

test('connections to Redis are closed', async () => {
  const redis = await startRedis();
  const app = await startApp({ REDIS_URL: redis.url, CACHE_KEY_SECRET: 'secret'.repeat(6) });
  const clients = async () => (await redis.command('CLIENT', 'LIST')).split('\n').length;
  await ask(`${app.url}/graphql`, callers.devKey, LIST);
  // The one that asks is a client too.
  expect(await clients()).toBeGreaterThan(1);
  await app.stop();
  await eventually('all clients to leave', async () => (await clients()) === 1);
});

test('the embedded backend and the gateway itself listen no more', async () => {
  const app = await startApp();
  const addresses = [app.url, app.upstreamUrl];
  for (const address of addresses) expect((await fetch(address)).status).toBeGreaterThan(0);
  await app.stop();
  for (const address of addresses) await expect(fetch(address)).rejects.toThrow('fetch failed');
});

test('the log listens no more', async () => {
  const channels = [upstreamChannel, cacheChannel, errorChannel];
  const app = await startApp();
  expect(channels.map(({ hasSubscribers }) => hasSubscribers)).toEqual([true, true, true]);
  await app.stop();
  expect(channels.map(({ hasSubscribers }) => hasSubscribers)).toEqual([false, false, false]);
});

test('a start that fails leaves nothing behind', async () => {
  const first = await startApp();
  const port = new URL(first.url).port;
  const redis = await startRedis();
  const clients = async () => (await redis.command('CLIENT', 'LIST')).split('\n').length;
  const before = await clients();
  await expect(startApp({ PORT: port, REDIS_URL: redis.url, CACHE_KEY_SECRET: 'secret'.repeat(6) })).rejects.toThrow(
    port,
  );
  await eventually('all clients to leave', async () => (await clients()) === before);
  await first.stop();
  expect([upstreamChannel, cacheChannel, errorChannel].map(({ hasSubscribers }) => hasSubscribers)).toEqual([
    false,
    false,
    false,
  ]);
});
