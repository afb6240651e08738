import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpEvent, httpChannel } from '../telemetry/channels.ts';
import { discardBody, sendEarly } from './answer/early.ts';
import { publishError } from './answer/errors.ts';
import { errorAnswer, INTERNAL_ERROR, isUnanswered } from './answer/head.ts';
import { sendJson } from './answer/send.ts';
import { Bag } from './bag.ts';
import { type ConnectionLimits, createLimitedServer } from './connections.ts';
import { answerCors, type CorsOptions } from './cors.ts';
import type { ExplorerOptions } from './explore/explore.ts';
import { answerGraphiql } from './explore/graphiql.ts';
import { answerSettingsPage } from './explore/settings-page.ts';
import { answerGraphql, type GraphqlOptions } from './graphql-endpoint.ts';
import { countHeader } from './request/caller.ts';
import { requestIdOf } from './request/context.ts';

export interface HttpOptions extends GraphqlOptions {
  readonly host: string;
  readonly port: number;
  readonly connections: ConnectionLimits;
  readonly cors: CorsOptions;
  /** Pages for exploring; null: none. */
  readonly exploring: ExplorerOptions | null;
  /** What `/readyz` says the gateway is made of. */
  readonly readiness: () => Readonly<Record<string, unknown>>;
}

export interface HttpServer {
  readonly url: string;
  /** True once it is leaving or being stopped. */
  readonly draining: boolean;
  /**
   * Reports that it is not ready, so that load balancers choose another process. It still accepts connections and
   * answers. Idempotent.
   */
  leave(): void;
  /**
   * Accepts no new connections and finishes the requests under way. After `timeoutMs` it aborts the rest, and publishes
   * an error for each. Resolves to their number.
   */
  stop(timeoutMs: number): Promise<number>;
}

/** Listens and answers: `/graphql`, `/healthz`, `/readyz`, and for exploring `/`, `/graphiql` and `/settings`. @throws the error of `listen`, e.g. EADDRINUSE. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const state: State = { draining: false, underWay: new Bag(), onIdle: null };
  const server = createLimitedServer(options.connections, (request, response) => {
    const requestId = requestIdOf(request);
    track(state, request, response, requestId);
    route(options, state, request, response, requestId).catch((error: unknown) =>
      fail(request, response, error, requestId),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    get draining() {
      return state.draining;
    },
    leave() {
      state.draining = true;
    },
    stop: (timeoutMs) => drain(server, state, timeoutMs),
  };
}

interface State {
  draining: boolean;
  /** Ids of requests that are not answered yet. */
  readonly underWay: Bag<string>;
  onIdle: (() => void) | null;
}

function track(state: State, request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const startedAt = performance.now();
  const leave = state.underWay.add(requestId);
  // Keep-alive connections end with their next answer, so that clients connect to another process.
  if (state.draining) response.setHeader('connection', 'close');
  response.once('close', () => {
    leave();
    if (httpChannel.hasSubscribers) httpChannel.publish(eventOf(request, response, startedAt));
    if (state.underWay.size === 0) state.onIdle?.();
  });
}

const ROUTES = new Set(['/graphql', '/healthz', '/readyz', '/graphiql', '/settings', '/']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']);

/** Paths and methods come from clients: only the gateway's own appear in events. */
function eventOf({ method = '', url = '/' }: IncomingMessage, response: ServerResponse, startedAt: number): HttpEvent {
  const path = pathOf(url);
  return {
    method: METHODS.has(method) ? method : 'OTHER',
    route: ROUTES.has(path) ? path : 'other',
    // 499: the client left before there was an answer.
    status: response.headersSent ? response.statusCode : 499,
    durationMs: performance.now() - startedAt,
  };
}

async function drain(server: Server, state: State, timeoutMs: number): Promise<number> {
  state.draining = true;
  // This also closes idle connections.
  const closed = new Promise((resolve) => server.close(resolve));
  let cutOff = 0;
  // Aborts what still runs, which ends the wait below.
  const timer = setTimeout(() => {
    cutOff = state.underWay.size;
    for (const requestId of state.underWay.things()) publishError(requestId, new CutOffError());
    server.closeAllConnections();
  }, timeoutMs);
  await idle(state);
  // Those that never sent a request.
  server.closeAllConnections();
  await closed;
  clearTimeout(timer);
  return cutOff;
}

/** For a request that was not finished when the process stopped. No client sees it. */
class CutOffError extends Error {
  override readonly name = 'CutOffError';
  readonly extensions = { code: 'CUT_OFF' };
}

function idle(state: State): Promise<void> {
  return new Promise((resolve) => {
    if (state.underWay.size === 0) resolve();
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
  const refusal = refusalOf(request);
  if (refusal) return sendError(request, response, refusal, requestId);
  request.url = originForm(request.url ?? '/');
  const path = pathOf(request.url);
  const isRead = request.method === 'POST' && (path === '/graphql' || path === '/');
  const dropped = isRead ? null : discardBody(request, response);
  // No `await` without a body: the answer must be on the connection before the next request is read.
  if (dropped) await dropped;
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
      if (options.exploring && (await answerSettingsPage(options.exploring, path, response, requestId))) return;
      // Apollo Sandbox asks where its page is.
      if (options.exploring && path === '/') return answerGraphql(options, request, response, requestId);
      sendError(request, response, NOT_FOUND, requestId);
  }
}

/** Errors of operations are answers and do not get here: the client has left, or there is a bug. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown, requestId: string): void {
  publishError(requestId, error);
  if (isUnanswered(response)) sendError(request, response, INTERNAL_ERROR, requestId);
  else response.destroy();
}

type Refusal = Parameters<typeof errorAnswer>[0];

function sendError(request: IncomingMessage, response: ServerResponse, error: Refusal, requestId: string): void {
  sendEarly(request, response, errorAnswer(error, requestId));
}

/** What Node would refuse with headers of its own; null: nothing. */
function refusalOf({ httpVersion, rawHeaders, headers: { host, expect } }: IncomingMessage): Refusal | null {
  if (httpVersion !== '1.1') return null;
  // With two, a proxy may have used the other one (RFC 9112 §3.2).
  if (host === undefined || countHeader(rawHeaders, 'host') > 1) return NO_HOST;
  return expect === undefined || /^100-continue$/i.test(expect) ? null : EXPECTATION_FAILED;
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

/** A request target in origin form, also if it came in absolute form (RFC 9112 §3.2.2). */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const [authority] = /^https?:\/\/[^/?#]+/i.exec(target) ?? [];
  if (authority === undefined) return target;
  const rest = target.slice(authority.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const NOT_FOUND = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here: the API is at /graphql.' };
const NO_HOST = { status: 400, code: 'BAD_REQUEST', message: 'Send the header Host once.' };
const EXPECTATION_FAILED = {
  status: 417,
  code: 'BAD_REQUEST',
  message: 'Nothing but "100-continue" can be expected with the header Expect.',
};
