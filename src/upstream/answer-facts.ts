import { isJsonObject } from '../model/json.ts';
import type { HttpResult } from './send-request.ts';

/*
 * Facts about single answers of Novu, from their status, headers and messages.
 */

/** RFC 9110 §8.8.3. Longer ones than any real server sends are ignored. */
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e]{1,100}"$/;

/** The validator of an answer; undefined if it has none that can be sent back. */
export function etagOf(result: HttpResult): string | undefined {
  const etag = result.phase === 'answered' ? result.headers.etag : undefined;
  return etag !== undefined && ETAG.test(etag) ? etag : undefined;
}

export function hasStatus(result: HttpResult, status: number): boolean {
  return result.phase === 'answered' && result.status === status;
}

/** Of `GET /environments/me` (contract §1.2). */
export function isEnvironmentNotFound(result: HttpResult): boolean {
  return hasStatus(result, 404) && /^Environment .* not found/.test(messageOf(result));
}

/** A server that is older than the channel does not know it. */
export function isChannelUnknown(result: HttpResult): boolean {
  return (
    (hasStatus(result, 400) || hasStatus(result, 422)) &&
    result.phase === 'answered' &&
    JSON.stringify(result.json ?? null).includes('channelType must be one of')
  );
}

function messageOf(result: HttpResult): string {
  const json = result.phase === 'answered' ? result.json : undefined;
  return isJsonObject(json) && typeof json.message === 'string' ? json.message : '';
}
