import { createHash } from 'node:crypto';
import { ApiError, badRequest, ServerFailureError } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';

/**
 * Upstream's idempotency (contract §5), including its traps: the scope is the organization, not the path. Runs `action` once for
 * a key and a body, and answers later requests with its result or its error. `headers` receives what the answer must carry,
 * whether this resolves or rejects.
 * @throws ApiError 400 for a key over 255 characters, 409 while the first is under way, 422 for another body.
 */
export type Idempotency = (
  request: KeyedRequest,
  headers: Record<string, string>,
  action: () => Promise<unknown>,
) => Promise<unknown>;

export interface KeyedRequest {
  readonly organizationId: string;
  readonly key: string;
  readonly body: unknown;
}

type Entry =
  | { readonly phase: 'running'; readonly expiresAt: number }
  | { readonly phase: 'resolved'; readonly hash: string; readonly result: unknown; readonly expiresAt: number }
  | { readonly phase: 'rejected'; readonly hash: string; readonly error: unknown; readonly expiresAt: number };

const RUNNING_MS = 5 * 60_000;
const DONE_MS = 24 * 60 * 60_000;
const DOCS = 'https://docs.novu.co/additional-resources/idempotency';

export function createIdempotency(generation: Generation, now: () => number): Idempotency {
  const entries = new Map<string, Entry>();
  return async ({ organizationId, key, body }, headers, action) => {
    if (key.length > 255) {
      throw badRequest(`idempotencyKey "${key}" has exceeded the maximum allowed length of 255 characters`);
    }
    headers['Idempotency-Key'] = key;
    const id = `${organizationId}:${key}`;
    const hash = createHash('blake2s256').update(JSON.stringify(body)).digest('hex');
    const entry = entries.get(id);
    if (entry !== undefined && entry.expiresAt > now()) return replay(generation, entry, key, hash, headers);
    entries.set(id, { phase: 'running', expiresAt: now() + RUNNING_MS });
    try {
      const result = await action();
      entries.set(id, { phase: 'resolved', hash, result, expiresAt: now() + DONE_MS });
      return result;
    } catch (error) {
      entries.set(id, { phase: 'rejected', hash, error, expiresAt: now() + DONE_MS });
      throw error;
    }
  };
}

function replay(
  generation: Generation,
  entry: Entry,
  key: string,
  hash: string,
  headers: Record<string, string>,
): unknown {
  // In this order: a different body is not noticed while the first request is under way.
  if (entry.phase === 'running') {
    throw new ApiError(409, `Request with key "${key}" is currently being processed. Please retry after 1 second`, {
      headers: { 'Retry-After': '1', Link: DOCS },
    });
  }
  if (entry.hash !== hash) {
    throw new ApiError(422, `Request with key "${key}" is being reused for a different body`, {
      headers: { Link: DOCS },
    });
  }
  headers['Idempotency-Replay'] = 'true';
  if (entry.phase === 'resolved') return entry.result;
  // api2026 answers a new server failure (contract §5).
  const failed = entry.error instanceof ServerFailureError && generation === 'api2026';
  throw failed ? new ServerFailureError() : entry.error;
}
