import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { SETTINGS } from '../../src/settings.ts';
import { faultsOf } from '../helpers/faults-of.ts';

const MANIFEST = 'manifest.json';
const STUDIO = { APOLLO_KEY: 'service:integrations:key', APOLLO_GRAPH_REF: 'integrations@test' };
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
