import type { ServerResponse } from 'node:http';
import { type AnswerHead, headOf, JSON_TYPE } from './head.ts';

/** Longest answer that is written as a string, in bytes. */
const ONE_PIECE = 4_096;

/**
 * Sends an answer. Headers that were set on the response before, by CORS, stay.
 * @param until what to wait for before the answer ends, once all of it has been written.
 */
export function sendAnswer(
  response: ServerResponse,
  { status, headers }: AnswerHead,
  body: Buffer | string,
  until?: Promise<void>,
): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const before = response.getHeader('vary');
  const raw = before === undefined ? [...headers] : withVary(headers, (value) => `${before}, ${value}`);
  raw.push('content-length', String(length));
  response.writeHead(status, raw);
  if (until) {
    response.write(body);
    until.then(() => response.end());
  } else if (length > MAX_PIECE) endInPieces(response, body);
  // A string is sent in one piece with the head. For a long answer that would be a copy.
  else response.end(typeof body !== 'string' && length <= ONE_PIECE && !isCompressed(headers) ? body.toString() : body);
}

function isCompressed(headers: readonly string[]): boolean {
  return headers.includes('content-encoding');
}

/** Bytes that are written to the connection at once. */
const MAX_PIECE = 65_536;

/**
 * Ends a response with a long body, one piece after the other has been sent. This tells a client that reads slowly from
 * one that does not read: a single write shows no progress until it is complete.
 */
export function endInPieces(response: ServerResponse, body: Buffer | string): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  let start = 0;
  const next = () => {
    for (; start + MAX_PIECE < bytes.length; start += MAX_PIECE) {
      if (response.write(bytes.subarray(start, start + MAX_PIECE))) continue;
      start += MAX_PIECE;
      response.once('drain', next);
      return;
    }
    response.end(bytes.subarray(start));
  };
  next();
}

/** Headers, names and values in turn, with another value of `vary`. */
export function withVary(headers: readonly string[], change: (value: string) => string): string[] {
  return headers.map((value, index) => (index % 2 === 1 && headers[index - 1] === 'vary' ? change(value) : value));
}

/** Answers with JSON that no cache may keep. */
export function sendJson(response: ServerResponse, status: number, body: unknown, requestId: string): void {
  sendAnswer(response, headOf({ requestId, contentType: JSON_TYPE, status }), JSON.stringify(body));
}
