import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { MediaType } from '../answer/media-type.ts';
import { isWellFormed } from './body.ts';
import { RequestRefusal } from './refusal.ts';

/** The JSON value of a body. @throws RequestRefusal (400) for what is not UTF-8, not JSON, or has half of a surrogate pair. */
export function parseJson(bytes: Buffer): unknown {
  // Otherwise damaged bytes would become other characters, and might be stored.
  if (!isUtf8(bytes)) throw new RequestRefusal(400, 'The request body is not valid UTF-8.');
  const value = jsonOf(bytes);
  // Only an escape can encode a lone surrogate, which cannot be sent upstream.
  if (bytes.includes('\\u') && !isWellFormed(value)) {
    throw new RequestRefusal(400, 'A text in the request body is not valid Unicode: it has half of a surrogate pair.');
  }
  return value;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RequestRefusal(400, 'The request body is not valid JSON.');
  }
}

/** The request in Apollo Server's form. @param mediaType of the answer, if it is known already. */
export function graphqlRequest(
  request: IncomingMessage,
  mediaType: MediaType | null,
  body: unknown,
): HTTPGraphQLRequest {
  const method = request.method?.toUpperCase() ?? 'GET';
  const headers = headerMap(request);
  if (mediaType) headers.set('accept', mediaType);
  // Apollo Server answers 405 to other methods. Without this header, its CSRF prevention would refuse them first.
  if (method !== 'GET' && method !== 'POST') headers.set('apollo-require-preflight', method);
  return {
    method,
    headers,
    search: searchOf(request),
    body,
  };
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
