import { describe, expect, test } from '@jest/globals';
import { eventually, type RedisServer, startRedis, startRedisCluster } from '../../helpers/redis.ts';
import { apiKey, callOf, SECRET } from '../support/fake-upstream.ts';
import { startProxy } from '../support/proxy.ts';
import { alice, closing, PATIENT, type Process, read, startProcess, upstream } from './process.ts';

/**
 * No read may take as long as this. It is less than what a read would take that waited for a broken Redis, and far more
 * than a busy machine adds to the budget of 100 ms; that the budget is exact is proved with a clock of our own.
 */
const LONGEST_READ_MS = 5_000;
const RECOVERY_MS = 60_000;

/** Reads are served from Redis again, and nothing else has to happen for it. */
async function recovers(process: Process): Promise<void> {
  const what = 'lists come from Redis again';
  await eventually(
    what,
    async () => (await read(process)).status === 'HIT' && process.cache.health().state === 'ok',
    RECOVERY_MS,
  );
}

/** Many reads and some writes: all are answered, with the process's own writes in them, and none takes long. */
async function holdsOut(process: Process, rounds = 20): Promise<void> {
  const tooks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 5 === 4) await process.source.update(callOf(alice), 'x', {});
    const { shown, tookMs } = await read(process);
    expect(shown).toBe(`ApiKey alice/v${upstream.versionOf('org')}`);
    tooks.push(tookMs);
  }
  expect(Math.max(...tooks)).toBeLessThan(LONGEST_READ_MS);
}

test('a start without Redis: reads are answered, and it is used once it is there', async () => {
  const server = closing(await startRedis());
  await server.kill();
  const process = await startProcess(server.url);
  expect(process.cache.health()).toEqual({ form: 'redis', state: 'degraded' });
  await holdsOut(process);
  await server.restart();
  await recovers(process);
});

test('Redis dies and comes back with neither data nor scripts', async () => {
  const server = closing(await startRedis());
  const process = await startProcess(server.url);
  await recovers(process);
  await server.kill();
  await holdsOut(process);
  expect(process.cache.health().state).toBe('degraded');
  await server.restart();
  await recovers(process);
});

test('Redis forgets its scripts: they are sent again, and no read misses', async () => {
  const server = closing(await startRedis());
  const process = await startProcess(server.url, PATIENT);
  await recovers(process);
  await server.command('script', 'flush');
  expect((await read(process)).status).toBe('HIT');
  await process.source.update(callOf(alice), 'x', {});
  expect(await read(process)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  await eventually('it was kept', async () => (await read(process)).status === 'HIT');
});

test('Redis takes 6 s for each command: no read waits for it', async () => {
  const server = closing(await startRedis());
  const proxy = closing(await startProxy(server.port));
  const process = await startProcess(`redis://127.0.0.1:${proxy.port}`);
  await recovers(process);
  proxy.delayMs = 6_000;
  await holdsOut(process, 40);
  proxy.delayMs = 0;
  await recovers(process);
});

test('Redis takes connections and never answers', async () => {
  const server = closing(await startRedis());
  const proxy = closing(await startProxy(server.port));
  const process = await startProcess(`redis://127.0.0.1:${proxy.port}`);
  await recovers(process);
  proxy.silent = true;
  await holdsOut(process, 40);
  await eventually('it shows', () => process.cache.health().state === 'degraded', RECOVERY_MS);
  proxy.silent = false;
  await recovers(process);
});

test('Redis comes and goes', async () => {
  const server = closing(await startRedis());
  const proxy = closing(await startProxy(server.port));
  const process = await startProcess(`redis://127.0.0.1:${proxy.port}`);
  for (let round = 0; round < 10; round += 1) {
    proxy.cut(round % 2 === 0);
    await holdsOut(process, 10);
  }
  proxy.cut(false);
  await recovers(process);
});

test('Redis is a replica that takes no writes', async () => {
  const master = closing(await startRedis(['--repl-diskless-sync-delay', '0']));
  const replica = closing(await startRedis(['--replicaof', '127.0.0.1', String(master.port)]));
  const up = async () => (await replica.command('info', 'replication')).includes('master_link_status:up');
  await eventually('the replica follows', up);
  const process = await startProcess(replica.url);
  await holdsOut(process);
  await replica.command('replicaof', 'no', 'one');
  await recovers(process);
});

test('Redis has no memory left: writes are seen by other processes all the same', async () => {
  const server = closing(await startRedis());
  const [one, other] = [await startProcess(server.url, PATIENT), await startProcess(server.url, PATIENT)];
  await recovers(one);
  await recovers(other);
  await server.command('config', 'set', 'maxmemory', '1');
  await one.source.update(callOf(alice), 'x', {});
  for (const process of [other, one]) expect((await read(process)).shown).toBe('ApiKey alice/v1');
  await holdsOut(one);
  await server.command('config', 'set', 'maxmemory', '0');
  await recovers(one);
  expect((await read(other)).shown).toBe(`ApiKey alice/v${upstream.versionOf('org')}`);
});

test('the subscription is lost: the memory is emptied, and listening begins again', async () => {
  const server = closing(await startRedis());
  const process = await startProcess(server.url, { ...PATIENT, memoryTtlMs: 600_000, ttlMs: 600_000 });
  await recovers(process);
  const other = await startProcess(server.url, PATIENT);
  await server.command('client', 'kill', 'type', 'pubsub');
  await other.source.update(callOf(alice), 'x', {});
  await eventually('the write is seen', async () => (await read(process)).shown === 'ApiKey alice/v1', RECOVERY_MS);
  await eventually('it listens again', () => process.cache.health().state === 'ok', RECOVERY_MS);
  await other.source.update(callOf(alice), 'x', {});
  await eventually('the next one too', async () => (await read(process)).shown === 'ApiKey alice/v2', RECOVERY_MS);
});

test('the subscription falls silent: it is given up, and what it missed is not served', async () => {
  const server = closing(await startRedis());
  const proxy = closing(await startProxy(server.port));
  const memory = { memoryTtlMs: 600_000, ttlMs: 600_000 };
  const process = await startProcess(`redis://127.0.0.1:${proxy.port}`, memory);
  await recovers(process);
  const other = await startProcess(server.url, PATIENT);
  proxy.silent = true;
  await other.source.update(callOf(alice), 'x', {});
  await eventually('the write is seen', async () => (await read(process)).shown === 'ApiKey alice/v1', RECOVERY_MS);
});

describe('a Redis Cluster', () => {
  test('loses the master of an organization, and its replica takes over', async () => {
    const cluster = closing(await startRedisCluster(1));
    const [one, other] = [await startProcess(cluster.url), await startProcess(cluster.url)];
    await recovers(one);
    await recovers(other);
    await (await cluster.masterOf('igw:v1:{org}:gen')).kill();
    await holdsOut(one, 10);
    await recovers(one);
    await one.source.update(callOf(alice), 'x', {});
    await eventually('Redis has heard of every write', () => one.cache.health().state === 'ok', RECOVERY_MS);
    expect((await read(other)).shown).toBe(`ApiKey alice/v${upstream.versionOf('org')}`);
  });
});

test('nothing is left at the server, or of this process, after stop', async () => {
  const server = closing(await startRedis());
  const process = await startProcess(server.url);
  expect(await connections(server)).toBe(2);
  await process.cache.stop();
  await process.cache.stop();
  await eventually('no connection is left', async () => (await connections(server)) === 0);
});

test('every key expires, and none holds a caller’s token', async () => {
  const server = closing(await startRedis());
  const process = await startProcess(server.url, { redis: { secret: SECRET, url: server.url, keyPrefix: 'mine' } });
  await recovers(process);
  await process.source.update(callOf(apiKey('bob')), 'x', {});
  await recovers(process);
  const keys = (await server.command('keys', '*')).split('\n');
  expect(keys.length).toBeGreaterThan(4);
  for (const key of keys) {
    expect(key).toMatch(/^mine:v1:\{/);
    expect(Number(await server.command('pttl', key))).toBeGreaterThan(0);
    const value = await server.command('dump', key);
    for (const text of [key, value]) expect(text).not.toMatch(/ApiKey (alice|bob)$/);
  }
});

/** Clients but the one that asks. */
async function connections(server: RedisServer): Promise<number> {
  return (await server.command('client', 'list')).split('\n').length - 1;
}
