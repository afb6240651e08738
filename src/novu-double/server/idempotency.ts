import { createHash } from 'node:crypto';
import { ApiError, badRequest, ServerFailureError } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';

/**
 * Upstream's idempotency (contract §5), including its pitfalls: the scope is the organization, not the path. Runs
 * `action` once for a key and a body, and answers later requests with its result or error. Adds headers of the answer
 * to `headers`, whether it resolves or rejects.
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

interface Entry {
  readonly hash: string;
  readonly expiresAt: number;
  /** Returns or throws what the first request did; undefined while it is pending. */
  readonly replay?: () => unknown;
}

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
    if (entry !== undefined && entry.expiresAt > now()) return replay(entry, key, hash, headers);
    const settle = (again: () => unknown) => entries.set(id, { hash, expiresAt: now() + DONE_MS, replay: again });
    entries.set(id, { hash, expiresAt: now() + RUNNING_MS });
    try {
      const result = await action();
      settle(() => result);
      return result;
    } catch (error) {
      // api2026 answers with a new server failure (contract §5).
      const forgets = error instanceof ServerFailureError && generation === 'api2026';
      settle(() => {
        throw forgets ? new ServerFailureError() : error;
      });
      throw error;
    }
  };
}

function replay(entry: Entry, key: string, hash: string, headers: Record<string, string>): unknown {
  // In this order: a different body is not noticed while the first request is under way.
  if (entry.replay === undefined) {
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
  return entry.replay();
}
