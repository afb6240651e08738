import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UpstreamOptions } from '../../src/upstream/source.ts';
import {
  atEnd,
  callOf,
  errorOf,
  findClosedPort,
  json,
  row,
  type Scripted,
  sourceOf,
  startRaw,
  startScripted,
  WRITES,
} from './harness.ts';

let folder = '';
const pem = { ca: '', key: '', cert: '' };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upstream-tls-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  const request = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...request, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test CA', '-days', '2');
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '2'];
  openssl('req', '-x509', ...request, ...names, ...signed, '-keyout', 'key.pem', '-out', 'cert.pem');
  for (const [name, file] of [
    ['ca', 'ca.pem'],
    ['key', 'key.pem'],
    ['cert', 'cert.pem'],
  ] as const) {
    pem[name] = readFileSync(join(folder, file), 'utf8');
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** An upstream of https whose certificate, for `localhost`, is signed by the CA of this test. */
async function startTls(): Promise<Scripted & { readonly port: string }> {
  const server = createHttpsServer({ key: pem.key, cert: pem.cert });
  const upstream = await startScripted((response) => json(response, 200, { data: [row()] }), server);
  const { port } = new URL(upstream.url);
  return { ...upstream, port, url: `https://localhost:${port}` };
}

interface Proxy {
  readonly url: string;
  /** Where it was asked to connect, with the headers that came along. */
  readonly asked: { target: string | undefined; headers: string[] }[];
}

/** A proxy that leads every CONNECT to this machine; or that answers it with another status. */
async function startProxy(status = 200): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const server = createServer();
  server.on('connect', (request, client, head) => {
    asked.push({ target: request.url, headers: request.rawHeaders });
    client.on('error', () => undefined);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const socket = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.write(head);
      socket.pipe(client).pipe(socket);
    });
    socket.on('error', () => client.destroy());
    // Both: a server does not close what it has connected, and neither end tells the other of its own destruction.
    atEnd(async () => {
      socket.destroy();
      client.destroy();
    });
  });
  const { url } = await startScripted(() => undefined, server);
  return { url, asked };
}

describe('TLS', () => {
  test('an own CA is trusted', async () => {
    const upstream = await startTls();
    const list = await sourceOf(`${upstream.url}/api/`, { ca: pem.ca }).list(callOf());
    expect(list.integrations).toHaveLength(1);
    expect(upstream.seen[0]?.url).toBe('/api/v1/integrations');
  });

  test.each<[string, (upstream: { url: string; port: string }) => [string, Partial<UpstreamOptions>], RegExp]>([
    ['an unknown CA', ({ url }) => [url, {}], /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET/],
    ['another host', ({ port }) => [`https://127.0.0.1:${port}`, { ca: pem.ca }], /ERR_TLS_CERT_ALTNAME_INVALID/],
  ])('a certificate of %s keeps reads and writes from being sent', async (_name, aim, code) => {
    const upstream = await startTls();
    const [url, options] = aim(upstream);
    const expected = { code: 'UPSTREAM_UNAVAILABLE', cause: { code: expect.stringMatching(code) } };
    expect(await errorOf(sourceOf(url, options).list(callOf()))).toMatchObject(expected);
    for (const { run } of Object.values(WRITES)) {
      expect(await errorOf(run(sourceOf(url, options)))).toMatchObject(expected);
    }
    expect(upstream.seen).toHaveLength(0);
  });
});

describe('a proxy', () => {
  test('is used for https, and sees neither path nor token', async () => {
    const [upstream, proxy] = [await startTls(), await startProxy()];
    const source = sourceOf(upstream.url, { ca: pem.ca, httpsProxy: proxy.url, connections: 1 });
    await source.list(callOf());
    await source.list(callOf());
    expect(upstream.seen.map(({ url }) => url)).toEqual(['/v1/integrations', '/v1/integrations']);
    expect(proxy.asked.map(({ target }) => target)).toEqual([`localhost:${upstream.port}`]);
    expect(JSON.stringify(proxy.asked)).not.toMatch(/TOKEN-MARK|integrations|novu-environment-id/i);
  });

  test('does not change what upstream receives', async () => {
    const [upstream, proxy] = [await startTls(), await startProxy()];
    await sourceOf(upstream.url, { ca: pem.ca, httpsProxy: proxy.url }).list(callOf());
    expect(Object.keys(upstream.seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'host',
      'novu-environment-id',
      'x-request-id',
    ]);
  });

  test.each(['localhost', 'example.com, localhost', '*'])('is not used for a host of noProxy %j', async (noProxy) => {
    const [upstream, proxy] = [await startTls(), await startProxy()];
    await sourceOf(upstream.url, { ca: pem.ca, httpsProxy: proxy.url, noProxy }).list(callOf());
    expect([upstream.seen.length, proxy.asked.length]).toEqual([1, 0]);
  });

  test('is not used for http', async () => {
    const upstream = await startScripted((response) => json(response, 200, { data: [] }));
    const proxy = await startProxy();
    await sourceOf(upstream.url, { httpsProxy: proxy.url }).list(callOf());
    expect([upstream.seen.length, proxy.asked.length]).toEqual([1, 0]);
  });

  test('of the environment is not looked at', async () => {
    const [upstream, secure, proxy] = [
      await startScripted((response) => json(response, 200, { data: [] })),
      await startTls(),
      await startProxy(),
    ];
    const dead = `http://127.0.0.1:${await findClosedPort()}`;
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: dead, HTTPS_PROXY: dead, http_proxy: dead, https_proxy: dead });
    try {
      await sourceOf(upstream.url).list(callOf());
      await sourceOf(upstream.url, { httpsProxy: proxy.url }).list(callOf());
      for (const httpsProxy of [undefined, '']) await sourceOf(secure.url, { ca: pem.ca, httpsProxy }).list(callOf());
    } finally {
      process.env = before;
    }
    expect([upstream.seen.length, secure.seen.length, proxy.asked.length]).toEqual([2, 2, 0]);
  });

  test.each([403, 407, 502])('that answers %d is out of reach, and nothing was sent', async (status) => {
    const [upstream, proxy] = [await startTls(), await startProxy(status)];
    const source = sourceOf(upstream.url, { ca: pem.ca, httpsProxy: proxy.url });
    for (const { run } of Object.values(WRITES)) {
      expect(await errorOf(run(source))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    }
    expect(await errorOf(source.list(callOf()))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([upstream.seen.length, proxy.asked.length]).toEqual([0, 6]);
  });

  test('that hangs up is asked once for each request', async () => {
    let connections = 0;
    const proxy = await startRaw((socket) => {
      connections += 1;
      socket.once('data', () => socket.end());
    });
    const source = sourceOf('https://localhost:1', { httpsProxy: proxy.url, timeoutMs: 2_000 });
    const error = await errorOf(source.delete(callOf(), 'x'));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'PROXY_CLOSED' } });
    expect(connections).toBe(1);
  });

  test('that never answers is out of reach after the timeout, and let go of soon after', async () => {
    const closed: Promise<unknown>[] = [];
    const proxy = await startRaw((socket) => closed.push(once(socket.resume(), 'close')));
    const source = sourceOf('https://localhost:1', { httpsProxy: proxy.url, timeoutMs: 60 });
    expect(await errorOf(source.delete(callOf(), 'x'))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await errorOf(source.list(callOf()))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await Promise.all(closed);
    expect(closed.length).toBeGreaterThan(0);
  });

  test('that is not there is out of reach', async () => {
    const httpsProxy = `http://127.0.0.1:${await findClosedPort()}`;
    const error = await errorOf(sourceOf('https://localhost:1', { httpsProxy }).delete(callOf(), 'x'));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ECONNREFUSED' } });
  });
});
