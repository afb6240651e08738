/** Thrown to refuse a request before GraphQL sees it. The message says what to do, and holds nothing of the request. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';
  readonly status: Status;
  /** `extensions.code` of the answer. */
  readonly code: 'BAD_REQUEST' | 'OPERATION_NOT_TRUSTED' | 'OVERLOADED';
  /** Whole seconds; undefined: sending it again does not help. */
  readonly retryAfterSeconds: number | undefined;
  constructor(
    status: Status,
    message: string,
    code: RequestRefusal['code'] = 'BAD_REQUEST',
    retryAfterSeconds?: number,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Status = 400 | 406 | 413 | 415 | 417 | 503;
