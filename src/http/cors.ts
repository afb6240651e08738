import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsOptions {
  /** Origins whose pages may read answers; `*` among them: all. */
  readonly origins: readonly string[];
  /** Browsers may send cookies and HTTP authentication along. Never together with `*`. */
  readonly credentials: boolean;
  /** Headers that pages may send; null: what they ask for. */
  readonly headers: readonly string[] | null;
  /** Whether pages of public sites may call a gateway on a private network, such as this machine. */
  readonly privateNetwork: boolean;
}

const EXPOSED_HEADERS = 'X-Request-Id, Retry-After';
/** Seconds. Chromium keeps an answer for two hours at most. */
const MAX_AGE = '7200';

/**
 * Sets the headers that tell a browser whether the page may read the answer. Nothing is refused here: the browser does
 * that, and CSRF prevention refuses what a browser sends without a preflight.
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
  // Also without an origin: a cache must not serve that answer to a page.
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
  // Also for a refused origin: the answer depends on the request.
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

/** Characters. Tracing tools add a few names. */
const MAX_REQUESTED = 4_096;

/** The header names that a preflight asks for. Anything but a list of names is not reflected. */
function requestedHeaders({ headers }: IncomingMessage): string {
  const asked = headers['access-control-request-headers'] ?? '';
  return asked.length <= MAX_REQUESTED && /^[\w!#$%&'*+.^`|~, \t-]*$/.test(asked) ? asked : '';
}

/** Chromium sends this header before a public page, such as Apollo Studio, calls a private address. */
function allowPrivateNetwork(
  { privateNetwork }: CorsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (privateNetwork && request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('access-control-allow-private-network', 'true');
  }
}
