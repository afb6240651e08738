import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stopAtEnd } from './stop-at-end.ts';

/** A server of the test's own, on loopback. */
export interface PageServer {
  /** By name, so that browsers take it for another site than the gateway, which goes by number. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves pages, or anything that `answer` sends, from an origin of its own. It stops with the test file at the latest. */
export async function servePages(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<PageServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return stopAtEnd({
    origin: `http://localhost:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  });
}

/** Answers every path with one page. */
export function html(text: string): (request: IncomingMessage, response: ServerResponse) => void {
  return (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,"></head>${text}</html>`,
    );
  };
}

/** Passes requests on to `target` with headers added, as a proxy does that knows a browser by its cookie. */
export function passOn(target: string, headers: Readonly<Record<string, string>>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '/' } = request;
    const onward = openRequest(
      new URL(url, target),
      { method, headers: { ...request.headers, ...headers } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
}
