import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publishError } from './answer/errors.ts';
import { errorAnswer, sendAnswer, sendJson } from './answer/head.ts';
import { answerCors, type CorsOptions } from './cors.ts';
import type { Exploring } from './explore/explore.ts';
import { answerGraphiql } from './explore/graphiql.ts';
import { answerGraphql, type GraphqlOptions } from './graphql-endpoint.ts';
import { requestIdOf } from './request/context.ts';

export interface HttpOptions extends GraphqlOptions {
  readonly host: string;
  readonly port: number;
  readonly cors: CorsOptions;
  /** Pages for exploring; null: none. */
  readonly exploring: Exploring | null;
  /** What `/readyz` says the gateway is made of. */
  readonly readiness: () => Readonly<Record<string, unknown>>;
}

export interface HttpServer {
  readonly url: string;
  /** Not ready from now on; resolves when the requests under way are answered, or after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** Listens and answers: `/graphql`, `/healthz`, `/readyz`, and for exploring `/` and `/graphiql`. @throws the error of `listen`, e.g. EADDRINUSE. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const state: State = { draining: false, underWay: 0, onIdle: null };
  const server = createHttpServer((request, response) => {
    track(state, response);
    const requestId = requestIdOf(request);
    route(options, state, request, response, requestId).catch((error: unknown) => fail(response, error, requestId));
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
  response.on('close', () => {
    state.underWay--;
    if (state.underWay === 0) state.onIdle?.();
  });
}

/** Goes on listening while requests are under way, so that a load balancer's probe sees "not ready" and not a refusal. */
async function drain(server: Server, state: State, timeoutMs: number): Promise<void> {
  state.draining = true;
  // Ends what still runs, and by that the waits.
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await idle(state);
  const closed = new Promise((resolve) => server.close(resolve));
  // What came in meanwhile.
  await idle(state);
  // Connections that wait for a request, or never sent one.
  server.closeAllConnections();
  await closed;
  clearTimeout(timer);
}

function idle(state: State): Promise<void> {
  return new Promise((resolve) => {
    if (state.underWay === 0) resolve();
    else state.onIdle = resolve;
  });
}

async function route(
  options: HttpOptions,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  switch (path) {
    case '/graphql':
      if (answerCors(options.cors, request, response, requestId)) return;
      return answerGraphql(options, request, response, requestId);
    case '/healthz':
      return sendJson(response, 200, { status: 'ok' }, requestId);
    case '/readyz':
      return state.draining
        ? sendJson(response, 503, { status: 'draining', ...options.readiness() }, requestId)
        : sendJson(response, 200, { status: 'ready', ...options.readiness() }, requestId);
    default:
      if (options.exploring && (await answerGraphiql(options.exploring, path, response, requestId))) return;
      // Apollo Sandbox asks where its page is.
      if (options.exploring && path === '/') return answerGraphql(options, request, response, requestId);
      sendError(response, NOT_FOUND, requestId);
  }
}

/** Not reached by any error of an operation: those are answers. The client is gone, or there is a bug. */
function fail(response: ServerResponse, error: unknown, requestId: string): void {
  publishError(requestId, error);
  if (response.headersSent || response.destroyed) response.destroy();
  else sendError(response, INTERNAL_ERROR, requestId);
}

function sendError(response: ServerResponse, error: Parameters<typeof errorAnswer>[0], requestId: string): void {
  const { head, body } = errorAnswer(error, requestId);
  sendAnswer(response, head, body);
}

const NOT_FOUND = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here: the API is at /graphql.' };
const INTERNAL_ERROR = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };
