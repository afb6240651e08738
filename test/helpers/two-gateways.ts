import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { App } from '../../src/app.ts';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import type { IntegrationSeed } from '../../src/novu-double/state/seed-types.ts';
import { type Answer, ask, callers, type Headers, startApp } from './gateway.ts';
import { type RedisServer, startRedis } from './redis.ts';
import { stopAtEnd } from './stop-at-end.ts';

/** Of two gateways over one Redis. All three are started for the tests that import them. */
export let backend: Backend;
export let redis: RedisServer;
let gateways: readonly App[];

let rows: readonly IntegrationSeed[] = [];

/** What the backend has beside the demo data, from its next reset on, for this test. */
export function seedWith(more: readonly IntegrationSeed[]): void {
  rows = more;
}

/** Of both gateways. A busy machine must not look like a slow Redis. */
export const env = () => ({
  NOVU_API_URL: backend.url,
  GATEWAY_MODE: 'development',
  REDIS_URL: redis.url,
  CACHE_KEY_SECRET: 'shared by both, and of 32 characters',
  REDIS_COMMAND_TIMEOUT: '5s',
  REDIS_REQUEST_BUDGET: '1m',
  UPSTREAM_TIMEOUT: '20s',
});
beforeAll(async () => {
  const demo = demoSeed();
  backend = stopAtEnd(
    await startBackend({
      get seed() {
        return { ...demo, integrations: [...demo.integrations, ...rows] };
      },
    }),
  );
  redis = await startRedis();
  gateways = [await startApp(env()), await startApp(env())];
  for (const caller of [callers.session, callers.devKey]) await send(0, caller, '{ integrations { totalCount } }');
});
afterAll(async () => {
  for (const one of gateways) await one.stop();
  await backend.stop();
});
beforeEach(() => {
  rows = [];
  backend.reset();
});

/** Sends an operation to one of the two, modulo. */
export function send(gateway: number, caller: Headers, query: string, variables: object = {}): Promise<Answer> {
  const { url } = gateways[gateway % gateways.length] ?? {};
  return ask(`${url}/graphql`, caller, query, variables);
}

/** Sends a mutation to one of the two, by a session. */
export function mutate(gateway: number, name: string, input: object, key?: string): Promise<Answer> {
  const headers = { ...callers.session, ...(key !== undefined && { 'idempotency-key': key }) };
  return send(gateway, headers, documentOf(name), { input });
}

/** The document of {@link mutate}. */
export function documentOf(name: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${type}) { ${name}(input: $input) { integration { id updatedAt name } errors { code ... on IntegrationChangedMeanwhileError { current { name } } } } }`;
}
