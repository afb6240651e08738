import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/model/caller.ts';
import type { StateEvent } from '../../../src/telemetry/channels.ts';
import { manualClock } from '../clocks.ts';
import { callOf, errorOf, ID, json, keys, sourceOf, startRaw, startScripted, WRITES } from '../harness.ts';
import { guardedSource, statesDuring } from './support.ts';

const [A, B, C] = keys(3) as [Caller, Caller, Caller];

/** An upstream that answers each token with the status that it is given, else 200. */
async function startByToken() {
  const statuses = new Map<string, number>();
  const upstream = await startScripted((response, { headers }) => {
    const status = statuses.get(headers.authorization ?? '') ?? 200;
    json(response, status, status === 200 ? { data: true } : {});
  });
  return { ...upstream, answer: ({ authorization }: Caller, status: number) => statuses.set(authorization, status) };
}

type Source = ReturnType<typeof sourceOf>;

const ask = (source: Source, caller: Caller) => source.webhookSupported(callOf(caller), ID);

async function askTimes(times: number, source: Source, caller: Caller): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await ask(source, caller).catch(() => undefined);
}

async function startOpen() {
  const upstream = await startByToken();
  const { source, clock } = guardedSource(upstream.url);
  upstream.answer(A, 500);
  await askTimes(20, source, A);
  expect([upstream.seen.length, source.state().breaker]).toEqual([20, 'open']);
  return { upstream, source, clock };
}

describe('opens', () => {
  test('at half of 20 calls in 10 s, and then no call is sent', async () => {
    const upstream = await startByToken();
    const { source, clock } = guardedSource(upstream.url);
    await askTimes(10, source, A);
    clock.advance(5_000);
    upstream.answer(A, 500);
    await askTimes(9, source, A);
    expect(source.state().breaker).toBe('closed');
    await askTimes(1, source, A);
    expect(source.state().breaker).toBe('open');
    for (const { run } of Object.values(WRITES)) {
      const error = await errorOf(run(source, callOf(B)));
      expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfterSeconds: 5 } });
    }
    clock.advance(3_500);
    expect(await errorOf(ask(source, A))).toMatchObject({ details: { retryAfterSeconds: 2 } });
    expect(upstream.seen).toHaveLength(20);
  });

  test('where no connection can be made', async () => {
    const upstream = await startRaw((socket) => socket.destroy());
    const { source } = guardedSource(upstream.url);
    await askTimes(20, source, A);
    expect(source.state().breaker).toBe('open');
  });

  test('where writes time out', async () => {
    const upstream = await startScripted(() => undefined);
    const { source } = guardedSource(upstream.url, { callerUnderWay: 20 }, { timeoutMs: 100 });
    const writes = Array.from({ length: 20 }, () => source.delete(callOf(A), ID));
    await Promise.allSettled(writes);
    expect(source.state().breaker).toBe('open');
  });
});

test.each([
  [2, 'open'],
  [3, 'closed'],
])('where writes fail, %d reads that succeed leave it %s', async (reads, state) => {
  const upstream = await startScripted((response, { method }) =>
    json(response, method === 'GET' ? 200 : 500, method === 'GET' ? { data: true } : {}),
  );
  const { source } = guardedSource(upstream.url);
  await askTimes(reads, source, A);
  for (let nth = 0; nth < 20; nth += 1) await errorOf(source.delete(callOf(A), ID));
  expect(source.state().breaker).toBe(state);
});

describe('stays closed', () => {
  test('where the calls were fewer, or are longer ago', async () => {
    const upstream = await startByToken();
    const { source, clock } = guardedSource(upstream.url);
    upstream.answer(A, 500);
    await askTimes(19, source, A);
    clock.advance(10_000);
    await askTimes(19, source, A);
    expect(source.state().breaker).toBe('closed');
  });

  test.each([400, 401, 403, 404, 409, 422, 429])('after any number of %d', async (status) => {
    const upstream = await startByToken();
    const { source, clock } = guardedSource(upstream.url);
    upstream.answer(A, status);
    for (let nth = 0; nth < 30; nth += 1) {
      await askTimes(1, source, A);
      // A 401 is remembered.
      if (status === 401) clock.advance(5_000);
    }
    expect([upstream.seen.length, source.state().breaker]).toEqual([30, 'closed']);
  });

  test('where only callers fail that Novu has not accepted', async () => {
    const upstream = await startByToken();
    const source = sourceOf(upstream.url, { admissionClock: manualClock() });
    for (const caller of keys(30, '7')) {
      upstream.answer(caller, 500);
      await askTimes(1, source, caller);
    }
    expect(source.state().breaker).toBe('closed');
    expect(await ask(source, A)).toBe(true);
  });

  test('where one caller fails, however often, and others do not', async () => {
    const upstream = await startByToken();
    const { source } = guardedSource(upstream.url);
    upstream.answer(A, 500);
    await askTimes(1, source, B);
    await askTimes(50, source, A);
    expect(source.state().breaker).toBe('closed');
    upstream.answer(C, 500);
    await askTimes(1, source, C);
    expect(source.state().breaker).toBe('open');
  });

  test.each(['GET', 'DELETE'])('where only calls with %s fail', async (failing) => {
    const upstream = await startScripted((response, { method }) =>
      method === failing ? json(response, 500, {}) : json(response, 200, { data: true }),
    );
    const { source } = guardedSource(upstream.url);
    const acts = [() => ask(source, A), () => source.delete(callOf(A), ID)];
    const [fine = acts[0], wrong = acts[1]] = failing === 'GET' ? acts.reverse() : acts;
    for (let nth = 0; nth < 3; nth += 1) await fine?.();
    for (let nth = 0; nth < 60; nth += 1) await wrong?.().catch(() => undefined);
    expect([upstream.seen.length, source.state().breaker]).toEqual([63, 'closed']);
  });

  test('where answers are too long, or clients leave', async () => {
    const upstream = await startScripted((response, { method }) =>
      method === 'GET' ? json(response, 200, { data: 'x'.repeat(2_000) }) : undefined,
    );
    const { source } = guardedSource(upstream.url, {}, { maxBodyBytes: 1_000 });
    await askTimes(30, source, A);
    expect([upstream.seen.length, source.state().breaker]).toEqual([30, 'closed']);
  });
});

describe('half open, after 5 s', () => {
  test('one probe is sent, and its success closes', async () => {
    const { upstream, source, clock } = await startOpen();
    upstream.answer(A, 200);
    clock.advance(5_000);
    expect(source.state().breaker).toBe('half-open');
    const probe = ask(source, A);
    expect(await errorOf(ask(source, B))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { retryAfterSeconds: 1 },
    });
    expect(await probe).toBe(true);
    expect([upstream.seen.length, source.state().breaker]).toEqual([21, 'closed']);
    await askTimes(19, source, A);
    upstream.answer(A, 500);
    // What failed before is forgotten.
    await askTimes(18, source, A);
    expect(source.state().breaker).toBe('closed');
  });

  test('a probe that fails opens again', async () => {
    const { upstream, source, clock } = await startOpen();
    clock.advance(5_000);
    await askTimes(1, source, A);
    expect(source.state().breaker).toBe('open');
    await askTimes(5, source, A);
    expect(upstream.seen).toHaveLength(21);
    clock.advance(5_000);
    expect(await ask(source, B)).toBe(true);
    expect(source.state().breaker).toBe('closed');
  });

  test('a probe whose client leaves says nothing, and another takes its place', async () => {
    const { source, clock } = await startOpen();
    clock.advance(5_000);
    const leaving = new AbortController();
    const probe = errorOf(source.webhookSupported(callOf(B, leaving.signal), ID));
    leaving.abort();
    await probe;
    expect(source.state().breaker).toBe('half-open');
    expect(await ask(source, B)).toBe(true);
    expect(source.state().breaker).toBe('closed');
  });

  test('a stranger neither takes the place of the probe nor keeps the breaker open, but can close it', async () => {
    const upstream = await startByToken();
    const known = new Set([A.authorization]);
    const clock = manualClock();
    const source = sourceOf(upstream.url, {
      admissionClock: clock,
      scope: ({ authorization }) => authorization as never,
      isKnown: (scope) => known.has(scope),
    });
    for (const { authorization } of [A]) known.add(authorization);
    upstream.answer(A, 500);
    await askTimes(20, source, A);
    clock.advance(5_000);
    upstream.answer(B, 500);
    upstream.answer(C, 404);
    await askTimes(1, source, B);
    await askTimes(1, source, C);
    expect(source.state().breaker).toBe('half-open');
    upstream.answer(C, 200);
    expect(await ask(source, C)).toBe(true);
    expect(source.state().breaker).toBe('closed');
  });
});

test('each change is published once', async () => {
  const events: StateEvent[] = await statesDuring('breaker', async () => {
    const { upstream, source, clock } = await startOpen();
    await askTimes(5, source, A);
    clock.advance(5_000);
    upstream.answer(A, 200);
    await askTimes(5, source, A);
  });
  expect(events.map(({ state, degraded }) => [state, degraded])).toEqual([
    ['open', true],
    ['half-open', false],
    ['closed', false],
  ]);
  expect(events[0]?.figures).toMatchObject({ calls: 20, failures: 20 });
});
