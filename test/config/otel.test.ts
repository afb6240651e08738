import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/config.ts';
import { faultsOf } from '../helpers/faults-of.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-secrets-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file. Returns its path. */
function secretFile(content: string): string {
  const path = join(folder, randomUUID());
  writeFileSync(path, content);
  return path;
}

describe('the variables of OpenTelemetry', () => {
  const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' };

  test.each([
    {},
    { OTEL_SERVICE_NAME: 'x', OTEL_TRACES_SAMPLER: 'nonsense', OTEL_EXPORTER_OTLP_HEADERS: 'nonsense' },
    { ...ENDPOINT, OTEL_SDK_DISABLED: 'TRUE' },
    { ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
  ])('want no traces: %j', (env: Record<string, string>) => {
    expect(parseConfig(env).tracing).toBeNull();
  });

  test('have the defaults of the specification', () => {
    expect(parseConfig({ OTEL_TRACES_EXPORTER: 'otlp' }).tracing).toEqual({
      exporter: 'otlp',
      url: 'http://localhost:4318/v1/traces',
      headers: {},
      timeoutMs: 10_000,
      compression: 'none',
      resource: { 'service.name': 'integrations-gateway' },
      sampler: 'parentbased_always_on',
      ratio: 1,
      batch: {
        scheduledDelayMillis: 5_000,
        exportTimeoutMillis: 30_000,
        maxQueueSize: 2_048,
        maxExportBatchSize: 512,
      },
      propagators: new Set(['tracecontext', 'baggage']),
    });
  });

  test('for traces come before those for all signals', () => {
    const both = (name: string, general: string, own: string) => ({
      [`OTEL_EXPORTER_OTLP_${name}`]: general,
      [`OTEL_EXPORTER_OTLP_TRACES_${name}`]: own,
    });
    const env = {
      ...both('ENDPOINT', 'http://a.example/base/', 'https://b.example/own'),
      ...both('HEADERS', 'x=1,y=%20a%2Cb', 'x=2'),
      ...both('TIMEOUT', '1', '2'),
      ...both('COMPRESSION', 'none', 'gzip'),
    };
    const [url, headers] = ['https://b.example/own', { x: '2', y: ' a,b' }];
    expect(parseConfig(env).tracing).toMatchObject({ url, headers, timeoutMs: 2, compression: 'gzip' });
    const general = parseConfig({ ...env, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '' }).tracing;
    expect(general?.url).toBe('http://a.example/base/v1/traces');
    const file = secretFile('authorization=Bearer%20hunter2\n');
    const secret = parseConfig({ ...ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS_FILE: file }).tracing;
    expect(secret?.headers).toEqual({ authorization: 'Bearer hunter2' });
  });

  test('are held to their forms, and none shows a secret', () => {
    const env = {
      ...ENDPOINT,
      OTEL_TRACES_EXPORTER: 'zipkin',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://user:hunter2@collector.example',
      OTEL_EXPORTER_OTLP_HEADERS: 'hunter2',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'bad name=hunter2',
      OTEL_TRACES_SAMPLER: 'sometimes',
      OTEL_TRACES_SAMPLER_ARG: '1.5',
      OTEL_BSP_SCHEDULE_DELAY: '0',
      OTEL_PROPAGATORS: 'tracecontext,b3',
      OTEL_RESOURCE_ATTRIBUTES: 'hunter2',
    };
    const faults = faultsOf(env);
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual(
      Object.keys(env)
        .filter((name) => name !== 'OTEL_EXPORTER_OTLP_ENDPOINT')
        .sort(),
    );
    expect(faults.join()).not.toContain('hunter2');
  });

  test('are near to no setting', () => {
    const names = 'LOG_LEVEL SERVICE_NAME TRACES_EXPORTER METRICS_EXPORTER EXPORTER_OTLP_TIMEOUT BSP_MAX_QUEUE_SIZE';
    const env = Object.fromEntries(names.split(' ').map((name) => [`OTEL_${name}`, 'x']));
    expect(faultsOf({ ...env, OTEL_SDK_DISABLED: 'true' })).toEqual([]);
  });
});
