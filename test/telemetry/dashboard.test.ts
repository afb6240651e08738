import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { callers, startGateway } from '../helpers/gateway.ts';

const read = (name: string) => readFileSync(new URL(`../../src/telemetry/${name}`, import.meta.url), 'utf8');

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
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

test('there is an alert for each thing that wakes an operator', () => {
  expect(rules.map(({ alert }) => alert)).toEqual([
    'NovuFails',
    'CacheBypassed',
    'BreakerOpen',
    'UnfencedWrites',
    'EventLoopSlow',
  ]);
});
