import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { corrupted, playFault, sendHalf } from '../faults/fault-effects.ts';
import type { Faults } from '../faults/faults.ts';
import { type Answer, notFound, renderError } from '../state/errors.ts';
import { timestamp } from '../state/server-state.ts';
import { isObject } from '../state/validation.ts';
import { answerRequest, type Services } from './pipeline.ts';
import { readBody } from './request-body.ts';
import { matchRoute } from './routes.ts';

/** A received request, for tests that count calls. */
export interface LoggedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed; undefined until it is read, or if it cannot be parsed. */
  body?: unknown;
}

/** The parts of the running double that an exchange needs. */
export interface Exchanges {
  readonly services: Services;
  readonly faults: Faults;
  readonly log: (request: LoggedRequest) => void;
  /** Fires when the double stops, when no client waits any more. */
  readonly stopped: AbortSignal;
}

/** Answers one HTTP request, or plays a fault instead. Never rejects. */
export async function exchange(context: Exchanges, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state } = context.services;
  const place = { generation: state.generation, path: request.url ?? '/', timestamp: timestamp(state) };
  try {
    await answer(context, request, response);
  } catch (error) {
    // The connection is closed or the double is stopping, so there is no client to answer.
    if (response.destroyed || context.stopped.aborted) return;
    send(response, renderError(error, place));
  }
}

async function answer(context: Exchanges, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { services, faults, stopped } = context;
  const { generation } = services.state;
  const { method = 'GET', url: path = '/', headers } = request;
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const logged: LoggedRequest = { method, path, headers };
  context.log(logged);
  const body = await readBody(request, generation);
  logged.body = body;
  const [pathname = '/'] = path.split('?');
  // Node omits the body of an answer to HEAD.
  const match = matchRoute(generation, method === 'HEAD' ? 'GET' : method, pathname);
  if (match === undefined) throw notFound(`Cannot ${method} ${path}`);

  const fault = faults.take(method, match.route.template);
  if (fault && (await playFault(fault, 'before', response, stopped))) return;
  const gate = fault?.kind === 'gate' ? fault.open : Promise.resolve();
  const result = await answerRequest(services, { ...match, path, headers, body: isObject(body) ? body : {}, gate });
  if (fault === undefined) return send(response, result, request);
  if (fault.kind === 'halfBody') return sendHalf(response, result);
  if (await playFault(fault, 'after', response, stopped)) return;
  send(response, corrupted(fault, result), request);
}

function send(response: ServerResponse, { status, headers, body }: Answer, request?: IncomingMessage): void {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  if (request && status === 200 && isKnown(request, etag)) {
    response.writeHead(304, { ...headers, ETag: etag }).end();
    return;
  }
  const type = 'application/json; charset=utf-8';
  response.writeHead(status, {
    ...headers,
    ETag: etag,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Like Express (contract §1.1): made from the length and a hash of the body. */
function etagOf(text: string): string {
  const hash = createHash('sha1').update(text).digest('base64').slice(0, 27);
  return `W/"${Buffer.byteLength(text).toString(16)}-${hash}"`;
}

/** Does the client have this answer already? Compared like Express: weakly, and not with `no-cache`. */
function isKnown({ method, headers }: IncomingMessage, etag: string): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || /\bno-cache\b/.test(headers['cache-control'] ?? '')) return false;
  const given = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return given.includes('*') || given.includes(etag.replace(/^W\//, ''));
}
