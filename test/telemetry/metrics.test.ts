import { expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import {
  answerChannel,
  cacheChannel,
  cacheReadChannel,
  httpChannel,
  registeredChannel,
  shedChannel,
  upstreamChannel,
} from '../../src/telemetry/channels.ts';
import { BoundedCounter } from '../../src/telemetry/metrics/bounded.ts';
import { HeavyHitters } from '../../src/telemetry/metrics/heavy-hitters.ts';
import { startMetrics } from '../../src/telemetry/metrics/metrics.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';

type Series = ReadonlyMap<string, number>;

async function scrape({ app }: TestGateway): Promise<Series> {
  const response = await fetch(`${app.adminUrl}/metrics`);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  return seriesOf(await response.text());
}

function seriesOf(text: string): Series {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

/** The sum of all series of a metric whose labels have these texts in them. */
function sum(series: Series, name: string, ...parts: readonly string[]): number {
  let total = 0;
  for (const [key, value] of series) {
    if ((key === name || key.startsWith(`${name}{`)) && parts.every((part) => key.includes(part))) total += value;
  }
  return total;
}

const LIST = '{ integrations { totalCount } }';
const RENAME = `mutation { updateIntegration(input: { id: "${DEV.sendgrid}", name: "Renamed" }) { errors { code } } }`;

test('the metrics add up to what the clients sent and what Novu received', async () => {
  const gateway = await startGateway({ UPSTREAM_TIMEOUT: '2s' });
  const before = await scrape(gateway);
  gateway.calls();
  let sent = 0;
  const ask = async (...args: Parameters<TestGateway['ask']>) => {
    sent += 1;
    return gateway.ask(...args);
  };
  for (let round = 0; round < 5; round++) await ask(callers.devKey, LIST);
  gateway.backend.faults.set([{ kind: 'latency', ms: 300 }]);
  await Promise.all([1, 2, 3, 4].map(() => ask(callers.prodKey, LIST)));
  await ask(fresh(callers.devKey), LIST);
  await ask(callers.session, RENAME);
  gateway.backend.faults.set([{ kind: 'status', status: 503 }]);
  await ask(callers.globexKey, LIST);
  await ask({}, LIST);
  await fetch(gateway.url, { method: 'POST', body: 'x', headers: { 'content-type': 'application/json' } });
  await fetch(`${gateway.app.url}/healthz`);
  const received = gateway.calls();
  const after = await scrape(gateway);
  const grown = (name: string, ...parts: string[]) => sum(after, name, ...parts) - sum(before, name, ...parts);

  expect(grown('http_client_request_duration_seconds_count')).toBe(received.length);
  expect(grown('http_client_request_duration_seconds_count', 'method="GET"', 'url_template="/v1/integrations"')).toBe(
    received.filter((call) => call === 'GET /v1/integrations').length,
  );
  expect(grown('http_client_request_duration_seconds_count', 'method="PUT"')).toBe(
    received.filter((call) => call.startsWith('PUT ')).length,
  );
  expect(grown('http_client_request_duration_seconds_count', 'status="503"')).toBe(
    1 + grown('igw_upstream_retries_total'),
  );
  expect(grown('igw_operation_duration_seconds_count')).toBe(sent + 1);
  expect(grown('http_server_request_duration_seconds_count', 'route="/graphql"')).toBe(sent + 1);
  expect(grown('http_server_request_duration_seconds_count', 'route="/healthz"')).toBe(1);
  expect(grown('igw_operation_duration_seconds_count', 'type="mutation"')).toBe(1);
  expect(grown('igw_errors_total')).toBe(grown('igw_operation_duration_seconds_count', 'outcome="error"'));
  // Of 12 reads 5 and 4 are the same list: the first of them is a miss, those at its side join it, those after it are ready.
  expect(grown('igw_cache_reads_total', '"miss"')).toBe(2);
  expect(grown('igw_cache_reads_total', '"memory"')).toBe(4);
  expect(grown('igw_cache_reads_total', '"joined"')).toBe(3);
  expect(grown('igw_cache_reads_total', '"bypass"')).toBe(1);
  expect(sum(after, 'igw_upstream_in_flight')).toBe(0);
  expect(sum(after, 'igw_cache_bytes')).toBeGreaterThan(1_000);
  expect(sum(after, 'igw_build_info', `node_version="${process.version}"`)).toBe(1);
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'igw_upstream_queued', 'igw_upstream_breaker_state']) {
    expect(after.has(name)).toBe(true);
  }
  expect(sum(after, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
});

test('an operation is named where its document was registered, and no other is', async () => {
  const gateway = await startGateway();
  const { createHash } = await import('node:crypto');
  const named = (name: string) => `query ${name} { integrations { totalCount } }`;
  await gateway.ask(callers.devKey, named('Unknown'));
  const query = named('Registered');
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
  for (const body of [{ query, extensions: { persistedQuery } }, { extensions: { persistedQuery } }]) {
    await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...callers.devKey },
      body: JSON.stringify(body),
    });
  }
  const series = await scrape(gateway);
  expect(sum(series, 'igw_operation_duration_seconds_count', 'name="Registered"')).toBeGreaterThan(0);
  expect(sum(series, 'igw_operation_duration_seconds_count', 'name="Unknown"')).toBe(0);
});

test('whatever clients and Novu do, there are less than 2,000 series', async () => {
  const metrics = startMetrics({
    upstream: () => ({ underWay: 0, waiting: 0, breaker: 'closed' }),
    cacheBytes: () => ({ lists: 0, responses: 0 }),
    cacheDegraded: () => null,
    version: '1',
    trustedHashes: new Set(),
  });
  for (let n = 0; n < 3_000; n++) {
    const requestId = String(n);
    const facts = { id: `c${n}`, scheme: 'SESSION', organization: `o${n}`, environment: null };
    const request = { callerFacts: () => facts };
    const operation = { type: 'query', name: `Name${n}`, hash: `hash${n}` };
    registeredChannel.publish({ hash: `hash${n}` });
    for (const way of ['apollo', 'plan-cache', 'response-cache', 'refused'])
      answerChannel.publish({
        requestId,
        way,
        status: 200,
        durationMs: 1,
        codes: [`CODE_${n}`],
        operation,
        request,
      });
    httpChannel.publish({ method: 'GET', route: '/graphql', status: n, durationMs: 1 });
    upstreamChannel.publish({
      requestId,
      method: 'GET',
      route: `/r${n}`,
      status: n,
      attempt: 1,
      durationMs: 1,
      fault: null,
    });
    cacheChannel.publish({ command: `c${n}`, outcome: 'error', durationMs: 1, fault: `F${n}` });
    cacheReadChannel.publish({ requestId, result: `r${n}`, joined: null });
    shedChannel.publish({ reason: `r${n}` });
  }
  const series = seriesOf((await metrics.scrape()).text);
  metrics.stop();
  expect(series.size).toBeLessThan(2_000);
  // Nothing is lost by that.
  expect(sum(series, 'igw_operation_duration_seconds_count')).toBe(12_000);
  expect(sum(series, 'http_client_request_duration_seconds_count')).toBe(3_000);
});

test('who sends most is shown, by caller and by organization, however many others there are', async () => {
  const gateway = await startGateway();
  for (let n = 0; n < 30; n++) await gateway.ask(callers.devKey, LIST);
  for (let n = 0; n < 3; n++) await gateway.ask({ authorization: `ApiKey ${String(n).repeat(32)}` }, LIST);
  await gateway.ask({}, LIST);
  const series = await scrape(gateway);
  const values = (name: string) => [...series].filter(([key]) => key.startsWith(`${name}{`));
  const [first, ...others] = values('igw_top_caller_requests').sort(([, one], [, other]) => other - one);
  expect(first).toEqual([expect.stringMatching(/^igw_top_caller_requests\{caller="[0-9a-f]{8}"\}$/), 30]);
  expect(others.map(([, value]) => value)).toEqual([1, 1, 1, 1]);
  expect(others.map(([key]) => key)).toContain('igw_top_caller_requests{caller="none"}');
  const organization = stored(gateway.backend, DEV.sendgrid)._organizationId;
  expect(values('igw_top_organization_requests')).toContainEqual([
    `igw_top_organization_requests{organization="${organization}"}`,
    expect.any(Number),
  ]);
});

test('a caller among ten thousand that each ask once is found, and is forgotten after a minute', () => {
  let now = 0;
  const frequent = new HeavyHitters(() => now);
  for (let n = 0; n < 10_000; n++) {
    frequent.count(`once ${n}`);
    if (n % 20 === 0) frequent.count('often');
  }
  const [[name, count] = ['', 0]] = frequent.top(20);
  expect(name).toBe('often');
  expect(count).toBeGreaterThan(500 - 11);
  expect(count).toBeLessThanOrEqual(500);
  now = 30_000;
  frequent.count('later');
  now = 59_000;
  expect(frequent.top(1)).toEqual([['often', count]]);
  now = 61_000;
  expect(frequent.top(20)).toEqual([['later', 1]]);
  now = 1e6;
  expect(frequent.top(20)).toEqual([]);
});

test('why the cache is degraded is a label', async () => {
  const env = { REDIS_URL: 'redis://127.0.0.1:1', CACHE_KEY_SECRET: 'metrics'.repeat(5) };
  const [without, working] = [await startGateway(env), await startGateway()];
  const degraded = async (gateway: TestGateway) =>
    [...(await scrape(gateway))].filter(([key]) => key.startsWith('igw_cache_degraded'));
  expect(await degraded(without)).toEqual([[expect.stringMatching(/^igw_cache_degraded\{reason="\w+"\}$/), 1]]);
  expect(await degraded(working)).toEqual([['igw_cache_degraded{reason=""}', 0]]);
});

test('a counter counts each combination of labels up to its bound, and the others together, however often it is looked at', async () => {
  const registry = new Registry();
  const counter = new BoundedCounter({ registry, name: 'c', help: 'c', labelNames: ['a', 'b'], maxLabelSets: 2 });
  for (const [a, b] of ['11', '12', '11', '11', '13', '13', '22', '12']) counter.inc({ a: String(a), b: String(b) });
  const expected = { 'c{a="1",b="1"}': 3, 'c{a="1",b="2"}': 2, 'c{a="other",b="other"}': 3 };
  for (let look = 0; look < 2; look++) {
    expect(Object.fromEntries(seriesOf(await registry.metrics()))).toEqual(expected);
  }
});
