import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { type StateEvent, stateChannel } from '../../src/telemetry/channels.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { callers, startApp, startGateway } from '../helpers/gateway.ts';
import { connectRaw, head, statusOf } from '../helpers/raw-client.ts';
import { eventually, startRedis } from '../helpers/redis.ts';

const TOKEN = 'purge'.repeat(8);
const NAMES = '{ integrations { nodes { id name } } }';

test('a purge makes lists of the organization be read anew, for operators with the token alone', async () => {
  const gateway = await startGateway({ ADMIN_TOKEN: TOKEN });
  const organization = stored(gateway.backend, DEV.sendgrid)._organizationId;
  const purge = (authorization: string, id: string, method = 'POST') =>
    fetch(`${gateway.app.adminUrl}/cache/purge?organization=${id}`, { method, headers: { authorization } });
  await gateway.ask(callers.devKey, NAMES);
  gateway.calls();
  for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, `ApiKey ${TOKEN}`]) {
    expect((await purge(authorization, organization)).status).toBe(401);
  }
  expect((await purge(`Bearer ${TOKEN}`, 'x')).status).toBe(400);
  expect((await purge(`Bearer ${TOKEN}`, organization, 'GET')).status).toBe(405);
  await gateway.ask(callers.devKey, NAMES);
  expect(gateway.calls()).toEqual([]);

  expect((await purge(`Bearer ${TOKEN}`, organization)).status).toBe(204);
  await gateway.ask(callers.devKey, NAMES);
  expect(gateway.calls()).toEqual(['GET /v1/integrations']);
});

test('a purge while Redis is away holds for this process at once, and is told the others when it is back', async () => {
  const redis = await startRedis();
  const env = { ADMIN_TOKEN: TOKEN, REDIS_URL: redis.url, CACHE_KEY_SECRET: 'purge'.repeat(8) };
  const gateway = await startGateway(env);
  const organization = stored(gateway.backend, DEV.sendgrid)._organizationId;
  const authorization = `Bearer ${TOKEN}`;
  const purge = () =>
    fetch(`${gateway.app.adminUrl}/cache/purge?organization=${organization}`, {
      method: 'POST',
      headers: { authorization },
    });
  await gateway.ask(callers.devKey, NAMES);
  await redis.kill();
  gateway.calls();
  const refused = await purge();
  expect([refused.status, await refused.text()]).toEqual([202, expect.stringContaining('Redis is out of reach')]);
  await gateway.ask(callers.devKey, NAMES);
  expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  await redis.restart();
  const generation = () => redis.command('KEYS', '*').then((keys) => keys.includes(organization));
  await eventually('the generation of the organization in Redis', generation);
  expect((await purge()).status).toBe(204);
});

test('probes are answered, and without a token there is nothing to purge', async () => {
  const { app } = await startGateway();
  const status = async (path: string, init: RequestInit = {}) => (await fetch(`${app.adminUrl}${path}`, init)).status;
  expect(await status('/livez')).toBe(200);
  expect(await status('/readyz')).toBe(200);
  expect(await status('/metrics', { method: 'POST' })).toBe(405);
  expect(await status('/cache/purge?organization=', { method: 'POST' })).toBe(404);
  expect(await status('/graphql')).toBe(404);
});

test('a body that never ends is not read, and ends the connection', async () => {
  const { app } = await startGateway();
  const client = await connectRaw(app.adminUrl ?? '');
  client.socket.write(head('POST /metrics HTTP/1.1', { host: 'a', 'content-length': '1000000' }));
  expect(statusOf(await client.closed)).toBe(405);
});

test('readiness ends with an overload, while the process still lives', async () => {
  const { app } = await startGateway({ MAX_RSS: '1MiB' });
  expect((await fetch(`${app.adminUrl}/readyz`)).status).toBe(503);
  expect((await fetch(`${app.adminUrl}/livez`)).status).toBe(200);
});

/** A server on a port, by default a free one, which it holds until it is closed. @throws where it is taken. */
async function hold(wanted = 0): Promise<{ port: string; close: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

test('the default port that is taken is done without, which is said', async () => {
  // Another process of this machine may hold it as well.
  const holder = await hold(9464).catch(() => null);
  const told: StateEvent[] = [];
  const listen = (event: unknown) => told.push(event as StateEvent);
  subscribe(stateChannel.name, listen);
  const app = await startApp({ ADMIN_PORT: '' });
  unsubscribe(stateChannel.name, listen);
  await holder?.close();
  expect(app.adminUrl).toBeNull();
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  const [event] = told.filter(({ component }) => component === 'admin-port');
  expect(event).toMatchObject({ state: 'taken', degraded: true, figures: { port: 9464 } });
});

test('a port that was asked for and is taken ends the start, which leaves no port open', async () => {
  const [taken, free] = [await hold(), await hold()];
  await free.close();
  await expect(startApp({ PORT: free.port, ADMIN_PORT: taken.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await taken.close();
  const app = await startApp({ PORT: free.port });
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});
