import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AdminOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** For `POST /cache/purge`; null disables it. */
  readonly token: string | null;
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** Should a load balancer send requests here? */
  readonly isReady: () => boolean;
  /** @returns false if not every process was reached yet. */
  readonly purge: (organization: string) => Promise<boolean>;
}

export interface AdminServer {
  readonly url: string;
  /** Closes all connections. */
  stop(): Promise<void>;
}

/** Milliseconds. Requests of operators are few and short. */
const REQUEST_TIMEOUT = 5_000;
const MAX_CONNECTIONS = 100;

/** Listens for operators and monitoring, separately from callers of the API. @throws the error of `listen`, e.g. EADDRINUSE. */
export async function startAdminServer(options: AdminOptions): Promise<AdminServer> {
  const limits = { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT };
  const server = createServer(limits, (request, response) => {
    answer(options, request).then(
      (given) => send(response, given),
      () => send(response, { status: 500, text: 'internal error\n' }),
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function answer(options: AdminOptions, request: IncomingMessage): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://admin');
  if (pathname === '/cache/purge' && options.token !== null) {
    return purge(options, options.token, request, searchParams);
  }
  if (!['/metrics', '/livez', '/readyz'].includes(pathname)) return { status: 404, text: 'not found\n' };
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET, HEAD');
  if (pathname === '/metrics') return { status: 200, ...(await options.metrics()) };
  if (pathname === '/livez') return { status: 200, text: 'ok\n' };
  return options.isReady() ? { status: 200, text: 'ready\n' } : { status: 503, text: 'not ready\n' };
}

async function purge(
  options: AdminOptions,
  token: string,
  request: IncomingMessage,
  parameters: URLSearchParams,
): Promise<Reply> {
  if (!isToken(request.headers.authorization, token)) {
    return { status: 401, text: 'unauthorized\n', headers: { 'www-authenticate': 'Bearer' } };
  }
  if (request.method !== 'POST') return notAllowed('POST');
  const organization = parameters.get('organization') ?? '';
  if (!/^[0-9a-f]{24}$/.test(organization)) {
    return { status: 400, text: 'organization must be the id of an organization: 24 hexadecimal digits\n' };
  }
  const done = await options.purge(organization);
  return done ? { status: 204, text: '' } : { status: 202, text: 'Redis is out of reach and will be told later\n' };
}

/** Constant-time comparison. */
function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function notAllowed(allow: string): Reply {
  return { status: 405, text: 'method not allowed\n', headers: { allow } };
}

function send(response: ServerResponse, { status, text, contentType, headers }: Reply): void {
  // Bodies are not read: Node would otherwise read one for as long as a request may take.
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.writeHead(status, {
    'content-type': contentType ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
