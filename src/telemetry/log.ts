import { type Logger, pino } from 'pino';
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
import { LineLimit } from './line-limit.ts';
import { type LogDestination, openLogDestination } from './log-destination.ts';
import { logRequests, type RequestLogOptions } from './request-log.ts';
import { Subscriptions } from './subscriptions.ts';

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
 * Logs the events of the diagnostics channels as JSON lines on standard output. Errors are logged by class and code, those of
 * bugs with their stack as well, because messages of foreign errors can quote values. Of identical lines at most ten a second are
 * written. Errors and states are written at once, all else with other lines. Returns the function that stops the log.
 */
export function startLog(level: LogLevel, requests: RequestLogOptions = { sample: 1, slowMs: 0 }): () => void {
  const output = openLogDestination();
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
  const subscriptions = new Subscriptions();
  const write = limitedWriter(log, output);
  subscriptions.on<ErrorEvent>(errorChannel, ({ requestId, code, error }) => {
    const serious = isServerError(code) && !isRefusal(error);
    const cause = causes(error, code === 'INTERNAL_SERVER_ERROR');
    write(serious ? 'error' : 'debug', `${code} ${kindOf(cause)}`, { requestId, code, cause }, 'error');
  });
  // One for each call and each command: most logs want none of them, and then no line is put together.
  const isDetailed = log.isLevelEnabled('debug');
  if (isDetailed) {
    subscriptions.on<UpstreamEvent>(upstreamChannel, ({ request: _request, attempted: _attempted, ...line }) =>
      log.debug(line, 'upstream'),
    );
  }
  subscriptions.on<UnreadableEvent>(unreadableChannel, (event) => write('warn', event.route, event, 'unreadable'));
  subscriptions.on<CacheEvent>(cacheChannel, (event) => {
    const quiet = event.outcome === 'ok' || event.fault === 'WriteUnderWay';
    if (quiet && !isDetailed) return;
    const { request, ...line } = event;
    const { outcome, command, fault } = line;
    const requestId = request && { requestId: request.requestId };
    write(quiet ? 'debug' : 'warn', `${command} ${outcome} ${fault}`, { ...line, ...requestId }, 'cache');
  });
  subscriptions.on<StateEvent>(stateChannel, (event) => {
    log[event.degraded ? 'warn' : 'info'](event, 'state');
    output.flush();
  });
  logRequests(log, subscriptions, requests);
  return () => {
    subscriptions.end();
    output.end();
  };
}

/** Writes lines within the {@link LineLimit}. An error is not held back with other lines. */
function limitedWriter(log: Logger, output: LogDestination) {
  const limit = new LineLimit();
  return (level: pino.Level, kind: string, line: object, message: string): void => {
    if (!log.isLevelEnabled(level)) return;
    const heldBack = limit.admit(`${message} ${kind}`);
    if (heldBack === null) return;
    log[level](heldBack > 0 ? { ...line, heldBack } : line, message);
    if (level === 'error') output.flush();
  };
}

function kindOf(cause: readonly LoggedError[]): string {
  return cause.map(({ name, code, route, status }) => `${name} ${code} ${route} ${status}`).join(' ');
}

/** A call that the gateway did not send. Why is a state, logged once: a caller that floods it must not flood the log as well. */
function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamUnavailableError && error.retryAfterSeconds !== null;
}

interface LoggedError {
  readonly name: string;
  readonly code: unknown;
  /** Where it was made; only of the gateway's own bugs. */
  readonly at?: readonly string[];
  /** Of a request to Novu that failed. `status` null: no response arrived. */
  readonly method?: string;
  readonly route?: string;
  readonly status?: number | null;
}

/** The error and its causes, outermost first, without their messages. */
function causes(thrown: unknown, isBug: boolean): LoggedError[] {
  const chain: LoggedError[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 5; error = error.cause) {
    const code = (error as { code?: unknown }).code;
    chain.push({
      name: error.name,
      code: typeof code === 'string' ? code : undefined,
      ...(isBug && { at: frames(error) }),
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
