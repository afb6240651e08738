// Novu, as far as `npm run soak:scale` needs it: organizations with lists of one length, and callers by the number in their key.
// Counts its calls. The embedded backend looks callers up one by one, which takes too long for ten thousand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers to each message of the parent: calls since the last one. */
export interface StubReport {
  readonly url: string;
  readonly lists: number;
  readonly others: number;
}

const [rows = 0, callersEach = 1] = process.argv.slice(2).map(Number);
/** Of the first integration of an organization. */
const names = new Map<number, string>();
const lists = new Map<number, string>();
const counts = { lists: 0, others: 0 };

const server = createServer((request, response) => answer(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', report);
process.on('message', report);
process.on('disconnect', () => process.exit());

function report(): void {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, ...counts } satisfies StubReport);
  Object.assign(counts, { lists: 0, others: 0 });
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const key = Number.parseInt(request.headers.authorization?.split(' ')[1] ?? '', 16);
  const organization = Math.floor(key / callersEach);
  const isList = request.method === 'GET' && request.url === '/v1/integrations';
  counts[isList ? 'lists' : 'others'] += 1;
  if (isList) {
    send(response, listOf(organization));
    return;
  }
  if (request.method === 'GET') {
    send(response, JSON.stringify({ data: { _id: environmentOf(organization), _organizationId: idOf(organization) } }));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    names.set(organization, (JSON.parse(Buffer.concat(chunks).toString()) as { name: string }).name);
    lists.delete(organization);
    send(response, JSON.stringify({ data: { ...rowOf(organization, 0), id: rowOf(organization, 0)._id } }));
  });
}

function listOf(organization: number): string {
  const known = lists.get(organization);
  if (known !== undefined) return known;
  const made = JSON.stringify({ data: Array.from({ length: rows }, (_, index) => rowOf(organization, index)) });
  lists.set(organization, made);
  return made;
}

/** As wide as the rows of the sample data. */
function rowOf(organization: number, index: number) {
  const number = String(index).padStart(5, '0');
  return {
    _id: `65b${organization.toString(16).padStart(13, '0')}${index.toString(16).padStart(8, '0')}`,
    _environmentId: environmentOf(organization),
    _organizationId: idOf(organization),
    name: (index === 0 && names.get(organization)) || `Integration ${number}`,
    identifier: `sendgrid-${number}`,
    providerId: 'sendgrid',
    channel: 'email',
    kind: 'delivery',
    credentials: {},
    configurations: {},
    active: index % 3 !== 0,
    primary: index === 0,
    priority: index % 10,
    conditions: [],
    deleted: false,
    createdAt: '2026-01-15T09:00:00.000Z',
    updatedAt: '2026-01-15T09:00:00.000Z',
  };
}

function idOf(organization: number): string {
  return `65a${organization.toString(16).padStart(21, '0')}`;
}

function environmentOf(organization: number): string {
  return `65e${organization.toString(16).padStart(21, '0')}`;
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
