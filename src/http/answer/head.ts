import type { ServerResponse } from 'node:http';
import { withRequestId } from '../apollo/operation-plugin.ts';

/** An error as all others are told: with its code and the request id. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  requestId: string,
): void {
  response.setHeader('x-request-id', requestId);
  response.setHeader('cache-control', 'no-store');
  sendJson(response, status, { errors: [withRequestId({ message, extensions: { code } }, requestId)] });
}

/** Answers with JSON; not to be kept by anybody unless a header says otherwise already. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
