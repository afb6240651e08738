import { request as send } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Compression } from '../../../src/http/answer/compression.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';

const LONG =
  '{ integrations { nodes { id name identifier providerId channel kind active primary priority createdAt updatedAt } } }';
const SHORT = '{ integrations { totalCount } }';
const SECRET =
  '{ integrations { nodes { id name identifier createdAt credentials { __typename ... on SendGridIntegrationCredentials { apiKey } } } } }';
const DECODE = { br: brotliDecompressSync, gzip: gunzipSync } as const;

interface Raw {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** As it comes over the connection. */
function raw(url: string, caller: Headers, query: string, accepted?: string): Promise<Raw> {
  const headers = { 'content-type': 'application/json', ...caller, ...(accepted && { 'accept-encoding': accepted }) };
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(JSON.stringify({ query }));
  });
}

describe('COMPRESSION=on', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ COMPRESSION: 'on' });
  });

  test.each(['br', 'gzip'] as const)('%s on every way, and the same when it is decoded', async (coding) => {
    const { body: plain } = await raw(gateway.url, callers.session, LONG);
    // The pipeline or a plan first, then the response cache, then its compressed form.
    for (let n = 0; n < 5; n++) {
      const { headers, body } = await raw(gateway.url, callers.session, LONG, coding);
      expect(headers).toMatchObject({ 'content-encoding': coding, 'content-length': String(body.length) });
      expect(headers.vary).toMatch(/Authorization, Novu-Environment-Id, Accept-Encoding$/);
      expect(JSON.parse(DECODE[coding](body).toString())).toEqual(JSON.parse(plain.toString()));
      expect(body.length * 2).toBeLessThan(plain.length);
    }
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['deflate', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('Accept-Encoding: %s gets %s', async (accepted, coding) => {
    const { headers } = await raw(gateway.url, callers.session, LONG, accepted);
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toContain('Accept-Encoding');
  });

  test('what is short is sent as it is', async () => {
    expect((await raw(gateway.url, callers.session, SHORT, 'br')).headers['content-encoding']).toBeUndefined();
  });

  test.each(['session', 'devKey'] as const)('what may hold secrets is never compressed: %s', async (name) => {
    for (let n = 0; n < 3; n++) {
      const { headers, body } = await raw(gateway.url, callers[name], SECRET, 'br, gzip');
      expect(body.length).toBeGreaterThan(1024);
      expect(headers['content-encoding']).toBeUndefined();
    }
  });
});

test('a ready answer is compressed once for each coding; one that is sent once is not kept', async () => {
  const compression = new Compression();
  const body = Buffer.from('integration '.repeat(500));
  const bytes = async (coding: string, isReady: boolean) =>
    (await compression.compress(body, coding, isReady))?.body ?? null;
  const passing = await bytes('br', false);
  const [br, gzip] = [await bytes('br', true), await bytes('gzip', true)];
  expect(br).not.toBe(passing);
  expect([await bytes('br', true), await bytes('gzip', true)].every((one, n) => one === [br, gzip][n])).toBe(true);
  expect([brotliDecompressSync(br ?? ''), gunzipSync(gzip ?? '')]).toEqual([body, body]);
});

test('without COMPRESSION nothing is compressed', async () => {
  const { url } = await startGateway();
  const { headers } = await raw(url, callers.session, LONG, 'br, gzip');
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).not.toContain('Accept-Encoding');
});
