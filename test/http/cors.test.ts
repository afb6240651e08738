import { afterEach, describe, expect, test } from '@jest/globals';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const APP = 'https://app.example.com';
const STUDIO = 'https://studio.apollographql.com';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const REQUESTED = 'authorization,content-type,novu-environment-id,idempotency-key';

function preflight(origin: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(gateway.url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': REQUESTED,
      ...more,
    },
  });
}

function query(headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(gateway.url, {
    method: 'POST',
    headers: { ...callers.devKey, 'content-type': 'application/json', ...headers },
    body: '{"query":"{ integrations { totalCount } }"}',
  });
}

describe('CORS', () => {
  test('lets in the origins of CORS_ORIGINS, and browsers remember that for two hours', async () => {
    gateway = await startGateway({ GATEWAY_MODE: 'production', CORS_ORIGINS: `https://other.example.com, ${APP}` });
    const { status, headers } = await preflight(APP);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(APP);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-max-age')).toBe('7200');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toBe('Origin, Access-Control-Request-Headers');
    expect(headers.get('access-control-allow-headers')).toBe(REQUESTED);
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(gateway.calls()).toEqual([]);
  });

  test('OPTIONS that asks for no method is no preflight: it is refused, and can be read', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP });
    const { status, headers } = await fetch(gateway.url, { method: 'OPTIONS', headers: { origin: APP } });
    expect([status, headers.get('access-control-allow-methods')]).toEqual([405, null]);
    expect(headers.get('access-control-allow-origin')).toBe(APP);
    // Nor is any other method one that asks for it.
    const post = await query({ origin: APP, 'access-control-request-method': 'POST' });
    expect(post.status).toBe(200);
  });

  test('pages that were let in can read the answer, its request id and when to try again', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP });
    const { headers } = await query({ origin: APP });
    expect(headers.get('access-control-allow-origin')).toBe(APP);
    expect(headers.get('access-control-expose-headers')).toBe('X-Request-Id, Retry-After');
    expect(headers.get('vary')).toBe('Origin, Authorization, Novu-Environment-Id');
  });

  test('says the same of an answer that is ready, and never one page what holds for another', async () => {
    gateway = await startGateway({ CORS_ORIGINS: `${APP},https://other.example.com` });
    for (const origin of [APP, APP, APP, 'https://other.example.com']) {
      const { headers } = await query({ origin });
      expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
        origin,
        'Origin, Authorization, Novu-Environment-Id',
      ]);
    }
    const without = await query();
    expect([without.headers.get('access-control-allow-origin'), without.headers.get('vary')]).toEqual([
      null,
      'Origin, Authorization, Novu-Environment-Id',
    ]);
  });

  test.each(['https://evil.example.com', 'null', `${APP}.evil.example.com`, 'http://app.example.com'])(
    'tells %s nothing',
    async (origin) => {
      gateway = await startGateway({ CORS_ORIGINS: APP });
      for (const { headers } of [await preflight(origin), await query({ origin })]) {
        expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    },
  );

  test('errors can be read as well, also those of requests that never became an operation', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP });
    for (const contentType of ['text/plain', 'application/json']) {
      const headers = { origin: APP, 'content-type': contentType };
      const answer = await fetch(gateway.url, { method: 'POST', headers, body: 'no JSON' });
      expect(answer.ok).toBe(false);
      expect(answer.headers.get('access-control-allow-origin')).toBe(APP);
    }
  });

  test('CORS_CREDENTIALS lets cookies come along', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP, CORS_CREDENTIALS: 'true' });
    expect((await preflight(APP)).headers.get('access-control-allow-credentials')).toBe('true');
    expect((await query({ origin: APP })).headers.get('access-control-allow-credentials')).toBe('true');
  });

  test('* lets everybody in, without credentials, and the answer is the same for all', async () => {
    gateway = await startGateway({ CORS_ORIGINS: '*' });
    const { headers } = await query({ origin: APP });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('vary')).toBe('Authorization, Novu-Environment-Id');
  });

  const asking = (names: string) => preflight(APP, { 'access-control-request-headers': names });
  const allowedHeaders = async (names: string) => (await asking(names)).headers.get('access-control-allow-headers');

  test('pages may send what they ask for: tools for tracing and clients add names of their own', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP });
    for (const names of [
      'authorization,baggage,content-type,sentry-trace,traceparent,tracestate',
      'content-type, graphql-client-name, graphql-client-version',
      'x-datadog-origin,x-datadog-parent-id,x-datadog-sampling-priority,x-datadog-trace-id',
    ]) {
      expect(await allowedHeaders(names)).toBe(names);
    }
    for (const names of ['', 'a\u00e9', 'x'.repeat(5_000), 'a:b', 'a"b']) {
      expect([names, await allowedHeaders(names)]).toEqual([names, null]);
    }
  });

  test('CORS_HEADERS closes the list', async () => {
    gateway = await startGateway({ CORS_ORIGINS: APP, CORS_HEADERS: 'Content-Type,Authorization' });
    expect(await allowedHeaders('content-type,traceparent')).toBe('Content-Type, Authorization');
    expect((await asking('content-type')).headers.get('vary')).toBe('Origin');
  });

  test.each(['development', 'production'])('a private network, in %s', async (mode) => {
    gateway = await startGateway({ GATEWAY_MODE: mode, CORS_ORIGINS: APP });
    const asked = { 'access-control-request-private-network': 'true' };
    const answers = [await preflight(APP, asked), await preflight(APP), await preflight('https://evil.example', asked)];
    expect(answers.map(({ headers }) => headers.get('access-control-allow-private-network'))).toEqual([
      mode === 'development' ? 'true' : null,
      null,
      null,
    ]);
  });

  test('Apollo Studio is let in for development, not in production', async () => {
    gateway = await startGateway({ GATEWAY_MODE: 'development' });
    expect((await preflight(STUDIO)).headers.get('access-control-allow-origin')).toBe(STUDIO);
    await gateway.stop();
    gateway = await startGateway({ GATEWAY_MODE: 'production' });
    const { headers } = await preflight(STUDIO);
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, null]);
  });
});
