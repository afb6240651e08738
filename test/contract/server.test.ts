import { describe, expect, test } from '@jest/globals';
import { findProvider } from '../../src/catalog/catalog.ts';
import { ACME_DEVELOPMENT, ACME_PRODUCTION, demoSeed, GLOBEX_KEY } from '../../src/novu-double/seed/seed.ts';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { manyIntegrations } from '../helpers/many-integrations.ts';
import { apiKey, email, integrations, start, startWith, V1 } from './support.ts';

describe('the server', () => {
  test('listens on one loopback address only', async () => {
    const backend = await start();
    expect(backend.url).toBe(`http://127.0.0.1:${backend.port}`);
    expect(integrations(await apiKey(backend).get(V1))).toHaveLength(11);
    await expect(fetch(`http://127.0.0.2:${backend.port}`)).rejects.toThrow();
  });

  test('refuses a port that is taken', async () => {
    const { port } = await start();
    await expect(startBackend({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('refuses a seed that contradicts itself', async () => {
    await expect(startWith([email('A'), email('A')])).rejects.toThrow(/two integrations with the id/);
    await expect(startWith([email('A', { environmentId: 'nowhere' })])).rejects.toThrow(/is in an unknown environment/);
  });

  test('logs every call with its body, until the log is cleared', async () => {
    const backend = await start({ now: () => 1000 });
    await apiKey(backend).post(`${V1}?a=1`, { name: 1 }, { 'x-request-id': 'r1' });
    expect(backend.requests).toMatchObject([
      { method: 'POST', path: `${V1}?a=1`, headers: { 'x-request-id': 'r1' }, body: { name: 1 } },
    ]);
    backend.requests.clear();
    expect(backend.requests).toHaveLength(0);
  });

  test('reset takes everything back to the seed', async () => {
    const backend = await start({ rateLimit: { burst: 2 }, idempotency: true });
    const before = backend.records().length;
    const created = await apiKey(backend).post(V1, { providerId: 'foo', channel: 'chat' }, { 'idempotency-key': 'k' });
    backend.faults.add({ kind: 'reset' });
    backend.reset();
    expect([backend.records().length, backend.requests.length, backend.faults.list()]).toEqual([before, 0, []]);
    const again = await apiKey(backend).post(V1, { providerId: 'foo', channel: 'chat' }, { 'idempotency-key': 'k' });
    expect(again.headers.get('ratelimit-remaining')).toBe('1');
    expect(again.headers.get('idempotency-replay')).toBeNull();
    // Ids are made in the same order in every run.
    expect(again.body.data).toMatchObject({ _id: (created.body.data as { _id: string })._id });
  });

  test('stop frees the port, and may be called again', async () => {
    const backend = await start();
    await apiKey(backend).get(V1);
    await backend.stop();
    await backend.stop();
    await expect(fetch(backend.url)).rejects.toThrow();
    expect((await start({ port: backend.port })).port).toBe(backend.port);
  });

  test('holds thousands of integrations', async () => {
    const backend = await startWith([
      ...manyIntegrations(5000, ACME_DEVELOPMENT),
      ...manyIntegrations(10, ACME_PRODUCTION),
    ]);
    const all = integrations(await apiKey(backend).get(V1));
    expect(all).toHaveLength(5000);
    expect(new Set(all.map(({ _id }) => _id)).size).toBe(5000);
  });
});

describe('the demo data', () => {
  const { integrations: seeds } = demoSeed();

  test('covers every channel, 20 providers, an agent, conditions, an inactive one and an unknown provider', () => {
    expect(new Set(seeds.map(({ channel }) => channel))).toEqual(
      new Set(['in_app', 'email', 'sms', 'chat', 'push', 'tool', undefined]),
    );
    expect(new Set(seeds.map(({ providerId }) => providerId)).size).toBeGreaterThanOrEqual(20);
    expect(seeds.filter(({ kind }) => kind === 'agent').map(({ providerId }) => providerId)).toEqual(['anthropic']);
    expect(seeds.filter(({ conditions }) => conditions)).toHaveLength(1);
    expect(seeds.some(({ active }) => !active)).toBe(true);
    expect(seeds.filter(({ providerId }) => !findProvider(providerId)).map(({ identifier }) => identifier)).toEqual([
      'acme-postbox',
    ]);
  });

  test('has what each provider asks for', () => {
    const lacking = seeds.flatMap(({ providerId, credentials = {} }) =>
      (findProvider(providerId)?.credentialFields ?? [])
        .filter(({ key, required }) => required && credentials[key] === undefined)
        .map(({ key }) => `${providerId}: ${key}`),
    );
    expect(lacking).toEqual([]);
  });

  test.each([ACME_DEVELOPMENT, ACME_PRODUCTION])(
    '%s has a primary SendGrid and another active email',
    (environmentId) => {
      const emails = seeds.filter(
        (seed) => seed.environmentId === environmentId && seed.channel === 'email' && seed.active,
      );
      expect(emails.filter(({ primary }) => primary)).toMatchObject([{ providerId: 'sendgrid', credentials: {} }]);
      const priorities = emails.map(({ priority }) => priority);
      expect(priorities).toEqual(priorities.map((_, index) => emails.length - index));
      expect(emails.length).toBeGreaterThan(1);
    },
  );

  test('on api2024 has neither tools nor agents', () => {
    const older = demoSeed('api2024').integrations;
    expect(older.filter(({ channel, kind }) => channel === 'tool' || kind === 'agent')).toEqual([]);
    expect(older).toHaveLength(seeds.length - 3);
  });

  test('keeps organizations apart', async () => {
    const backend = await start();
    const globex = integrations(await apiKey(backend, GLOBEX_KEY).get(V1));
    expect(globex.map(({ identifier }) => identifier)).toEqual(['postmark', 'plivo', 'inbox', 'discord', 'expo']);
  });
});
