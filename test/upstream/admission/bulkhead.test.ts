import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/model/caller.ts';
import { GatewayError } from '../../../src/model/errors.ts';
import { Bulkhead } from '../../../src/upstream/admission/bulkhead.ts';
import { manualClock } from '../clocks.ts';
import { callOf, errorOf, gate, ID, json, keys, readCallerOf, startScripted, WRITES } from '../harness.ts';
import { guardedSource, read, startHeld } from './support.ts';

const [A, B, C, D] = keys(4) as [Caller, Caller, Caller, Caller];

describe('shares', () => {
  test('one caller has 16 calls under way, and its others follow', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const reads = read(source, A, 80);
    await upstream.reach(16);
    expect(source.state()).toMatchObject({ underWay: 16, waiting: 64 });
    upstream.answer(A);
    await upstream.reach(16);
    expect([upstream.seen.length, source.state().waiting]).toEqual([17, 63]);
    upstream.answerAll();
    expect(await Promise.all(reads)).toEqual(Array(80).fill(true));
    expect(source.state()).toMatchObject({ underWay: 0, waiting: 0 });
  });

  test('all callers together have 64 calls under way', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const reads = keys(80).flatMap((caller) => read(source, caller, 3));
    await upstream.reach(64);
    expect([upstream.seen.length, source.state().underWay]).toEqual([64, 64]);
    upstream.answerAll();
    await Promise.all(reads);
    expect([upstream.seen.length, upstream.connections()]).toEqual([240, 64]);
  });

  test('callers with slow calls leave places for those that have none under way', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const flood = [A, B, C, D].flatMap((caller) => read(source, caller, 60));
    await upstream.reach(56);
    expect(source.state().underWay).toBe(56);
    const others = keys(8, '7').flatMap((caller) => read(source, caller));
    await upstream.reach(64);
    upstream.answerAll();
    await Promise.all([...flood, ...others]);
  });

  test('a session is one caller in whatever environment', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const reads = Array.from({ length: 40 }, (_, nth) => read(source, readCallerOf(nth))).flat();
    await upstream.reach(16);
    expect(source.state()).toMatchObject({ underWay: 16, waiting: 24 });
    upstream.answerAll();
    await Promise.all(reads);
  });
});

describe('turns', () => {
  test('a free place goes to the caller with the fewest calls under way, not to the one that came first', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, { underWay: 3, callerUnderWay: 3 });
    const reads = [...read(source, A, 10), ...read(source, B, 2), ...read(source, C)];
    await upstream.reach(3);
    const tokens = [A, A, A, B, C].map(({ authorization }) => authorization);
    expect(upstream.underWay()).toEqual(tokens.slice(0, 3));
    upstream.answer(A);
    await upstream.reach(3);
    upstream.answer(A);
    await upstream.reach(3);
    expect(upstream.underWay()).toEqual([tokens[0], tokens[3], tokens[4]]);
    upstream.answerAll();
    await Promise.all(reads);
  });

  test('where none has a call under way, they take turns', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, { underWay: 1 });
    const reads = [...read(source, A, 3), ...read(source, B, 3), ...read(source, C, 3)];
    const order: Caller[] = [A, A, B, C, A, B, C, B, C];
    for (const caller of order) {
      await upstream.reach(1);
      upstream.answer(caller);
    }
    await Promise.all(reads);
  });
});

describe('a wait', () => {
  test.each(Object.entries(WRITES))('of 1 s ends a %s, which was not sent', async (_name, { run }) => {
    const upstream = await startHeld();
    const { source, clock } = guardedSource(upstream.url, { underWay: 1 });
    const [first] = read(source, A);
    await upstream.reach(1);
    const write = errorOf(run(source, callOf(B)));
    clock.advance(999);
    expect(source.state().waiting).toBe(1);
    clock.advance(1);
    const error = await write;
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfterSeconds: 1 } });
    upstream.answerAll();
    await first;
    expect(upstream.seen).toHaveLength(1);
  });

  test('takes at most half of the time that a call has', async () => {
    const upstream = await startHeld();
    const { source, clock } = guardedSource(upstream.url, { underWay: 1 }, { timeoutMs: 1_000 });
    const [first] = read(source, A);
    const second = errorOf(source.webhookSupported(callOf(B), ID));
    clock.advance(500);
    expect(await second).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    upstream.answerAll();
    await first;
  });

  test('counts to the time of the call', async () => {
    const [arrived, answer] = [gate(), gate()];
    const upstream = await startScripted(async (response, _seen, nth) => {
      arrived.open();
      await answer.opened;
      if (nth === 1) json(response, 200, { data: true });
    });
    const { source } = guardedSource(upstream.url, { underWay: 1 }, { timeoutMs: 600 });
    const startedAt = performance.now();
    const [first] = read(source, A);
    const second = errorOf(source.webhookSupported(callOf(B), ID));
    await arrived.opened;
    answer.open();
    await first;
    expect(await second).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    // Begun anew at the first answer, it would be counted from there.
    expect(performance.now() - startedAt).toBeGreaterThan(595);
  });

  test('ends with its client, and the place goes to the next', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, { underWay: 1 });
    const leaving = new AbortController();
    const [first] = read(source, A);
    const left = errorOf(source.webhookSupported(callOf(B, leaving.signal), ID));
    const gone = errorOf(source.webhookSupported(callOf(B, AbortSignal.abort()), ID));
    const [last] = read(source, C);
    leaving.abort();
    expect(await left).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await gone).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    upstream.answerAll();
    await Promise.all([first, last]);
    expect(upstream.seen).toHaveLength(2);
  });

  test('ends when the gateway ends', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, { underWay: 1 });
    const [first] = read(source, A);
    await upstream.reach(1);
    const second = errorOf(source.webhookSupported(callOf(B), ID));
    const closed = source.close();
    expect(await second).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    upstream.answerAll();
    await Promise.all([first, closed]);
  });
});

describe('room to wait', () => {
  test('64 calls of one caller wait; the next one is refused at once', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const reads = read(source, A, 80);
    const error = await errorOf(source.webhookSupported(callOf(A), ID));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfterSeconds: 1 } });
    upstream.answerAll();
    await Promise.all(reads);
    expect(upstream.seen).toHaveLength(80);
  });

  test('512 calls wait in all; a caller with fewer of them takes the place of one with more', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url);
    const floods = keys(16, '7').map((caller) => read(source, caller, 64));
    expect(source.state()).toMatchObject({ underWay: 64, waiting: 512 });
    const flooder = errorOf(source.webhookSupported(callOf(keys(16, '7')[15]), ID));
    const other = read(source, A)[0];
    expect(source.state().waiting).toBe(512);
    expect(await flooder).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    upstream.answerAll();
    expect(await other).toBe(true);
    const ends = await Promise.allSettled(floods.flat());
    // 64 were under way and 512 waited; one of these made room.
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(64 + 512 - 1);
  });
});

test('where the room is full, one that would then have the longest queue takes no place of another', async () => {
  const upstream = await startHeld();
  const { source } = guardedSource(upstream.url, { underWay: 1, waiting: 3 });
  const [mine, other] = [read(source, A, 3), read(source, B)];
  expect(source.state()).toMatchObject({ underWay: 1, waiting: 3 });
  expect(await errorOf(source.webhookSupported(callOf(B), ID))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  upstream.answerAll();
  expect(await Promise.all([...mine, ...other])).toEqual(Array(4).fill(true));
});

test('a place is given back once', async () => {
  const limits = { underWay: 2, waiting: 1, callerUnderWay: 2, callerWaiting: 1, strangersUnderWay: 1, waitMs: 1_000 };
  const bulkhead = new Bulkhead(limits, manualClock());
  const enter = (name: string) => bulkhead.enter({ name, accepted: true }, () => undefined);
  const [release] = [await enter('one'), await enter('other')];
  release();
  release();
  expect(bulkhead.figures.underWay).toBe(1);
});

describe('strangers', () => {
  test('share 16 connections in all, fairly among them', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, {}, { isKnown: undefined });
    const flood = read(source, A, 60);
    // The last places are for those that have none.
    await upstream.reach(14);
    const others = keys(4, '7').flatMap((caller) => read(source, caller, 1));
    await upstream.reach(16);
    expect(source.state()).toMatchObject({ underWay: 16, strangersUnderWay: 16, strangersWaiting: 48 });
    upstream.answer(A, 404);
    upstream.answer(A, 404);
    await upstream.reach(16);
    expect(new Set(upstream.underWay()).size).toBe(5);
    upstream.answerAll();
    await Promise.all([...flood, ...others]);
  });

  test('neither take the places of callers that Novu accepted, nor the room in which they wait', async () => {
    const upstream = await startHeld();
    const { source } = guardedSource(upstream.url, {}, { isKnown: undefined });
    const [first] = read(source, A);
    await upstream.reach(1);
    upstream.answer(A);
    await first;
    const strangers = keys(600, '7').flatMap((caller) => read(source, caller));
    expect(source.state()).toMatchObject({ underWay: 16, waiting: 128 });
    const reads = read(source, A, 30);
    await upstream.reach(32);
    upstream.answerAll();
    await Promise.all(reads);
    await Promise.allSettled(strangers);
  });

  test('are those that Novu answers with 401 again', async () => {
    const upstream = await startHeld();
    const { source, clock } = guardedSource(upstream.url, {}, { isKnown: undefined });
    for (const status of [200, 401]) {
      const [call] = read(source, A);
      await upstream.reach(1);
      upstream.answer(A, status);
      await Promise.allSettled([call]);
    }
    clock.advance(5_000);
    const last = read(source, A, 20);
    expect(source.state().strangersUnderWay).toBe(14);
    upstream.answerAll();
    await Promise.all(last);
  });
});
