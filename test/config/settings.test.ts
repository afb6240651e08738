import { describe, expect, test } from '@jest/globals';
import { settingsTable } from '../../src/bin/settings-table.ts';
import { isDevelopment, parseConfig } from '../../src/config.ts';
import { SETTINGS } from '../../src/settings.ts';

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
      HEAP_GROWTH_PERCENT: 100,
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
