import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { type AnswerWay, answerChannel } from '../../telemetry/channels.ts';
import { readsAnyStatus } from './media-type.ts';

/** What an answer's status and head depend on. */
export interface AnswerFacts {
  readonly requestId: string;
  readonly contentType: string;
  /** Where no error says otherwise. */
  readonly status: number;
  /** A cache of the caller's own may keep it, if it asks again before it uses it; else no cache may. */
  readonly keepable?: boolean;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Data beside the errors; undefined: the operation never ran. */
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  /** Further headers, by name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly head: AnswerHead;
  readonly body: string;
}

/** Makes the status and the head of every answer, whichever way it comes. */
export function headOf(facts: AnswerFacts): AnswerHead {
  const { requestId, contentType, keepable = false, errors = [], headers } = facts;
  const limited = errors.find((error) => error.extensions?.code === 'RATE_LIMITED');
  return {
    status: statusOf(facts),
    headers: {
      ...headers,
      'x-request-id': requestId,
      'cache-control': keepable ? 'private, no-cache' : 'no-store',
      'content-type': contentType,
      'x-content-type-options': 'nosniff',
      ...(limited && { 'retry-after': String(limited.extensions?.retryAfterSeconds) }),
    },
  };
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_TIMEOUT: 504,
  UPSTREAM_CONTRACT: 502,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * Where some root field has data the status stays. Where none has, it is that of the first error: for a request that never ran
 * under every media type, for one that ran only under `application/graphql-response+json`, whose clients read the body whatever
 * the status is.
 */
function statusOf({ status, errors = [], data, contentType }: AnswerFacts): number {
  if (data && Object.values(data).some((value) => value !== null)) return status;
  const byCode = STATUS_BY_CODE[String(errors[0]?.extensions?.code)];
  return byCode !== undefined && (data === undefined || readsAnyStatus(contentType)) ? byCode : status;
}

/** An error as clients get it: `extensions.requestId` leads to the log. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/** Bytes. */
const ONE_PIECE = 4_096;

/**
 * Sends an answer. Headers that were set on the response before, by CORS, stay.
 * @param until what to wait for before the answer ends, once all of it has been written.
 */
export function sendAnswer(
  response: ServerResponse,
  { status, headers }: AnswerHead,
  body: Buffer | string,
  until?: Promise<void>,
): void {
  const { vary } = headers;
  const before = vary === undefined ? undefined : response.getHeader('vary');
  const named = before === undefined ? headers : { ...headers, vary: `${before}, ${vary}` };
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const raw = ['content-length', String(length)];
  for (const [name, value] of Object.entries(named)) raw.push(name, value);
  response.writeHead(status, raw);
  if (until) {
    response.write(body);
    until.then(() => response.end());
  } else if (length > MAX_PIECE) endInPieces(response, body);
  // A text leaves in one piece with the head; of a long answer it would be a copy.
  else response.end(typeof body !== 'string' && length <= ONE_PIECE ? body.toString() : body);
}

/** Bytes that are handed to the connection at once. */
const MAX_PIECE = 65_536;

/**
 * Ends a response with a long body, a piece whenever the one before it has left. So a client that reads slowly can be told from
 * one that does not read: a write shows no progress before all of it is done.
 */
export function endInPieces(response: ServerResponse, body: Buffer | string): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  let start = 0;
  const next = () => {
    for (; start + MAX_PIECE < bytes.length; start += MAX_PIECE) {
      if (response.write(bytes.subarray(start, start + MAX_PIECE))) continue;
      start += MAX_PIECE;
      response.once('drain', next);
      return;
    }
    response.end(bytes.subarray(start));
  };
  next();
}

/** Tells telemetry which way an answer to an operation came. */
export function publishAnswer(requestId: string, way: AnswerWay, status: number): void {
  if (answerChannel.hasSubscribers) answerChannel.publish({ requestId, way, status });
}

/** An answer that is one error, with its code and the request id. */
export function errorAnswer(
  { status, code, message }: { readonly status: number; readonly code: string; readonly message: string },
  requestId: string,
  contentType = JSON_TYPE,
): Answer {
  const errors = [withRequestId({ message, extensions: { code } }, requestId)];
  return { head: headOf({ requestId, contentType, status }), body: JSON.stringify({ errors }) };
}

/** Answers with JSON that no cache may keep. */
export function sendJson(response: ServerResponse, status: number, body: unknown, requestId: string): void {
  sendAnswer(response, headOf({ requestId, contentType: JSON_TYPE, status }), JSON.stringify(body));
}

const JSON_TYPE = 'application/json; charset=utf-8';
