import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client that writes HTTP by hand: what comes, and how the connection ends, is all that it knows. */
export interface RawClient {
  readonly socket: Socket;
  /** What has come so far. */
  received(): string;
  /** Resolves when what has come matches. Rejects if the connection closes before. */
  until(pattern: RegExp): Promise<string>;
  /** All that came, once the connection is closed, by a reset as well. */
  readonly closed: Promise<string>;
  /** The code of the error that closed it; null: it was closed in order. */
  fault(): string | null;
}

/** @param url of a gateway. */
export async function connectRaw(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let text = '';
  let fault: string | null = null;
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    fault = error.code ?? error.name;
  });
  // Not `once`, which takes an error before for the end.
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(text));
  });
  await once(socket, 'connect');
  return {
    socket,
    received: () => text,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(text)) resolve(text);
        };
        socket.on('data', look);
        socket.once('close', () => reject(new Error(`Closed before ${pattern} came: ${text}`)));
        look();
      }),
    closed,
    fault: () => fault,
  };
}

/** Sends one request and reads until the connection closes. */
export async function exchange(url: string, ...parts: readonly (string | Buffer)[]): Promise<string> {
  const client = await connectRaw(url);
  for (const part of parts) client.socket.write(part);
  return client.closed;
}

/** A POST to `/graphql` with a body; `connection: close`, so that the answer ends with the connection. */
export function post(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  target = '/graphql',
): Buffer {
  const bytes = Buffer.from(body);
  const all = { host: 'gateway.test', connection: 'close', 'content-type': 'application/json', ...headers };
  return Buffer.concat([head(`POST ${target} HTTP/1.1`, { ...all, 'content-length': `${bytes.length}` }), bytes]);
}

/** The head of a request. */
export function head(line: string, headers: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    `${[line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`,
  );
}

/** Status of an answer. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
}

/** The JSON body of an answer. */
export function bodyOf(answer: string): {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
} {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as ReturnType<typeof bodyOf>;
}

/** The server's end of the connection on which a request comes next, in this process. */
export async function nextServerSocket(): Promise<Socket> {
  return new Promise((resolve) => {
    const name = 'http.server.request.start';
    const onStart = (event: unknown) => {
      unsubscribe(name, onStart);
      resolve((event as { socket: Socket }).socket);
    };
    subscribe(name, onStart);
  });
}
