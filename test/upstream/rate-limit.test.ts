import { describe, expect, test } from '@jest/globals';
import { type CallerScope, readCaller } from '../../src/model/caller.ts';
import { createRateLimits } from '../../src/upstream/rate-limits.ts';
import { answering, callOf, errorOf, json, KEY, SESSION, sourceOf, startScripted, WRITES } from './harness.ts';

const BUDGET = { 'ratelimit-limit': '150', 'ratelimit-remaining': '3', 'ratelimit-reset': '5' };
const NOW = Date.parse('2026-05-06T07:08:09.000Z');

describe('rateLimit', () => {
  test('is the last one that upstream reported to this caller', async () => {
    const policy = '150;w=5;burst=165;comment="token bucket";category="global";cost="single";serviceLevel="free"';
    const upstream = await startScripted((response, { headers }, nth) => {
      const reported = { ...BUDGET, 'ratelimit-remaining': String(10 - nth), 'ratelimit-policy': policy };
      json(response, 200, { data: [] }, headers.authorization?.startsWith('ApiKey') ? reported : {});
    });
    const source = sourceOf(upstream.url, { now: () => NOW });
    expect(source.rateLimit(KEY)).toBeNull();
    await source.list(callOf(KEY));
    await source.list(callOf(SESSION));
    await source.list(callOf(KEY));
    expect(source.rateLimit(KEY)).toEqual({ limit: 150, remaining: 7, resetAt: new Date(NOW + 5_000), policy });
    expect(source.rateLimit(SESSION)).toBeNull();
    expect(source.rateLimit(readCaller('ApiKey b', undefined))).toBeNull();
  });

  test.each(Object.entries(WRITES))('is learned from an error answer to %s, too', async (_name, { run }) => {
    const upstream = await answering(429, {}, BUDGET);
    const source = sourceOf(upstream.url, { now: () => NOW });
    await errorOf(run(source, callOf(KEY)));
    expect(source.rateLimit(KEY)).toEqual({ limit: 150, remaining: 3, resetAt: new Date(NOW + 5_000), policy: null });
  });

  test.each(Object.keys(BUDGET))('is not read from headers of which %s is unreadable', async (name) => {
    const upstream = await startScripted((response, _seen, nth) =>
      json(response, 200, { data: [] }, { ...BUDGET, [name]: ['', '-1', 'many', '1e3'][nth - 1] ?? '' }),
    );
    const source = sourceOf(upstream.url);
    for (let round = 0; round < 4; round += 1) {
      await source.list(callOf(KEY));
      expect(source.rateLimit(KEY)).toBeNull();
    }
  });

  test.each(Object.keys(BUDGET))('reads %s of up to nine digits', async (name) => {
    const upstream = await startScripted((response, _seen, nth) =>
      json(response, 200, { data: [] }, { ...BUDGET, [name]: nth === 1 ? '1000000000' : '999999999' }),
    );
    const source = sourceOf(upstream.url, { now: () => NOW });
    await source.list(callOf(KEY));
    expect(source.rateLimit(KEY)).toBeNull();
    await source.list(callOf(KEY));
    expect(source.rateLimit(KEY)).not.toBeNull();
  });

  test('is kept for 10,000 callers; the one that was used longest ago is dropped', () => {
    const limits = createRateLimits();
    const limit = { limit: 1, remaining: 1, resetAt: new Date(NOW), policy: null };
    const scope = (number: number) => `scope-${number}` as CallerScope;
    for (let number = 0; number < 10_000; number += 1) {
      limits.set(scope(number), limit);
    }
    limits.set(scope(0), limit);
    limits.set(scope(10_000), limit);
    expect([0, 1, 2, 10_000].map((number) => limits.has(scope(number)))).toEqual([true, false, true, true]);
  });
});
