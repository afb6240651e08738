// The floor of work: node:http that asks upstream for the list and passes the bytes on without reading them.
import { Agent, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announce, upstreamUrl } from './rest.ts';

const agent = new Agent({ keepAlive: true });

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const headers = { authorization: request.headers.authorization };
    const upstream = send(`${upstreamUrl}/v1/integrations`, { agent, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    upstream.end();
  });
});
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
