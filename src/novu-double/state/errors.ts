import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Generation } from './records.ts';

/** An answer before it is written. `body` is what JSON.stringify makes of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Any refusal of contract §7. `ctx` is what Nest puts next to the message: reason phrase and status, or nothing. */
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

/** Thrown when the body breaks a rule of the validation pipe: 400 with all texts (api2024), 422 under `general` (api2026). */
export class BodyInvalidError extends Error {
  override readonly name = 'BodyInvalidError';
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages.join('; '));
    this.messages = messages;
  }
}

/** Thrown when a command's own field is wrong (path id, environment): 400 (api2024), 422 keyed by the field (api2026). */
export class CommandInvalidError extends Error {
  override readonly name = 'CommandInvalidError';
  readonly field: string;
  readonly text: string;
  readonly value: unknown;
  constructor(field: string, complaint: string, value: unknown) {
    super(`${field} ${complaint}`);
    this.field = field;
    this.text = `${field} ${complaint}`;
    this.value = value;
  }
}

/** Anything that upstream does not map to a status: 500 with an id to tell support. */
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
/** A 401 that says no more than that; upstream leaves `error` out of it. */
export const plainUnauthorized = () => new ApiError(401, 'Unauthorized', { error: false });
/** Throttled: no reason phrase, and an empty `ctx` (contract §6). */
export const throttled = (retryAfterSeconds: number) =>
  new ApiError(429, 'API rate limit exceeded', { ctx: {}, headers: { 'Retry-After': String(retryAfterSeconds) } });

/** Where and when an error is reported. */
export interface ErrorPlace {
  readonly generation: Generation;
  /** Request URL with its query. */
  readonly path: string;
  readonly timestamp: string;
}

/** Any thrown value as the body that the generation sends (contract §7). Cannot throw. */
export function renderError(error: unknown, place: ErrorPlace): Answer {
  const { generation, path, timestamp } = place;
  if (error instanceof BodyInvalidError) return renderBodyInvalid(error, place);
  if (error instanceof CommandInvalidError) return renderCommandInvalid(error, place);
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

function renderBodyInvalid(error: BodyInvalidError, place: ErrorPlace): Answer {
  if (place.generation === 'api2024') return renderList(error.messages, place);
  return renderUnprocessable({ general: { messages: error.messages, value: 'No Value Recorded' } }, place);
}

function renderCommandInvalid(error: CommandInvalidError, place: ErrorPlace): Answer {
  if (place.generation === 'api2024') return renderList([error.text], place);
  return renderUnprocessable({ [error.field]: { messages: [error.text], value: error.value } }, place);
}

function renderList(messages: readonly string[], { path, timestamp }: ErrorPlace): Answer {
  return {
    status: 400,
    headers: {},
    body: { statusCode: 400, timestamp, path, message: messages, error: 'Bad Request' },
  };
}

function renderUnprocessable(errors: object, { path, timestamp }: ErrorPlace): Answer {
  return {
    status: 422,
    headers: {},
    body: { statusCode: 422, timestamp, path, message: 'Validation Error', ctx: {}, errors },
  };
}
