import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { callers, startGateway } from '../helpers/gateway.ts';

const read = (name: string) => readFileSync(new URL(`../../src/telemetry/${name}`, import.meta.url), 'utf8');

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}
interface Alerts {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

const { panels } = JSON.parse(read('dashboard.json')) as Dashboard;
const rules = (parse(read('alerts.yaml')) as Alerts).groups.flatMap((group) => group.rules);
const expressions = [...panels.flatMap(({ targets }) => targets), ...rules].map(({ expr }) => expr);

/** Names of metrics in an expression: each has an underscore, and no function or label list follows it. */
const metricsIn = (expr: string) =>
  [
    ...expr.replaceAll(/by \([^)]*\)|"[^"]*"|\$\w+/g, '').matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b(?!\s*[(=!])/g),
  ].map(([name]) => name);

let text = '';
let types: ReadonlySet<string>;
beforeAll(async () => {
  const { app, ask } = await startGateway();
  await ask(callers.devKey, '{ integrations { totalCount } }');
  text = await (await fetch(`${app.adminUrl}/metrics`)).text();
  types = new Set(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['count', 'sum', 'bucket'].map((part) => `${name}_${part}`) : [name],
    ),
  );
});

test('the dashboard and the alerts ask for metrics that are there', () => {
  for (const expr of expressions) {
    expect(metricsIn(expr)).not.toEqual([]);
    expect(metricsIn(expr).filter((name) => !types.has(name))).toEqual([]);
  }
});

test('labels that they group by or select are labels of the metric', () => {
  const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name));
  // Not seen in a short run, or set by Prometheus.
  for (const name of ['code', 'reason', 'instance']) labels.add(name);
  const used = expressions.flatMap((expr) => [
    ...[...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', ')),
    ...[...expr.matchAll(/[{,](\w+)(?:=~|=|!=)/g)].map(([, name = '']) => name),
  ]);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !labels.has(name))).toEqual([]);
});

test('each metric of the gateway is on the dashboard and in the page for operators', () => {
  const shown = new Set(panels.flatMap(({ targets }) => targets).flatMap(({ expr }) => metricsIn(expr)));
  const page = read('TELEMETRY.md');
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  const missing = names.filter((name) => ![...shown].some((one) => one === name || one.startsWith(`${name}_`)));
  expect(missing).toEqual(['nodejs_heap_size_used_bytes', 'process_start_time_seconds']);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  ['Hit rate', 'igw_cache_reads_total', 'result'],
  ['Slowest operations, p95', 'igw_operation_duration_seconds_bucket', 'name'],
  ['Is Novu failing?', 'http_client_request_duration_seconds_count', 'status'],
  ['Who hammers us? Callers', 'igw_top_caller_requests', 'caller'],
  ['Who hammers us? Organizations', 'igw_top_organization_requests', 'organization'],
  ['Is Redis degraded, and why?', 'igw_cache_degraded', 'reason'],
])('the question "%s" is answered by a panel, from %s by %s', (title, metric, label) => {
  const panel = panels.find((one) => one.title === title);
  const found = (panel?.targets ?? []).filter(({ expr }) => metricsIn(expr).includes(metric));
  expect(found.some(({ expr }) => expr.includes(label))).toBe(true);
});

test('no panel hides another one, and each has an id of its own', () => {
  const places = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(panels.length);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});

test('there is an alert for each thing that wakes an operator', () => {
  expect(rules.map(({ alert }) => alert)).toEqual([
    'NovuFails',
    'CacheBypassed',
    'BreakerOpen',
    'UnfencedWrites',
    'EventLoopSlow',
  ]);
});
