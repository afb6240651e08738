import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { backend, mutate, proxy, total, url } from '../helpers/behind-proxy.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ask, callers } from '../helpers/gateway.ts';
import type { Send } from '../helpers/wire-proxy.ts';

/** Answers with another body and other headers. */
const coded = (coding: string, encode: (body: Buffer) => Buffer | string): Send => {
  return ({ status, body }, response) =>
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': coding }).end(encode(body));
};

describe('a proxy that compresses', () => {
  test.each<[string, (body: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['identity', (body) => body],
  ])('with %s is understood, for reads, writes and refusals', async (coding, encode) => {
    proxy.answerBy(coded(coding, encode));
    expect(await total()).toBe(20);
    const created = await mutate('createIntegration', { providerId: 'discord', name: 'Packed', identifier: 'packed' });
    expect(created).toMatchObject({ integration: { name: 'Packed' }, errors: [] });
    const again = await mutate('createIntegration', { providerId: 'discord', name: 'Packed', identifier: 'packed' });
    expect(again.errors).toMatchObject([{ code: 'IDENTIFIER_TAKEN' }]);
    expect(await mutate('deleteIntegration', { id: DEV.slack })).toMatchObject({ errors: [] });
  });

  test('is told what it may use', async () => {
    let asked: unknown;
    proxy.answerBy(({ requestHeaders, status, body }, response) => {
      asked = requestHeaders['accept-encoding'];
      response.writeHead(status).end(body);
    });
    await total();
    expect(asked).toBe('gzip, br');
  });

  test.each<[string, (body: Buffer) => Buffer | string]>([
    ['deflate', deflateSync],
    ['zstd', (body) => body],
    ['gzip, br', (body) => brotliCompressSync(gzipSync(body))],
    ['gzip', () => 'not compressed at all'],
    ['gzip', (body) => gzipSync(body).subarray(0, 200)],
    ['br', (body) => gzipSync(body)],
  ])('with %s that cannot be read is named as the fault', async (coding, encode) => {
    proxy.answerBy(coded(coding, encode));
    expect(await total()).toMatchObject([
      { message: expect.stringContaining('compressed'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
    const created = await mutate('createIntegration', { providerId: 'discord', name: 'Lost' });
    expect(created.errors).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }]);
    expect(backend.records().filter(({ name }) => name === 'Lost')).toHaveLength(1);
  });

  test.each<[string, (body: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('with %s is held to the limit on bodies after decoding too', async (coding, encode) => {
    const padded = (bytes: number) => Buffer.concat([Buffer.from('{"data":[]}'), Buffer.alloc(bytes, ' ')]);
    const bomb = encode(padded(50_000_000));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const small = encode(padded(60 * 1024));
    proxy.answerBy(coded(coding, () => small));
    expect(await total()).toBe(0);
    proxy.answerBy(coded(coding, () => bomb));
    expect(await total()).toMatchObject([{ extensions: { code: 'UPSTREAM_CONTRACT' } }]);
  });
});

test('a byte order mark is skipped', async () => {
  proxy.answerBy(({ status, body }, response) => {
    response.writeHead(status).end(Buffer.concat([Buffer.from('\ufeff'), body]));
  });
  expect(await total()).toBe(20);
  expect(await mutate('updateIntegration', { id: DEV.slack, name: 'Marked' })).toMatchObject({
    integration: { name: 'Marked' },
    errors: [],
  });
});

describe('a write that is answered without a body', () => {
  const empty =
    (method: string, status: number): Send =>
    (passing, response) => {
      if (passing.method === method) response.writeHead(status).end();
      else response.writeHead(passing.status).end(passing.body);
    };

  test.each([200, 204])('of a delete is done, %i', async (status) => {
    proxy.answerBy(empty('DELETE', status));
    expect(await mutate('deleteIntegration', { id: DEV.slack })).toEqual({
      integration: expect.objectContaining({ id: DEV.slack }),
      errors: [],
    });
    expect(stored(backend, DEV.slack).deleted).toBe(true);
  });

  test('of an update with 204 is done, and what it made is read', async () => {
    proxy.answerBy(empty('PUT', 204));
    expect(await mutate('updateIntegration', { id: DEV.slack, name: 'Silent' })).toEqual({
      integration: { id: DEV.slack, name: 'Silent' },
      errors: [],
    });
    expect(proxy.calls().at(-1)).toBe('GET /v1/integrations');
  });

  test('of a promotion with 204 is done', async () => {
    proxy.answerBy(empty('POST', 204));
    expect(await mutate('setPrimaryIntegration', { id: DEV.nodemailer })).toMatchObject({
      integration: { id: DEV.nodemailer },
      errors: [],
    });
  });

  test('of a create is found by its identifier', async () => {
    proxy.answerBy(empty('POST', 204));
    expect((await mutate('createIntegration', { providerId: 'discord' })).errors).toEqual([]);
  });
});

describe('a body that breaks off', () => {
  const broken: [string, Send][] = [
    [
      'before its announced length',
      ({ body }, response) => {
        response.writeHead(200, { 'content-length': body.length });
        response.write(body.subarray(0, 300), () => response.destroy());
      },
    ],
    [
      'between two chunks',
      ({ body }, response) => {
        response.writeHead(200);
        response.write(body.subarray(0, 300), () => response.destroy());
      },
    ],
    [
      'compressed',
      ({ body }, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.write(gzipSync(body).subarray(0, 100), () => response.destroy());
      },
    ],
    [
      'within a refusal by a proxy',
      (_, response) => {
        response.writeHead(302, { 'content-length': 100 });
        response.write('half', () => response.destroy());
      },
    ],
  ];

  test.each(broken)('%s is read again, and in the end not available', async (_, send) => {
    proxy.answerBy(send);
    expect(await total()).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(proxy.calls()).toHaveLength(3);
  });

  test.each(broken)('%s once is survived', async (_, send) => {
    proxy.answerBy((passing, response) => {
      proxy.answerBy(null);
      send(passing, response);
    });
    expect(await total()).toBe(20);
    expect(proxy.calls()).toHaveLength(2);
  });
});

test.each<[string, (body: Buffer) => Buffer]>([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('half of a body in %s whose end only the connection tells is read again', async (coding, encode) => {
  proxy.answerBy(({ body }, response) => {
    proxy.answerBy(null);
    response.removeHeader('transfer-encoding');
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    response.writeHead(200, { 'content-encoding': coding });
    response.write(encode(body).subarray(0, 100), () => response.end());
  });
  expect(await total()).toBe(20);
  expect(proxy.calls()).toHaveLength(2);
});

test.each([
  ['true', true],
  ['false', false],
  [true, true],
  ['yes', null],
])('a webhook that is enabled by %j reads as %j', async (inboundWebhookEnabled, expected) => {
  proxy.answerBy(({ status, body }, response) => {
    const { data } = JSON.parse(body.toString()) as { data: object[] };
    const rows = data.map((row) => ({ ...row, configurations: { inboundWebhookEnabled } }));
    response.writeHead(status).end(JSON.stringify({ data: rows }));
  });
  const query = `{ integration(by: { id: "${DEV.slack}" }) { configurations { inboundWebhookEnabled } } }`;
  const { data } = await ask(url, callers.session, query);
  expect(data.integration.configurations).toEqual({ inboundWebhookEnabled: expected });
});
