import { afterEach, describe, expect, test } from '@jest/globals';
import type { BackendOptions } from '../../src/novu-double/server/backend.ts';
import { DEV } from '../helpers/demo-data.ts';
import { type Answer, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { eventually } from '../helpers/redis.ts';

const LIST = '{ integrations { totalCount } }';
const DELETE = `mutation { deleteIntegration(input: { id: "${DEV.fcm}" }) { errors { code } } }`;
const fresh = (caller: Headers): Headers => ({ ...caller, 'cache-control': 'no-cache' });
const MODERN = { accept: 'application/graphql-response+json' };

let gateway: TestGateway | null = null;
afterEach(async () => {
  await gateway?.stop();
  gateway = null;
});

async function start(env: Readonly<Record<string, string>> = {}, options: BackendOptions = {}): Promise<TestGateway> {
  gateway = await startGateway(env, options);
  return gateway;
}

async function readyz({ app }: TestGateway) {
  const response = await fetch(`${app.url}/readyz`);
  return { ...((await response.json()) as { breaker: string; load: string }), httpStatus: response.status };
}

const refusal = ({ status, headers, errors = [] }: Answer) => [
  status,
  headers.get('retry-after'),
  errors.map(({ extensions: { code, retryAfterSeconds } }) => [code, retryAfterSeconds]),
];

describe('while Novu fails', () => {
  test('it is not called any more: reads are answered with what is stale, writes are refused', async () => {
    const { ask, backend, ...rest } = await start();
    for (const caller of [callers.devKey, callers.session]) await ask(caller, LIST);
    backend.faults.add({ kind: 'status', status: 500, route: '/v1/integrations' });
    await eventually('the breaker opens', async () => {
      await ask(fresh(callers.devKey), LIST);
      return (await readyz({ ask, backend, ...rest })).breaker === 'open';
    });
    backend.requests.clear();
    const stale = await ask(fresh(callers.session), LIST);
    expect([stale.data, stale.extensions?.cache]).toMatchObject([
      { integrations: { totalCount: 20 } },
      { status: 'STALE' },
    ]);
    const [status, retryAfter, errors] = refusal(await ask({ ...callers.devKey, ...MODERN }, DELETE));
    expect([status, errors]).toEqual([200, [['UPSTREAM_UNAVAILABLE', Number(retryAfter)]]]);
    expect(['1', '2', '3', '4', '5']).toContain(retryAfter);
    // A write that is not sent leaves the stale lists alone.
    expect((await ask(callers.session, DELETE)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    for (const caller of [callers.devKey, callers.session])
      expect((await ask(fresh(caller), LIST)).errors).toBeUndefined();
    expect([backend.requests, (await readyz({ ask, backend, ...rest })).httpStatus]).toEqual([[], 200]);
  });
});

describe('a token that Novu refuses', () => {
  test('is not sent again at once', async () => {
    const { ask, calls } = await start();
    const stranger = { authorization: 'ApiKey 77777777777777777777777777777777', ...MODERN };
    for (const operation of [LIST, DELETE, LIST, DELETE]) {
      expect(refusal(await ask(stranger, operation))).toEqual([200, null, [['UNAUTHENTICATED', undefined]]]);
    }
    expect(calls()).toEqual(['GET /v1/integrations']);
    expect((await ask(callers.devKey, LIST)).errors).toBeUndefined();
  });
});

describe('rates', () => {
  test('a caller over its rate is refused, except for what is cached; others are not', async () => {
    const { ask, calls } = await start({ UPSTREAM_CALLER_RATE: '2/h' });
    for (let nth = 0; nth < 2; nth += 1) expect((await ask(fresh(callers.session), LIST)).errors).toBeUndefined();
    expect(calls()).toHaveLength(2);
    for (let nth = 0; nth < 10; nth += 1) expect((await ask(callers.session, LIST)).errors).toBeUndefined();
    expect(calls()).toEqual([]);
    const refused = await ask({ ...callers.session, ...MODERN }, DELETE);
    const [status, retryAfter, errors] = refusal(refused);
    expect([status, errors]).toEqual([200, [['RATE_LIMITED', Number(retryAfter)]]]);
    // Half an hour for the next of two in an hour, and what went by since the last.
    expect(Number(retryAfter)).toBeGreaterThan(1_700);
    expect(Number(retryAfter)).toBeLessThanOrEqual(1_800);
    expect(refused.errors?.[0]?.message).toContain('this gateway');
    expect(calls()).toEqual([]);
    expect((await ask(callers.devKey, LIST)).errors).toBeUndefined();
  });

  test('where Novu says that nothing remains, it is not asked until it says 429', async () => {
    const { ask, calls } = await start({}, { rateLimit: { rps: 30, burst: 1 } });
    expect((await ask(callers.devKey, LIST)).errors).toBeUndefined();
    expect(calls()).toHaveLength(1);
    const [status, retryAfter, errors] = refusal(await ask({ ...callers.devKey, ...MODERN }, DELETE));
    expect([status, errors]).toEqual([200, [['RATE_LIMITED', Number(retryAfter)]]]);
    expect(calls()).toEqual([]);
  });
});

describe('a process that is overloaded', () => {
  const MARGIN = 32 * 1024 ** 2;

  test('answers what is ready, and says when to ask again for the rest', async () => {
    const limit = process.memoryUsage.rss() + 60 * 1024 ** 2;
    const running = await start({ MAX_RSS: `${limit}B`, CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' });
    const { ask, app, calls } = running;
    for (let nth = 0; nth < 4; nth += 1) expect((await ask(callers.devKey, LIST)).errors).toBeUndefined();
    expect((await readyz(running)).load).toBe('ok');
    calls();
    // A collection can give memory back at any time, so that more is added until the load is seen.
    const ballast: Buffer[] = [];
    await eventually('the load is noticed', () => {
      if (process.memoryUsage.rss() <= limit + MARGIN) ballast.push(Buffer.alloc(MARGIN, 1));
      // To fill it may have taken longer than a connection is kept open: the first try can fail.
      return readyz(running).then(
        ({ load }) => load === 'shedding',
        () => false,
      );
    });
    for (const operation of [DELETE, '{ integrations { nodes { id } } }', '{ integrationProviders { id } }']) {
      expect(refusal(await ask(callers.devKey, operation))).toEqual([503, '1', [['OVERLOADED', 1]]]);
    }
    expect((await ask(callers.devKey, LIST)).data).toEqual({ integrations: { totalCount: 11 } });
    expect([(await fetch(`${app.url}/healthz`)).status, (await readyz(running)).httpStatus]).toEqual([200, 200]);
    expect([calls(), ballast.length > 0]).toEqual([[], true]);
  });
});
