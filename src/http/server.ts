import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { IntegrationSource } from '../model/integration.ts';
import { BodyError, readJsonBody } from './body.ts';
import { publish, withRequestId } from './operation-plugin.ts';
import { type HttpContext, RequestContext, requestIdOf } from './request-context.ts';

export interface HttpOptions {
  readonly apollo: ApolloServer<HttpContext>;
  readonly source: IntegrationSource;
  readonly host: string;
  readonly port: number;
  /** Bytes of a request body. */
  readonly maxBodyBytes: number;
  /** What `/readyz` says the gateway is made of. */
  readonly readiness: () => Readonly<Record<string, unknown>>;
}

export interface HttpServer {
  readonly url: string;
  /** Not ready from now on; resolves when the requests under way are answered, or after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** Listens and answers: `/graphql`, `/healthz`, `/readyz`. @throws the error of `listen`, e.g. EADDRINUSE. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const state: State = { draining: false, underWay: 0, onIdle: null };
  const server = createHttpServer((request, response) => {
    track(state, response);
    route(options, state, request, response).catch((error: unknown) => fail(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    stop: (timeoutMs) => drain(server, state, timeoutMs),
  };
}

interface State {
  draining: boolean;
  underWay: number;
  onIdle: (() => void) | null;
}

function track(state: State, response: ServerResponse): void {
  state.underWay++;
  // Keep-alive connections end with their next answer, so that clients move on to another process.
  if (state.draining) response.setHeader('connection', 'close');
  response.once('close', () => {
    state.underWay--;
    if (state.underWay === 0) state.onIdle?.();
  });
}

/** Goes on listening while requests are under way, so that a load balancer's probe sees "not ready" and not a refusal. */
async function drain(server: Server, state: State, timeoutMs: number): Promise<void> {
  state.draining = true;
  if (state.underWay > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      state.onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

async function route(
  options: HttpOptions,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = requestIdOf(request);
  response.setHeader('x-request-id', requestId);
  const [path] = (request.url ?? '/').split('?', 1);
  switch (path) {
    case '/graphql':
      return answerGraphql(options, request, response, requestId);
    case '/healthz':
      return sendJson(response, 200, { status: 'ok' });
    case '/readyz':
      return state.draining
        ? sendJson(response, 503, { status: 'draining', ...options.readiness() })
        : sendJson(response, 200, { status: 'ready', ...options.readiness() });
    default:
      return sendError(response, 404, 'NOT_FOUND', 'There is nothing here: the API is at /graphql.', requestId);
  }
}

async function answerGraphql(
  { apollo, source, maxBodyBytes }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  try {
    const body = await readJsonBody(request, maxBodyBytes);
    const context = new RequestContext(request, requestId, source, abort.signal);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method?.toUpperCase() ?? 'GET',
        headers: headerMap(request),
        search: searchOf(request),
        body,
      },
      context: async () => ({ request: context }),
    });
    await send(response, answer, context);
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    // What is left of the body is not read.
    response.setHeader('connection', 'close');
    sendError(response, error.status, 'BAD_REQUEST', error.message, requestId);
  }
}

/** Not reached by any error of an operation: those are answers. The client is gone, or there is a bug. */
function fail(response: ServerResponse, error: unknown): void {
  const requestId = String(response.getHeader('x-request-id'));
  publish(requestId, error);
  if (response.headersSent || response.destroyed) response.destroy();
  else sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error', requestId);
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

async function send(response: ServerResponse, answer: HTTPGraphQLResponse, context: RequestContext): Promise<void> {
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'complete') {
    response.end(context.finished ? answer.body.string : early(response, answer.body.string, context.requestId));
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** An answer that Apollo Server gave before the pipeline (CSRF, media types, no query): its head and errors as all others'. */
function early(response: ServerResponse, body: string, requestId: string): string {
  response.setHeader('cache-control', 'no-store');
  response.removeHeader('content-length');
  try {
    const { errors } = JSON.parse(body) as { errors: Parameters<typeof withRequestId>[0][] };
    return JSON.stringify({ errors: errors.map((error) => withRequestId(error, requestId)) });
  } catch {
    return body;
  }
}

function sendError(response: ServerResponse, status: number, code: string, message: string, requestId: string): void {
  response.setHeader('cache-control', 'no-store');
  sendJson(response, status, { errors: [withRequestId({ message, extensions: { code } }, requestId)] });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
