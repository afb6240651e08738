import { expect, test } from '@jest/globals';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { type Collector, type ReceivedSpan, startCollector } from '../helpers/collector.ts';
import { DEV } from '../helpers/demo-data.ts';
import { callers, type Headers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually, startRedis } from '../helpers/redis.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

const [SERVER, CLIENT, ERROR] = [2, 3, 2];
const LIST = 'query Names { integrations { nodes { name } } }';
const RENAME = `mutation { updateIntegration(input: { id: "${DEV.sendgrid}", name: "Renamed" }) { errors { code } } }`;

type Line = Readonly<Record<string, unknown>>;

const linesOf = (gateway: GatewayProcess, message: string): Line[] =>
  gateway
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ msg }) => msg === message);

interface Started {
  readonly backend: Backend;
  readonly collector: Collector;
  readonly gateway: GatewayProcess;
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const backend = stopAtEnd(await startBackend());
  const collector = await startCollector();
  const gateway = await startGatewayProcess({
    NOVU_API_URL: backend.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    LOG_REQUEST_SAMPLE: '100',
    ...env,
  });
  return { backend, collector, gateway };
}

/** How often each of some things occurs. */
const tally = (things: readonly unknown[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[String(thing)] = (counts[String(thing)] ?? 0) + 1;
  return counts;
};

/** What Novu received for callers: a start asks it once, without one, whether it is there. */
const asked = ({ requests }: Backend) => requests.filter(({ headers }) => headers.authorization !== undefined);

const traceparentOf = (traceId: string, flags = '01') => `00-${traceId}-${'b2'.repeat(8)}-${flags}`;

test('spans add up to what clients asked, what Novu received and what Redis was sent, on every way', async () => {
  const redis = await startRedis();
  const { backend, collector, gateway } = await start({
    REDIS_URL: redis.url,
    CACHE_KEY_SECRET: 'traces'.repeat(6),
    LOG_LEVEL: 'debug',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,team=a%2Cb',
    OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=CANARY-header',
  });
  let sent = 0;
  const ask = (caller: Headers, query: string, headers: Headers = {}) => {
    sent += 1;
    return gateway.ask(caller, query, {}, headers);
  };
  for (const [n, query] of [LIST, LIST, LIST, LIST, '{ integrations { totalCount } }'].entries()) {
    await ask(callers.devKey, query, { traceparent: traceparentOf(`a${n}`.repeat(16)) });
  }
  await ask(callers.session, RENAME);
  backend.faults.set([{ kind: 'status', status: 503 }]);
  await ask(callers.globexKey, LIST);
  backend.faults.set([]);
  await ask({}, LIST);
  await ask(callers.devKey, '{ nothing }');
  sent += 1;
  await fetch(gateway.url, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
  const received = asked(backend).map(({ method, headers }) => ({ method, traceparent: String(headers.traceparent) }));
  expect(await gateway.end()).toBe(0);

  const spans = collector.spans();
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const requests = spans.filter(({ kind }) => kind === SERVER);
  const attempts = spans.filter(({ attributes }) => 'url.template' in attributes);
  const commands = spans.filter(({ attributes }) => 'db.system.name' in attributes);
  expect(requests).toHaveLength(sent);
  expect(requests.map(({ parentId }) => parentId).filter((id) => id !== '')).toEqual(Array(5).fill('b2'.repeat(8)));
  expect(tally(spans.map(({ attributes }) => attributes['igw.way']))).toMatchObject({
    'response-cache': expect.any(Number),
    'plan-cache': expect.any(Number),
    apollo: expect.any(Number),
  });

  // Each request to Novu carries the id of one span of its own.
  expect(attempts.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`).sort()).toEqual(
    received.map(({ traceparent }) => traceparent).sort(),
  );
  expect(tally(attempts.map(({ attributes }) => attributes['http.request.method']))).toEqual(
    tally(received.map(({ method }) => method)),
  );
  const failed = attempts.filter(({ attributes }) => attributes['http.response.status_code'] === 503);
  expect(failed.map(({ status, attributes }) => [status, attributes['http.request.resend_count']])).toEqual(
    failed.map((_, n) => [{ code: ERROR, message: '503' }, n === 0 ? undefined : n]),
  );
  expect(failed.length).toBeGreaterThan(1);

  const waitedFor = linesOf(gateway, 'cache').filter(({ requestId, outcome }) => requestId && outcome === 'ok');
  expect(tally(commands.map(({ name }) => name))).toEqual(tally(waitedFor.map(({ command }) => command)));
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['read', 'write.begin', 'write.end']));
  for (const one of [...attempts, ...commands]) {
    const operation = byId.get(one.parentId) as ReceivedSpan;
    expect(byId.get(operation.parentId)).toMatchObject({ kind: SERVER, traceId: one.traceId });
    expect([one.kind, one.durationMs >= 0]).toEqual([CLIENT, true]);
  }

  // Every request has one trace, which its line in the log names.
  const lines = new Map(linesOf(gateway, 'request').map(({ requestId, traceId }) => [requestId, traceId]));
  for (const { attributes, traceId } of requests.filter(({ attributes: { 'igw.request.id': id } }) => lines.get(id)))
    expect(lines.get(attributes['igw.request.id'])).toBe(traceId);
  expect(lines.size).toBe(sent);

  const errors = spans.filter(({ attributes }) => 'igw.error.codes' in attributes);
  expect(errors.map(({ status }) => status)).toEqual(
    expect.arrayContaining([{ code: ERROR, message: 'UPSTREAM_UNAVAILABLE' }]),
  );
  const statuses = requests.map(({ attributes, status }) => [attributes['http.response.status_code'], status.code]);
  for (const [status, code] of statuses) expect(code).toBe(Number(status) >= 500 ? ERROR : 0);
  expect(spans[0]?.resource).toMatchObject({
    'service.name': 'integrations-gateway',
    'deployment.environment.name': 'test',
    team: 'a,b',
  });
  expect(collector.headers[0]?.['x-collector-key']).toBe('CANARY-header');
  expect(gateway.output()).not.toContain('CANARY');
  // An operation that a client made up has no name, and a document no text.
  expect(collector.text()).not.toMatch(/Names|nothing|Renamed/);
});

test('a trace that is not sampled leaves no span, and Novu is told that it is not', async () => {
  const { backend, collector, gateway } = await start({
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0',
  });
  const [unsampled, sampled] = ['c3'.repeat(16), 'd4'.repeat(16)];
  const baggage = { baggage: 'tenant=acme' };
  await gateway.ask(callers.devKey, LIST, {}, { traceparent: traceparentOf(unsampled, '00'), ...baggage });
  await gateway.ask(callers.prodKey, LIST, {}, { traceparent: traceparentOf(sampled), tracestate: 'vendor=1' });
  await gateway.ask(callers.globexKey, LIST);
  const [first, second, third] = asked(backend).map(({ headers }) => headers);
  expect(first).toMatchObject({
    traceparent: expect.stringMatching(new RegExp(`^00-${unsampled}-[0-9a-f]{16}-00$`)),
    baggage: 'tenant=acme',
  });
  expect(first?.tracestate).toBeUndefined();
  expect(second).toMatchObject({ tracestate: 'vendor=1' });
  expect(third?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(await gateway.end()).toBe(0);
  expect(new Set(collector.spans().map(({ traceId }) => traceId))).toEqual(new Set([sampled]));
});

test.each([
  ['fails', 500, '500'],
  ['hangs', 'never', 'TIMEOUT'],
] as const)(
  'a collector that %s hurts no request, is told of once, and does not hold up the stop',
  async (_, answer, reason) => {
    const { collector, gateway } = await start({
      OTEL_BSP_SCHEDULE_DELAY: '10',
      OTEL_EXPORTER_OTLP_TIMEOUT: '200',
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '1',
      LOG_REQUEST_SAMPLE: '0',
    });
    collector.answer = answer;
    for (let n = 0; n < 20; n++) expect((await gateway.ask(callers.devKey, LIST)).status).toBe(200);
    const told = () => linesOf(gateway, 'state').filter(({ component }) => component === 'traces');
    await eventually('more than one failure', () => collector.headers.length > 2 && told().length > 0);
    expect(told()).toMatchObject([{ state: 'lost', reason, degraded: true }]);
    collector.answer = 200;
    await gateway.ask(callers.devKey, LIST);
    await eventually('that it works again', () => told().length > 1);
    expect(told()).toMatchObject([{ state: 'lost' }, { state: 'exported', degraded: false }]);
    collector.answer = answer;
    await gateway.ask(callers.devKey, LIST);
    expect(await gateway.end()).toBe(0);
  },
);

/** Prints how many files of OpenTelemetry's SDK are loaded, on a signal that Node leaves to the process. The API is one of prom-client's. */
const COUNT = 'Object.keys(m._cache).filter((name) => /@opentelemetry.(core|sdk|exporter)/.test(name)).length';
const SCRIPT = `import m from 'node:module'; process.on('SIGUSR2', () => console.log('loaded', ${COUNT}, 'files'))`;
const SPY = `--import="data:text/javascript,${SCRIPT}"`;

test.each([
  [{}, true],
  [{ OTEL_SDK_DISABLED: 'true' }, false],
])('with %j there are traces: %s; where there are none, nothing of them is loaded', async (env, isOn) => {
  const { backend, collector, gateway } = await start({ NODE_OPTIONS: SPY, ...env });
  await gateway.ask(callers.devKey, LIST);
  process.kill(gateway.pid, 'SIGUSR2');
  await eventually('the number of files', () => /loaded \d+ files/.test(gateway.output()));
  expect(/loaded 0 files/.test(gateway.output())).toBe(!isOn);
  expect(asked(backend).map(({ headers }) => headers.traceparent !== undefined)).toEqual([isOn]);
  expect(await gateway.end()).toBe(0);
  expect(collector.spans().length > 0).toBe(isOn);
});
