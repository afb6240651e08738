import type { IncomingHttpHeaders } from 'node:http';
import type { CallerScope } from '../model/caller.ts';
import type { RateLimit } from '../model/integration.ts';

const MOST_CALLERS = 10_000;
const WHOLE_NUMBER = /^\d{1,9}$/;

/** The last budget that upstream told each caller (contract §6). Forgets whoever has been silent longest. */
export class RateLimits {
  readonly #byScope = new Map<CallerScope, RateLimit>();

  get(scope: CallerScope): RateLimit | null {
    return this.#byScope.get(scope) ?? null;
  }

  set(scope: CallerScope, limit: RateLimit): void {
    // A Map keeps the order of insertion: the first key is the one that was heard of longest ago.
    this.#byScope.delete(scope);
    this.#byScope.set(scope, limit);
    for (const oldest of this.#byScope.keys()) {
      if (this.#byScope.size <= MOST_CALLERS) {
        return;
      }
      this.#byScope.delete(oldest);
    }
  }
}

/** Reads the `RateLimit-*` headers; null where one of the three numbers is missing or unreadable. `now` in milliseconds. */
export function readRateLimit(headers: IncomingHttpHeaders, now: number): RateLimit | null {
  const limit = wholeNumber(headers['ratelimit-limit']);
  const remaining = wholeNumber(headers['ratelimit-remaining']);
  const reset = wholeNumber(headers['ratelimit-reset']);
  if (limit === null || remaining === null || reset === null) {
    return null;
  }
  const policy = headers['ratelimit-policy'];
  return {
    limit,
    remaining,
    resetAt: new Date(now + reset * 1000),
    policy: typeof policy === 'string' ? policy : null,
  };
}

/**
 * Whole seconds that `Retry-After` asks to wait, given as seconds or as a date; at least 1, and 1 where it is missing or
 * unreadable. `now` in milliseconds.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number {
  const value = headers['retry-after'] ?? '';
  const seconds = /^\d{1,9}(\.\d+)?$/.test(value) ? Number(value) : (httpDate(value) - now) / 1000;
  return seconds > 1 ? Math.ceil(seconds) : 1;
}

/** `Sun, 06 Nov 1994 08:49:37 GMT` as milliseconds; NaN for all else, also for what `Date.parse` would guess at. */
function httpDate(value: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : null;
}
