/** Status of each `extensions.code` that this gateway gives to its own top-level errors, a closed set (schema/DESIGN.md §2). */
export const HTTP_STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_TIMEOUT: 504,
  UPSTREAM_CONTRACT: 502,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
} as const;
export type GatewayErrorCode = keyof typeof HTTP_STATUS;

/**
 * Base of every error whose message may be shown to a client. `message` is the gateway's own sentence: it never holds
 * upstream's text, a URL, a header or a value from the request. The technical reason is the `cause`, for the log.
 */
export abstract class GatewayError extends Error {
  abstract readonly code: GatewayErrorCode;
  /** Status of a request that never ran, or of an operation without data under `application/graphql-response+json`. */
  get httpStatus(): number {
    return HTTP_STATUS[this.code];
  }
  /** Further members of `extensions`. */
  get details(): Readonly<Record<string, unknown>> {
    return {};
  }
  override get name(): string {
    return this.constructor.name;
  }
}

/** Thrown without a usable `Authorization` header, or when upstream answered 401. */
export class UnauthenticatedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';
}

/** Thrown when upstream answered 403, or an API key asked for another environment's data. */
export class ForbiddenError extends GatewayError {
  readonly code = 'FORBIDDEN';
}

/** Thrown when upstream answered 429, now or so recently that it is not called again; also above the gateway's own rate limit. */
export class RateLimitedError extends GatewayError {
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;
  /** The limit is this process's own, so it does not apply to other processes. */
  readonly own: boolean;
  constructor(retryAfterSeconds: number, { own = false, ...options }: ErrorOptions & { readonly own?: boolean } = {}) {
    const limit = own ? 'The rate limit of this gateway for calls to Novu' : "Novu's rate limit";
    super(`${limit} is reached. Try again in ${retryAfterSeconds} s.`, options);
    this.retryAfterSeconds = retryAfterSeconds;
    this.own = own;
  }
  override get details() {
    return { retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** Thrown when upstream is unreachable or answered a read with 5xx, after retries; also when a call was not sent at all. */
export class UpstreamUnavailableError extends GatewayError {
  readonly code = 'UPSTREAM_UNAVAILABLE';
  /** Whole seconds; null if unknown. */
  readonly retryAfterSeconds: number | null;
  constructor(message: string, { retryAfterSeconds = null, ...options }: RetryLater = {}) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
  override get details() {
    const { retryAfterSeconds } = this;
    return retryAfterSeconds === null ? {} : { retryAfterSeconds };
  }
}

interface RetryLater extends ErrorOptions {
  readonly retryAfterSeconds?: number | null;
}

/** Thrown when upstream did not answer a read within `UPSTREAM_TIMEOUT`, including retries. */
export class UpstreamTimeoutError extends GatewayError {
  readonly code = 'UPSTREAM_TIMEOUT';
}

/** Thrown when upstream's answer cannot be read: not JSON, too large, a required field missing, an unexpected status. */
export class UpstreamContractError extends GatewayError {
  readonly code = 'UPSTREAM_CONTRACT';
}

/** Thrown when the request is wrong regardless of the data. */
export class BadUserInputError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';
}

/** A limit on operations, and the value that exceeds it. */
export interface ExceededLimit {
  readonly name: string;
  /** Null: more than the limit, but not measured. */
  readonly value: number | null;
  readonly limit: number;
}

/** Thrown when an operation is over a limit on its size, its cost or its answer. */
export class QueryTooComplexError extends GatewayError {
  readonly code = 'QUERY_TOO_COMPLEX';
  readonly #exceeded: ExceededLimit;
  constructor(sentence: string, exceeded: ExceededLimit) {
    const { name, value, limit } = exceeded;
    super(
      `${sentence} (${value === null ? '' : `${name}: ${value}, `}at most ${limit}${value === null ? ` ${name}` : ''}).`,
    );
    this.#exceeded = exceeded;
  }
  override get details() {
    const { name, value, limit } = this.#exceeded;
    return { ...(value !== null && { [name]: value }), limit };
  }
}

/** Why a readable answer refused a write, by its status and text (contract §3, §5, §7). */
export type RefusalReason =
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'ENVIRONMENT_NOT_FOUND' }
  | { readonly kind: 'IDENTIFIER_TAKEN' }
  /** `fields`: dotted paths in the request body that upstream complained about, e.g. `credentials.hmac`; may be empty. */
  | { readonly kind: 'INVALID'; readonly fields: readonly string[] }
  | { readonly kind: 'NOTHING_TO_UPDATE' }
  | { readonly kind: 'PRIMARY_NOT_SUPPORTED' }
  | { readonly kind: 'CHECK_FAILED' }
  | { readonly kind: 'ENVIRONMENT_SCOPE' }
  | { readonly kind: 'ONE_IN_APP_ONLY' }
  | { readonly kind: 'NOVU_PROVIDER_NOT_ALLOWED' }
  | { readonly kind: 'NOVU_PROVIDER_EXISTS' }
  /** The server is of an older generation that cannot do this. */
  | { readonly kind: 'NOT_ON_SERVER' }
  /** The provider of the integration cannot do it. */
  | { readonly kind: 'NOT_SUPPORTED_BY_PROVIDER' }
  /** The organization's plan does not include it (402). */
  | { readonly kind: 'PLAN' }
  /** `field`: the largest member of the body; null if unknown. */
  | { readonly kind: 'TOO_LARGE'; readonly field: string | null }
  /** The integration was created, but its setup at the provider was refused. `integrationId` is null if the answer lacks it. */
  | { readonly kind: 'INCOMPLETE_SETUP'; readonly integrationId: string | null }
  | { readonly kind: 'OTHER'; readonly status: number };

/**
 * Thrown when upstream refused a write with a readable answer that the caller can act on. The write did not run, unless
 * the reason says so.
 */
export class UpstreamRefusedError extends Error {
  override readonly name = 'UpstreamRefusedError';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(`Upstream refused the write: ${reason.kind}`);
    this.reason = reason;
  }
}

/** Thrown when a bug kept a write from being sent: no byte was sent, so it did not run. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
  constructor(options?: ErrorOptions) {
    super('The write could not be sent', options);
  }
}

/** Thrown when it cannot be known whether a write ran (schema/DESIGN.md §2, last paragraph). */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
  /** Novu itself answered with an error, so the write has ended: its effects can be read now. */
  readonly ended: boolean;
  constructor({ ended = false, ...options }: ErrorOptions & { readonly ended?: boolean } = {}) {
    super('The outcome of the write is unknown', options);
    this.ended = ended;
  }
}
