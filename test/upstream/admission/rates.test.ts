import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/model/caller.ts';
import { manualClock } from '../clocks.ts';
import { answering, callOf, errorOf, ID, json, keys, sourceOf, startScripted, WRITES } from '../harness.ts';
import { guardedSource, read, startHeld, statesDuring } from './support.ts';

const [A, B] = keys(2) as [Caller, Caller];

describe('a rate for each caller', () => {
  test('lets so many calls through at once, and as many in each period', async () => {
    const upstream = await answering(200, { data: true });
    const { source, clock } = guardedSource(upstream.url, {}, { callerRate: { count: 6, perMs: 60_000 } });
    await Promise.all(read(source, A, 6));
    const error = await errorOf(source.webhookSupported(callOf(A), ID));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 10 } });
    await Promise.all(read(source, B, 6));
    clock.advance(10_000);
    await Promise.all(read(source, A));
    expect(await errorOf(source.webhookSupported(callOf(A), ID))).toMatchObject({ code: 'RATE_LIMITED' });
    clock.advance(600_000);
    await Promise.all(read(source, A, 6));
    expect(await errorOf(source.delete(callOf(A), ID))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(upstream.seen).toHaveLength(19);
  });

  test('is off by default', async () => {
    const upstream = await answering(200, { data: true });
    const { source } = guardedSource(upstream.url);
    for (let nth = 0; nth < 5; nth += 1) await Promise.all(read(source, A, 80));
    expect(upstream.seen).toHaveLength(400);
  });
});

describe("Novu's own headers", () => {
  const headers = (remaining: number, reset: number) => ({
    'RateLimit-Limit': '150',
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(reset),
  });

  test('where nothing remains, no call is sent until the limit is reset', async () => {
    let now = 1_000_000;
    const upstream = await startScripted((response, _seen, nth) =>
      json(response, 200, { data: true }, headers(Math.max(0, 2 - nth), 3)),
    );
    const source = sourceOf(upstream.url, { now: () => now });
    await Promise.all(read(source, A));
    await Promise.all(read(source, A));
    for (const { run } of Object.values(WRITES)) {
      const error = await errorOf(run(source, callOf(A)));
      expect(error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 3 } });
    }
    now += 2_001;
    expect(await errorOf(source.list(callOf(A)))).toMatchObject({ details: { retryAfterSeconds: 1 } });
    await Promise.all(read(source, B));
    now += 1_000;
    await Promise.all(read(source, A));
    expect(upstream.seen).toHaveLength(4);
  });

  test('that ask for years are followed for an hour', async () => {
    const upstream = await answering(200, { data: true }, headers(0, 999_999_999));
    const source = sourceOf(upstream.url, { now: () => 0 });
    await Promise.all(read(source, A));
    expect(await errorOf(source.list(callOf(A)))).toMatchObject({ details: { retryAfterSeconds: 3_600 } });
  });
});

describe('a 401', () => {
  test('is remembered for 5 s, for this caller', async () => {
    const upstream = await startScripted((response, { headers }) =>
      headers.authorization === A.authorization ? json(response, 401, {}) : json(response, 200, { data: true }),
    );
    const { source, clock } = guardedSource(upstream.url);
    expect(await errorOf(source.webhookSupported(callOf(A), ID))).toMatchObject({ code: 'UNAUTHENTICATED' });
    clock.advance(4_999);
    for (const { run } of Object.values(WRITES)) {
      expect(await errorOf(run(source, callOf(A)))).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(upstream.seen).toHaveLength(1);
    await Promise.all(read(source, B));
    clock.advance(1);
    await errorOf(source.webhookSupported(callOf(A), ID));
    expect(upstream.seen).toHaveLength(3);
  });

  test('that is about the environment alone says nothing of the token', async () => {
    const upstream = await answering(401, { message: 'Cannot find environment' });
    const { source } = guardedSource(upstream.url);
    for (let times = 1; times <= 2; times += 1) {
      await errorOf(source.webhookSupported(callOf(A), ID));
      expect(upstream.seen).toHaveLength(times);
    }
  });

  test('holds for the calls that waited behind it', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, { underWay: 1 });
    const calls = read(source, A, 20);
    await upstream.reach(1);
    upstream.answer(A, 401);
    const ends = await Promise.allSettled(calls);
    expect(ends.every((end) => end.status === 'rejected' && end.reason.code === 'UNAUTHENTICATED')).toBe(true);
    expect(upstream.seen).toHaveLength(1);
  });
});

describe('retries', () => {
  /** Calls of callers that others keep from opening the breaker. */
  async function failing(calls: number, isKnown: boolean) {
    const upstream = await startScripted((response, { headers }) =>
      headers.authorization === A.authorization ? json(response, 503, {}) : json(response, 200, { data: true }),
    );
    const { source, clock } = guardedSource(upstream.url, {}, { isKnown: () => isKnown });
    await Promise.all(read(source, B));
    for (let nth = 0; nth < calls; nth += 1) await Promise.allSettled(read(source, A));
    return { upstream, source, clock };
  }

  test.each([true, false])(
    'are at most a tenth of the calls, and 20 where those are few; known: %p',
    async (isKnown) => {
      expect((await failing(4, isKnown)).upstream.seen).toHaveLength(1 + 4 + 8);
      expect((await failing(60, isKnown)).upstream.seen).toHaveLength(1 + 60 + 20);
      const { upstream, clock, source } = await failing(399, isKnown);
      expect(upstream.seen).toHaveLength(400 + 40);
      clock.advance(10_000);
      await Promise.allSettled(read(source, A));
      expect(upstream.seen).toHaveLength(400 + 40 + 3);
    },
  );

  test('of strangers leave those of others alone', async () => {
    const upstream = await answering(503, {});
    const known = new Set<string>([A.authorization]);
    const source = sourceOf(upstream.url, {
      admissionClock: manualClock(),
      scope: ({ authorization }) => authorization as never,
      isKnown: (scope) => known.has(scope),
    });
    for (const stranger of keys(20, '7')) await Promise.allSettled(read(source, stranger));
    expect(upstream.seen).toHaveLength(20 + 20);
    await Promise.allSettled(read(source, A));
    expect(upstream.seen).toHaveLength(20 + 20 + 3);
  });

  test('are told of when they are used up, once', async () => {
    const events = await statesDuring('retry-budget', () => failing(60, true));
    expect(events.map(({ state, degraded }) => [state, degraded])).toEqual([['spent', true]]);
  });
});

test('a full queue is told of once, however many calls are refused', async () => {
  const upstream = await startHeld();
  const { source } = guardedSource(upstream.url);
  const events = await statesDuring('bulkhead', async () => {
    const calls = read(source, A, 300);
    await upstream.reach(16);
    upstream.answerAll();
    await Promise.allSettled(calls);
  });
  expect(events.map(({ state }) => state)).toEqual(['waiting', 'refusing']);
  expect(events[1]?.figures).toEqual({ underWay: 16, waiting: 64, strangersUnderWay: 0, strangersWaiting: 0 });
});
