import { setTimeout as delay } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';

/** What retries need of the world; tests bring their own. */
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

/** Shortest wait before the second and the third attempt, in milliseconds; up to twice as much is added at random. */
const BACKOFF_MS = [50, 100];

const RETRIED_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Codes of a connection that broke, before the answer or in it. A connection that never came about is not one of them:
 * to ask again within a quarter of a second seldom helps there, and makes every caller of a dead upstream wait.
 */
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/**
 * Runs a safe request up to three times: again where the connection broke, and on 502, 503 and 504. A wait that would
 * reach beyond `deadline` (milliseconds, on the clock of `performance.now()`) is not begun: the last end is the answer.
 */
export async function withRetries(
  attempt: (number: number) => Promise<Exchange>,
  stop: AbortSignal,
  deadline: number,
  clock: RetryClock,
): Promise<Exchange> {
  let end = await attempt(1);
  for (const [index, least] of BACKOFF_MS.entries()) {
    const wait = least * (1 + 2 * clock.random());
    if (!isWorthAnotherTry(end) || performance.now() + wait >= deadline) {
      return end;
    }
    await clock.sleep(wait, stop);
    if (stop.aborted) {
      return end;
    }
    end = await attempt(index + 2);
  }
  return end;
}

function isWorthAnotherTry(end: Exchange): boolean {
  return isBroken(end) || (end.phase === 'answered' && RETRIED_STATUSES.has(end.status));
}

function isBroken(end: Exchange): boolean {
  return end.fault !== null && BROKEN.has(end.fault);
}
