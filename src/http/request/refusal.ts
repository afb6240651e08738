/** Thrown when a request is refused before GraphQL sees it; the message says what to do and holds nothing of the request. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';
  readonly status: Status;
  /** `extensions.code` of the answer. */
  readonly code: 'BAD_REQUEST' | 'OPERATION_NOT_TRUSTED';
  constructor(status: Status, message: string, code: RequestRefusal['code'] = 'BAD_REQUEST') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

type Status = 400 | 406 | 413 | 415 | 417;
