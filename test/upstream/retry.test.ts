import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { systemRetryClock, withRetries } from '../../src/upstream/retry.ts';
import { instantClock } from './clocks.ts';
import { answering, callOf, errorOf, json, row, sourceOf, startRaw, startScripted } from './harness.ts';

describe('retries', () => {
  test.each([502, 503, 504])('a read answered with %d is sent again', async (status) => {
    const clock = instantClock();
    const upstream = await startScripted((response, _seen, nth) =>
      nth < 3 ? response.writeHead(status).end('<p>later</p>') : json(response, 200, { data: [row()] }),
    );
    const list = await sourceOf(upstream.url, { retryClock: clock }).list(callOf());
    expect([list.integrations.length, upstream.seen.length, clock.slept]).toEqual([1, 3, [50, 100]]);
  });

  test.each(['resetAndDestroy', 'destroy', 'end'] as const)('a read is sent again after socket.%s()', async (how) => {
    const upstream = await startScripted((response, _seen, nth) =>
      nth < 3 ? response.socket?.[how]() : json(response, 200, { data: [row()] }),
    );
    const list = await sourceOf(upstream.url).list(callOf());
    expect([list.integrations.length, upstream.seen.length]).toEqual([1, 3]);
  });

  test.each([
    ['ECONNRESET', 3],
    ['EPIPE', 3],
    ['UND_ERR_SOCKET', 3],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 3],
    ['ECONNREFUSED', 1],
    ['ENOTFOUND', 1],
    ['UND_ERR_CONNECT_TIMEOUT', 1],
    ['NOT_JSON', 1],
    ['TOO_LARGE', 1],
  ])('after %s there are %d attempts', async (errorCode, attempts) => {
    const numbers: number[] = [];
    const attempt = async (number: number) => {
      numbers.push(number);
      return { phase: 'failed', errorCode, detail: '', sent: true } as const;
    };
    const bounds = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY, mayRetry: () => true };
    await withRetries(attempt, bounds, instantClock());
    expect(numbers).toEqual([1, 2, 3].slice(0, attempts));
  });

  test('wait up to three times as long by chance', async () => {
    const clock = instantClock(0.5);
    const upstream = await answering(503, {});
    await errorOf(sourceOf(upstream.url, { retryClock: clock }).list(callOf()));
    expect(clock.slept).toEqual([100, 200]);
  });

  test('really wait where no clock is given', async () => {
    const upstream = await startScripted((response, _seen, nth) => json(response, nth < 3 ? 503 : 200, { data: [] }));
    const startedAt = performance.now();
    await sourceOf(upstream.url, { retryClock: undefined }).list(callOf());
    const took = performance.now() - startedAt;
    expect(took).toBeGreaterThan(145);
  });

  test('do not begin a wait that the timeout would cut off', async () => {
    const clock = instantClock(0.99);
    const upstream = await answering(503, {});
    const error = await errorOf(sourceOf(upstream.url, { retryClock: clock, timeoutMs: 140 }).list(callOf()));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([upstream.seen.length, clock.slept]).toEqual([1, []]);
  });

  test('end with the timeout of the whole call', async () => {
    const upstream = await startScripted((response, _seen, nth) => {
      if (nth === 1) {
        json(response, 503, {});
      }
    });
    const startedAt = performance.now();
    const error = await errorOf(sourceOf(upstream.url, { timeoutMs: 500 }).list(callOf()));
    const took = performance.now() - startedAt;
    expect(error).toMatchObject({ code: 'UPSTREAM_TIMEOUT', cause: { code: 'TIMEOUT' } });
    expect(upstream.seen).toHaveLength(2);
    expect(took).toBeGreaterThan(495);
    expect(took).toBeLessThan(2_000);
  });

  test('the default wait ends early with its signal', async () => {
    const startedAt = performance.now();
    await systemRetryClock.sleep(10_000, AbortSignal.timeout(10));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('a timeout', () => {
  test.each([
    ['no answer', ''],
    ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"data":['],
    ['half the headers', 'HTTP/1.1 200 OK\r\ncontent-'],
  ])('of a read after %s closes the connection', async (_name, text) => {
    const closed: Promise<unknown>[] = [];
    const upstream = await startRaw((socket) => {
      closed.push(once(socket, 'close'));
      socket.on('data', () => socket.write(text));
    });
    const error = await errorOf(sourceOf(upstream.url, { timeoutMs: 150 }).list(callOf()));
    expect(error).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });
});
