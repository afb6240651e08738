import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createNetServer, type Server as NetServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect } from '@jest/globals';
import { type Caller, createCacheScope, readCaller } from '../../src/model/caller.ts';
import type { Call, Integration, IntegrationSource } from '../../src/model/integration.ts';
import { type UpstreamOptions, UpstreamSource } from '../../src/upstream/source.ts';
import { instantClock } from './clocks.ts';

export const ENVIRONMENT = '65a000000000000000000001';
export const ID = '65b000000000000000000001';
export const SESSION = readCaller('Bearer TOKEN-MARK', ENVIRONMENT);
/** One session in an environment of many. */
export const readCallerOf = (nth: number) => readCaller('Bearer TOKEN-MARK', `${ENVIRONMENT.slice(0, -2)}${nth + 10}`);
export const KEY = readCaller('ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', undefined);
/** Stands for any text in upstream's answers that must not be passed on. */
export const UPSTREAM_TEXT = 'BODY-MARK';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Script = (response: ServerResponse, seen: Seen, nth: number) => void;

export interface Scripted {
  readonly url: string;
  /** Requests that came in whole, in order. */
  readonly seen: Seen[];
  /** Connections that were ever opened. */
  readonly connections: () => number;
}

const closers: (() => Promise<unknown>)[] = [];

/** Closes, last first, at the end of the test. */
export function atEnd(close: () => Promise<unknown>): void {
  closers.push(close);
}

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) {
    await close();
  }
});

/** An upstream over real HTTP that answers as the script says. */
export async function startScripted(script: Script, server: Server = createServer()): Promise<Scripted> {
  const seen: Seen[] = [];
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const chunks = await request.toArray();
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    const last = seen.at(-1);
    if (last !== undefined) {
      script(response, last, seen.length);
    }
  });
  const port = await listen(server);
  atEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, seen, connections: () => connections };
}

/** An upstream that handles raw connections. */
export async function startRaw(onSocket: (socket: Socket) => void): Promise<{ url: string; port: number }> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  const port = await listen(server);
  atEnd(async () => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, port };
}

/** A port of this machine on which nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = createNetServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

async function listen(server: NetServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A promise and the function that fulfils it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** API keys, each of which is a caller of its own. */
export function keys(count: number, digit = '0'): Caller[] {
  return Array.from({ length: count }, (_, nth) => readCaller(`ApiKey ${String(nth).padStart(32, digit)}`, undefined));
}

export function sourceOf(baseUrl: string, options: Partial<UpstreamOptions> = {}): UpstreamSource {
  const source = new UpstreamSource({
    baseUrl,
    // A test that is about time says its own: no other fails on a slow machine.
    timeoutMs: 120_000,
    scope: createCacheScope('test', baseUrl),
    retryClock: instantClock(),
    ...options,
  });
  atEnd(() => source.close());
  return source;
}

export function callOf(caller = SESSION, signal?: AbortSignal): Call {
  return { caller, requestId: 'request-1', ...(signal && { signal }) };
}

/** One row as upstream writes it, with the changes of the test. */
export function row(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    _id: ID,
    _environmentId: ENVIRONMENT,
    _organizationId: '65a0000000000000000000ff',
    identifier: 'sendgrid-1',
    name: 'SendGrid',
    providerId: 'sendgrid',
    channel: 'email',
    kind: 'delivery',
    active: true,
    primary: true,
    priority: 2,
    credentials: {},
    conditions: [],
    deleted: false,
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
    __v: 0,
    ...changes,
  };
}

/** The one row of a list that upstream answers, as a session reads it with secrets. */
export async function readRow(changes: Record<string, unknown>): Promise<Integration> {
  const upstream = await answering(200, { data: [row(changes)] });
  const { integrations } = await sourceOf(upstream.url).list(callOf(), { secrets: true });
  const [only] = integrations;
  if (only === undefined) {
    throw new Error('no row');
  }
  return only;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Upstream that answers each request with the same status and body. */
export function answering(status: number, body: unknown, headers: Record<string, string> = {}): Promise<Scripted> {
  return startScripted((response) => json(response, status, body, headers));
}

export type Write = (source: IntegrationSource, call?: Call) => Promise<unknown>;

/** The five writes, each with a readable answer. */
export const WRITES: Readonly<Record<string, { run: Write; answer: unknown }>> = {
  create: {
    run: (source, call = callOf()) => source.create(call, { providerId: 'sendgrid', channel: 'EMAIL' }),
    answer: { data: row() },
  },
  update: { run: (source, call = callOf()) => source.update(call, ID, { name: 'New' }), answer: { data: row() } },
  setPrimary: { run: (source, call = callOf()) => source.setPrimary(call, ID), answer: { data: row() } },
  delete: { run: (source, call = callOf()) => source.delete(call, ID), answer: { data: [] } },
  autoConfigure: {
    run: (source, call = callOf()) => source.autoConfigure(call, ID),
    answer: { data: { success: true, message: 'done' } },
  },
};

/** The error that a call rejects with. Fails where it, or a cause, contains anything of the caller or of upstream. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    (value) => new Error(`no error but ${inspect(value)}`),
    (reason: unknown) => reason,
  );
  const text = inspect(error, { depth: 20 });
  for (const mark of ['TOKEN-MARK', 'aaaaaaaa', UPSTREAM_TEXT, ID, ENVIRONMENT, 'http://', 'https://']) {
    expect(text).not.toContain(mark);
  }
  return error;
}
