import { randomUUID } from 'node:crypto';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { memoize } from '../model/memoize.ts';
import { ReportedState } from '../telemetry/channels.ts';
import { errorAnswer } from './answer/head.ts';
import { Bag } from './bag.ts';

/** Limits of one connection and of all together. Times in milliseconds. */
export interface ConnectionLimits {
  /** Until the head of a request has arrived; also counted from the opening of a connection. At most `requestTimeoutMs`. */
  readonly headersTimeoutMs: number;
  /** Until all of a request has arrived. */
  readonly requestTimeoutMs: number;
  /** How long an idle connection stays open. */
  readonly keepAliveTimeoutMs: number;
  /** How long bytes of an answer may wait for the client without any progress. */
  readonly writeTimeoutMs: number;
  /** Open at once. A further connection is closed at once, unread and without an answer. */
  readonly maxConnections: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A server, not listening yet, that enforces the limits on its connections. It answers what is not a request, or does
 * not arrive in time. The handler also gets requests with `Expect: 100-continue`, and those without `Host`; it decides
 * whether the client may continue.
 */
export function createLimitedServer(limits: ConnectionLimits, handler: Handler): Server {
  const { headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs } = limits;
  const server = createHttpServer({
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    connectionsCheckingInterval: intervalFor(Math.min(headersTimeoutMs, requestTimeoutMs)),
    // Node would refuse with headers of its own.
    requireHostHeader: false,
  });
  /** The newest answer on each connection. */
  const newest = new WeakMap<Duplex, ServerResponse>();
  const handle: Handler = (request, response) => {
    const { socket } = request;
    const before = newest.get(socket);
    newest.set(socket, response);
    // Not assigned to the connection yet: an earlier answer is.
    if (response.socket === null) closeWith(socket, response);
    inTurn(before, socket, () => handler(request, response));
  };
  server.on('request', handle);
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket, newest.get(socket)));
  boundConnections(server, limits.maxConnections);
  closeStalled(server, limits.writeTimeoutMs);
  return server;
}

/**
 * Handles pipelined requests one at a time. A short text can ask for hundreds of long answers, which would all be held
 * in memory for a client that reads none.
 */
function inTurn(before: ServerResponse | undefined, socket: Socket, handle: () => void): void {
  if (!before || before.closed) {
    handle();
    return;
  }
  before.once('close', () => {
    if (!socket.destroyed) handle();
  });
}

/** When a connection closes, Node closes only the answer assigned to it, not the ones that wait for their turn. */
function closeWith(socket: Socket, response: ServerResponse): void {
  response.once('close', queueOf(socket).add(response));
}

const queueOf = memoize((socket: Socket) => {
  const queue = new Bag<ServerResponse>();
  socket.once('close', () => {
    for (const response of queue.things()) {
      response.destroyed = true;
      response.emit('close');
    }
  });
  return queue;
});

/** How often timeouts are checked: late by a quarter of the timeout at most, and by a second at most. */
function intervalFor(timeoutMs: number): number {
  return Math.max(10, Math.min(1_000, Math.floor(timeoutMs / 4)));
}

/** At the bound, idle connections are closed: otherwise a client could hold all places with them. */
function boundConnections(server: Server, maxConnections: number): void {
  server.maxConnections = maxConnections;
  const report = new ReportedState('connections', ['accepting', 'refusing'], () => performance.now());
  server.on('connection', () => report.set('accepting'));
  let lastMs = Number.NEGATIVE_INFINITY;
  server.on('drop', () => {
    const now = performance.now();
    report.set('refusing', () => ({ maxConnections }));
    // Checking all connections for each new one would let a client cause work at will.
    if (now - lastMs < EVICTION_INTERVAL_MS) return;
    lastMs = now;
    server.closeIdleConnections();
  });
}

const EVICTION_INTERVAL_MS = 100;

/** How many bytes a connection had written when it was checked, and since when. */
interface Progress {
  readonly written: number;
  readonly sinceMs: number;
}

/**
 * Closes connections whose client does not read: unread bytes occupy memory. Node's socket timeout is not enough,
 * because a client that keeps sending prevents it from firing.
 */
function closeStalled(server: Server, timeoutMs: number): void {
  const sockets = new Map<Socket, Progress | null>();
  server.on('connection', (socket) => {
    sockets.set(socket, null);
    socket.once('close', () => sockets.delete(socket));
  });
  const look = () => {
    const now = performance.now();
    for (const [socket, before] of sockets) {
      const written = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0) sockets.set(socket, null);
      else if (before?.written !== written) sockets.set(socket, { written, sinceMs: now });
      // A reset, so that the kernel frees its buffer as well.
      else if (now - before.sinceMs >= timeoutMs) socket.resetAndDestroy();
    }
  };
  const timer = setInterval(look, intervalFor(timeoutMs)).unref();
  server.once('close', () => clearInterval(timer));
}

/** Errors before there is a request, or while its body arrives, by the code of Node's error. */
const REFUSALS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers of this request are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions of this request are too large.'],
};
const MALFORMED = [400, 'This is not a well-formed HTTP request.'] as const;

/**
 * Answers on the raw connection, unless another answer is being sent on it, and closes it. If the request before was complete, the next
 * one is refused: otherwise the client would take the refusal for the answer to the request before.
 */
function refuse(error: NodeJS.ErrnoException, socket: Duplex, answer: ServerResponse | undefined): void {
  if (socket.writable && answer?.req.complete && !answer.writableFinished) {
    // Nothing more of it can be read.
    socket.pause();
    answer.once('finish', () => refuse(error, socket, answer));
    return;
  }
  const { code = '' } = error;
  const isNext = answer?.socket === socket && (!answer.headersSent || answer.writableEnded);
  const free = !answer || answer.writableFinished || isNext;
  if (!socket.writable || !free) {
    socket.destroy();
    return;
  }
  const [status, message] = REFUSALS[code] ?? MALFORMED;
  const { head, body } = errorAnswer({ status, code: 'BAD_REQUEST', message }, randomUUID());
  const headers = [...head.headers, 'connection', 'close', 'content-length', String(Buffer.byteLength(body))];
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
  socket.end(`${text}\r\n${body}`, () => socket.destroy());
}
