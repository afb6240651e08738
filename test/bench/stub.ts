// The REST API that all peers stand in front of, as a process of its own. It does as little as it can: answers are bytes that
// are ready, credentials are `{}` for an API key. Reading one integration exists here and not in the real API.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  created,
  ENVIRONMENT,
  integrations,
  ORGANIZATION,
  prefixOf,
  type WireIntegration,
  withPrefix,
} from './data.ts';

/** What the parent sends. The answer is the number of calls since the last message. */
export interface StubOrder {
  readonly latencyMs: number;
}

interface Rendered {
  readonly visible: string;
  readonly hidden: string;
}

const rows = integrations(Number(process.env.BENCH_ROWS ?? 200));
const fixed = joined(rows.map(render));
const one = new Map(rows.map((row) => [row._id, render(row).hidden]));
/** One for each identifier without its last part: writers overwrite their own, so that the list keeps its length. */
const extra = new Map<string, Rendered>();
/** Which id a writer has now. */
const slots = new Map<string, string>();
let lists = renderLists();
let latencyMs = 0;
let calls = 0;

const server = createServer((request, response) => {
  calls++;
  if (latencyMs > 0) setTimeout(answer, latencyMs, request, response);
  else answer(request, response);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

process.on('message', (order: StubOrder) => {
  latencyMs = order.latencyMs;
  process.send?.(calls);
  calls = 0;
});
process.on('disconnect', () => process.exit());

function render(row: WireIntegration): Rendered {
  return { visible: JSON.stringify(row), hidden: JSON.stringify({ ...row, credentials: {} }) };
}

function joined(parts: readonly Rendered[]): Rendered {
  return { visible: parts.map(({ visible }) => visible).join(), hidden: parts.map(({ hidden }) => hidden).join() };
}

function renderLists(): { visible: Buffer; hidden: Buffer } {
  const all = joined([fixed, ...extra.values()]);
  return { visible: Buffer.from(`{"data":[${all.visible}]}`), hidden: Buffer.from(`{"data":[${all.hidden}]}`) };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '';
  const session = request.headers.authorization?.startsWith('Bearer ') === true;
  if (!request.headers.authorization) {
    send(response, 401, Buffer.from('{"message":"Unauthorized"}'));
  } else if (request.method === 'POST') {
    create(request, response);
  } else if (url === '/v1/integrations') {
    const prefix = prefixOf(request.headers.authorization);
    const list = session ? lists.visible : lists.hidden;
    send(response, 200, prefix === null ? list : withPrefix(list, prefix));
  } else if (url === '/v1/environments/me') {
    const me = { _id: ENVIRONMENT, _organizationId: ORGANIZATION, name: 'Development' };
    send(response, 200, Buffer.from(JSON.stringify({ data: me })));
  } else {
    const found = one.get(url.slice('/v1/integrations/'.length));
    send(response, found ? 200 : 404, Buffer.from(found ? `{"data":${found}}` : '{"message":"Not found"}'));
  }
}

function create(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { identifier, name } = JSON.parse(Buffer.concat(chunks).toString()) as WireIntegration;
    const row = created(identifier, name);
    const slot = identifier.slice(0, identifier.lastIndexOf('-'));
    one.delete(slots.get(slot) ?? '');
    slots.set(slot, row._id);
    one.set(row._id, render(row).hidden);
    extra.set(slot, render(row));
    lists = renderLists();
    send(response, 201, Buffer.from(JSON.stringify({ data: row })));
  });
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}
