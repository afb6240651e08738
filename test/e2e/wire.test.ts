import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Backend, startBackend } from '../../src/novu-double/server/backend.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ask, callers, startApp } from '../helpers/gateway.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';
import { type Send, startWireProxy, type WireProxy } from '../helpers/wire-proxy.ts';

const LIST = '{ integrations { totalCount } }';

/** Nothing stands in for a failed read. */
const UNCACHED = {
  CACHE_TTL: '0s',
  CACHE_STALE_WHILE_REVALIDATE: '0s',
  CACHE_STALE_IF_ERROR: '0s',
  CACHE_MEMORY_TTL: '0s',
};

let backend: Backend;
let proxy: WireProxy;
let url: string;
beforeAll(async () => {
  backend = stopAtEnd(await startBackend());
  proxy = await startWireProxy(backend.url);
  await startAnew();
});

async function startAnew(): Promise<void> {
  // Official SDKs have the version in their base URL.
  const app = await startApp({ NOVU_API_URL: `${proxy.url}/v1/`, UPSTREAM_MAX_BODY: '64KiB', ...UNCACHED });
  url = `${app.url}/graphql`;
}

beforeEach(async () => {
  backend.reset();
  proxy.answerBy(null);
  // While another caller's calls succeed, those that fail here do not open the breaker, however slow the machine is.
  await ask(url, callers.globexKey, LIST);
  proxy.calls();
});

const total = async () => {
  const { data, errors } = await ask(url, callers.session, LIST);
  return errors ? errors : data.integrations.totalCount;
};

async function mutate(name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { integration { id name } errors { code message } } }`;
  const { data, errors } = await ask(url, callers.session, query, { input });
  return errors ?? data[name];
}

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

describe('a refusal in words', () => {
  // So many broken reads have opened the breaker.
  beforeAll(startAnew);

  const refuse =
    (status: number, message: unknown, method?: string): Send =>
    (passing, response) => {
      const refused = method === undefined || passing.method === method;
      response
        .writeHead(refused ? status : passing.status, { 'content-type': 'application/json' })
        .end(refused ? JSON.stringify({ statusCode: status, message }) : passing.body);
    };

  test.each([
    ['createIntegration', { providerId: 'discord' }, 'POST', 'Cannot POST /v1/integrations'],
    ['updateIntegration', { id: DEV.slack, name: 'x' }, 'PUT', `Cannot PUT /v1/integrations/${DEV.slack}`],
    ['deleteIntegration', { id: DEV.slack }, 'DELETE', `Cannot DELETE /v1/integrations/${DEV.slack}`],
    ['setPrimaryIntegration', { id: DEV.nodemailer }, 'POST', 'Cannot POST /v1/integrations/x/set-primary'],
  ])('a route that the server lacks is no answer of a Novu API: %s', async (name, input, method, message) => {
    proxy.answerBy(refuse(404, message, method));
    expect(await mutate(name, input)).toMatchObject([
      { message: expect.stringContaining('version of the Novu API'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
  });

  test('a page of Express that says so is none either', async () => {
    proxy.answerBy((passing, response) => {
      if (passing.method === 'GET') return response.writeHead(200).end(passing.body);
      return response.writeHead(404, { 'content-type': 'text/html' }).end(`<pre>Cannot ${passing.method} /v1/x</pre>`);
    });
    expect(await mutate('createIntegration', { providerId: 'discord' })).toMatchObject([
      { message: expect.stringContaining('version of the Novu API'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
  });

  test('auto-configure on a server without it is told to be too new', async () => {
    proxy.answerBy(refuse(404, 'Cannot POST /v1/integrations/x/auto-configure', 'POST'));
    expect((await mutate('autoConfigureIntegration', { id: DEV.mailgun })).errors).toMatchObject([
      { code: 'BUSINESS_RULE', message: expect.stringContaining('too old') },
    ]);
  });

  test('402 says that it is the plan, for reads and writes', async () => {
    proxy.answerBy(refuse(402, 'Payment Required'));
    expect(await total()).toMatchObject([
      { message: expect.stringContaining('plan'), extensions: { code: 'FORBIDDEN' } },
    ]);
    proxy.answerBy(refuse(402, 'Payment Required', 'POST'));
    expect((await mutate('createIntegration', { providerId: 'discord' })).errors).toMatchObject([
      { code: 'BUSINESS_RULE', message: expect.stringContaining('plan') },
    ]);
  });

  test('advice about a header goes to a caller who sent it', async () => {
    proxy.answerBy(refuse(400, ['environmentId should not be empty']));
    const [session] = (await ask(url, callers.session, LIST)).errors ?? [];
    const [key] = (await ask(url, callers.devKey, LIST)).errors ?? [];
    expect(session?.message).toContain('Novu-Environment-Id');
    expect(key?.message).not.toContain('Novu-Environment-Id');
    proxy.answerBy(refuse(404, 'Environment 65a000000000000000000001 not found'));
    const viewer = '{ integrationsViewer { environment { id } } }';
    expect((await ask(url, callers.session, viewer)).errors?.[0]?.message).toContain('Novu-Environment-Id');
    expect((await ask(url, callers.prodKey, viewer)).errors?.[0]?.message).not.toContain('Novu-Environment-Id');
  });

  test('an environment that Novu does not know is no bad token', async () => {
    proxy.answerBy(refuse(401, 'Cannot find environment'));
    // The second time it may be remembered.
    for (let nth = 0; nth < 2; nth += 1) {
      expect(await total()).toMatchObject([
        { message: expect.stringContaining('Novu-Environment-Id'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test.each([
    [500, 'Handler for integration of 65b1 was not found'],
    [500, 'Handler for provider was not found'],
    [404, 'Handler for integration of 65b1 was not found'],
  ])('whether events are reported is not known: %i %s', async (status, message) => {
    // A refused caller is remembered.
    await startAnew();
    proxy.answerBy((passing, response) => {
      const refused = passing.path.includes('/webhook/');
      refuse(refused ? status : 404, message, refused ? 'GET' : 'none')(passing, response);
    });
    const query = `{ integration(by: { id: "${DEV.sendgrid}" }) { webhookSupported } }`;
    expect((await ask(url, callers.session, query)).data).toEqual({ integration: { webhookSupported: null } });
  });
});

test('answers that tell of a missing handler do not count as failures of Novu', async () => {
  await startAnew();
  const body = JSON.stringify({ statusCode: 500, message: 'Handler for provider was not found' });
  proxy.answerBy((passing, response) => {
    const asked = passing.path.includes('/webhook/');
    response.writeHead(asked ? 500 : passing.status).end(asked ? body : passing.body);
  });
  const query = '{ integrations(first: 10) { nodes { webhookSupported } } }';
  for (let nth = 0; nth < 4; nth += 1) expect((await ask(url, callers.session, query)).errors).toBeUndefined();
  expect(await total()).toBe(20);
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
