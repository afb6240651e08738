import { describe, expect, test } from '@jest/globals';
import { ConfigError, isDevelopment, parseConfig, SETTINGS, settingsTable } from '../src/config.ts';

describe('settings', () => {
  test('without any, the gateway runs on the embedded backend, for exploring', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ NOVU_API_URL: null, PORT: 4000, HOST: '127.0.0.1', UPSTREAM_TIMEOUT: 10_000 });
    expect(isDevelopment(config)).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('with NOVU_API_URL it is in production, unless GATEWAY_MODE says otherwise', () => {
    const NOVU_API_URL = 'https://api.novu.co';
    expect(isDevelopment(parseConfig({ NOVU_API_URL }))).toBe(false);
    expect(isDevelopment(parseConfig({ NOVU_API_URL, GATEWAY_MODE: 'development' }))).toBe(true);
    expect(isDevelopment(parseConfig({ GATEWAY_MODE: 'production' }))).toBe(false);
  });

  test.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
  ])('the duration %s is %d ms', (written, ms) => {
    expect(parseConfig({ UPSTREAM_TIMEOUT: written }).UPSTREAM_TIMEOUT).toBe(ms);
  });

  test.each([
    ['1B', 1],
    ['256KiB', 262_144],
    ['64MiB', 67_108_864],
  ])('the size %s is %d bytes', (written, bytes) => {
    expect(parseConfig({ MAX_BODY: written }).MAX_BODY).toBe(bytes);
  });

  test('every fault is listed at once, each with its variable and what it must be', () => {
    const faults = {
      PORT: '99999',
      UPSTREAM_TIMEOUT: '10',
      MAX_BODY: '1MB',
      NOVU_API_URL: 'ftp://x',
      LOG_LEVEL: 'loud',
    };
    const error = thrownBy(() => parseConfig(faults));
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message.split('\n').sort()).toEqual([
      'LOG_LEVEL must be one of silent, error, warn, info, debug (it is "loud")',
      'MAX_BODY must be a size such as 256KiB or 64MiB (it is "1MB")',
      'NOVU_API_URL must be an http or https URL (it is "ftp://x")',
      'PORT must be a whole number from 0 to 65535 (it is "99999")',
      'UPSTREAM_TIMEOUT must be a duration such as 500ms, 10s or 5m (it is "10")',
    ]);
  });

  test('a fault of a secret setting does not show its value', () => {
    const error = thrownBy(() => parseConfig({ HTTPS_PROXY: 'user:hunter2@proxy' }));
    expect((error as Error).message).toMatch(/^HTTPS_PROXY must be/);
    expect((error as Error).message).not.toContain('hunter2');
  });

  test('a password in the URL of Novu is refused, and not shown', () => {
    const error = thrownBy(() => parseConfig({ NOVU_API_URL: 'https://user:hunter2@novu.example' }));
    expect((error as Error).message).toBe('NOVU_API_URL must be a URL without user and password');
  });

  test('the table has a row for each', () => {
    expect(settingsTable().split('\n')).toHaveLength(Object.keys(SETTINGS).length + 2);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
