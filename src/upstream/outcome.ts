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
import { type Answered, type Exchange, FAULTS, type Failed } from './exchange.ts';
import { readRetryAfter } from './rate-limits.ts';
import { readRefusal } from './refusal.ts';

/** What an exchange was for, to judge its end by. */
export interface Asked extends Pick<UpstreamRequest, 'method' | 'route'> {
  /** Milliseconds on the wall clock at the end of the exchange. */
  readonly now: number;
}

/** How an exchange ended, for the log: an error's `cause`. Holds no token, value, body or URL. */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault';
  /** Code of what went wrong, e.g. `ECONNRESET`; null where an answer came whole. */
  readonly code: string | null;
  /** Null where no answer came. */
  readonly status: number | null;
  constructor(asked: Asked, end: Exchange) {
    const status = end.phase === 'answered' ? end.status : null;
    const detail = end.phase === 'failed' ? `: ${end.detail}` : '';
    super(`${asked.method} ${asked.route} -> status ${status ?? 'none'}, fault ${end.fault ?? 'none'}${detail}`);
    this.code = end.fault;
    this.status = status;
  }
}

/**
 * The body of a readable 2xx answer to a read.
 * @throws GatewayError for every other end.
 */
export function settleRead(asked: Asked, end: Exchange): unknown {
  if (end.phase === 'answered' && isSuccess(end)) {
    return end.json;
  }
  throw readError(asked, end);
}

/**
 * The body of a readable 2xx answer to a write, undefined for 204.
 * @throws GatewayError where the write certainly did not run: never sent, or 401, 403, 429.
 * @throws UpstreamRefusedError for any other readable 4xx.
 * @throws OutcomeUnknownError for all the rest (schema.md §2, last paragraph).
 */
export function settleWrite(asked: Asked, end: Exchange): unknown {
  if (end.phase === 'answered' && isSuccess(end)) {
    return end.json;
  }
  throw writeError(asked, end);
}

function isSuccess(end: Answered): boolean {
  return end.status >= 200 && end.status < 300 && end.fault === null;
}

function readError(asked: Asked, end: Exchange): GatewayError {
  const options = { cause: new ExchangeFault(asked, end) };
  if (end.fault === FAULTS.timeout) {
    return new UpstreamTimeoutError('Novu did not answer in time. Try again later.', options);
  }
  if (end.fault === FAULTS.aborted) {
    return new UpstreamUnavailableError('The request was given up before Novu had answered.', options);
  }
  if (end.phase === 'failed') {
    return isGarbage(end) ? new UpstreamContractError(UNREADABLE, options) : unsentError(end, options);
  }
  if (end.status === 400 || end.status === 422) {
    return new BadUserInputError(
      'Novu did not accept the headers of this request. Check that Novu-Environment-Id is the id of an environment of your organization.',
      options,
    );
  }
  const unavailable = end.status >= 500;
  return (
    turnedAwayError(end, asked.now, options) ??
    (unavailable ? new UpstreamUnavailableError(UNAVAILABLE, options) : new UpstreamContractError(UNREADABLE, options))
  );
}

function writeError(asked: Asked, end: Exchange): Error {
  const options = { cause: new ExchangeFault(asked, end) };
  if (end.phase === 'failed') {
    return end.sent ? new OutcomeUnknownError(options) : unsentError(end, options);
  }
  const refusal = readRefusal(end, asked.route);
  // That 401, 403 and 429 did not run, their status tells, readable or not.
  const turnedAway = refusal?.kind === 'ENVIRONMENT_SCOPE' ? null : turnedAwayError(end, asked.now, options);
  return turnedAway ?? (refusal === null ? new OutcomeUnknownError(options) : new UpstreamRefusedError(refusal));
}

/** The error for an answer that upstream gives before it looks at what was asked; null for all others. */
function turnedAwayError({ status, headers }: Answered, now: number, options: ErrorOptions): GatewayError | null {
  switch (status) {
    case 401:
      return new UnauthenticatedError(
        'Novu did not accept the Authorization header. Check that the key or session token is complete and still valid.',
        options,
      );
    case 403:
      return new ForbiddenError(
        'Novu does not allow this caller to do that. Check its role and the environment that it acts in.',
        options,
      );
    case 429:
      return new RateLimitedError(readRetryAfter(headers, now), options);
    default:
      return null;
  }
}

/** The error for a request that got no answer and cannot have changed anything. */
function unsentError(end: Failed, options: ErrorOptions): GatewayError {
  return end.fault === 'UND_ERR_INVALID_ARG'
    ? new BadUserInputError(
        'A header of this request cannot be passed on to Novu. Check Authorization, Novu-Environment-Id and Idempotency-Key for characters beyond printable ASCII.',
        options,
      )
    : new UpstreamUnavailableError(UNAVAILABLE, options);
}

/** Did something answer that is not HTTP, or headers without end? */
function isGarbage({ fault }: Failed): boolean {
  return fault === 'HTTPParserError' || fault.startsWith('HPE_') || fault === 'UND_ERR_HEADERS_OVERFLOW';
}

const UNAVAILABLE = 'Novu is not available at the moment. Try again later.';
const UNREADABLE =
  "Novu's answer cannot be read. Tell whoever runs this gateway to check the address of the Novu API and its version.";
