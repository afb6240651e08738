import { expect, test } from '@jest/globals';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { DEV } from '../helpers/demo-data.ts';
import { callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually, startRedis } from '../helpers/redis.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

type Line = Readonly<Record<string, unknown>>;

function linesOf(gateway: GatewayProcess, message: string): Line[] {
  const lines = gateway
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === message);
}

async function start(env: Readonly<Record<string, string>> = {}) {
  const backend = stopAtEnd(await startBackend());
  return { backend, gateway: await startGatewayProcess({ NOVU_API_URL: backend.url, ...env }) };
}

const LIST = 'query Names { integrations { nodes { name } } }';

test('each request has a line that says who asked what, where the answer came from and what Novu was asked', async () => {
  const { backend, gateway } = await start({ LOG_REQUEST_SAMPLE: '100' });
  backend.faults.set([{ kind: 'latency', ms: 300 }]);
  const traceId = 'a1'.repeat(16);
  const traceparent = `00-${traceId}-${'b2'.repeat(8)}-01`;
  await Promise.all(
    ['r1', 'r2'].map((id) => gateway.ask(callers.devKey, LIST, {}, { 'x-request-id': id, traceparent })),
  );
  for (const id of ['r3', 'r4', 'r5']) await gateway.ask(callers.devKey, LIST, {}, { 'x-request-id': id });
  await gateway.ask({}, LIST, {}, { 'x-request-id': 'r6' });
  await eventually('six lines', async () => linesOf(gateway, 'request').length === 6);
  const lines = new Map(linesOf(gateway, 'request').map((line) => [line.requestId, line]));
  const [began, joined] = [lines.get('r1'), lines.get('r2')].sort((line) => (line?.joined ? 1 : -1));
  expect(began).toMatchObject({
    traceId,
    operation: 'Names',
    type: 'query',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    way: 'apollo',
    scheme: 'API_KEY',
    caller: expect.stringMatching(/^[0-9a-f]{8}$/),
    organization: expect.stringMatching(/^[0-9a-f]{24}$/),
    cache: 'miss',
    upstream: [{ method: 'GET', route: '/v1/integrations', status: 200, ms: expect.any(Number), attempt: 1 }],
    status: 200,
    codes: [],
  });
  expect(joined).toMatchObject({ cache: 'joined', joined: began?.requestId, upstream: [] });
  expect(lines.get('r5')).toMatchObject({ way: 'response-cache', cache: 'memory', operation: 'Names', upstream: [] });
  expect(lines.get('r6')).toMatchObject({ caller: null, codes: ['UNAUTHENTICATED'], status: 401 });
});

test('sampling leaves out what is fast and without error, and nothing of the audit', async () => {
  const { gateway } = await start({ LOG_REQUEST_SAMPLE: '0', LOG_LEVEL: 'info' });
  await gateway.ask(callers.devKey, LIST);
  await gateway.ask({}, LIST);
  const rename = (id: string) =>
    `mutation Rename { updateIntegration(input: { id: "${id}", name: "CANARY" }) { errors { code } } }`;
  await gateway.ask(callers.session, rename(DEV.sendgrid));
  await gateway.ask(callers.viewer, rename(DEV.sendgrid));
  await gateway.ask({}, rename(DEV.sendgrid));
  await eventually('the audit', async () => linesOf(gateway, 'audit').length === 3);
  expect(linesOf(gateway, 'request').every(({ codes }) => (codes as string[]).length > 0)).toBe(true);
  const [done, forbidden, unknown] = linesOf(gateway, 'audit');
  expect(done).toMatchObject({
    action: 'PUT /v1/integrations/{id}',
    id: DEV.sendgrid,
    fields: ['name', 'check'],
    outcome: 'done',
    scheme: 'SESSION',
    organization: expect.stringMatching(/^[0-9a-f]{24}$/),
    environment: callers.session['novu-environment-id'],
    operation: 'Rename',
  });
  expect(forbidden).toMatchObject({ outcome: 'refused', scheme: 'SESSION' });
  expect(unknown).toMatchObject({ outcome: 'refused', code: 'UNAUTHENTICATED', caller: null });
  expect(gateway.output()).not.toContain('CANARY');
});

test('that Redis is away is said once, with its reason', async () => {
  const { gateway } = await start({ REDIS_URL: 'redis://127.0.0.1:1', CACHE_KEY_SECRET: 'secret'.repeat(8) });
  await eventually('the state', async () => linesOf(gateway, 'state').some(({ component }) => component === 'redis'));
  await gateway.ask(callers.devKey, LIST);
  const states = linesOf(gateway, 'state').filter(({ component }) => component === 'redis');
  expect(states).toMatchObject([{ state: 'away', reason: 'ECONNREFUSED', degraded: true }]);
});

const redisStates = (gateway: GatewayProcess) =>
  linesOf(gateway, 'state')
    .filter(({ component }) => component === 'redis')
    .map(({ state, reason }) => [state, reason]);

test('that Redis goes and comes back is said once each, with the reason', async () => {
  const redis = await startRedis();
  const { gateway } = await start({ REDIS_URL: redis.url, CACHE_KEY_SECRET: 'secret'.repeat(8) });
  expect(redisStates(gateway)).toEqual([['connected', undefined]]);
  await redis.kill();
  await eventually('that it is away', () => redisStates(gateway).length > 1);
  for (let n = 0; n < 20; n++) await gateway.ask(callers.devKey, LIST, {}, { 'cache-control': 'no-cache' });
  await redis.restart();
  await eventually('that it is back', () => redisStates(gateway).length > 2);
  const [, [away, reason] = []] = redisStates(gateway);
  expect([away, reason]).toEqual(['away', expect.stringMatching(/^(ECONNREFUSED|ECONNRESET|EPIPE)$/)]);
  expect(redisStates(gateway).map(([state]) => state)).toEqual(['connected', 'away', 'connected']);
});

test('that Redis refuses the password is the reason, and the password is not shown', async () => {
  const redis = await startRedis();
  await redis.command('CONFIG', 'SET', 'requirepass', 'right');
  const url = redis.url.replace('redis://', 'redis://:hunter2@');
  const { gateway } = await start({ REDIS_URL: url, CACHE_KEY_SECRET: 'secret'.repeat(8) });
  await eventually('the state', () => redisStates(gateway).length > 0);
  await gateway.ask(callers.devKey, LIST);
  expect(redisStates(gateway)).toEqual([['away', 'WRONGPASS']]);
  expect(gateway.output()).toContain('Redis is not reachable (WRONGPASS)');
  expect(gateway.output()).not.toMatch(/hunter2|right/);
});

test('no line of a calm request is lost when the process ends', async () => {
  const { gateway } = await start({ LOG_REQUEST_SAMPLE: '100' });
  await Promise.all(Array.from({ length: 50 }, () => gateway.ask(callers.devKey, LIST)));
  expect(await gateway.end()).toBe(0);
  expect(linesOf(gateway, 'request')).toHaveLength(50);
  expect(linesOf(gateway, 'state').at(-1)).toMatchObject({ component: 'gateway', state: 'stopping' });
});
