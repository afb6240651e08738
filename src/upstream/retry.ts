import { setTimeout as delay } from 'node:timers/promises';
import { ERROR_CODES, type HttpResult } from './send-request.ts';

/** Time and randomness for retries. Tests supply their own. */
export interface RetryClock {
  /** Resolves after `ms` milliseconds, or at once when `signal` fires. Never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

export const systemRetryClock: RetryClock = {
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  random: Math.random,
};

/** Shortest wait before the second and the third attempt, in milliseconds. A random time of up to twice as much is added. */
const BACKOFF_MS = [50, 100];

const RETRIED_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Codes of a connection that broke, before or during the response. A connection that was never established is not among
 * them: a retry within a quarter of a second seldom helps there, and makes every caller of a dead upstream wait.
 */
const CONNECTION_LOST: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  ERROR_CODES.cutOff,
]);

/** Bounds of retries. */
export interface RetryBounds {
  readonly signal: AbortSignal;
  /** Milliseconds, on the clock of `performance.now()`. No wait may reach it. */
  readonly deadline: number;
  /** Called before each retry; true counts as a retry. */
  readonly mayRetry: () => boolean;
}

/**
 * Runs a safe request up to three times. It retries after a broken connection and after 502, 503 and 504. If no retry
 * is allowed, it returns the last result.
 */
export async function withRetries(
  attempt: (number: number) => Promise<HttpResult>,
  { signal, deadline, mayRetry }: RetryBounds,
  clock: RetryClock,
): Promise<HttpResult> {
  let result = await attempt(1);
  for (const [index, shortest] of BACKOFF_MS.entries()) {
    const wait = shortest * (1 + 2 * clock.random());
    if (!isRetryable(result) || performance.now() + wait >= deadline || !mayRetry()) return result;
    await clock.sleep(wait, signal);
    if (signal.aborted) return result;
    result = await attempt(index + 2);
  }
  return result;
}

/** True if the connection broke, before or during the response. */
export function isConnectionLost({ errorCode }: HttpResult): boolean {
  return errorCode !== null && CONNECTION_LOST.has(errorCode);
}

function isRetryable(result: HttpResult): boolean {
  return isConnectionLost(result) || (result.phase === 'answered' && RETRIED_STATUSES.has(result.status));
}
