import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/config.ts';
import { faultsOf } from '../helpers/faults-of.ts';

const MANIFEST = 'manifest.json';
const STUDIO = { APOLLO_KEY: 'service:integrations:key', APOLLO_GRAPH_REF: 'integrations@test' };

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
