import type { Logger } from 'pino';
import { memoize } from '../model/memoize.ts';
import type { RequestFacts } from '../model/request-facts.ts';
import {
  type AnswerEvent,
  answerChannel,
  type CacheReadEvent,
  cacheReadChannel,
  type UpstreamEvent,
  upstreamChannel,
} from './channels.ts';
import type { Subscriptions } from './subscriptions.ts';
import { traceIdOf } from './trace-ids.ts';

/** Which requests are logged. */
export interface RequestLogOptions {
  /** Fraction of the fast requests without errors that are logged, from 0 to 1. */
  readonly sample: number;
  /** A request that took longer is always logged. */
  readonly slowMs: number;
}

interface LoggedCall {
  readonly route: string;
  readonly method: string;
  readonly status: number | null;
  readonly ms: number;
  readonly attempt: number;
  readonly fault?: string;
}

/** What is known of a request while it runs. */
interface Notes {
  cache: string | null;
  joined: string | null;
  readonly calls: LoggedCall[];
}

/** Calls that are listed for one request: an operation may call Novu for each of many ids. */
const MAX_CALLS = 20;

/** One line for each answer, at level `info`. */
export function logRequests(log: Logger, subscriptions: Subscriptions, options: RequestLogOptions): void {
  if (!log.isLevelEnabled('info')) return;
  const notesOf = memoize((_: RequestFacts): Notes => ({ cache: null, joined: null, calls: [] }));
  subscriptions.on<UpstreamEvent>(upstreamChannel, (event) => {
    if (!event.request) return;
    const { calls } = notesOf(event.request);
    if (calls.length < MAX_CALLS) calls.push(callOf(event));
  });
  subscriptions.on<CacheReadEvent>(cacheReadChannel, ({ request, result, joined }) => {
    if (!request) return;
    const notes = notesOf(request);
    notes.cache = result;
    notes.joined ??= joined;
  });
  subscriptions.on<AnswerEvent>(answerChannel, (event) => {
    const calm = event.codes.length === 0 && event.durationMs < options.slowMs;
    if (calm && Math.random() >= options.sample) return;
    log.info(lineOf(event, event.request ? notesOf(event.request) : undefined), 'request');
  });
}

function callOf({ method, route, status, durationMs, attempt, fault }: UpstreamEvent): LoggedCall {
  return { method, route, status, ms: rounded(durationMs), attempt, ...(fault !== null && { fault }) };
}

function lineOf({ requestId, way, status, durationMs, codes, operation, request }: AnswerEvent, notes?: Notes): object {
  const caller = request?.callerFacts();
  return {
    requestId,
    traceId: traceIdOf(request),
    // The client chooses the name. Its length is bounded here, its characters by the grammar of GraphQL.
    operation: operation?.name?.slice(0, 100) ?? null,
    type: operation?.type ?? null,
    hash: operation?.hash ?? null,
    way,
    scheme: caller?.scheme ?? null,
    caller: caller?.id ?? null,
    organization: caller?.organization ?? null,
    cache: notes?.cache ?? (way === 'response-cache' ? 'memory' : null),
    ...(notes?.joined && { joined: notes.joined }),
    upstream: notes?.calls ?? [],
    ms: rounded(durationMs),
    status,
    codes,
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
