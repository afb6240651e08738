import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, sendAnswer } from './head.ts';

/** Bytes of a body that are thrown away after its refusal. */
const MAX_DRAINED_BYTES = 1024 ** 2;
/** As which a shorter piece counts: to take it costs as much. */
const MIN_PIECE_BYTES = 1_024;
/** Milliseconds that this may take. */
const MAX_DRAIN_MS = 2_000;

/**
 * Answers a request whose body has not been read. The answer leaves at once; what the client still sends is read and thrown away
 * within bounds, and then the connection is closed. To close it before that would reset it, and the client would not see why.
 */
export function sendEarly(request: IncomingMessage, response: ServerResponse, { head, body }: Answer): void {
  // A short body comes with its head, and is there when this turn has been handled.
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
 * Throws away a body that nothing reads, within the same bounds. Where there is more of it, the connection is closed after the answer: Node
 * would go on reading it for as long as a request may take. Null: there is nothing to wait for.
 */
export function dropBody(request: IncomingMessage, response: ServerResponse): Promise<void> | null {
  // A client that waits for leave to send a body is not given it.
  if (!hasBody(request) || request.headers.expect !== undefined) return null;
  return drained(request).then(() => {
    if (!request.complete) response.setHeader('connection', 'close');
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Resolves when no more of a body comes, or more than is worth to be read. */
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
