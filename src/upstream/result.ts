import {
  BadUserInputError,
  ForbiddenError,
  type GatewayError,
  OutcomeUnknownError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamContractError,
  UpstreamRefusedError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../model/errors.ts';
import type { UpstreamRequest } from './client.ts';
import { readRetryAfter } from './rate-limits.ts';
import { readRefusal } from './refusal.ts';
import { ERROR_CODES, type HttpFailure, type HttpResponse, type HttpResult } from './send-request.ts';

/** What a result is judged by, beside itself. */
export interface RequestInfo extends Pick<UpstreamRequest, 'method' | 'route'> {
  /** Milliseconds on the wall clock at the end of the request. */
  readonly now: number;
}

/** How a request ended, for the log: the `cause` of an error. Holds no token, value, body or URL. */
export class UpstreamRequestError extends Error {
  override readonly name = 'UpstreamRequestError';
  /** Code of what went wrong, e.g. `ECONNRESET`; null where a response arrived and could be read. */
  readonly code: string | null;
  /** Null where no response arrived. */
  readonly status: number | null;
  constructor({ method, route }: RequestInfo, result: HttpResult) {
    const status = result.phase === 'answered' ? result.status : null;
    const detail = result.phase === 'failed' ? `: ${result.detail}` : '';
    super(`${method} ${route} -> status ${status ?? 'none'}, error ${result.errorCode ?? 'none'}${detail}`);
    this.code = result.errorCode;
    this.status = status;
  }
}

/**
 * The body of a readable 2xx response to a read.
 * @throws GatewayError for every other result.
 */
export function resolveRead(request: RequestInfo, result: HttpResult): unknown {
  if (isSuccess(result)) return result.json;
  throw readError(request, result);
}

/**
 * The body of a readable 2xx response to a write, undefined for 204 and for an empty one to a DELETE, whose answer is
 * not needed.
 * @throws GatewayError where the write certainly did not run: it was never sent, or the status is 401, 403 or 429.
 * @throws UpstreamRefusedError for any other readable 4xx.
 * @throws OutcomeUnknownError for everything else (schema/DESIGN.md §2, last paragraph).
 */
export function resolveWrite(request: RequestInfo, result: HttpResult): unknown {
  if (isSuccess(result) || (request.method === 'DELETE' && isEmptySuccess(result))) return result.json;
  throw writeError(request, result);
}

function isSuccess(result: HttpResult): result is HttpResponse {
  return is2xx(result) && result.errorCode === null;
}

function isEmptySuccess(result: HttpResult): result is HttpResponse {
  return is2xx(result) && result.errorCode === ERROR_CODES.empty;
}

function is2xx(result: HttpResult): result is HttpResponse {
  return result.phase === 'answered' && result.status >= 200 && result.status < 300;
}

function readError(request: RequestInfo, result: HttpResult): GatewayError {
  const options = { cause: new UpstreamRequestError(request, result) };
  if (result.errorCode === ERROR_CODES.timeout) {
    return new UpstreamTimeoutError('Novu did not answer in time. Try again later.', options);
  }
  if (result.errorCode === ERROR_CODES.aborted) {
    return new UpstreamUnavailableError('The request was cancelled before Novu answered. Send it again.', options);
  }
  if (result.phase === 'failed') {
    return isNotHttp(result) ? new UpstreamContractError(UNREADABLE, options) : notSentError(result, options);
  }
  return statusError(result, request.now, options) ?? readStatusError(result.status, options);
}

function readStatusError(status: number, options: ErrorOptions): GatewayError {
  if (status === 400 || status === 422) return new BadUserInputError(BAD_HEADERS, options);
  if (status >= 500) return new UpstreamUnavailableError(UNAVAILABLE, options);
  return new UpstreamContractError(UNREADABLE, options);
}

function writeError(request: RequestInfo, result: HttpResult): Error {
  const options = { cause: new UpstreamRequestError(request, result) };
  if (result.phase === 'failed') {
    return result.sent ? new OutcomeUnknownError(options) : notSentError(result, options);
  }
  const refusal = readRefusal(result, request.route);
  // The status alone says that a write with 401, 403 or 429 did not run, whether the body can be read or not.
  const error = refusal?.kind === 'ENVIRONMENT_SCOPE' ? null : statusError(result, request.now, options);
  return error ?? (refusal === null ? new OutcomeUnknownError(options) : new UpstreamRefusedError(refusal));
}

/** The error for a status that upstream sends before it does any work; null for all other statuses. */
function statusError({ status, headers }: HttpResponse, now: number, options: ErrorOptions): GatewayError | null {
  switch (status) {
    case 401:
      return new UnauthenticatedError(BAD_AUTHORIZATION, options);
    case 403:
      return new ForbiddenError(NOT_ALLOWED, options);
    case 429:
      return new RateLimitedError(readRetryAfter(headers, now), options);
    default:
      return null;
  }
}

/** The error for a request that got no response and cannot have changed anything. */
function notSentError({ errorCode }: HttpFailure, options: ErrorOptions): GatewayError {
  return errorCode === 'UND_ERR_INVALID_ARG'
    ? new BadUserInputError(BAD_CHARACTERS, options)
    : new UpstreamUnavailableError(UNAVAILABLE, options);
}

/** True where the answer was not HTTP, or its headers were too long to be read. */
function isNotHttp({ errorCode }: HttpFailure): boolean {
  return errorCode === 'HTTPParserError' || errorCode.startsWith('HPE_') || errorCode === 'UND_ERR_HEADERS_OVERFLOW';
}

const UNAVAILABLE = 'Novu is not available at the moment. Try again later.';
const UNREADABLE =
  "Novu's answer cannot be read. Ask the operator of this gateway to check the address and the version of the Novu API.";
const BAD_AUTHORIZATION =
  'Novu did not accept the Authorization header. Check that the key or session token is complete and still valid.';
const NOT_ALLOWED =
  'Novu does not allow this caller to do that. Check the role of the caller and the environment it acts in.';
const BAD_HEADERS =
  'Novu did not accept the headers of this request. Check that Novu-Environment-Id is the id of an environment of your organization.';
const BAD_CHARACTERS =
  'A header of this request cannot be passed on to Novu. Check Authorization, Novu-Environment-Id and Idempotency-Key for characters that are not printable ASCII.';
