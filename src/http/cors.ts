import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsOptions {
  /** Origins whose pages may read answers; `*` among them: all. */
  readonly origins: readonly string[];
  /** Browsers may send cookies and HTTP authentication along. Never together with `*`. */
  readonly credentials: boolean;
}

/** What a page may send: who calls, what tools for tracing and caching send, and what makes a request one that is asked for first. */
const ALLOWED_HEADERS = [
  'Content-Type',
  'Authorization',
  'Novu-Environment-Id',
  'Idempotency-Key',
  'Cache-Control',
  'X-Request-Id',
  'X-Cache-Debug',
  'Apollo-Require-Preflight',
  'X-Apollo-Operation-Name',
  'Apollographql-Client-Name',
  'Apollographql-Client-Version',
].join(', ');
const EXPOSED_HEADERS = 'X-Request-Id, Retry-After';
/** Seconds. Chromium keeps an answer for two hours at most. */
const MAX_AGE = '7200';

/**
 * Says in the head of an answer whether the asking page may read it. Nothing is refused here: that is the browser's part, and
 * what a browser sends without asking first is refused by CSRF prevention.
 * @returns true where the request was a preflight, which is answered by this.
 */
export function answerCors(
  options: CorsOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): boolean {
  const { origin } = request.headers;
  const all = options.origins.includes('*');
  // Also without an origin: a cache in between must not give that answer to a page.
  if (!all && options.origins.length > 0) response.appendHeader('vary', 'Origin');
  const allowed = origin !== undefined && (all || options.origins.includes(origin));
  if (allowed) allow(response, all ? '*' : origin, options.credentials);
  const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (preflight) answerPreflight(response, allowed, requestId);
  return preflight;
}

function allow(response: ServerResponse, origin: string, credentials: boolean): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  if (credentials) response.setHeader('access-control-allow-credentials', 'true');
}

function answerPreflight(response: ServerResponse, allowed: boolean, requestId: string): void {
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
    response.setHeader('access-control-max-age', MAX_AGE);
  }
  response.statusCode = 204;
  response.end();
}
