import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createCache } from '../../../src/cache/cache.ts';
import type { RedisSettings } from '../../../src/cache/redis/redis-store.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { ensureProgram } from '../../helpers/programs.ts';
import { eventually, startRedis, startSentinel } from '../../helpers/redis.ts';
import {
  apiKey,
  callOf,
  FakeUpstream,
  SECRET,
  scopeOf,
  shownBy,
  UPSTREAM_TIMEOUT_MS,
} from '../support/fake-upstream.ts';
import { TIMES } from '../support/gateways.ts';

const alice = apiKey('alice');
const open: { stop(): Promise<void> | void }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

function closing<T extends { stop(): Promise<void> | void }>(one: T): T {
  open.push(one);
  return one;
}

async function start(redis: RedisSettings, upstream = new FakeUpstream()) {
  const limits = { commandTimeoutMs: 1_000, requestBudgetMs: 2_000, upstreamTimeoutMs: UPSTREAM_TIMEOUT_MS };
  const cache = closing(
    createCache({ ...TIMES, ...limits, memoryTtlMs: 0, memoryMaxBytes: 1e6, scope: scopeOf, redis }),
  );
  await cache.start();
  return { cache, upstream, source: cache.wrap(upstream.source()) };
}

async function hits(source: IntegrationSource): Promise<boolean> {
  return (await source.list(callOf(alice))).cache.status === 'HIT';
}

test('a server with TLS, a user and a password', async () => {
  const certificates = closing(makeCertificates());
  const server = closing(
    await startRedis([
      ...['--tls-port', '0', '--tls-cert-file', certificates.path('server.crt')],
      ...['--tls-key-file', certificates.path('server.key'), '--tls-ca-cert-file', certificates.path('ca.crt')],
      ...['--tls-auth-clients', 'no'],
    ]),
  );
  // Kept free for a cluster's node, which this is not.
  const tlsPort = server.port + 10_000;
  await server.command('config', 'set', 'tls-port', String(tlsPort));
  await server.command('acl', 'setuser', 'gateway', 'on', '>p@ss/word', '~mine:*', '&mine:*', '+@all');
  const url = `rediss://gateway:p%40ss%2Fword@localhost:${tlsPort}`;
  const trusted = await start({
    secret: SECRET,
    url,
    caPem: readFileSync(certificates.path('ca.crt'), 'utf8'),
    keyPrefix: 'mine',
  });
  expect(trusted.cache.health()).toEqual({ form: 'redis', state: 'ok' });
  await eventually('lists come from Redis', () => hits(trusted.source));

  const untrusting = await start({ secret: SECRET, url, keyPrefix: 'mine' });
  expect(untrusting.cache.health().state).toBe('degraded');
  expect((await untrusting.source.list(callOf(alice))).cache.status).toBe('MISS');
});

test('Sentinels that are not there do not keep a process from starting', async () => {
  const gone = await startRedis();
  await gone.stop();
  const { cache, source } = await start({ secret: SECRET, url: `redis+sentinel://127.0.0.1:${gone.port}/mymaster` });
  expect(cache.health()).toEqual({ form: 'redis-sentinel', state: 'degraded' });
  expect((await source.list(callOf(alice))).cache.status).toBe('MISS');
});

test('a Sentinel group, whose master dies', async () => {
  const upstream = new FakeUpstream();
  const quick = ['--repl-diskless-sync-delay', '0'];
  const master = closing(await startRedis(quick));
  const replica = closing(await startRedis([...quick, '--replicaof', '127.0.0.1', String(master.port)]));
  const linked = async () => (await replica.command('info', 'replication')).includes('master_link_status:up');
  await eventually('the replica follows', linked);
  const sentinel = closing(await startSentinel(master));
  const knows = async () => (await sentinel.command('sentinel', 'master', 'mymaster')).includes('num-slaves\n1\n');
  await eventually('the Sentinel knows both', knows);

  const { cache, source } = await start(
    { secret: SECRET, url: `redis+sentinel://127.0.0.1:${sentinel.port}/mymaster` },
    upstream,
  );
  expect(cache.health()).toEqual({ form: 'redis-sentinel', state: 'ok' });
  await eventually('lists come from Redis', () => hits(source));
  await master.kill();
  await source.update(callOf(alice), 'x', {});
  expect(shownBy(await source.list(callOf(alice)))).toBe('ApiKey alice/v1');
  const promoted = () =>
    replica.command('role').then(
      (role) => role.startsWith('master'),
      () => false,
    );
  await eventually('the replica is the master', promoted);
  await eventually('lists come from Redis again', async () => (await hits(source)) && cache.health().state === 'ok');
  expect(shownBy(await source.list(callOf(alice)))).toBe('ApiKey alice/v1');
});

/** A certificate for `localhost`, and the authority that vouches for it. */
function makeCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-tls-'));
  const path = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync(ensureProgram('openssl', 'openssl'), words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-subj', '/CN=test authority', '-keyout', path('ca.key'), '-out', path('ca.crt'));
  const authority = ['-CA', path('ca.crt'), '-CAkey', path('ca.key')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  openssl('req', '-x509', ...key, ...authority, ...names, '-keyout', path('server.key'), '-out', path('server.crt'));
  return { path, stop: () => rmSync(folder, { recursive: true, force: true }) };
}
