import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createCache } from '../../../src/cache/cache.ts';
import { UpstreamUnavailableError } from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { startRedis, startRedisCluster } from '../../helpers/redis.ts';
import {
  apiKey,
  callOf,
  FakeUpstream,
  SECRET,
  scopeOf,
  session,
  shownBy,
  UPSTREAM_TIMEOUT_MS,
} from '../support/fake-upstream.ts';
import { TIMES } from '../support/gateways.ts';

interface Opened {
  wrap(source: IntegrationSource): IntegrationSource;
  stop(): Promise<void>;
}

const FORMS: readonly [string, () => Promise<Opened>][] = [
  ['without a cache', async () => ({ wrap: (source) => source, stop: async () => {} })],
  ['cached in memory', () => cached()],
  ['cached in memory, without the layer in front', () => cached({ memoryTtlMs: 0 })],
  ['cached in Redis', overRedis],
  ['cached in a Redis Cluster', overCluster],
];

/** What no caller can tell apart, whatever is in between. */
describe.each(FORMS)('a source %s', (_, open) => {
  let opened: Opened;
  let upstream: FakeUpstream;
  let source: IntegrationSource;
  let callers = 0;
  let alice: ReturnType<typeof apiKey>;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.stop());
  beforeEach(() => {
    upstream = new FakeUpstream();
    source = opened.wrap(upstream.source());
    callers += 1;
    alice = apiKey(`alice-${callers}`);
    upstream.organizations.set(alice.authorization, `org-${callers}`);
  });

  test('lists what upstream shows, cold and warm, to each caller their own', async () => {
    upstream.size = 30;
    const bob = session(`bob-${callers}`);
    upstream.organizations.set(bob.authorization, `org-${callers}`);
    for (const caller of [alice, bob, alice, bob, alice]) {
      const { integrations } = await source.list(callOf(caller));
      expect(integrations).toEqual((await upstream.source().list(callOf(caller))).integrations);
    }
  });

  test('lists nothing where there is nothing', async () => {
    upstream.empty.add(alice.authorization);
    for (let left = 3; left > 0; left -= 1) expect((await source.list(callOf(alice))).integrations).toEqual([]);
  });

  test('shows every write at once to the writer and to its colleagues', async () => {
    const bob = apiKey(`bob-${callers}`);
    upstream.organizations.set(bob.authorization, `org-${callers}`);
    let version = 0;
    const writes: ((from: IntegrationSource) => Promise<unknown>)[] = [
      (from) => from.create(callOf(alice), { providerId: 'x' }),
      (from) => from.update(callOf(bob), 'x', {}),
      (from) => from.setPrimary(callOf(alice), 'x'),
      (from) => from.delete(callOf(bob), 'x'),
      (from) => from.autoConfigure(callOf(alice), 'x'),
      (from) => from.configureWebhook(callOf(bob), 'x'),
    ];
    for (const write of writes) {
      await Promise.all([source.list(callOf(alice)), source.list(callOf(bob))]);
      await write(source);
      version += 1;
      for (const caller of [alice, bob]) {
        expect(shownBy(await source.list(callOf(caller)))).toBe(`${caller.authorization}/v${version}`);
      }
    }
  });

  test('gives back what a write answered', async () => {
    expect(await source.update(callOf(alice), 'x', {})).toMatchObject({ name: `${alice.authorization}/v1` });
    expect(await source.autoConfigure(callOf(alice), 'x')).toEqual({ success: true, webhookUrl: null });
    expect(await source.delete(callOf(alice), 'x')).toBeUndefined();
  });

  test('gives secrets where they are asked for, and nowhere else', async () => {
    const admin = session(`admin-${callers}`);
    const withSecrets = await source.list(callOf(admin), { secrets: true });
    expect(withSecrets.integrations[0]?.secrets).toBeDefined();
    for (let left = 2; left > 0; left -= 1) {
      expect((await source.list(callOf(admin))).integrations[0]?.secrets).toBeUndefined();
    }
  });

  test('reads anew when told', async () => {
    await source.list(callOf(alice));
    upstream.change(`org-${callers}`);
    expect(shownBy(await source.list(callOf(alice), { fresh: true }))).toBe(`${alice.authorization}/v1`);
  });

  test('hands on all other questions', async () => {
    expect(await source.me(callOf(alice))).toEqual({ environmentId: 'env', organizationId: `org-${callers}` });
    expect(await source.environments(callOf(alice))).toEqual([{ id: 'env', name: 'Development' }]);
    expect(await source.webhookSupported(callOf(alice), 'x')).toBe(true);
    expect(source.rateLimit(alice)).toEqual(upstream.source().rateLimit(alice));
  });

  test('rejects with upstream’s error, of reads and of writes', async () => {
    const error = new UpstreamUnavailableError('down');
    upstream.before = () => {
      throw error;
    };
    const call = callOf(alice);
    const questions = [
      () => source.list(call),
      () => source.me(call),
      () => source.environments(call),
      () => source.webhookSupported(call, 'x'),
      () => source.create(call, { providerId: 'x' }),
      () => source.delete(call, 'x'),
    ];
    for (const ask of questions) await expect(ask()).rejects.toBe(error);
  });

  test('ends a read whose caller has left', async () => {
    const leaver = new AbortController();
    upstream.before = () => new Promise(() => {});
    const list = source.list(callOf(alice, leaver.signal));
    leaver.abort(new Error('left'));
    await expect(list).rejects.toThrow('left');
  });
});

async function cached(
  overrides: { memoryTtlMs?: number; redis?: { secret: string; url: string } } = {},
  stop = async () => {},
): Promise<Opened> {
  const cache = createCache({
    ...TIMES,
    memoryMaxBytes: 10e6,
    commandTimeoutMs: 10_000,
    requestBudgetMs: 20_000,
    upstreamTimeoutMs: UPSTREAM_TIMEOUT_MS,
    scope: scopeOf,
    ...overrides,
  });
  await cache.start();
  expect(cache.health().state).toBe('ok');
  return {
    wrap: (source) => cache.wrap(source),
    async stop() {
      await cache.stop();
      await stop();
    },
  };
}

async function overRedis(): Promise<Opened> {
  const server = await startRedis();
  return cached({ redis: { secret: SECRET, url: server.url } }, () => server.stop());
}

async function overCluster(): Promise<Opened> {
  const cluster = await startRedisCluster();
  return cached({ redis: { secret: SECRET, url: cluster.url } }, () => cluster.stop());
}
