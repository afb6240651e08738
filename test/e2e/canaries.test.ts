import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeList } from '../../src/cache/store/entry.ts';
import type { Fault } from '../../src/novu-double/faults/faults.ts';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { CANARY, CANARY_IDS, canarySeed } from '../helpers/canaries.ts';
import { type Collector, startCollector } from '../helpers/collector.ts';
import { callers, type Headers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually, type RedisServer, startRedis } from '../helpers/redis.ts';
import { secretSelection, waysToSecrets } from '../helpers/ways-to-secrets.ts';

/*
 * Every credential in the backend holds a marker. After every operation, by callers who may and who may not see them, on a
 * healthy and on a failing upstream, the marker and the callers' tokens are looked for where the gateway leaves things behind.
 */
const PROVIDERS = ['SendGrid', 'Nodemailer', 'Twilio', 'Slack', 'Sns'];
const WAYS = waysToSecrets(secretSelection(PROVIDERS));
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, when: 'after' },
  { kind: 'tooManyRequests' },
  { kind: 'reset', when: 'after' },
  { kind: 'halfBody' },
  { kind: 'html' },
  { kind: 'missingField' },
  { kind: 'unknownEnum' },
];
const TOKENS = /aaaaaaaaaaaaaaaa|dev-session/;

let backend: Backend;
let redis: RedisServer;
let gateway: GatewayProcess;
let collector: Collector;
beforeAll(async () => {
  const started = [startBackend({ seed: canarySeed('api2026') }), startRedis(), startCollector()] as const;
  [backend, redis, collector] = await Promise.all(started);
  gateway = await startGatewayProcess({
    NOVU_API_URL: backend.url,
    REDIS_URL: redis.url,
    CACHE_KEY_SECRET: 'canaries'.repeat(4),
    LOG_LEVEL: 'debug',
    LOG_REQUEST_SAMPLE: '100',
    GATEWAY_MODE: 'development',
    UPSTREAM_TIMEOUT: '500ms',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${CANARY}-collector`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
});
afterAll(async () => {
  await gateway.end('SIGKILL');
  await Promise.all([backend.stop(), redis.stop()]);
});

/** Everything that is in Redis: keys, plain values and the fields of entries. */
async function contentsOfRedis(): Promise<{ all: string; bodies: string[] }> {
  const keys = (await redis.command('KEYS', '*')).split('\n').filter((key) => key !== '');
  const bodies: string[] = [];
  const parts = await Promise.all(
    keys.map(async (key) => {
      const type = (await redis.command('TYPE', key)).trim();
      if (key.includes(':content:')) bodies.push((await redis.command('GET', key)).replace(/\n$/, ''));
      const reads = { string: ['GET'], hash: ['HGETALL'], zset: ['ZRANGE', '0', '-1'] }[type] ?? ['DUMP'];
      const [command = 'DUMP', ...rest] = reads;
      return `${key} ${await redis.command(command, key, ...rest)}`;
    }),
  );
  return { all: parts.join('\n'), bodies };
}

test('no credential and no token is left in Redis, in the log or in spans', async () => {
  let seen = 0;
  const askAll = async (caller: Headers, faults: readonly Fault[]) => {
    backend.reset();
    for (const { query, variables } of Object.values(WAYS)) {
      backend.faults.set(faults);
      const { text } = await gateway.ask(caller, query, variables);
      if (caller === callers.devKey) expect(text).not.toContain(CANARY);
      if (text.includes(CANARY)) seen += 1;
    }
  };
  for (const caller of [callers.session, callers.viewer, callers.devKey]) await askAll(caller, []);
  for (const fault of FAULTS) await askAll(callers.session, [fault]);
  // Else it would have been looked for in vain.
  expect(seen).toBeGreaterThan(10);
  backend.reset();
  await gateway.ask(callers.devKey, '{ integrations { totalCount } }', {}, { 'cache-control': 'no-cache' });
  await eventually('an entry in Redis', async () => (await contentsOfRedis()).bodies.length > 0);

  const { all, bodies } = await contentsOfRedis();
  expect(all).not.toContain(CANARY);
  expect(all).not.toMatch(TOKENS);
  for (const body of bodies) {
    const list = decodeList(body);
    expect(list?.length).toBeGreaterThan(0);
    expect(JSON.stringify(list)).not.toContain(CANARY);
  }
  for (const kind of ['request', 'audit', 'error', 'upstream', 'cache']) {
    expect(gateway.output()).toContain(`"msg":"${kind}"`);
  }
  expect(gateway.output()).not.toContain(CANARY);
  expect(gateway.output()).not.toMatch(TOKENS);
  expect(collector.spans().length).toBeGreaterThan(100);
  expect(collector.text()).not.toContain(CANARY);
  expect(collector.text()).not.toMatch(TOKENS);
});

test('the answer to auto-configure, which has credentials in clear even for API keys, is not shown and not kept', async () => {
  for (const caller of [callers.devKey, callers.session]) {
    backend.reset();
    let carried = 0;
    const rewrite = () => {
      carried += 1;
      const credentials = { apiKey: `${CANARY}-auto` };
      const integration = {
        _id: CANARY_IDS.sendgrid,
        credentials,
        configurations: { inboundWebhookSigningKey: `${CANARY}-auto` },
      };
      return { data: { success: carried > 1, message: `${CANARY}-auto refused ${CANARY}-auto`, integration } };
    };
    backend.faults.set([{ kind: 'rewrite', route: '/v1/integrations/{integrationId}/auto-configure', rewrite }]);
    const document = `mutation { autoConfigureIntegration(input: { id: "${CANARY_IDS.sendgrid}" }) {
      success message integration { id credentials { __typename } } errors { code message } } }`;
    for (const _attempt of [1, 2]) {
      const { text } = await gateway.ask(caller, document);
      expect(text).toContain('"success"');
      expect(text).not.toContain(CANARY);
    }
    expect(carried).toBe(2);
  }
  expect((await contentsOfRedis()).all).not.toContain(CANARY);
  expect(gateway.output()).not.toContain(CANARY);
});

test('a link that Novu issues goes to the caller, and is left nowhere else', async () => {
  backend.reset();
  const telegram =
    'mutation { createIntegration(input: { identifier: "bot", providerId: "telegram" }) { errors { code } } }';
  await gateway.ask(callers.session, telegram);
  const document = `mutation { createIntegrationConnectUrl(input: { identifier: "slack" }) { url }
    createIntegrationChatLink(input: { identifier: "bot", subscriberId: "ada" }) { url botUsername }
    createIntegrationMobileLink(input: { identifier: "bot" }) { url token } }`;
  const url = `https://chat.example/?state=${CANARY}-link`;
  const answer = { url, token: `${CANARY}-link`, providerMetadata: { unheardOf: `${CANARY}-metadata` } };
  const issuing: Fault = { kind: 'rewrite', method: 'POST', rewrite: () => ({ data: answer }) };
  for (const caller of [callers.devKey, callers.session]) {
    backend.faults.set([issuing]);
    const { text } = await gateway.ask(caller, document);
    expect(text.split(url)).toHaveLength(4);
    expect(text).not.toContain(`${CANARY}-metadata`);
    for (const fault of FAULTS) {
      backend.faults.set([{ ...fault, method: 'POST', times: 1 }, issuing]);
      expect((await gateway.ask(caller, document)).text).toContain('"createIntegrationMobileLink"');
    }
  }
  expect((await contentsOfRedis()).all).not.toContain(CANARY);
  expect(gateway.output()).toContain('channel-connections/oauth');
  expect(gateway.output()).not.toContain(CANARY);
  expect(collector.text()).not.toContain(CANARY);
});
