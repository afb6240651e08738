import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, fresh, NOBODY } from '../helpers/demo-data.ts';
import { ACME_DEV, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const LIST = '{ integrations { totalCount nodes { id identifier channel kind providerId provider { id } } } }';
const MODERN = { accept: 'application/graphql-response+json' };

/** Nothing is kept, so that nothing stands in for a failed read. */
const UNCACHED = {
  CACHE_TTL: '0s',
  CACHE_STALE_WHILE_REVALIDATE: '0s',
  CACHE_STALE_IF_ERROR: '0s',
  CACHE_MEMORY_TTL: '0s',
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ ...UNCACHED, UPSTREAM_MAX_BODY: '64KiB' });
  await gateway.ask(callers.session, LIST);
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const read = (effect: FaultEffect, times?: number) => {
  gateway.backend.faults.set([{ ...effect, method: 'GET', ...(times ? { times } : {}) }]);
  return gateway.ask({ ...callers.session, ...MODERN }, LIST);
};

describe('a read that fails', () => {
  test.each<[FaultEffect, string, number]>([
    [{ kind: 'reset' }, 'UPSTREAM_UNAVAILABLE', 3],
    [{ kind: 'reset', when: 'after' }, 'UPSTREAM_UNAVAILABLE', 3],
    [{ kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE', 1],
    [{ kind: 'status', status: 502 }, 'UPSTREAM_UNAVAILABLE', 3],
    [{ kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE', 3],
    [{ kind: 'status', status: 504 }, 'UPSTREAM_UNAVAILABLE', 3],
    [{ kind: 'html' }, 'UPSTREAM_CONTRACT', 1],
    [{ kind: 'invalidJson' }, 'UPSTREAM_CONTRACT', 1],
    [{ kind: 'oversizedBody', bytes: 100_000 }, 'UPSTREAM_CONTRACT', 1],
    [{ kind: 'rewrite', rewrite: () => ({ data: { rows: [] } }) }, 'UPSTREAM_CONTRACT', 1],
  ])('%j', async (effect, code, calls) => {
    const answer = await read(effect);
    // The data is an object: routers throw away what comes with another status.
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ integrations: null });
    expect(answer.errors).toMatchObject([{ path: ['integrations'], extensions: { code } }]);
    expect(gateway.calls()).toEqual(Array(calls).fill('GET /v1/integrations'));
    expect(answer.text).not.toMatch(
      /<html|Bad Gateway|Gateway Time|Internal server error, contact|errorId|127\.0\.0\.1|ECONN|socket|undici|stack|dev-session/i,
    );
    expect(Object.keys(answer.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('half a body is tried again, as a reset is', async () => {
    expect((await read({ kind: 'halfBody' }, 1)).data.integrations.totalCount).toBe(20);
    expect(gateway.calls()).toHaveLength(2);
  });

  test.each<FaultEffect>([
    { kind: 'reset' },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 504 },
  ])('%j twice is survived', async (effect) => {
    const { data, errors } = await read(effect, 2);
    expect(errors).toBeUndefined();
    expect(data.integrations.totalCount).toBe(20);
    expect(gateway.calls()).toHaveLength(3);
  });

  test('takes what can be answered without it no further', async () => {
    gateway.backend.faults.set([{ kind: 'status', status: 500, route: '/v1/integrations' }]);
    const { data, errors, status } = await gateway.ask(
      { ...callers.session, ...MODERN },
      '{ integrations { totalCount } integrationEnvironments { name } integrationProvider(id: "ses") { id } }',
    );
    expect(status).toBe(200);
    expect(data).toMatchObject({
      integrations: null,
      integrationEnvironments: [{}, {}],
      integrationProvider: { id: 'ses' },
    });
    expect(errors).toHaveLength(1);
  });

  test('for its environments leaves the integrations their other fields', async () => {
    gateway.backend.faults.set([{ kind: 'status', status: 500, route: '/v1/environments' }]);
    const { data, errors } = await gateway.ask(
      callers.session,
      '{ integrations(first: 2) { nodes { id environmentName webhookSupported } } }',
    );
    expect(data.integrations.nodes).toMatchObject([
      { id: DEV.sendgrid, environmentName: null, webhookSupported: true },
      { environmentName: null },
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});

describe('an answer that is odd', () => {
  test('has unknown enum values as UNKNOWN', async () => {
    const { data, errors } = await read({ kind: 'unknownEnum' });
    expect(errors).toBeUndefined();
    expect(data.integrations.nodes[0]).toMatchObject({ channel: 'UNKNOWN', kind: 'UNKNOWN' });
    expect(data.integrations.totalCount).toBe(20);
  });

  test('has an unknown provider', async () => {
    const { data, errors } = await read({ kind: 'unknownProvider' });
    expect(errors).toBeUndefined();
    expect(data.integrations.nodes[0]).toMatchObject({ providerId: 'carrier-pigeon', provider: null });
  });

  test('has unknown fields', async () => {
    const { data, errors, text } = await read({ kind: 'extraFields' });
    expect(errors).toBeUndefined();
    expect(data.integrations.totalCount).toBe(20);
    expect(text).not.toContain('sinceTomorrow');
  });

  test.each([
    'priority',
    'primary',
    'deleted',
    'conditions',
    'createdAt',
    'updatedAt',
    'credentials',
    'channel',
    'kind',
    '__v',
  ])('lacks %s, which older servers lack too', async (field) => {
    const { data, errors } = await read({ kind: 'missingField', field });
    expect(errors).toBeUndefined();
    expect(data.integrations.totalCount).toBe(20);
  });

  test('has damaged conditions, shown as far as they can be read', async () => {
    const conditions = [
      null,
      'x',
      { children: 'x' },
      { isNegated: 'no', value: 'OR', children: [3, { field: 1, on: 'tenant', value: { a: 1 } }] },
    ];
    const rewrite = (body: unknown) => {
      const { data } = body as { data: object[] };
      return { data: data.map((row) => ({ ...row, conditions })) };
    };
    gateway.backend.faults.set([{ kind: 'rewrite', rewrite }]);
    const { data, errors } = await gateway.ask(
      callers.session,
      `{ integration(by: { id: "${DEV.fcm}" }) { conditions { isNegated value valueText children { field value operator on onText } } } }`,
    );
    expect(errors).toBeUndefined();
    const nothing = { field: null, value: null, operator: null, on: null, onText: null };
    expect(data.integration.conditions.slice(-2)).toEqual([
      { isNegated: null, value: null, valueText: null, children: [] },
      {
        ...{ isNegated: null, value: 'OR', valueText: 'OR' },
        children: [nothing, { ...nothing, value: { a: 1 }, on: 'TENANT', onText: 'tenant' }],
      },
    ]);
  });
});

test('too many requests: code, seconds and header, beside data; the next question makes no call', async () => {
  gateway.backend.faults.set([{ kind: 'tooManyRequests', retryAfterSeconds: 7 }]);
  const caller = { ...callers.devKey, ...MODERN };
  const answer = await gateway.ask(caller, LIST);
  expect([answer.status, answer.data]).toEqual([200, { integrations: null }]);
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 7 } }]);
  expect(answer.text).not.toContain('API rate limit exceeded');
  const calls = gateway.calls().length;
  expect(calls).toBeLessThanOrEqual(2);
  expect((await gateway.ask(caller, LIST)).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  gateway.backend.faults.clear();
  // Another caller has a budget of its own.
  expect((await gateway.ask(callers.globexKey, LIST)).data.integrations.totalCount).toBe(5);
});

test('a session that names no environment of its own is told which header is wrong', async () => {
  const { errors } = await gateway.ask({ ...callers.session, 'novu-environment-id': NOBODY }, LIST);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain('Novu-Environment-Id');
});

describe('time', () => {
  test.each<FaultEffect>([{ kind: 'hang' }, { kind: 'latency', ms: 900 }])(
    '%j is UPSTREAM_TIMEOUT, retries included',
    async (effect) => {
      const hasty = await startGateway({ ...UNCACHED, UPSTREAM_TIMEOUT: '300ms' });
      try {
        hasty.backend.faults.set([effect]);
        const started = Date.now();
        const { errors, status } = await hasty.ask({ ...callers.session, ...MODERN }, LIST);
        expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
        expect(status).toBe(200);
        expect(Date.now() - started).toBeGreaterThanOrEqual(290);
        expect(hasty.calls()).not.toEqual([]);
      } finally {
        await hasty.stop();
      }
    },
  );
});

test('a failed read of a caller whose list is cached is answered from it, and says so', async () => {
  const cached = await startGateway({ CACHE_TTL: '0s', CACHE_STALE_WHILE_REVALIDATE: '0s', CACHE_MEMORY_TTL: '0s' });
  try {
    await cached.ask(callers.session, LIST);
    cached.backend.faults.set([{ kind: 'status', status: 500 }]);
    const { data, errors, extensions } = await cached.ask(callers.session, LIST);
    expect(errors).toBeUndefined();
    expect(data.integrations.totalCount).toBe(20);
    expect(extensions).toMatchObject({ cache: { status: 'STALE' } });
    const secret = `{ integration(by: { identifier: { identifier: "sendgrid", environmentId: "${ACME_DEV}" } }) { credentials { __typename } } }`;
    expect((await cached.ask(callers.session, secret)).errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
    expect((await cached.ask(fresh(callers.prodKey), LIST)).errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  } finally {
    await cached.stop();
  }
});
