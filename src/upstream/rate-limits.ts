import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { CallerScope } from '../model/caller.ts';
import type { RateLimit } from '../model/integration.ts';

/** The last rate limit of each of 10,000 callers (contract §6), least recently used first out. */
export const createRateLimits = () => new LRUCache<CallerScope, RateLimit>({ max: 10_000 });

/** Reads the `RateLimit-*` headers; null if one of the three numbers is missing or unreadable. `now` in milliseconds. */
export function readRateLimit(headers: IncomingHttpHeaders, now: number): RateLimit | null {
  const limit = wholeNumber(headers['ratelimit-limit']);
  const remaining = wholeNumber(headers['ratelimit-remaining']);
  const reset = wholeNumber(headers['ratelimit-reset']);
  if (limit === null || remaining === null || reset === null) return null;
  const policy = headers['ratelimit-policy'];
  return {
    limit,
    remaining,
    resetAt: new Date(now + reset * 1000),
    policy: typeof policy === 'string' ? policy : null,
  };
}

/**
 * The wait of `Retry-After` in whole seconds, from seconds or a date; at least 1, also if it is missing or unreadable.
 * `now` in milliseconds.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number {
  const value = headers['retry-after'] ?? '';
  const seconds = /^\d{1,9}(\.\d+)?$/.test(value) ? Number(value) : (httpDate(value) - now) / 1000;
  return seconds > 1 ? Math.ceil(seconds) : 1;
}

/** `Sun, 06 Nov 1994 08:49:37 GMT` as milliseconds; NaN for anything else, including what `Date.parse` would guess. */
function httpDate(value: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
}

/** At most nine digits: the number fits GraphQL's `Int`, and a reset time stays a valid date. */
function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
