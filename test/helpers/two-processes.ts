import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { type RedisServer, startRedis } from './redis.ts';

/** `CACHE_KEY_SECRET`. */
export const SECRET = 'shared by both, and of 32 characters';
/** Both are started for the tests that import them, and as new for each. */
export let backend: Backend;
export let redis: RedisServer;
/** They are killed after each test. */
export let processes: GatewayProcess[] = [];

beforeAll(async () => {
  [backend, redis] = await Promise.all([startBackend(), startRedis()]);
});
afterAll(async () => {
  await Promise.all([backend.stop(), redis.stop()]);
});
beforeEach(async () => {
  backend.reset();
  await redis.command('FLUSHALL');
});
afterEach(async () => {
  await Promise.all(processes.map((one) => one.end('SIGKILL')));
  processes = [];
});

/** Two gateways in processes of their own, over the same Redis and the same upstream. */
export async function startTwo(env: Readonly<Record<string, string>> = {}): Promise<[GatewayProcess, GatewayProcess]> {
  const settings = {
    NOVU_API_URL: backend.url,
    REDIS_URL: redis.url,
    CACHE_KEY_SECRET: SECRET,
    // On a busy machine a slow answer of Redis is none of its faults.
    ...{ REDIS_COMMAND_TIMEOUT: '10s', REDIS_REQUEST_BUDGET: '20s' },
    ...env,
  };
  const two = await Promise.all([startGatewayProcess(settings), startGatewayProcess(settings)]);
  processes.push(...two);
  return two;
}

/** How many lists upstream was asked for. */
export const lists = () =>
  backend.requests.filter(({ method, path }) => `${method} ${path}` === 'GET /v1/integrations').length;
