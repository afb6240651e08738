import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { bodyOf, connectRaw, exchange, head, nextServerSocket, post, statusOf } from '../../helpers/raw-client.ts';

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await startGateway();
  url = gateway.app.url;
  await gateway.ask(callers.devKey, LIST);
});
afterAll(() => gateway.stop());

const LIST = '{ integrations { totalCount } }';
const BODY = JSON.stringify({ query: LIST });
const KEY = { ...callers.devKey };
const DATA = { integrations: { totalCount: 11 } };

describe('a body that is too large', () => {
  const DECLARED = { host: 'a', 'content-type': 'application/json', 'content-length': `${50 * 1024 ** 2}` };
  const { 'content-length': _, ...others } = DECLARED;
  const CHUNKED = { ...others, 'transfer-encoding': 'chunked' };
  const PIECE = Buffer.alloc(64 * 1024, 0x20);
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

  test.each([
    ['with its length told', DECLARED, PIECE],
    ['in chunks', CHUNKED, chunk(PIECE)],
  ])('%s: the 413 reaches a client that is still sending, and then it is cut off', async (_name, headers, piece) => {
    const asked = nextServerSocket();
    const client = await connectRaw(url);
    client.socket.write(head('POST /graphql HTTP/1.1', headers));
    const send = (error?: Error | null) => {
      if (!error) client.socket.write(piece, send);
    };
    send();
    const answer = await client.until(/\}\]\}$/);
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/^connection: close\r$/m);
    expect(bodyOf(answer).errors).toMatchObject([
      { message: 'The request body is larger than 262144 bytes.', extensions: { code: 'BAD_REQUEST' } },
    ]);
    await client.closed;
    expect((await asked).bytesRead).toBeLessThan(3 * 1024 ** 2);
  });

  test('by little is read to its end, and the connection closed in order', async () => {
    const client = await connectRaw(url);
    const asked = nextServerSocket();
    // It looks for an answer only when it has sent everything, as simple clients do: a reset could take the answer away.
    client.socket.pause();
    const request = post(Buffer.alloc(1_000 * 1024, 0x20));
    for (let start = 0; start < request.length; start += 8_192) {
      await new Promise((resolve) => {
        client.socket.write(request.subarray(start, start + 8_192), resolve);
      });
    }
    client.socket.resume();
    expect(statusOf(await client.closed)).toBe(413);
    expect(client.fault()).toBe(null);
    expect((await asked).bytesRead).toBe(request.length);
  });

  test('and never comes is waited for no longer than two seconds', async () => {
    const client = await connectRaw(url);
    client.socket.write(head('POST /graphql HTTP/1.1', DECLARED));
    expect(statusOf(await client.closed)).toBe(413);
  });
});

describe('a body in short pieces', () => {
  const CHUNKED = {
    host: 'a',
    connection: 'close',
    'content-type': 'application/json',
    'transfer-encoding': 'chunked',
    ...KEY,
  };
  const inChunks = (body: string, size: number) => {
    const parts = body.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    return parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('');
  };

  test('is read, however short they are, where they are few', async () => {
    const body = JSON.stringify({ query: LIST, variables: { a: 'x'.repeat(4_000) } });
    const answer = await exchange(url, head('POST /graphql HTTP/1.1', CHUNKED), inChunks(body, 1), '0\r\n\r\n');
    expect([statusOf(answer), bodyOf(answer).data]).toEqual([200, DATA]);
  });

  test('is read, however many they are, where they are not too short', async () => {
    const body = JSON.stringify({ query: LIST, variables: { a: 'x'.repeat(200_000) } });
    const answer = await exchange(url, head('POST /graphql HTTP/1.1', CHUNKED), inChunks(body, 33), '0\r\n\r\n');
    expect([statusOf(answer), bodyOf(answer).data]).toEqual([200, DATA]);
  });

  test('is refused where they are many and short, and little more of it is read', async () => {
    const asked = nextServerSocket();
    const answer = await exchange(url, head('POST /graphql HTTP/1.1', CHUNKED), inChunks('x'.repeat(250_000), 1));
    expect(statusOf(answer)).toBe(413);
    expect(bodyOf(answer).errors).toMatchObject([
      {
        message: 'The request body comes in too many short pieces. Send it in longer ones.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
    expect((await asked).bytesRead).toBeLessThan(6 * 100_000);
  });
});

describe('a body that nothing reads', () => {
  const LINES = [
    'POST /healthz HTTP/1.1',
    'POST /readyz HTTP/1.1',
    'PUT /graphiql HTTP/1.1',
    'DELETE /settings HTTP/1.1',
  ];

  test.each([...LINES, 'GET /graphql?query={__typename} HTTP/1.1'])(
    '%s: leaves the connection to the next request',
    async (line) => {
      const headers = { host: 'a', 'content-length': '5', 'apollo-require-preflight': '1' };
      const client = await connectRaw(url);
      client.socket.write(head(line, headers));
      client.socket.write('{"a":');
      client.socket.write(head('GET /healthz HTTP/1.1', { host: 'a', connection: 'close' }));
      const answers = (await client.closed).match(/HTTP\/1\.1 \d+/g);
      expect(answers).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    },
  );

  test.each(LINES)('%s: without end is read a little, and then cut off behind the answer', async (line) => {
    const asked = nextServerSocket();
    const client = await connectRaw(url);
    client.socket.write(head(line, { host: 'a', 'content-length': `${50 * 1024 ** 2}` }));
    const send = (error?: Error | null) => {
      if (!error) client.socket.write(Buffer.alloc(64 * 1024, 0x20), send);
    };
    send();
    await client.until(/^HTTP\/1\.1 200 OK\r\n[\s\S]*^connection: close\r$/im);
    await client.closed;
    expect((await asked).bytesRead).toBeLessThan(3 * 1024 ** 2);
  });
});

describe('Expect: 100-continue', () => {
  const ASKING = { host: 'a', connection: 'close', expect: '100-continue', ...KEY };
  const asking = (headers: Readonly<Record<string, string>>, line = 'POST /graphql HTTP/1.1') =>
    head(line, { ...ASKING, 'content-type': 'application/json', 'content-length': `${BODY.length}`, ...headers });

  test('a client is told to go on where its body will be read', async () => {
    const client = await connectRaw(url);
    client.socket.write(asking({}));
    expect(await client.until(/\r\n\r\n/)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.socket.write(BODY);
    const answer = await client.closed;
    expect(bodyOf(answer.slice(answer.lastIndexOf('HTTP/1.1')))).toEqual({ data: DATA });
  });

  test.each([
    ['too large', 413, asking({ 'content-length': '262145' })],
    ['of another type', 415, asking({ 'content-type': 'text/plain' })],
    ['compressed', 415, asking({ 'content-encoding': 'gzip' })],
    ['for an answer that cannot be given', 406, asking({ accept: 'image/png' })],
    ['for a path that is not there', 404, asking({}, 'POST /nothing HTTP/1.1')],
    ['for a probe', 200, asking({}, 'POST /healthz HTTP/1.1')],
    ['with something else expected', 417, asking({ expect: 'a-miracle' })],
  ])('and is not where it is %s', async (_name, status, request) => {
    const answer = await exchange(url, request);
    expect(answer).not.toContain('100 Continue');
    expect(statusOf(answer)).toBe(status);
  });
});
