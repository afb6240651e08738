import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import type { Call } from '../model/integration.ts';
import { type UpstreamEvent, upstreamChannel } from '../telemetry/channels.ts';
import { type ConnectionOptions, createDispatcher } from './dispatcher.ts';
import { type Exchange, exchange, FAULTS } from './exchange.ts';
import { type RetryClock, systemRetryClock, withRetries } from './retry.ts';

export interface ClientOptions extends Pick<ConnectionOptions, 'baseUrl' | 'ca' | 'httpsProxy' | 'noProxy'> {
  /** Milliseconds that one call may take, its retries and the waits between them included. */
  readonly timeoutMs: number;
  /** Longest answer that is read, in bytes. Default 16 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Most connections at once; further calls wait, within their timeout. Default 64. */
  readonly connections?: number | undefined;
  /** Waits and chance of retries; tests bring their own. */
  readonly retryClock?: RetryClock | undefined;
}

export interface UpstreamRequest {
  readonly call: Call;
  /** GET may be sent again and ends with `call.signal`; any other method is a write, sent once and never taken back. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template for telemetry, e.g. `/v1/integrations/{id}`. */
  readonly route: string;
  /** The path itself, below the base URL, with its parts encoded. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface UpstreamClient {
  /** Sends one request. Never rejects: how it went is in the {@link Exchange}. */
  request(request: UpstreamRequest): Promise<Exchange>;
  /** Waits for the calls under way, each of which its timeout bounds, and closes all connections. */
  close(): Promise<void>;
}

/** The one door to upstream. Publishes an `UpstreamEvent` for each attempt. */
export function createClient(options: ClientOptions): UpstreamClient {
  const { timeoutMs, connections = 64 } = options;
  const dispatcher = createDispatcher({ ...options, connections, connectTimeoutMs: timeoutMs });
  const base = new URL(options.baseUrl);
  const target: Target = {
    dispatcher,
    origin: base.origin,
    prefix: base.pathname.replace(/\/+$/, ''),
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
  };
  const clock = options.retryClock ?? systemRetryClock;
  const underWay = new Set<Promise<Exchange>>();
  return {
    request(request) {
      const end = run(target, request, timeoutMs, clock).finally(() => underWay.delete(end));
      underWay.add(end);
      return end;
    },
    async close() {
      await Promise.all(underWay);
      await dispatcher.destroy();
    },
  };
}

interface Target {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  /** Path of the base URL without a slash at its end. */
  readonly prefix: string;
  readonly maxBodyBytes: number;
}

async function run(target: Target, request: UpstreamRequest, timeoutMs: number, clock: RetryClock): Promise<Exchange> {
  const safe = request.method === 'GET';
  // A write was asked for: it is sent, and its answer read, even where nobody waits for it any more.
  const left = safe ? request.call.signal : undefined;
  if (left?.aborted) {
    return { phase: 'failed', fault: FAULTS.aborted, detail: 'nobody waits for the answer', sent: false };
  }
  const deadline = performance.now() + timeoutMs;
  const stop = startStop(timeoutMs, left);
  const attempt = (number: number) => attemptOnce(target, request, number, stop.signal);
  try {
    return await (safe ? withRetries(attempt, stop.signal, deadline, clock) : attempt(1));
  } finally {
    stop.dispose();
  }
}

/** A signal that fires after `timeoutMs` or with `left`, whichever is first; its reason is the fault. */
function startStop(timeoutMs: number, left: AbortSignal | undefined) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(FAULTS.timeout), timeoutMs);
  const leave = () => controller.abort(FAULTS.aborted);
  if (left !== undefined) {
    // One request may have many reads under way; node would take more than ten listeners for a leak.
    setMaxListeners(Number.POSITIVE_INFINITY, left);
    left.addEventListener('abort', leave);
  }
  const dispose = () => {
    clearTimeout(timer);
    left?.removeEventListener('abort', leave);
  };
  return { signal: controller.signal, dispose };
}

async function attemptOnce(
  target: Target,
  request: UpstreamRequest,
  attempt: number,
  stop: AbortSignal,
): Promise<Exchange> {
  const startedAt = performance.now();
  const end = await exchange(target.dispatcher, toDispatch(target, request), target.maxBodyBytes, stop);
  if (upstreamChannel.hasSubscribers) {
    upstreamChannel.publish({
      requestId: request.call.requestId,
      method: request.method,
      route: request.route,
      status: end.phase === 'answered' ? end.status : null,
      attempt,
      durationMs: performance.now() - startedAt,
      fault: end.fault,
    } satisfies UpstreamEvent);
  }
  return end;
}

function toDispatch(target: Target, request: UpstreamRequest): Dispatcher.DispatchOptions {
  const body = request.body === undefined ? null : JSON.stringify(request.body);
  return {
    origin: target.origin,
    path: target.prefix + request.path,
    method: request.method,
    headers: forwardedHeaders(request),
    body,
  };
}

/** All that upstream is told of the caller. undici adds `host`, `connection` and `content-length`. */
function forwardedHeaders({ call, body, idempotencyKey }: UpstreamRequest): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: call.caller.authorization,
    'x-request-id': call.requestId,
  };
  if (call.caller.environmentId !== undefined) {
    headers['novu-environment-id'] = call.caller.environmentId;
  }
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
  }
  if (idempotencyKey !== undefined) {
    headers['idempotency-key'] = idempotencyKey;
  }
  return headers;
}
