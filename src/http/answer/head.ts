import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { HTTP_STATUS } from '../../model/errors.ts';
import { type AnswerEvent, answerChannel } from '../../telemetry/channels.ts';
import { readsAnyStatus } from './media-type.ts';

/** What an answer's status and head depend on. */
export interface AnswerFacts {
  readonly requestId: string;
  readonly contentType: string;
  /** Where no error says otherwise. */
  readonly status: number;
  /** Which caches may keep the answer. Default: none. */
  readonly cacheable?: Cacheable;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Data beside the errors; undefined: the operation never ran. */
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  /** Further headers, by name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * `CALLER`: a private cache of the caller, which must revalidate. `ALL`: shared caches too, because the answer is the
 * same for all callers. `PAGE`: all caches, which must revalidate.
 */
export type Cacheable = 'NEVER' | 'CALLER' | 'ALL' | 'PAGE';

/** The provider catalog changes with a release of the gateway. */
const CACHE_CONTROL: Readonly<Record<Cacheable, string>> = {
  NEVER: 'no-store',
  CALLER: 'private, no-cache',
  ALL: 'public, max-age=300',
  PAGE: 'no-cache',
};

export interface AnswerHead {
  readonly status: number;
  /** Names and values in turn, as node takes them without copying. */
  readonly headers: readonly string[];
}

export interface Answer {
  readonly head: AnswerHead;
  readonly body: string;
}

/** Makes the status and the head of every answer and page. A preflight has its own, in cors.ts. */
export function headOf(facts: AnswerFacts): AnswerHead {
  const { requestId, contentType, cacheable = 'NEVER', errors, headers } = facts;
  const raw = ['x-request-id', requestId, 'cache-control', CACHE_CONTROL[cacheable], 'content-type', contentType];
  raw.push('x-content-type-options', 'nosniff');
  for (const name in headers) if (headers[name] !== undefined) raw.push(name, headers[name]);
  const retryAfter = longestWait(errors);
  if (retryAfter !== null) raw.push('retry-after', String(retryAfter));
  return { status: statusOf(facts), headers: raw };
}

/**
 * The longest wait that an error asks for, in seconds: before that, the same operation would fail again. Null if none
 * asks for one.
 */
function longestWait(errors: AnswerFacts['errors'] = []): number | null {
  let longest: number | null = null;
  for (const { extensions } of errors) {
    const wait = extensions?.retryAfterSeconds;
    if (typeof wait === 'number') longest = Math.max(wait, longest ?? 0);
  }
  return longest;
}

/** The status of an operation without data, by the code of its first error. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = { ...HTTP_STATUS, INTERNAL_SERVER_ERROR: 500 };

/**
 * An answer with data is a success even with errors: routers discard an answer with another status. Without data, the
 * first error decides. That holds for a request that never ran. If it ran and its data is null, it holds only for
 * `application/graphql-response+json`, whose clients read the body under any status.
 */
function statusOf({ status, errors = [], data, contentType }: AnswerFacts): number {
  if (data) return status;
  const byCode = STATUS_BY_CODE[String(errors[0]?.extensions?.code)];
  return byCode !== undefined && (data === undefined || readsAnyStatus(contentType)) ? byCode : status;
}

/** An error as clients get it. `extensions.requestId` is also in the log. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/** Publishes for telemetry how an operation was answered. */
export function publishAnswer(event: Omit<AnswerEvent, 'durationMs'>, startedAt: number): void {
  if (!answerChannel.hasSubscribers) return;
  const { requestId, way, status, codes, operation, request } = event;
  const durationMs = performance.now() - startedAt;
  answerChannel.publish({ requestId, way, status, durationMs, codes, operation, request } satisfies AnswerEvent);
}

/** The codes of errors, each once. */
export function codesOf(errors: readonly GraphQLFormattedError[]): readonly string[] {
  return [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
}

export interface AnsweredError {
  /** Default: the status of the code. */
  readonly status?: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number | undefined;
  /** Further members of `extensions`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a bug is answered with. */
export const INTERNAL_ERROR = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };

/** Can an answer still be sent? */
export function isUnanswered({ headersSent, destroyed }: ServerResponse): boolean {
  return !headersSent && !destroyed;
}

/** An answer that is one error, with its code and the request id. */
export function errorAnswer(
  { code, status = STATUS_BY_CODE[code] ?? 500, message, retryAfterSeconds, details }: AnsweredError,
  requestId: string,
  contentType = JSON_TYPE,
): Answer {
  const extensions = { code, ...details, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  const errors = [withRequestId({ message, extensions }, requestId)];
  return { head: { ...headOf({ requestId, contentType, status, errors }), status }, body: JSON.stringify({ errors }) };
}

/** The media type of answers that are not negotiated. */
export const JSON_TYPE = 'application/json; charset=utf-8';
