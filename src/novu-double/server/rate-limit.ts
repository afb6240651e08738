import { throttled } from '../state/errors.ts';

export interface RateLimitOptions {
  /** Requests a second; default 30, the free plan. */
  readonly rps?: number;
  /** Initial tokens of a bucket; default 10 % above the limit. */
  readonly burst?: number;
}

/**
 * Takes one token from an environment's bucket (contract §6). Adds the four headers of every answer to an API key to
 * `headers`, even if it throws.
 * @throws ApiError 429 with `Retry-After` if the bucket is empty.
 */
export type RateLimiter = (environmentId: string, headers: Record<string, string>) => void;

const WINDOW_SECONDS = 5;
const WINDOW_MS = WINDOW_SECONDS * 1000;
const SERVICE_LEVELS: Readonly<Record<number, string>> = { 30: 'free', 120: 'pro', 300: 'business', 3000: 'unlimited' };

interface Bucket {
  tokens: number;
  filledAt: number;
}

export function createRateLimiter({ rps = 30, burst }: RateLimitOptions, now: () => number): RateLimiter {
  const limit = rps * WINDOW_SECONDS;
  const size = burst ?? Math.floor(limit * 1.1);
  const policy =
    `${limit};w=${WINDOW_SECONDS};burst=${size};comment="token bucket";category="global";cost="single";` +
    `serviceLevel="${SERVICE_LEVELS[rps] ?? 'custom'}"`;
  const buckets = new Map<string, Bucket>();
  return (environmentId, headers) => {
    const bucket = buckets.get(environmentId) ?? { tokens: size, filledAt: now() };
    buckets.set(environmentId, bucket);
    if (bucket.tokens < 1) refill(bucket, limit, size, now());
    const dry = bucket.tokens < 1;
    if (!dry) bucket.tokens -= 1;
    const reset = secondsToRefill(bucket, now());
    headers['RateLimit-Limit'] = String(limit);
    headers['RateLimit-Remaining'] = String(bucket.tokens);
    headers['RateLimit-Reset'] = String(reset);
    headers['RateLimit-Policy'] = policy;
    if (dry) throw throttled(reset);
  };
}

/** Only computed when the bucket is empty, as upstream does. */
function refill(bucket: Bucket, limit: number, size: number, now: number): void {
  const windows = Math.floor((now - bucket.filledAt) / WINDOW_MS);
  bucket.tokens = Math.min(size, bucket.tokens + windows * limit);
  bucket.filledAt += windows * WINDOW_MS;
}

function secondsToRefill({ filledAt }: Bucket, now: number): number {
  return Math.ceil((WINDOW_MS - ((now - filledAt) % WINDOW_MS)) / 1000);
}
