import { callers } from './gateway.ts';
import { head as headBytes } from './raw-client.ts';

/** Bytes of a connection that cost as much as their sender could think of, and the status of the first answer to them. */
export interface HostileStream {
  readonly name: string;
  readonly bytes: () => string;
  readonly status: number;
}

const head = (...given: Parameters<typeof headBytes>) => headBytes(...given).toString('latin1');
const QUERY = '{ integrations { totalCount } }';
const LONG = JSON.stringify({ query: QUERY, variables: { a: 'x'.repeat(250_000) } });
const JSON_BODY = { host: 'a', 'content-type': 'application/json', connection: 'close', ...callers.devKey };
const CHUNKED = { ...JSON_BODY, 'transfer-encoding': 'chunked' };

function inChunks(line: string, body: string, size: number, headers: Readonly<Record<string, string>> = {}): string {
  const parts = [head(line, { ...CHUNKED, ...headers })];
  for (let at = 0; at < body.length; at += size) {
    const part = body.slice(at, at + size);
    parts.push(`${part.length.toString(16)}\r\n${part}\r\n`);
  }
  return `${parts.join('')}0\r\n\r\n`;
}

function withHeaders(headers: Readonly<Record<string, string>>, body = JSON.stringify({ query: QUERY })): string {
  return head('POST /graphql HTTP/1.1', { ...JSON_BODY, 'content-length': `${body.length}`, ...headers }) + body;
}

const times = (count: number, part: (n: number) => string) => Array.from({ length: count }, (_, n) => part(n)).join('');

export const HOSTILE_STREAMS: readonly HostileStream[] = [
  // Bodies in pieces.
  { name: 'chunks of one byte', bytes: () => inChunks('POST /graphql HTTP/1.1', LONG, 1), status: 413 },
  {
    name: 'chunks of one byte beyond the bound',
    bytes: () => inChunks('POST /graphql HTTP/1.1', 'x'.repeat(1_000_000), 1),
    status: 413,
  },
  {
    name: 'chunks of one byte that are refused at once',
    bytes: () => inChunks('POST /graphql HTTP/1.1', 'x'.repeat(900_000), 1, { 'content-type': 'text/plain' }),
    status: 415,
  },
  { name: 'chunks of one byte behind a GET', bytes: () => inChunks('GET /graphql HTTP/1.1', LONG, 1), status: 400 },
  {
    name: 'chunks of one byte without end to a page',
    bytes: () => inChunks('POST /settings HTTP/1.1', 'x'.repeat(2_000_000), 1),
    status: 200,
  },
  { name: 'chunks of one byte to /healthz', bytes: () => inChunks('POST /healthz HTTP/1.1', LONG, 1), status: 200 },
  {
    name: 'a chunk extension for each byte',
    bytes: () => `${head('POST /graphql HTTP/1.1', CHUNKED)}${times(20_000, () => '1;a=b\r\nx\r\n')}0\r\n\r\n`,
    status: 413,
  },
  {
    name: '1,000 trailers',
    bytes: () =>
      inChunks('POST /graphql HTTP/1.1', JSON.stringify({ query: QUERY }), 1_000).replace(
        /\r\n$/,
        `${times(1_000, (n) => `t${n}: x\r\n`)}\r\n`,
      ),
    status: 200,
  },
  // Headers.
  {
    name: '1,500 headers',
    bytes: () => withHeaders(Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`a${n}`, 'x']))),
    status: 200,
  },
  {
    name: '1,300 media types',
    bytes: () => withHeaders({ accept: times(1_300, (n) => `a/b;q=0.${n % 9},`) }),
    status: 406,
  },
  {
    name: 'a content type of 3,500 parameters',
    bytes: () => withHeaders({ 'content-type': `application/json${';a=b'.repeat(3_500)}` }),
    status: 200,
  },
  {
    name: 'a token of 15 KB',
    bytes: () => withHeaders({ authorization: `Bearer ${'='.repeat(15_000)}x` }),
    status: 401,
  },
  {
    name: '1,500 validators',
    bytes: () =>
      head(`GET /graphql?query=${encodeURIComponent('{ integrationProviders { id } }')} HTTP/1.1`, {
        ...JSON_BODY,
        'if-none-match': times(1_500, (n) => `"${n}abc",`),
      }),
    status: 200,
  },
  // Targets.
  {
    name: '1,700 queries in an address',
    bytes: () => head(`GET /graphql?${'query=a&'.repeat(1_700)} HTTP/1.1`, JSON_BODY),
    status: 400,
  },
  {
    name: 'variables of 1,200 levels in an address',
    bytes: () =>
      head(
        `GET /graphql?query=%7B__typename%7D&variables=${'%7B%22a%22:'.repeat(1_000)}1${'%7D'.repeat(1_000)} HTTP/1.1`,
        JSON_BODY,
      ),
    status: 200,
  },
  { name: 'an address of slashes', bytes: () => head(`GET ${'/a'.repeat(7_500)} HTTP/1.1`, JSON_BODY), status: 404 },
];
