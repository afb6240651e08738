import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { pino } from 'pino';
import { UpstreamUnavailableError } from '../model/errors.ts';
import {
  type CacheEvent,
  cacheChannel,
  type ErrorEvent,
  errorChannel,
  type StateEvent,
  stateChannel,
  type UnreadableEvent,
  type UpstreamEvent,
  unreadableChannel,
  upstreamChannel,
} from './channels.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Codes of errors that the gateway or upstream caused, not the client. */
const SERVER_ERRORS = new Set([
  'INTERNAL_SERVER_ERROR',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_CONTRACT',
  'OUTCOME_UNKNOWN',
  'EFFECTS_UNREADABLE',
  'REPORT_FAILED',
  'CUT_OFF',
  'UNCAUGHT_EXCEPTION',
]);

/** Is an error of this code logged at level `error`? All others are at `debug`. */
export function isServerError(code: string): boolean {
  return SERVER_ERRORS.has(code);
}

/**
 * Logs the events of the diagnostics channels as JSON lines on standard output. Errors are logged by class, code and stack
 * only, because messages of foreign errors can quote values. Returns the function that stops the log.
 */
export function startLog(level: LogLevel): () => void {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const onError = (event: unknown) => {
    const { requestId, code, error } = event as ErrorEvent;
    log[isServerError(code) && !isRefusal(error) ? 'error' : 'debug'](
      { requestId, code, cause: causes(error) },
      'error',
    );
  };
  const onUpstream = (event: unknown) => log.debug(event as UpstreamEvent, 'upstream');
  const onUnreadable = (event: unknown) => log.warn(event as UnreadableEvent, 'unreadable');
  const onCache = (event: unknown) => {
    const { outcome } = event as CacheEvent;
    log[outcome === 'ok' ? 'debug' : 'warn'](event as CacheEvent, 'cache');
  };
  const onState = (event: unknown) =>
    log[(event as StateEvent).degraded ? 'warn' : 'info'](event as StateEvent, 'state');
  subscribe(errorChannel.name, onError);
  subscribe(upstreamChannel.name, onUpstream);
  subscribe(unreadableChannel.name, onUnreadable);
  subscribe(cacheChannel.name, onCache);
  subscribe(stateChannel.name, onState);
  return () => {
    unsubscribe(errorChannel.name, onError);
    unsubscribe(upstreamChannel.name, onUpstream);
    unsubscribe(unreadableChannel.name, onUnreadable);
    unsubscribe(cacheChannel.name, onCache);
    unsubscribe(stateChannel.name, onState);
  };
}

/** A call that the gateway did not send. Why is a state, logged once: a caller that floods it must not flood the log as well. */
function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamUnavailableError && error.retryAfterSeconds !== null;
}

interface LoggedError {
  readonly name: string;
  readonly code: unknown;
  readonly at: readonly string[];
  /** Of a request to Novu that failed. `status` null: no response arrived. */
  readonly method?: string;
  readonly route?: string;
  readonly status?: number | null;
}

/** The error and its causes, outermost first, without their messages. */
function causes(thrown: unknown): LoggedError[] {
  const chain: LoggedError[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 5; error = error.cause) {
    const code = (error as { code?: unknown }).code;
    chain.push({
      name: error.name,
      code: typeof code === 'string' ? code : undefined,
      at: frames(error),
      ...requestOf(error),
    });
  }
  return chain;
}

/** Only of the error that upstream/ makes for this log: members of any other may hold values. */
function requestOf(error: Error): Pick<LoggedError, 'method' | 'route' | 'status'> {
  if (error.name !== 'UpstreamRequestError') return {};
  const { method, route, status } = error as Error & Pick<LoggedError, 'method' | 'route' | 'status'>;
  return { ...(method && { method }), ...(route && { route }), ...(status !== undefined && { status }) };
}

/** Where the error was made: the stack after the message, because lines of the message could look like frames. */
function frames({ stack = '', message }: Error): string[] {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
