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
  'FAST_PATH_FAILED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_CONTRACT',
  'OUTCOME_UNKNOWN',
  'EFFECTS_UNREADABLE',
  'REPORT_FAILED',
  'CUT_OFF',
  'UNCAUGHT_EXCEPTION',
]);

/** Bugs of the gateway: their stack trace is logged too. */
const BUGS = new Set(['INTERNAL_SERVER_ERROR', 'FAST_PATH_FAILED']);

/** Is an error with this code logged at level `error`? All others are logged at `debug`. */
export function isServerError(code: string): boolean {
  return SERVER_ERRORS.has(code);
}

/**
 * Logs the events of the diagnostics channels as JSON lines on standard output. Errors are logged by class and code, and bugs
 * with their stack, because messages of other libraries can quote values. At most ten identical lines are written in a second.
 * Errors and states are written at once, other lines are buffered. Returns the function that stops the log.
 */
export function startLog(level: LogLevel, requests: RequestLogOptions = { sample: 1, slowMs: 0 }): () => void {
  const output = openLogDestination();
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
  const subscriptions = new Subscriptions();
  const write = limitedWriter(log, output);
  subscriptions.on<ErrorEvent>(errorChannel, ({ requestId, code, error }) => {
    const serious = isServerError(code) && !isRefusal(error);
    const cause = causes(error, BUGS.has(code));
    write(serious ? 'error' : 'debug', `${code} ${kindOf(cause)}`, { requestId, code, cause }, 'error');
  });
  // One line for each call and command. Most logs do not show them, and then no line is composed.
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

/** Writes lines within the {@link LineLimit}. Errors are flushed at once. */
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

/**
 * A call that the gateway refused to send. The reason is logged once, as a state: a caller that floods the gateway must
 * not flood the log.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamUnavailableError && error.retryAfterSeconds !== null;
}

interface LoggedError {
  readonly name: string;
  readonly code: unknown;
  /** Where it was thrown; only for bugs of the gateway. */
  readonly at?: readonly string[];
  /** Of a failed request to Novu. `status` is null if no response arrived. */
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

/** Only for the error class that upstream/ makes for the log: members of others may hold values. */
function requestOf(error: Error): Pick<LoggedError, 'method' | 'route' | 'status'> {
  if (error.name !== 'UpstreamRequestError') return {};
  const { method, route, status } = error as Error & Pick<LoggedError, 'method' | 'route' | 'status'>;
  return { ...(method && { method }), ...(route && { route }), ...(status !== undefined && { status }) };
}

/** The stack frames, read after the message, because lines of the message could look like frames. */
function frames({ stack = '', message }: Error): string[] {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
