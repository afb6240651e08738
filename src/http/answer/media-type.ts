import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media types of answers to operations, as Apollo Server offers them and in its order. */
const OFFERED = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
  // Sent by a router that wants callbacks for subscriptions. There are no subscriptions, so it gets plain JSON.
  'application/json; callbackSpec=1.0; charset=utf-8',
] as const;

/** Clients send few different values, and the same one with every request. */
const known = new LRUCache<string, MediaType | typeof NONE>({ max: 200 });
/** Longest header that is remembered, in characters. */
const MAX_REMEMBERED = 256;
const NONE = Symbol('none');

export type MediaType = (typeof OFFERED)[number];

/**
 * The media type of the answer to an operation, by RFC 9110 §12.5.1: weights, ranges, parameters, in any case of
 * letters. It is decided only here, and Apollo Server gets the result. Null: the client accepts none.
 */
export function negotiateMediaType(accept: string | undefined): MediaType | null {
  if (!accept) return OFFERED[0];
  const before = known.get(accept);
  if (before !== undefined) return before === NONE ? null : before;
  const mediaType = new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? null;
  if (accept.length <= MAX_REMEMBERED) known.set(accept, mediaType ?? NONE);
  return mediaType;
}

/** Do clients of this media type read the body whatever the status is? */
export function readsAnyStatus(mediaType: string): boolean {
  return mediaType.startsWith('application/graphql-response+json');
}
