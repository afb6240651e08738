import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsOptions {
  /** Origins whose pages may read answers; `*` among them: all. */
  readonly origins: readonly string[];
  /** Browsers may send cookies and HTTP authentication along. Never together with `*`. */
  readonly credentials: boolean;
  /** Headers that pages may send; null: what they ask for. */
  readonly headers: readonly string[] | null;
  /** Pages of public sites may call a gateway on a private network, such as this machine. */
  readonly privateNetwork: boolean;
}

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
  if (preflight) answerPreflight(options, allowed, request, response, requestId);
  return preflight;
}

function allow(response: ServerResponse, origin: string, credentials: boolean): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  if (credentials) response.setHeader('access-control-allow-credentials', 'true');
}

function answerPreflight(
  options: CorsOptions,
  allowed: boolean,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  // Also where the origin is refused: the answer depends on what was asked for.
  if (options.headers === null && options.origins.length > 0) {
    response.appendHeader('vary', 'Access-Control-Request-Headers');
  }
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    const names = options.headers?.join(', ') ?? requestedHeaders(request);
    if (names) response.setHeader('access-control-allow-headers', names);
    response.setHeader('access-control-max-age', MAX_AGE);
    allowPrivateNetwork(options, request, response);
  }
  response.statusCode = 204;
  response.end();
}

/** Characters; tools that trace add a handful of names. */
const MAX_REQUESTED = 4_096;

/** The names that a preflight asks for, as they can stand in a header; what is no list of names is not reflected. */
function requestedHeaders({ headers }: IncomingMessage): string {
  const asked = headers['access-control-request-headers'] ?? '';
  return asked.length <= MAX_REQUESTED && /^[\w!#$%&'*+.^`|~, \t-]*$/.test(asked) ? asked : '';
}

/** Chromium asks so before a public page, such as Apollo Studio, calls an address of a private network. */
function allowPrivateNetwork(
  { privateNetwork }: CorsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (privateNetwork && request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('access-control-allow-private-network', 'true');
  }
}
