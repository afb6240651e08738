import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer } from './head.ts';
import { sendAnswer } from './send.ts';

/** Bytes of a refused body that are read and discarded. */
const MAX_DRAINED_BYTES = 1024 ** 2;
/** A shorter piece counts as this many bytes, because it costs as much to receive. */
const MIN_PIECE_BYTES = 1_024;
/** Longest time to discard a body, in milliseconds. */
const MAX_DRAIN_MS = 2_000;

/**
 * Answers a request whose body has not been read. The answer is sent at once. What the client still sends is read and discarded
 * within bounds, and then the connection is closed. Closing it earlier would reset it, and the client would not see the answer.
 */
export function sendEarly(request: IncomingMessage, response: ServerResponse, { head, body }: Answer): void {
  // A short body arrives with its head, and has been received when this turn of the event loop ends.
  queueMicrotask(() => {
    if (request.complete || !hasBody(request)) {
      sendAnswer(response, head, body);
      return;
    }
    response.setHeader('connection', 'close');
    sendAnswer(response, head, body, drained(request));
  });
}

/**
 * Discards a body that nothing reads, within the same bounds. If there is more of it, the connection is closed after
 * the answer: otherwise Node would read on for as long as a request may take. Null: there is nothing to wait for.
 */
export function discardBody(request: IncomingMessage, response: ServerResponse): Promise<void> | null {
  // A client that waits for `100 Continue` does not get it.
  if (!hasBody(request) || request.headers.expect !== undefined) return null;
  return drained(request).then(() => {
    if (!request.complete) response.setHeader('connection', 'close');
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Resolves at the end of the body, or when a bound is reached. */
function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = MAX_DRAINED_BYTES;
    const timer = setTimeout(done, MAX_DRAIN_MS);
    function done() {
      clearTimeout(timer);
      request.pause();
      resolve();
    }
    request.on('data', (chunk: Buffer) => {
      left -= Math.max(chunk.length, MIN_PIECE_BYTES);
      if (left < 0) done();
    });
    request.once('end', done);
    request.once('error', done);
    request.once('close', done);
    request.resume();
  });
}
