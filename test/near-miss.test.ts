import { describe, expect, test } from '@jest/globals';
import { ConfigError, parseConfig } from '../src/config.ts';
import { SETTINGS } from '../src/settings.ts';

describe('a variable that is a near miss of a setting', () => {
  test.each([
    ['CACHE_TLL', 'CACHE_TTL'],
    ['CACHETTL', 'CACHE_TTL'],
    ['NOVU_APIURL', 'NOVU_API_URL'],
    ['NOVU_API_URI', 'NOVU_API_URL'],
    ['novu_api_url', 'NOVU_API_URL'],
    ['REDIS_URI', 'REDIS_URL'],
    ['UPSTREAM_TIMEOUTS', 'UPSTREAM_TIMEOUT'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['KEEPALIVE_TIMEOUT', 'KEEP_ALIVE_TIMEOUT'],
  ])('%s ends the start and names %s, not its value', (variable, meant) => {
    const parse = () => parseConfig({ [variable]: 'CANARY' });
    expect(parse).toThrow(new ConfigError(`${variable} is no setting. Did you mean ${meant}?`));
  });

  test('is told beside all other faults', () => {
    expect(() => parseConfig({ CACHE_TLL: '1s', PORT: 'x' })).toThrow(/^CACHE_TLL .*\nPORT must be /);
  });

  test('is no fault where it is empty, as an unset variable of a template is', () => {
    expect(parseConfig({ CACHE_TLL: '' }).CACHE_TTL).toBe(parseConfig({}).CACHE_TTL);
  });
});

/** What platforms, shells and other programs set beside a gateway. */
const OTHERS = [
  'REDIS_SERVICE_HOST',
  'REDIS_SERVICE_PORT',
  'REDIS_PORT',
  'REDIS_PORT_6379_TCP',
  'REDIS_HOST',
  'REDIS_PASSWORD',
  'REDIS_TLS_URL',
  'NOVU_API_KEY',
  'NOVU_SECRET_KEY',
  'NOVU_SERVICE_HOST',
  'CACHE_SERVICE_PORT',
  'HOSTNAME',
  'PORTS',
  'POST',
  'HTTP_PROXY',
  'ALL_PROXY',
  'NODE_ENV',
  'PATH',
  'APOLLO_GRAPH_ID',
  'APOLLO_TELEMETRY_DISABLED',
  'npm_config_cache',
];

test.each(OTHERS)('%s is left alone', (variable) => {
  expect(parseConfig({ [variable]: 'x' })).toEqual(parseConfig({}));
});

test('no setting is taken for a near miss of another', () => {
  for (const name of Object.keys(SETTINGS)) {
    try {
      parseConfig({ [name]: 'x' });
    } catch (error) {
      expect((error as Error).message).not.toContain('is no setting');
    }
  }
});
