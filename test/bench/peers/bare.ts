// The ceiling: node:http that reads the request's body and sends the bytes that this gateway sends, head and body, which are ready.
// The path says which.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { integrations } from '../data.ts';
import type { Query } from '../documents.ts';
import { expectedText } from '../expected.ts';
import { announce } from './rest.ts';

const rows = 200;
const first = integrations(1)[0]?._id ?? '';
const answers = new Map<string, Buffer>();
for (const query of ['Q1', 'Q2', 'Q3', 'Q4'] satisfies Query[]) {
  answers.set(`/${query}/${first}`, Buffer.from(expectedText(query, rows, first)));
}
for (const { _id } of integrations(rows)) answers.set(`/Q5/${_id}`, Buffer.from(expectedText('Q5', rows, _id)));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    Buffer.concat(chunks).toString('utf8');
    const body = answers.get(request.url ?? '');
    response.writeHead(body ? 200 : 404, {
      'x-request-id': '00000000-0000-4000-8000-000000000000',
      'cache-control': 'private, no-cache',
      vary: 'Authorization, Novu-Environment-Id',
      'content-type': 'application/json; charset=utf-8',
      'content-length': body?.length ?? 0,
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
