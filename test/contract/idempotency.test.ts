import { describe, expect, test } from '@jest/globals';
import { GLOBEX_KEY } from '../../src/novu-double/seed/seed.ts';
import type { Backend } from '../../src/novu-double/server/backend.ts';
import {
  apiKey,
  email,
  expectFailure,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  session,
  start,
  startWith,
  V1,
} from './support.ts';

const BODY = { providerId: 'sendgrid', channel: 'email', check: false };
const KEY = { 'idempotency-key': 'order-1' };
const DOCS = 'https://docs.novu.co/additional-resources/idempotency';
const IDEMPOTENCY = ['idempotency-key', 'idempotency-replay', 'retry-after', 'link'] as const;

function marks(reply: { headers: Headers }): Record<string, string | null> {
  return Object.fromEntries(IDEMPOTENCY.map((name) => [name, reply.headers.get(name)]));
}

const NONE = { 'idempotency-key': null, 'idempotency-replay': null, 'retry-after': null, link: null };
const ECHO = { ...NONE, 'idempotency-key': 'order-1' };
const REPLAY = { ...ECHO, 'idempotency-replay': 'true' };

describe.each(GENERATIONS)('contract §8, idempotency on %s', (generation) => {
  const startKeyed = (integrations: readonly ReturnType<typeof email>[] = [], now?: () => number): Promise<Backend> =>
    startWith(integrations, { generation, idempotency: true, ...(now ? { now } : {}) });

  test('67. same key, same body: run once, answered twice alike', async () => {
    const backend = await startKeyed();
    const first = await apiKey(backend).post(V1, BODY, KEY);
    const second = await apiKey(backend).post(V1, BODY, KEY);
    expect(integration(second, 201)).toEqual(integration(first, 201));
    expect(second.text).toBe(first.text);
    expect(marks(first)).toEqual(ECHO);
    expect(marks(second)).toEqual(REPLAY);
    expect(backend.records()).toHaveLength(1);
  });

  test('68. two at once with one key: one runs, one is answered 409 with Retry-After', async () => {
    const backend = await startKeyed();
    let open: () => void = () => {};
    backend.faults.add({ kind: 'gate', open: new Promise<void>((resolve) => (open = resolve)), times: 1 });
    const pair = [apiKey(backend).post(V1, BODY, KEY), apiKey(backend).post(V1, { ...BODY, name: 'Other' }, KEY)];
    const early = await Promise.race(pair);
    open();
    const replies = await Promise.all(pair);
    const text = 'Request with key "order-1" is currently being processed. Please retry after 1 second';
    expectRefusal(early, generation, 409, text);
    expect(marks(early)).toEqual({ ...ECHO, 'retry-after': '1', link: DOCS });
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(backend.records()).toHaveLength(1);
  });

  test('§5: a result is replayed for 24 hours', async () => {
    let now = 1_780_000_000_000;
    const backend = await startKeyed([], () => now);
    const first = await apiKey(backend).post(V1, BODY, KEY);
    now += 24 * 3_600_000 - 1;
    expect((await apiKey(backend).post(V1, BODY, KEY)).text).toBe(first.text);
    now += 1;
    expect(marks(await apiKey(backend).post(V1, BODY, KEY))).toEqual(ECHO);
    expect(backend.records()).toHaveLength(2);
  });

  test('§5: a request under way holds its key for 5 minutes', async () => {
    let now = 1_780_000_000_000;
    const backend = await startKeyed([], () => now);
    let open: () => void = () => {};
    backend.faults.add({ kind: 'gate', open: new Promise<void>((resolve) => (open = resolve)), times: 1 });
    const slow = apiKey(backend).post(V1, BODY, KEY);
    // Answered although the first is not, so the first has its key by then.
    while (backend.faults.list().length > 0) await new Promise(setImmediate);
    await apiKey(backend).get(V1);
    now += 5 * 60_000 - 1;
    const early = await apiKey(backend).post(V1, BODY, KEY);
    now += 1;
    const late = await apiKey(backend).post(V1, BODY, KEY);
    open();
    expect([early.status, late.status, (await slow).status]).toEqual([409, 201, 201]);
  });

  test('69. same key, other body is refused; the order of keys counts, white space does not', async () => {
    const backend = await startKeyed();
    await apiKey(backend).post(V1, BODY, KEY);
    const { channel, ...rest } = BODY;
    for (const body of [
      { ...BODY, name: 'Other' },
      { channel, ...rest },
    ]) {
      const reply = await apiKey(backend).post(V1, body, KEY);
      expectRefusal(reply, generation, 422, 'Request with key "order-1" is being reused for a different body');
      expect(marks(reply)).toEqual({ ...ECHO, link: DOCS });
    }
    expect(marks(await apiKey(backend).post(V1, JSON.stringify(BODY, null, 2), KEY))).toEqual(REPLAY);
  });

  test('70. GET, PUT and DELETE with the header are executed each time and do not echo it', async () => {
    const backend = await startKeyed([email('Y')]);
    const path = `${V1}/${idOf('Y')}`;
    const gets = [await apiKey(backend).get(V1, KEY), await apiKey(backend).get(V1, KEY)];
    const puts = [
      await apiKey(backend).put(path, { name: 'One', check: false }, KEY),
      await apiKey(backend).put(path, { name: 'Two', check: false }, KEY),
    ];
    const deletes = [await apiKey(backend).delete(path, KEY), await apiKey(backend).delete(path, KEY)];
    expect([...gets, ...puts, ...deletes].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
    for (const reply of [...gets, ...puts, ...deletes]) expect(marks(reply)).toEqual(NONE);
    expect(backend.records()[0]?.name).toBe('Two');
  });

  test('71. a key of 256 characters is refused, one of 255 taken', async () => {
    const backend = await startKeyed();
    const key = 'k'.repeat(256);
    const text = `idempotencyKey "${key}" has exceeded the maximum allowed length of 255 characters`;
    expectRefusal(await apiKey(backend).post(V1, BODY, { 'idempotency-key': key }), generation, 400, text);
    expect((await apiKey(backend).post(V1, BODY, { 'idempotency-key': key.slice(1) })).status).toBe(201);
  });

  test('72. errors are replayed with their status, for 24 hours', async () => {
    let now = 1_780_000_000_000;
    const backend = await startKeyed([email('X')], () => now);
    const body = { ...BODY, identifier: 'x' };
    const text = 'Integration with identifier already exists';
    expectRefusal(await apiKey(backend).post(V1, body, KEY), generation, 409, text);
    await apiKey(backend).delete(`${V1}/${idOf('X')}`);
    now += 24 * 3_600_000 - 1;
    const again = await apiKey(backend).post(V1, body, KEY);
    expectRefusal(again, generation, 409, text);
    expect(marks(again)).toEqual(REPLAY);
    now += 1;
    expect((await apiKey(backend).post(V1, body, KEY)).status).toBe(201);
  });

  test('72. violations of the body are replayed too', async () => {
    const backend = await startKeyed();
    const statuses = [await apiKey(backend).post(V1, {}, KEY), await apiKey(backend).post(V1, {}, KEY)];
    const status = generation === 'api2024' ? 400 : 422;
    expect(statuses.map((reply) => [reply.status, marks(reply)])).toEqual([
      [status, ECHO],
      [status, REPLAY],
    ]);
  });

  test('§5: a replayed server failure is the same one on api2024, a new one on api2026', async () => {
    const backend = await startKeyed();
    const failing = { ...BODY, check: true, credentials: { apiKey: 'wrong' } };
    const first = await apiKey(backend).post(V1, failing, KEY);
    const second = await apiKey(backend).post(V1, failing, KEY);
    expectFailure(first);
    expectFailure(second);
    expect(second.body.errorId === first.body.errorId).toBe(generation === 'api2024');
  });

  test('§5: the key’s scope is the organization, not the path', async () => {
    const backend = await startKeyed([email('X'), email('Y')]);
    const first = await apiKey(backend).post(`${V1}/${idOf('X')}/set-primary`, {}, KEY);
    const second = await apiKey(backend).post(`${V1}/${idOf('Y')}/set-primary`, {}, KEY);
    expect(second.text).toBe(first.text);
    expect(backend.records().map(({ primary }) => primary)).toEqual([true, false]);
  });

  test('§5: two organizations may use the same key', async () => {
    const backend = await startKeyed();
    const first = await apiKey(backend).post(V1, BODY, KEY);
    const second = await apiKey(backend, GLOBEX_KEY).post(V1, BODY, KEY);
    expect([marks(first), marks(second)]).toEqual([ECHO, ECHO]);
    expect(backend.records()).toHaveLength(2);
  });

  test('73. off: the header of an API key is ignored, a session has idempotency all the same', async () => {
    const backend = await start({ generation });
    const before = backend.records().length;
    for (const _ of [1, 2]) expect(marks(await apiKey(backend).post(V1, BODY, KEY))).toEqual(NONE);
    expect(backend.records()).toHaveLength(before + 2);
    expect(marks(await session(backend).post(V1, BODY, KEY))).toEqual(ECHO);
    expect(marks(await session(backend).post(V1, BODY, KEY))).toEqual(REPLAY);
    expect(backend.records()).toHaveLength(before + 3);
  });

  test('§3.1: a 401 takes no key', async () => {
    const backend = await startKeyed();
    expect((await apiKey(backend, 'f'.repeat(32)).post(V1, BODY, KEY)).status).toBe(401);
    expect(marks(await apiKey(backend).post(V1, BODY, KEY))).toEqual(ECHO);
  });
});
