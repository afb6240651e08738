import { describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually } from '../helpers/redis.ts';
import { backend, lists, redis, startTwo } from '../helpers/two-processes.ts';

const MAILGUN = DEV.mailgun;
const NAME = `{ integration(by: { id: "${MAILGUN}" }) { name } }`;
const RENAME = `mutation ($name: String) { updateIntegration(input: { id: "${MAILGUN}", name: $name }) { errors { code } } }`;
const DEBUG = { 'x-cache-debug': '1' };
const nameSeenBy = async (gateway: GatewayProcess) => (await gateway.ask(callers.devKey, NAME)).data.integration.name;

/** Reads until the answer comes from the cache: a fill is not awaited by the answer that caused it. */
async function warm(gateway: GatewayProcess): Promise<void> {
  await eventually('a read from the cache', async () => {
    const { extensions } = await gateway.ask(callers.devKey, NAME, {}, DEBUG);
    return JSON.stringify(extensions).includes('"status":"HIT"');
  });
}

describe('two gateways over one Redis', () => {
  test('what one has read, the other answers without upstream', async () => {
    const [a, b] = await startTwo();
    await warm(a);
    expect(lists()).toBe(1);
    expect(await nameSeenBy(b)).toBe('Mailgun fallback');
    expect(lists()).toBe(1);
  });

  test('without a layer in memory, a mutation through one is what the next read through the other sees', async () => {
    const [a, b] = await startTwo({ CACHE_MEMORY_TTL: '0ms' });
    for (const [writer, reader, name] of [
      [a, b, 'First'],
      [b, a, 'Second'],
      [a, b, 'Third'],
    ] as const) {
      await warm(reader);
      const { errors } = await writer.ask(callers.session, RENAME, { name });
      expect([errors, await nameSeenBy(reader)]).toEqual([undefined, name]);
    }
  });

  test('the layer in memory hears of the other’s writes long before its time is over', async () => {
    const [a, b] = await startTwo({ CACHE_MEMORY_TTL: '1h', CACHE_TTL: '1h' });
    await warm(b);
    await a.ask(callers.session, RENAME, { name: 'Heard' });
    await eventually('the new name', async () => (await nameSeenBy(b)) === 'Heard');
  });

  test('200 identical cold reads at once over both make at most 2 upstream calls', async () => {
    backend.faults.add({ kind: 'latency', ms: 100, method: 'GET' });
    // A busy machine must not look like a slow Redis or a slow upstream: what a late answer of theirs costs is not tested here.
    const [a, b] = await startTwo({
      REDIS_COMMAND_TIMEOUT: '1m',
      REDIS_REQUEST_BUDGET: '2m',
      UPSTREAM_TIMEOUT: '2m',
      CACHE_TTL: '1h',
    });
    const reads = Array.from({ length: 200 }, (_, index) => nameSeenBy(index % 2 ? a : b));
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['Mailgun fallback']));
    expect(lists()).toBeLessThanOrEqual(2);
  });

  test('a read that starts after a write was acknowledged never gets the answer of an older flight', async () => {
    const [a, b] = await startTwo();
    await warm(a);
    for (const [writer, reader, name] of [
      [a, a, 'Same process'],
      [a, b, 'Other process'],
    ] as const) {
      // Slow reads that have seen the old state and are still on their way when the write is acknowledged.
      backend.faults.set([{ kind: 'latency', ms: 400, method: 'GET', when: 'after' }]);
      const fresh = { 'cache-control': 'no-cache' };
      const older = [
        reader.ask(callers.devKey, NAME, {}, fresh),
        reader.ask(callers.prodKey, NAME),
        reader.ask(callers.devKey, NAME),
      ];
      await eventually('a slow read under way', () => lists() > 0);
      await writer.ask(callers.session, RENAME, { name });
      expect(await Promise.all([nameSeenBy(reader), nameSeenBy(reader), nameSeenBy(writer)])).toEqual([
        name,
        name,
        name,
      ]);
      await Promise.all(older);
      expect(await nameSeenBy(reader)).toBe(name);
      backend.faults.clear();
      backend.requests.clear();
    }
  });

  test('a process that is killed between the fence and the end of its write leaves no stale entry readable', async () => {
    const [a, b] = await startTwo();
    await warm(b);
    // The write is made, its answer never comes: the process dies between the two.
    backend.faults.set([{ kind: 'hang', method: 'PUT', when: 'after' }]);
    const lost = a.ask(callers.session, RENAME, { name: 'Orphan' }).catch(() => null);
    await eventually('the write', () => backend.records().some(({ name }) => name === 'Orphan'));
    await a.end('SIGKILL');
    await lost;
    await eventually('the layer in memory to hear or end', async () => (await nameSeenBy(b)) === 'Orphan');
    const answers = await Promise.all(Array.from({ length: 20 }, () => nameSeenBy(b)));
    expect(new Set(answers)).toEqual(new Set(['Orphan']));
  });

  test('a write of a process that died, told as done by another one: no older list stands in for it', async () => {
    const [a, b] = await startTwo({ UPSTREAM_TIMEOUT: '500ms', CACHE_MEMORY_TTL: '0ms' });
    await warm(b);
    const keyed = { ...callers.session, 'idempotency-key': 'of a process that died' };
    const rename = (gateway: GatewayProcess) => gateway.ask(keyed, RENAME, { name: 'Orphan' });
    backend.faults.set([{ kind: 'hang', method: 'PUT', when: 'after' }]);
    const lost = rename(a).catch(() => null);
    await eventually('the write', () => backend.records().some(({ name }) => name === 'Orphan'));
    await a.end('SIGKILL');
    await lost;
    backend.faults.clear();
    // The dead process holds its leases for a while.
    await eventually('the outcome', async () => (await rename(b)).data?.updateIntegration.errors.length === 0, 60_000);
    backend.faults.set([{ kind: 'status', status: 500, method: 'GET' }]);
    const { data } = await b.ask(callers.devKey, NAME);
    expect(data.integration?.name ?? 'none').not.toBe('Mailgun fallback');
  });

  test('an outcome that is told again ends the fence again: its process may have died before it did', async () => {
    const [a, b] = await startTwo();
    const keyed = { ...callers.session, 'idempotency-key': 'told again' };
    const generation = () => redis.command('GET', 'igw:v1:{65a0000000000000000000a1}:gen');
    await a.ask(keyed, RENAME, { name: 'Told' });
    const before = await generation();
    const { extensions } = await b.ask(keyed, RENAME, { name: 'Told' });
    expect(JSON.stringify(extensions)).toContain('REPLAYED');
    expect(Number(await generation())).toBeGreaterThan(Number(before));
  });

  test('nothing of a caller is readable in Redis: no token, no environment header, no credential', async () => {
    const [a] = await startTwo();
    await warm(a);
    await a.ask(
      callers.session,
      '{ integrations { nodes { credentials { __typename ... on SendGridIntegrationCredentials { apiKey } } } } }',
    );
    const keys = (await redis.command('KEYS', '*')).split('\n').filter((key) => key !== '');
    const dump = await Promise.all(keys.map(async (key) => (await redis.command('DUMP', key)) + key));
    expect(keys.length).toBeGreaterThan(1);
    for (const text of dump) expect(text).not.toMatch(/aaaaaaaaaaaaaaaa|dev-session|SG\.demo/);
  });
});

describe('a gateway and its Redis', () => {
  test('CACHE_KEY_SECRET is asked for, by a clear error', async () => {
    await expect(startGatewayProcess({ REDIS_URL: redis.url })).rejects.toThrow(
      /CACHE_KEY_SECRET must be set with REDIS_URL/,
    );
  });

  test('Redis dies and comes back: reads are answered, /readyz says so and stays ready, and it recovers by itself', async () => {
    const [gateway] = await startTwo();
    await warm(gateway);
    const readyz = async () => {
      const response = await fetch(gateway.url.replace('/graphql', '/readyz'));
      return [response.status, ((await response.json()) as { cache: { state: string } }).cache.state];
    };
    expect(await readyz()).toEqual([200, 'ok']);
    await redis.kill();
    await eventually('the loss to be noticed', async () => (await readyz())[1] === 'degraded');
    expect([await nameSeenBy(gateway), (await readyz())[0]]).toEqual(['Mailgun fallback', 200]);
    const { errors } = await gateway.ask(callers.session, RENAME, { name: 'Meanwhile' });
    expect([errors, await nameSeenBy(gateway)]).toEqual([undefined, 'Meanwhile']);
    await redis.restart();
    await eventually('the cache to recover', async () => (await readyz())[1] === 'ok');
    expect(await nameSeenBy(gateway)).toBe('Meanwhile');
  });
});
