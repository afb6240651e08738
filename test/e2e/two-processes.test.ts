import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_PROD, callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { eventually, type RedisServer, startRedis } from '../helpers/redis.ts';

const MAILGUN = DEV.mailgun;
const SECRET = 'shared by both, and of 32 characters';
const NAME = `{ integration(by: { id: "${MAILGUN}" }) { name } }`;
const RENAME = `mutation ($name: String) { updateIntegration(input: { id: "${MAILGUN}", name: $name }) { errors { code } } }`;
const LIST = 'GET /v1/integrations';
const DEBUG = { 'x-cache-debug': '1' };

let backend: Backend;
let redis: RedisServer;
let processes: GatewayProcess[] = [];
beforeAll(async () => {
  [backend, redis] = await Promise.all([startBackend(), startRedis()]);
});
afterAll(async () => {
  await Promise.all([backend.stop(), redis.stop()]);
});
beforeEach(async () => {
  backend.reset();
  await redis.command('FLUSHALL');
});
afterEach(async () => {
  await Promise.all(processes.map((one) => one.end('SIGKILL')));
  processes = [];
});

/** Two gateways in processes of their own, over the same Redis and the same upstream. */
async function startTwo(env: Readonly<Record<string, string>> = {}): Promise<[GatewayProcess, GatewayProcess]> {
  const settings = {
    NOVU_API_URL: backend.url,
    REDIS_URL: redis.url,
    CACHE_KEY_SECRET: SECRET,
    ...env,
  };
  const two = await Promise.all([startGatewayProcess(settings), startGatewayProcess(settings)]);
  processes.push(...two);
  return two;
}

const lists = () => backend.requests.filter(({ method, path }) => `${method} ${path}` === LIST).length;
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

/* Mutations and processes that die (src/graphql/mutations/OUTCOMES.md). */
describe('two gateways that mutate', () => {
  // A busy machine must not look like a slow Redis or a slow Novu.
  const PATIENT = { REDIS_COMMAND_TIMEOUT: '30s', REDIS_REQUEST_BUDGET: '1m', UPSTREAM_TIMEOUT: '1m' };

  interface Sent {
    readonly name: string;
    readonly input: object;
    /** Absent: the lease alone is what keeps two apart. */
    readonly key?: string;
  }
  async function send(gateway: GatewayProcess, { name, input, key }: Sent) {
    const query = `mutation ($input: ${name.replace(/^./, (first) => first.toUpperCase())}Input!) { ${name}(input: $input) { integration { id } errors { code } } }`;
    const { data, errors, extensions } = await gateway.ask(
      callers.session,
      query,
      { input },
      key === undefined ? {} : { 'idempotency-key': key },
    );
    const codes: string[] = [
      ...(data?.[name]?.errors ?? []).map(({ code }: { code: string }) => code),
      ...(errors ?? []).map(({ extensions: { code } }) => String(code)),
    ];
    const [report] = (extensions?.idempotency ?? []) as { status: string }[];
    return { codes, status: report?.status ?? null, id: data?.[name]?.integration?.id ?? null };
  }

  test('that patch two credentials of one integration at the same time keep both, each time', async () => {
    const two = await startTwo(PATIENT);
    // Wide enough for both to have read before either has written, were there no lease.
    backend.faults.set([{ kind: 'latency', ms: 10, method: 'GET', when: 'after' }]);
    for (let round = 0; round < 12; round += 1) {
      const patches = [{ from: `${round}@acme.example` }, { senderName: `Round ${round}` }];
      const answers = await Promise.all(
        patches.map((credentialsPatch, index) =>
          send(two[(round + index) % 2] ?? two[0], {
            name: 'updateIntegration',
            input: { id: DEV.sendgrid, credentialsPatch },
          }),
        ),
      );
      expect(answers.map(({ codes }) => codes)).toEqual([[], []]);
      const { credentials } = stored(backend, DEV.sendgrid);
      expect(credentials).toMatchObject({ ...patches[0], ...patches[1] });
    }
  });

  /** Of each kind one whose answer never comes; `done` counts how often it has run. */
  const named = (name: string) => () => backend.records().filter((row) => row.name === name && !row.deleted).length;
  const MUTATIONS = {
    before: [
      ['createIntegration', { providerId: 'discord', name: 'Killed before' }, named('Killed before')],
      ['updateIntegration', { id: DEV.slack, name: 'Killed before its PUT' }, named('Killed before its PUT')],
      ['deleteIntegration', { id: DEV.fcm }, () => Number(stored(backend, DEV.fcm).deleted)],
      ['setPrimaryIntegration', { id: DEV.nodemailer }, () => Number(stored(backend, DEV.nodemailer).primary)],
    ],
    after: [
      ['createIntegration', { providerId: 'discord', name: 'Killed after' }, named('Killed after')],
      ['updateIntegration', { id: DEV.inbox, name: 'Killed after its PUT' }, named('Killed after its PUT')],
      ['deleteIntegration', { id: DEV.telegram }, () => Number(stored(backend, DEV.telegram).deleted)],
      [
        'copyIntegration',
        { id: DEV.twilio, environmentId: ACME_PROD, identifier: 'killed-copy', credentials: 'KEEP' },
        () => backend.records().filter(({ identifier }) => identifier === 'killed-copy').length,
      ],
      [
        'autoConfigureIntegration',
        { id: DEV.mailgun },
        () => backend.requests.filter(({ path }) => path.endsWith('/auto-configure')).length,
      ],
    ],
  } as const;
  const sentOf = (when: keyof typeof MUTATIONS) =>
    MUTATIONS[when].map(([name, input], index): Sent => ({ name, input, key: `${when} ${index}` }));

  test('one is killed in the middle of a mutation of each kind: the other finds out what became of it, within its time', async () => {
    const timeoutMs = 4_000;
    const all = [...sentOf('before'), ...sentOf('after')];
    const settings = { ...PATIENT, NOVU_API_URL: backend.url, REDIS_URL: redis.url, CACHE_KEY_SECRET: SECRET };
    const [[survivor], dying, reading] = await Promise.all([
      startTwo(PATIENT),
      startGatewayProcess({ ...settings, UPSTREAM_TIMEOUT: `${timeoutMs}ms` }),
      startGatewayProcess({ ...settings, UPSTREAM_TIMEOUT: `${timeoutMs}ms` }),
    ]);
    processes.push(dying, reading);
    for (const one of [survivor, dying]) await one.ask(callers.session, NAME);
    const lost: Promise<unknown>[] = [];
    // One has not written yet. Its identifier is another's, which nothing of this is to be taken for.
    const taken: Sent = {
      name: 'createIntegration',
      input: { providerId: 'slack', identifier: stored(backend, DEV.slack).identifier },
      key: 'taken',
    };
    backend.requests.clear();
    backend.faults.set([{ kind: 'hang', method: 'GET', route: '/v1/integrations' }]);
    lost.push(send(reading, taken).catch(() => null));
    await eventually('its read', () => lists() > 0);
    const hanging = async (when: 'before' | 'after') => {
      const writes = () => backend.requests.filter(({ method }) => method !== 'GET').length;
      const before = writes();
      backend.faults.set(['POST', 'PUT', 'DELETE'].map((method) => ({ kind: 'hang', method, when })));
      for (const one of sentOf(when)) lost.push(send(dying, one).catch(() => null));
      await eventually('all writes', () => writes() - before === MUTATIONS[when].length);
    };
    await hanging('before');
    await hanging('after');
    await Promise.all([dying.end('SIGKILL'), reading.end('SIGKILL'), ...lost]);
    backend.faults.clear();
    const leases = (await redis.command('KEYS', '*:held:*')).split('\n');
    expect(leases.length).toBeGreaterThan(all.length);
    for (const lease of leases)
      expect(Number(await redis.command('PTTL', lease))).toBeLessThanOrEqual(timeoutMs + 5_000);

    // Without a key the lease of the one that was killed is waited for all the same.
    const other: Sent = { name: 'updateIntegration', input: { id: DEV.slack, active: false } };
    const first = await Promise.all([...all, taken, other].map((one) => send(survivor, one)));
    expect(first.map(({ codes }) => codes)).toEqual([...all.map(() => []), ['IDENTIFIER_TAKEN'], []]);
    for (const { status } of first.slice(0, all.length)) expect(status).toBe('NEW');
    const counts = () => [...MUTATIONS.before, ...MUTATIONS.after].map(([, , done]) => done());
    expect(counts()).toEqual(all.map(() => 1));
    const again = await Promise.all(all.map((one) => send(survivor, one)));
    expect(again.map(({ status }) => status)).toEqual(all.map(() => 'REPLAYED'));
    expect(counts()).toEqual(all.map(() => 1));
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
