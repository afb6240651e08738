import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { stopAtEnd } from './stop-at-end.ts';

/** An answer on its way through the proxy. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly status: number;
  readonly body: Buffer;
}

export type Send = (passing: Passing, response: ServerResponse) => void;

export interface WireProxy {
  readonly url: string;
  /** What the proxy does with answers from now on; null: it passes them on as they are. */
  answerBy(send: Send | null): void;
  /** As `GET /v1/integrations`, since the last look. */
  calls(): string[];
  stop(): Promise<void>;
}

/** A proxy before an upstream that changes answers on the wire. It stops with the test file at the latest. */
export async function startWireProxy(upstreamUrl: string): Promise<WireProxy> {
  const seen: string[] = [];
  let send: Send | null = null;
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    seen.push(`${method} ${path}`);
    const body = Buffer.concat(await request.toArray());
    const { host: _host, connection: _connection, 'accept-encoding': _coding, ...passed } = headers;
    const answer = await fetch(upstreamUrl + path, {
      method,
      headers: Object.entries(passed).map(([name, value]): [string, string] => [name, String(value)]),
      ...(body.length > 0 && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const passing = { method, path, requestHeaders: headers, status: answer.status, body: bytes };
    if (send) return send(passing, response);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(bytes);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return stopAtEnd<WireProxy>({
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    answerBy(next) {
      send = next;
    },
    calls: () => seen.splice(0),
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  });
}
