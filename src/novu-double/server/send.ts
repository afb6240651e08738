import type { ServerResponse } from 'node:http';
import type { Answer } from './errors.ts';

/** Writes an answer as JSON, whole. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
