import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../src/app.ts';
import { settingsTable } from '../src/bin/settings-table.ts';
import { ConfigError, isDevelopment, parseConfig } from '../src/config.ts';
import { SETTINGS } from '../src/settings.ts';

const MANIFEST = 'manifest.json';
const STUDIO = { APOLLO_KEY: 'service:integrations:key', APOLLO_GRAPH_REF: 'integrations@test' };

/** The lines of the ConfigError that an environment leads to. */
function faultsOf(env: Readonly<Record<string, string>>): string[] {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n').sort();
  }
  return [];
}

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

describe('defaults', () => {
  test('are these, as the rest of the gateway gets them: milliseconds, bytes, null for what is unset', () => {
    expect(parseConfig({})).toEqual({
      NOVU_API_URL: null,
      GATEWAY_MODE: null,
      HOST: '127.0.0.1',
      PORT: 4000,
      ADMIN_HOST: '127.0.0.1',
      ADMIN_PORT: null,
      ADMIN_TOKEN: null,
      LOG_LEVEL: 'info',
      AUDIT_FILE: null,
      LOG_REQUEST_SAMPLE: 10,
      LOG_SLOW: 1_000,
      UPSTREAM_TIMEOUT: 10_000,
      UPSTREAM_MAX_BODY: 16_777_216,
      UPSTREAM_CONNECTIONS: 64,
      UPSTREAM_QUEUE: 512,
      UPSTREAM_QUEUE_TIMEOUT: 1_000,
      UPSTREAM_CALLER_CONNECTIONS: 16,
      UPSTREAM_CALLER_QUEUE: 64,
      UPSTREAM_STRANGER_CONNECTIONS: 16,
      UPSTREAM_CALLER_RATE: null,
      UPSTREAM_CA_FILE: null,
      HTTPS_PROXY: null,
      NO_PROXY: null,
      REDIS_URL: null,
      CACHE_KEY_SECRET: null,
      SHOW_CREDENTIALS: 'sessions',
      REDIS_CA_FILE: null,
      REDIS_KEY_PREFIX: 'igw',
      REDIS_COMMAND_TIMEOUT: 50,
      REDIS_REQUEST_BUDGET: 100,
      CACHE_TTL: 30_000,
      CACHE_STALE_WHILE_REVALIDATE: 30_000,
      CACHE_STALE_IF_ERROR: 300_000,
      CACHE_MEMORY_TTL: 2_000,
      CACHE_MEMORY_MAX_BYTES: 67_108_864,
      MAX_EVENT_LOOP_DELAY: 1_000,
      MAX_RSS: null,
      HEADERS_TIMEOUT: 10_000,
      REQUEST_TIMEOUT: 30_000,
      KEEP_ALIVE_TIMEOUT: 65_000,
      WRITE_TIMEOUT: 30_000,
      MAX_CONNECTIONS: 2_000,
      MAX_BODY: 262_144,
      MAX_ANSWER: 8_388_608,
      COMPRESSION: 'off',
      MAX_QUERY_TOKENS: 10_000,
      MAX_QUERY_DEPTH: 15,
      MAX_QUERY_ALIASES: 200,
      MAX_QUERY_COST: 50_000,
      IDEMPOTENCY_TTL: 86_400_000,
      MAX_MUTATIONS: 10,
      FEDERATION: 'on',
      CORS_ORIGINS: null,
      CORS_CREDENTIALS: false,
      CORS_HEADERS: null,
      TRUSTED_DOCUMENTS: null,
      TRUSTED_DOCUMENTS_ONLY: false,
      PERSISTED_QUERIES_TTL: 86_400_000,
      APOLLO_KEY: null,
      APOLLO_GRAPH_REF: null,
      APOLLO_SCHEMA_REPORTING: false,
      SHUTDOWN_DELAY: 5_000,
      SHUTDOWN_TIMEOUT: 25_000,
      HEAP_GROWTH_PERCENT: null,
      tracing: null,
    });
  });

  test('a configuration cannot be changed', () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });

  test.each(Object.keys(SETTINGS))('%s: an empty variable counts as unset', (name) => {
    expect(parseConfig({ [name]: '' })).toEqual(parseConfig({}));
  });

  test('variables that are no settings are ignored', () => {
    expect(parseConfig({ PATH: '/bin', npm_config_port: '1' })).toEqual(parseConfig({}));
  });
});

describe('values', () => {
  test.each([
    ['0ms', 0],
    ['500ms', 500],
    ['10s', 10_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    // As many milliseconds as a timer holds.
    ['2147483647ms', 2_147_483_647],
  ])('the duration %s is %d ms', (written, ms) => {
    expect(parseConfig({ CACHE_TTL: written }).CACHE_TTL).toBe(ms);
  });

  test.each(['10', 's', '1.5s', '-1s', '1d', '10 s', '10S', 'x10s', '10sx', '2147483648ms', '597h'])(
    '%j is no duration',
    (written) => {
      expect(faultsOf({ UPSTREAM_TIMEOUT: written })).toEqual([
        `UPSTREAM_TIMEOUT must be a duration such as 500ms, 10s or 5m (it is ${JSON.stringify(written)})`,
      ]);
    },
  );

  test.each([
    ['1B', 1],
    ['256KiB', 262_144],
    ['64MiB', 67_108_864],
    ['2GiB', 2_147_483_648],
  ])('the size %s is %d bytes', (written, bytes) => {
    expect(parseConfig({ MAX_BODY: written }).MAX_BODY).toBe(bytes);
  });

  test.each(['1', '0B', '0MiB', '1MB', '1kB', '1.5MiB', '-1B', 'x1B', '1Bx', '8388608GiB'])(
    '%j is no size',
    (written) => {
      expect(faultsOf({ MAX_BODY: written })).toEqual([
        `MAX_BODY must be a size such as 256KiB or 64MiB (it is ${JSON.stringify(written)})`,
      ]);
    },
  );

  test.each([
    ['50/s', 50, 1_000],
    ['600/m', 600, 60_000],
    ['1/h', 1, 3_600_000],
  ])('the rate %s is %d in %d ms', (written, count, perMs) => {
    expect(parseConfig({ UPSTREAM_CALLER_RATE: written }).UPSTREAM_CALLER_RATE).toEqual({ count, perMs });
  });

  test.each(['50', '0/s', '/s', '1.5/s', '-1/s', '50/ms', '50/d', '50 /s', 'x50/s', '50/sx', '1000000000/s'])(
    '%j is no rate',
    (written) => {
      expect(faultsOf({ UPSTREAM_CALLER_RATE: written })).toEqual([
        `UPSTREAM_CALLER_RATE must be a rate such as 50/s or 600/m (it is ${JSON.stringify(written)})`,
      ]);
    },
  );

  test.each([
    ['PORT', 0, 65_535],
    ['UPSTREAM_CONNECTIONS', 1, 10_000],
    ['UPSTREAM_QUEUE', 0, 100_000],
    ['UPSTREAM_CALLER_CONNECTIONS', 1, 10_000],
    ['UPSTREAM_CALLER_QUEUE', 0, 100_000],
    ['UPSTREAM_STRANGER_CONNECTIONS', 1, 10_000],
    ['MAX_QUERY_TOKENS', 1, 1_000_000],
    ['MAX_QUERY_DEPTH', 1, 1000],
    ['MAX_QUERY_ALIASES', 0, 100_000],
    ['MAX_QUERY_COST', 1, 1_000_000_000],
    ['MAX_CONNECTIONS', 1, 1_000_000],
    ['HEAP_GROWTH_PERCENT', 1, 1000],
  ] as const)('%s is a whole number from %d to %d, both included', (name, min, max) => {
    expect([parseConfig({ [name]: `${min}` })[name], parseConfig({ [name]: `${max}` })[name]]).toEqual([min, max]);
    for (const wrong of [`${min - 1}`, `${max + 1}`, '1.5', '0x10', '1e1', ' 1', 'many']) {
      expect(faultsOf({ [name]: wrong })).toEqual([
        `${name} must be a whole number from ${min} to ${max} (it is ${JSON.stringify(wrong)})`,
      ]);
    }
  });

  test.each(['CORS_CREDENTIALS', 'TRUSTED_DOCUMENTS_ONLY', 'APOLLO_SCHEMA_REPORTING'] as const)(
    '%s is true or false, in lower case',
    (name) => {
      const others = { CORS_ORIGINS: 'https://a.example', TRUSTED_DOCUMENTS: MANIFEST, ...STUDIO };
      expect(parseConfig({ ...others, [name]: 'true' })[name]).toBe(true);
      expect(parseConfig({ ...others, [name]: 'false' })[name]).toBe(false);
      for (const wrong of ['1', 'yes', 'TRUE']) {
        expect(faultsOf({ [name]: wrong })).toEqual([`${name} must be true or false (it is "${wrong}")`]);
      }
    },
  );

  test.each([
    ['GATEWAY_MODE', ['development', 'production']],
    ['LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug']],
    ['FEDERATION', ['on', 'off']],
    ['SHOW_CREDENTIALS', ['sessions', 'never']],
  ] as const)('%s is one of %j', (name, words) => {
    for (const word of words) expect(parseConfig({ [name]: word })[name]).toBe(word);
    expect(faultsOf({ [name]: words[0].toUpperCase() })).toEqual([
      `${name} must be one of ${words.join(', ')} (it is "${words[0].toUpperCase()}")`,
    ]);
  });

  test.each(['http://novu.example', 'https://novu.example/api'])('%s can be the URL of Novu', (written) => {
    expect(parseConfig({ NOVU_API_URL: written }).NOVU_API_URL).toEqual(new URL(written));
  });

  test.each(['ftp://x', 'novu.example', 'xhttp://novu.example', 'httpsx://novu.example'])('%s cannot', (written) => {
    expect(faultsOf({ NOVU_API_URL: written })).toEqual([
      `NOVU_API_URL must be an http or https URL (it is "${written}")`,
    ]);
  });

  test('origins are separated by commas, with or without spaces', () => {
    const names = 'Content-Type , authorization,x-datadog-trace-id';
    expect(parseConfig({ CORS_HEADERS: names }).CORS_HEADERS).toEqual([
      'Content-Type',
      'authorization',
      'x-datadog-trace-id',
    ]);
    for (const wrong of ['*', 'content type', 'a,,b', 'a:b']) {
      expect(faultsOf({ CORS_HEADERS: wrong })).toEqual([
        expect.stringContaining('CORS_HEADERS must be names of headers'),
      ]);
    }
    const { CORS_ORIGINS } = parseConfig({ CORS_ORIGINS: 'https://a.example , http://localhost:3000,*' });
    expect(CORS_ORIGINS).toEqual(['https://a.example', 'http://localhost:3000', '*']);
  });

  test.each(['https://a.example/', 'https://a.example/app', 'a.example', 'null', 'file:///x', 'https://A.example'])(
    '%s is no origin as a browser writes it',
    (written) => {
      expect(faultsOf({ CORS_ORIGINS: `https://b.example,${written}` })).toEqual([
        expect.stringContaining('CORS_ORIGINS must be origins such as https://app.example.com'),
      ]);
    },
  );
});

test.each([
  'HEADERS_TIMEOUT',
  'REQUEST_TIMEOUT',
  'KEEP_ALIVE_TIMEOUT',
  'WRITE_TIMEOUT',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_QUEUE_TIMEOUT',
  'REDIS_COMMAND_TIMEOUT',
  'REDIS_REQUEST_BUDGET',
  'SHUTDOWN_TIMEOUT',
] as const)('%s cannot be 0, which would be no limit, or no time at all', (name) => {
  expect(parseConfig({ REQUEST_TIMEOUT: '1m', [name]: '20s' })[name]).toBe(20_000);
  expect(faultsOf({ [name]: '0s' })).toEqual([`${name} must be a duration longer than 0 (it is "0s")`]);
  expect(faultsOf({ [name]: '10' })).toEqual([`${name} must be a duration such as 500ms, 10s or 5m (it is "10")`]);
});

test('the headers of a request are a part of it', () => {
  const fault = 'HEADERS_TIMEOUT must not be longer than REQUEST_TIMEOUT';
  expect(faultsOf({ REQUEST_TIMEOUT: '9s' })).toEqual([fault]);
  expect(faultsOf({ HEADERS_TIMEOUT: '31s' })).toEqual([fault]);
  expect(faultsOf({ HEADERS_TIMEOUT: '5s', REQUEST_TIMEOUT: '5s' })).toEqual([]);
});

describe('faults', () => {
  test('are listed all at once, each with its variable and what it must be', () => {
    const env = {
      PORT: '99999',
      UPSTREAM_TIMEOUT: '10',
      MAX_BODY: '1MB',
      NOVU_API_URL: 'ftp://x',
      REDIS_URL: 'redis://x',
    };
    expect(faultsOf(env)).toEqual([
      'CACHE_KEY_SECRET must be set with REDIS_URL: a long random text, the same for all processes',
      'MAX_BODY must be a size such as 256KiB or 64MiB (it is "1MB")',
      'NOVU_API_URL must be an http or https URL (it is "ftp://x")',
      'PORT must be a whole number from 0 to 65535 (it is "99999")',
      'UPSTREAM_TIMEOUT must be a duration such as 500ms, 10s or 5m (it is "10")',
    ]);
  });

  test('of a secret setting do not show its value', () => {
    expect(faultsOf({ HTTPS_PROXY: 'user:hunter2@proxy' })).toEqual(['HTTPS_PROXY must be an http or https URL']);
  });

  test.each([
    'https://user:hunter2@novu.example',
    'https://:hunter2@novu.example',
    'https://hunter2@novu.example',
    'https://novu.example?token=hunter2',
    'https://novu.example/#hunter2',
  ])('of the URL of Novu do not show a password or a query: %s', (url) => {
    expect(faultsOf({ NOVU_API_URL: url })).toEqual([
      'NOVU_API_URL must be a URL without user, password, query and fragment',
    ]);
  });

  /** Wrong in every setting that has a form, and with something in it that is nobody's business. */
  const SPEAKING = ['ftp://user:hunter2@x', 'ftp://user:hunter2', 'ftp://x/?key=hunter2', 'x#hunter2', 'u:hunter2@x'];

  test.each(SPEAKING)('of no setting show what was put there: %s', (value) => {
    for (const name of Object.keys(SETTINGS)) {
      const faults = faultsOf({ [name]: value }).join(' ');
      expect([name, faults]).toEqual([name, expect.not.stringContaining('hunter2')]);
    }
    expect(faultsOf({ CORS_ORIGINS: `https://a.example,${value}`, PORT: value, HOST: value })).toHaveLength(3);
  });

  test('of a key secret that is too short say how long it must be, once, and not what it is', () => {
    const env = { REDIS_URL: 'redis://redis.example' };
    expect(faultsOf({ ...env, CACHE_KEY_SECRET: 'h'.repeat(31) })).toEqual([
      'CACHE_KEY_SECRET must be at least 32 characters long',
    ]);
    expect(faultsOf({ ...env, CACHE_KEY_SECRET: 'h'.repeat(32) })).toEqual([]);
  });

  test.each(['UPSTREAM_CA_FILE', 'REDIS_CA_FILE', 'TRUSTED_DOCUMENTS'])(
    'of a file that cannot be read name %s, and not a password in its path',
    async (name) => {
      const others = {
        LOG_LEVEL: 'silent',
        NOVU_API_URL: 'http://novu.example',
        REDIS_URL: 'redis://redis.example',
        CACHE_KEY_SECRET: 'h'.repeat(32),
      };
      const start = createApp(parseConfig({ ...others, [name]: 'https://user:hunter2@files.example/file' }));
      await expect(start).rejects.toThrow(`${name}: the file cannot be used: ENOENT`);
    },
  );

  test.each(['UPSTREAM_CA_FILE', 'REDIS_CA_FILE'])('of a file that is no PEM name %s', async (name) => {
    const env = { LOG_LEVEL: 'silent', REDIS_URL: 'redis://redis.example', CACHE_KEY_SECRET: 'h'.repeat(32) };
    const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    for (const content of ['', 'not a certificate', damaged]) {
      const start = createApp(parseConfig({ ...env, [name]: secretFile(content) }));
      await expect(start).rejects.toThrow(
        new RegExp(`^${name}: .* cannot be used: it is no PEM file of certificates$`),
      );
    }
  });

  test('settings whose values are never printed are these', () => {
    const secret = Object.entries(SETTINGS).filter(([, setting]) => 'secret' in setting && setting.secret);
    expect(secret.map(([name]) => name)).toEqual([
      'ADMIN_TOKEN',
      'HTTPS_PROXY',
      'REDIS_URL',
      'CACHE_KEY_SECRET',
      'APOLLO_KEY',
    ]);
  });
});

describe('a secret in a file', () => {
  const SECRETS = {
    HTTPS_PROXY: 'http://proxy.example/',
    REDIS_URL: 'redis://x',
    CACHE_KEY_SECRET: 'k'.repeat(32),
    ...STUDIO,
  };

  test.each(['HTTPS_PROXY', 'REDIS_URL', 'CACHE_KEY_SECRET', 'APOLLO_KEY'] as const)('%s', (name) => {
    for (const end of ['', '\n', '\r\n']) {
      const config = parseConfig({ ...SECRETS, [name]: '', [`${name}_FILE`]: secretFile(SECRETS[name] + end) });
      expect(String(config[name])).toBe(SECRETS[name]);
    }
    const file = `${name}_FILE`;
    expect(faultsOf({ ...SECRETS, [file]: secretFile(SECRETS[name]) })).toEqual([
      `${name} must be set once, by ${name} or by ${file}`,
    ]);
    expect(faultsOf({ ...SECRETS, [name]: '', [file]: '/hunter2/none' })).toEqual([
      `${name} must be in the file of ${file}, which cannot be read: ENOENT`,
    ]);
    expect(faultsOf({ ...SECRETS, [name]: '', [file]: secretFile('\n') })).toEqual([
      `${name} must be in the file of ${file}, which is empty`,
    ]);
  });

  test('is held to the same rules, and not shown', () => {
    expect(faultsOf({ CACHE_KEY_SECRET_FILE: secretFile('hunter2') })).toEqual([
      'CACHE_KEY_SECRET must be at least 32 characters long',
    ]);
  });

  test('is read for secrets alone', () => {
    expect(parseConfig({ PORT_FILE: secretFile('1') }).PORT).toBe(4000);
  });
});

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

describe('settings that depend on each other', () => {
  test.each([
    ['CACHE_KEY_SECRET', { REDIS_URL: 'redis://redis.example' }, { CACHE_KEY_SECRET: 'secret'.repeat(6) }],
    ['TRUSTED_DOCUMENTS', { TRUSTED_DOCUMENTS_ONLY: 'true' }, { TRUSTED_DOCUMENTS: MANIFEST }],
    ['APOLLO_GRAPH_REF', { APOLLO_KEY: STUDIO.APOLLO_KEY }, { APOLLO_GRAPH_REF: STUDIO.APOLLO_GRAPH_REF }],
    ['APOLLO_KEY', { APOLLO_SCHEMA_REPORTING: 'true' }, STUDIO],
    [
      'CORS_ORIGINS',
      { CORS_CREDENTIALS: 'true', CORS_ORIGINS: 'https://a.example,*' },
      { CORS_ORIGINS: 'https://a.example' },
    ],
  ])('%s must fit to the others', (name, env: Record<string, string>, mended: Record<string, string>) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(new RegExp(`^${name} must `))]);
    expect(faultsOf({ ...env, ...mended })).toEqual([]);
    // What goes without the setting goes without its companion.
    expect(faultsOf(mended)).toEqual([]);
  });

  test('credentials without origins are no fault, and neither is any origin without credentials', () => {
    expect([faultsOf({ CORS_CREDENTIALS: 'true' }), faultsOf({ CORS_ORIGINS: '*' })]).toEqual([[], []]);
  });
});

describe('development', () => {
  const NOVU_API_URL = 'https://api.novu.co';

  test.each([
    [{}, true],
    [{ NOVU_API_URL }, false],
    [{ NOVU_API_URL, GATEWAY_MODE: 'development' }, true],
    [{ NOVU_API_URL, GATEWAY_MODE: 'production' }, false],
    [{ GATEWAY_MODE: 'development' }, true],
    [{ GATEWAY_MODE: 'production' }, false],
  ])('%j: %s', (env: Record<string, string>, expected) => {
    expect(isDevelopment(parseConfig(env))).toBe(expected);
  });
});

test('the table for the documentation has a row for each setting, with its default as it would be written', () => {
  const [head, line, ...rows] = settingsTable().split('\n');
  expect([head, line]).toEqual(['| Variable | Default | |', '|---|---|---|']);
  expect(rows).toHaveLength(Object.keys(SETTINGS).length);
  expect(rows).toContain('| `CACHE_TTL` | `30s` | How long a cached list is fresh. |');
  expect(rows).toContain('| `NO_PROXY` |  | Hosts to call without the proxy, separated by commas. |');
});
