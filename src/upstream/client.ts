import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import type { Call } from '../model/integration.ts';
import { attemptChannel, type UpstreamAttempt, type UpstreamEvent, upstreamChannel } from '../telemetry/channels.ts';
import { ACCEPT_ENCODING } from './decode-body.ts';
import { type ConnectionOptions, createDispatcher } from './dispatcher.ts';
import { type RetryClock, systemRetryClock, withRetries } from './retry.ts';
import { type BodyPredicate, ERROR_CODES, type HttpResult, sendRequest } from './send-request.ts';

/** Most connections at once, where nothing else is said. */
export const DEFAULT_CONNECTIONS = 64;

export interface ClientOptions extends Pick<ConnectionOptions, 'baseUrl' | 'ca' | 'httpsProxy' | 'noProxy'> {
  /** Milliseconds that one call may take, including the wait before it, its retries and the waits between them. */
  readonly timeoutMs: number;
  /** Longest response body that is read, in bytes, compressed or not. Default 16 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** Most connections at once. Default 64. */
  readonly connections?: number | undefined;
  /** Waits and randomness of retries. Tests bring their own. */
  readonly retryClock?: RetryClock | undefined;
}

export interface UpstreamRequest {
  readonly call: Call;
  /** GET may be sent again and ends with `call.signal`. Any other method is a write: sent once and never cancelled. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template for telemetry, e.g. `/v1/integrations/{id}`. */
  readonly route: string;
  /** The path itself, below the base URL, with its parts encoded. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object | undefined;
  /** An `ETag` that upstream gave this caller for this path: 304 says that nothing has changed. */
  readonly ifNoneMatch?: string | undefined;
  /** Bodies that need not be parsed. */
  readonly canSkipParsing?: BodyPredicate | undefined;
  /** When the call began, on the clock of `performance.now()`: what it has waited for counts to its time. */
  readonly startedAt: number;
  /** Asked before each attempt after the first. */
  readonly mayRetry: () => boolean;
}

export interface UpstreamClient {
  /** Sends one request. Never rejects: the {@link HttpResult} says how it ended. */
  request(request: UpstreamRequest): Promise<HttpResult>;
  /** Sends one GET without a caller, once and without an event, to see what answers. Never rejects. */
  probe(path: string, timeoutMs: number): Promise<HttpResult>;
  /** Waits for the calls in flight, which their timeouts bound, and closes all connections. */
  close(): Promise<void>;
}

/** The only place from which upstream is called. Publishes an `UpstreamEvent` for each attempt. */
export function createClient(options: ClientOptions): UpstreamClient {
  const { timeoutMs, connections = DEFAULT_CONNECTIONS } = options;
  const dispatcher = createDispatcher({ ...options, connections, connectTimeoutMs: timeoutMs });
  const base = new URL(options.baseUrl);
  const target: Target = {
    dispatcher,
    origin: base.origin,
    // Three official SDKs have the version in their base URL (contract §10); the routes have it themselves.
    prefix: base.pathname.replace(/\/+$/, '').replace(/\/v1$/, ''),
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
  };
  const clock = options.retryClock ?? systemRetryClock;
  // Counted, not kept in a `Set`, whose old tables would keep the answers alive.
  let inFlight = 0;
  let onIdle = () => {};
  return {
    async request(request) {
      inFlight += 1;
      try {
        return await run(target, request, timeoutMs, clock);
      } finally {
        inFlight -= 1;
        if (inFlight === 0) onIdle();
      }
    },
    probe(path, timeoutMs) {
      const headers = { accept: 'application/json', 'accept-encoding': ACCEPT_ENCODING };
      const options = { origin: target.origin, path: target.prefix + path, method: 'GET', headers } as const;
      return sendRequest(target.dispatcher, options, target.maxBodyBytes, AbortSignal.timeout(timeoutMs));
    },
    async close() {
      if (inFlight > 0) {
        const before = onIdle;
        await new Promise<void>((resolve) => {
          onIdle = () => {
            before();
            resolve();
          };
        });
      }
      await dispatcher.destroy();
    },
  };
}

interface Target {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  /** Path of the base URL without trailing slashes and version. */
  readonly prefix: string;
  readonly maxBodyBytes: number;
}

async function run(
  target: Target,
  request: UpstreamRequest,
  timeoutMs: number,
  clock: RetryClock,
): Promise<HttpResult> {
  const isRead = request.method === 'GET';
  // A write is sent, and its response read, even after its caller has disconnected.
  const callerSignal = isRead ? request.call.signal : undefined;
  if (callerSignal?.aborted) {
    return { phase: 'failed', errorCode: ERROR_CODES.aborted, detail: 'the caller has disconnected', sent: false };
  }
  const deadline = request.startedAt + timeoutMs;
  const leftMs = deadline - performance.now();
  if (leftMs <= 0) {
    return { phase: 'failed', errorCode: ERROR_CODES.timeout, detail: 'no time was left to send it', sent: false };
  }
  const { signal, dispose } = startTimeout(leftMs, callerSignal);
  const attempt = (number: number) => attemptOnce(target, request, number, signal);
  try {
    return await (isRead ? withRetries(attempt, { signal, deadline, mayRetry: request.mayRetry }, clock) : attempt(1));
  } finally {
    dispose();
  }
}

/** A signal that fires after `timeoutMs` or with the caller's, whichever is first. Its reason is the error code. */
function startTimeout(timeoutMs: number, callerSignal: AbortSignal | undefined) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(ERROR_CODES.timeout), timeoutMs);
  const onAbort = () => controller.abort(ERROR_CODES.aborted);
  if (callerSignal !== undefined) {
    // One request may have many reads in flight. Node would report more than ten listeners as a leak.
    setMaxListeners(Number.POSITIVE_INFINITY, callerSignal);
    callerSignal.addEventListener('abort', onAbort);
  }
  const dispose = () => {
    clearTimeout(timer);
    callerSignal?.removeEventListener('abort', onAbort);
  };
  return { signal: controller.signal, dispose };
}

async function attemptOnce(
  target: Target,
  request: UpstreamRequest,
  attempt: number,
  signal: AbortSignal,
): Promise<HttpResult> {
  const startedAt = performance.now();
  const { method, route, call } = request;
  const attempted: UpstreamAttempt = { request: call.request, method, route, attempt, traceHeaders: undefined };
  if (attemptChannel.hasSubscribers) attemptChannel.publish(attempted);
  const options = toDispatchOptions(target, request, attempted.traceHeaders);
  const result =
    options === null
      ? UNWRITABLE
      : await sendRequest(target.dispatcher, options, target.maxBodyBytes, signal, request.canSkipParsing);
  if (upstreamChannel.hasSubscribers) {
    upstreamChannel.publish({
      requestId: call.requestId,
      method,
      route,
      status: result.phase === 'answered' ? result.status : null,
      attempt,
      durationMs: performance.now() - startedAt,
      fault: result.errorCode,
      request: call.request,
      attempted,
    } satisfies UpstreamEvent);
  }
  return result;
}

const UNWRITABLE: HttpResult = {
  phase: 'failed',
  errorCode: ERROR_CODES.unwritable,
  detail: 'the body cannot be written as JSON',
  sent: false,
};

/** Null if the body cannot be serialized: `JSON.stringify` fails at a few thousand levels of nesting. */
function toDispatchOptions(
  target: Target,
  request: UpstreamRequest,
  traceHeaders: UpstreamAttempt['traceHeaders'],
): Dispatcher.DispatchOptions | null {
  let body: string | null;
  try {
    body = request.body === undefined ? null : JSON.stringify(request.body);
  } catch {
    return null;
  }
  return {
    origin: target.origin,
    path: target.prefix + request.path,
    method: request.method,
    headers: { ...forwardedHeaders(request), ...traceHeaders },
    body,
  };
}

/** Everything that upstream learns about the caller. undici adds `host`, `connection` and `content-length`. */
function forwardedHeaders({ call, body, ifNoneMatch }: UpstreamRequest): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': ACCEPT_ENCODING,
    authorization: call.caller.authorization,
    'x-request-id': call.requestId,
  };
  if (call.caller.environmentId !== undefined) headers['novu-environment-id'] = call.caller.environmentId;
  if (ifNoneMatch !== undefined) headers['if-none-match'] = ifNoneMatch;
  if (body !== undefined) headers['content-type'] = 'application/json';
  return headers;
}
