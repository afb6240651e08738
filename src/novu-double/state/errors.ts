import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Generation } from './records.ts';

/** An answer before it is serialized. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Any refusal of contract §7. `ctx` is what Nest adds to the message: reason phrase and status, or nothing. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';
  readonly status: number;
  readonly ctx: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    message: string,
    options: { error?: boolean; ctx?: object; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = options.headers ?? {};
    const reason = options.error === false ? {} : { error: STATUS_CODES[status] };
    this.ctx = { ...(options.ctx ?? { ...reason, statusCode: status }) };
  }
}

/**
 * Thrown if validation fails: 400 with all messages (api2024), 422 by field (api2026). The field is `general` for the
 * body, else the name of the command's field (path id, environment).
 */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';
  readonly messages: readonly string[];
  readonly field: string;
  readonly value: unknown;
  constructor(messages: readonly string[], field = 'general', value: unknown = 'No Value Recorded') {
    super(messages.join('; '));
    this.messages = messages;
    this.field = field;
    this.value = value;
  }
}

/** Anything that upstream does not map to a status: 500 with an id for support. */
export class ServerFailureError extends ApiError {
  override readonly name = 'ServerFailureError';
  readonly errorId = randomUUID();
  constructor() {
    super(500, 'Internal server error, contact support and provide them with the errorId');
  }
}

export const badRequest = (message: string) => new ApiError(400, message);
export const unauthorized = (message: string) => new ApiError(401, message);
export const forbidden = (message: string) => new ApiError(403, message);
export const notFound = (message: string) => new ApiError(404, message);
export const conflict = (message: string) => new ApiError(409, message);
/** A 401 without a reason; upstream omits `error`. */
export const plainUnauthorized = () => new ApiError(401, 'Unauthorized', { error: false });
/** Throttled: no reason phrase, and an empty `ctx` (contract §6). */
export const throttled = (retryAfterSeconds: number) =>
  new ApiError(429, 'API rate limit exceeded', { ctx: {}, headers: { 'Retry-After': String(retryAfterSeconds) } });

/** The request in an error's body. */
export interface ErrorPlace {
  readonly generation: Generation;
  /** Request URL with its query. */
  readonly path: string;
  readonly timestamp: string;
}

/** Renders any thrown value as the generation does (contract §7). Cannot throw. */
export function renderError(error: unknown, place: ErrorPlace): Answer {
  const { generation, path, timestamp } = place;
  if (error instanceof ValidationError) return renderValidation(error, place);
  if (!(error instanceof ApiError)) {
    console.error('The double of Novu failed unexpectedly:', error);
    return renderError(new ServerFailureError(), place);
  }
  const { status, message, headers, ctx } = error;
  const head = { statusCode: status, timestamp, path, message };
  if (error instanceof ServerFailureError) return { status, headers, body: { ...head, errorId: error.errorId } };
  const body = generation === 'api2024' ? { ...head, error: ctx.error } : { ...ctx, ...head, ctx };
  return { status, headers, body };
}

function renderValidation({ messages, field, value }: ValidationError, place: ErrorPlace): Answer {
  const { generation, path, timestamp } = place;
  const status = generation === 'api2024' ? 400 : 422;
  const head = { statusCode: status, timestamp, path };
  const body =
    generation === 'api2024'
      ? { ...head, message: messages, error: 'Bad Request' }
      : { ...head, message: 'Validation Error', ctx: {}, errors: { [field]: { messages, value } } };
  return { status, headers: {}, body };
}
