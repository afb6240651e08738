import type { Caller } from '../model/caller.ts';
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
import { isJsonObject } from '../model/json.ts';
import type { UpstreamRequest } from './client.ts';
import { readRetryAfter } from './rate-limits.ts';
import { isEnvironmentUnknown, isNovuFailure, isRateLimiterFailure, isRouteMissing, readRefusal } from './refusal.ts';
import { isConnectionLost } from './retry.ts';
import { ERROR_CODES, type HttpFailure, type HttpResponse, type HttpResult } from './send-request.ts';

/** What is needed to interpret a result. */
export interface RequestInfo extends Pick<UpstreamRequest, 'method' | 'route'> {
  /** Milliseconds on the wall clock at the end of the request. */
  readonly now: number;
  /** The caller: error messages name only headers that it sent. */
  readonly caller: Caller;
}

/** How a request ended, for the log: the `cause` of an error. Holds no token, value, body or URL. */
export class UpstreamRequestError extends Error {
  override readonly name = 'UpstreamRequestError';
  /** Error code, such as `ECONNRESET`; null if a response arrived and could be read. */
  readonly code: string | null;
  /** Null if no response arrived. */
  readonly status: number | null;
  readonly method: string;
  /** Path template. */
  readonly route: string;
  constructor({ method, route }: RequestInfo, result: HttpResult) {
    const status = result.phase === 'answered' ? result.status : null;
    const detail = result.phase === 'failed' ? `: ${result.detail}` : '';
    super(`${method} ${route} -> status ${status ?? 'none'}, error ${result.errorCode ?? 'none'}${detail}`);
    this.code = result.errorCode;
    this.status = status;
    this.method = method;
    this.route = route;
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
 * The body of a readable 2xx response to a write; undefined for 204, and for an empty response to a DELETE, which is not needed.
 * @throws GatewayError if the write certainly did not run: it was never sent, the status is 401, 402, 403 or 429, the rate
 * limiter failed (503), or the server has no such route.
 * @throws UpstreamRefusedError for any other readable 4xx.
 * @throws OutcomeUnknownError for everything else (schema/DESIGN.md §2, last paragraph).
 */
export function resolveWrite(request: RequestInfo, result: HttpResult): unknown {
  const isDone = isSuccess(result) || (request.method === 'DELETE' && isEmptySuccess(result));
  if (isDone && !hasErrorStatus(result)) return result.json;
  throw writeError(request, result);
}

/**
 * Some proxies answer 200 whatever the status was. The outcome of the write is unknown: the status in the body may not be Novu's.
 */
function hasErrorStatus({ json }: HttpResponse): boolean {
  return isJsonObject(json) && !Object.hasOwn(json, 'data') && Number(json.statusCode) >= 400;
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
    return isNotHttp(result) ? new UpstreamContractError(UNREADABLE, options) : notSentError(request, result, options);
  }
  return statusError(request, result, options) ?? readStatusError(request, result, options);
}

function readStatusError(request: RequestInfo, result: HttpResponse, options: ErrorOptions): GatewayError {
  const { status } = result;
  if (status === 400 || status === 422) return new BadUserInputError(badHeadersMessage(request.caller), options);
  // A status below 400 with an incomplete body.
  if (status >= 500 || (status < 400 && isConnectionLost(result))) {
    return new UpstreamUnavailableError(UNAVAILABLE, options);
  }
  if (isRouteMissing(result, request.route)) return new UpstreamContractError(NO_ROUTE, options);
  const coded = result.errorCode === ERROR_CODES.unknownCoding || result.errorCode === ERROR_CODES.damagedCoding;
  return new UpstreamContractError(coded ? BAD_CODING : UNREADABLE, options);
}

function writeError(request: RequestInfo, result: HttpResult): Error {
  const options = { cause: new UpstreamRequestError(request, result) };
  if (result.phase === 'failed') {
    return result.sent ? new OutcomeUnknownError(options) : notSentError(request, result, options);
  }
  if (isRateLimiterFailure(result)) return new UpstreamUnavailableError(UNAVAILABLE, options);
  if (isRouteMissing(result, request.route)) return new UpstreamContractError(NO_ROUTE, options);
  const refusal = readRefusal(result, request.route);
  const explained = refusal?.kind === 'ENVIRONMENT_SCOPE' || refusal?.kind === 'PLAN';
  // With 401, 402, 403 or 429 a write did not run, even if the body cannot be read.
  const error = explained ? null : statusError(request, result, options);
  if (error) return error;
  if (refusal) return new UpstreamRefusedError(refusal);
  return new OutcomeUnknownError({ ...options, ended: isNovuFailure(result) });
}

/** The error for a status that upstream sends before doing any work; null for other statuses. */
function statusError({ now, caller }: RequestInfo, result: HttpResponse, options: ErrorOptions): GatewayError | null {
  switch (result.status) {
    case 401:
      return isEnvironmentUnknown(result)
        ? new BadUserInputError(environmentNotFoundMessage(caller), options)
        : new UnauthenticatedError(BAD_AUTHORIZATION, options);
    case 402:
      return new ForbiddenError(NOT_IN_PLAN, options);
    case 403:
      return new ForbiddenError(NOT_ALLOWED, options);
    case 429:
      return new RateLimitedError(readRetryAfter(result.headers, now), options);
    default:
      return null;
  }
}

/** The error for a request that got no response and cannot have changed anything. */
function notSentError({ caller }: RequestInfo, { errorCode }: HttpFailure, options: ErrorOptions): GatewayError {
  if (errorCode === ERROR_CODES.unwritable) return new BadUserInputError(TOO_DEEP, options);
  return errorCode === 'UND_ERR_INVALID_ARG'
    ? new BadUserInputError(badCharactersMessage(caller), options)
    : new UpstreamUnavailableError(UNAVAILABLE, options);
}

/** True if the answer was not HTTP, or its headers were too long. */
function isNotHttp({ errorCode }: HttpFailure): boolean {
  return errorCode === 'HTTPParserError' || errorCode.startsWith('HPE_') || errorCode === 'UND_ERR_HEADERS_OVERFLOW';
}

const UNAVAILABLE = 'Novu is not available at the moment. Try again later.';
const UNREADABLE =
  "Novu's answer cannot be read. Ask the operator of this gateway to check the address and the version of the Novu API.";
/** The message for a 401. */
export const BAD_AUTHORIZATION =
  'Novu did not accept the Authorization header. Check that the key or session token is complete and still valid.';
const NOT_ALLOWED =
  'Novu does not allow this caller to do that. Check the role of the caller and the environment it acts in.';
const TOO_DEEP = 'A value of this request is nested too deeply to be passed on to Novu.';
const NO_ROUTE =
  "What answers at Novu's address is no Novu API of a version that this gateway knows. Ask the operator of this gateway to check the address and the version of the Novu API.";
const BAD_CODING =
  "Novu's answer is compressed in a way that this gateway did not ask for. Ask the operator of this gateway to check the proxies before the Novu API.";
const NOT_IN_PLAN = 'The plan of your organization at Novu does not include that.';

function badHeadersMessage({ environmentId }: Caller): string {
  const advice =
    environmentId === undefined
      ? 'Check that Authorization is complete.'
      : 'Check that Novu-Environment-Id is the id of an environment of your organization.';
  return `Novu did not accept the headers of this request. ${advice}`;
}

function badCharactersMessage({ environmentId }: Caller): string {
  const names = environmentId === undefined ? 'Authorization' : 'Authorization, Novu-Environment-Id';
  return `A header of this request cannot be passed on to Novu. Check ${names} and Idempotency-Key for characters that are not printable ASCII.`;
}

/** The message if upstream has no environment with that id. */
export function environmentNotFoundMessage({ environmentId }: Caller): string {
  return environmentId === undefined
    ? 'Novu no longer has the environment of this caller. Check the key or token.'
    : 'Novu has no environment with the id in the header Novu-Environment-Id. Check that header.';
}
