import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media types of answers to operations, as Apollo Server offers them and in its order. */
const OFFERED = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
  // What a router says that wants to be called back for subscriptions. There are none: it gets plain JSON.
  'application/json; callbackSpec=1.0; charset=utf-8',
] as const;

/** Clients send few different headers, and each of those with every request. */
const known = new LRUCache<string, MediaType | typeof NONE>({ max: 200 });
/** Characters of a header that is remembered. */
const MAX_REMEMBERED = 256;
const NONE = Symbol('none');

export type MediaType = (typeof OFFERED)[number];

/**
 * The media type of the answer to an operation, by RFC 9110 §12.5.1: weights, ranges, parameters, in any case of letters. The one
 * place where it is decided: Apollo Server is told the outcome. Null: the client accepts none.
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
