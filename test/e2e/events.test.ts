import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type ErrorEvent, errorChannel } from '../../src/telemetry/channels.ts';
import { DEV } from '../helpers/demo-data.ts';
import { ask, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate, sendMutation } from '../helpers/mutate.ts';

describe('errors on their way to a client are published with their cause', () => {
  let gateway: TestGateway;
  const events: ErrorEvent[] = [];
  const listen = (event: unknown) => events.push(event as ErrorEvent);
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    gateway.backend.reset();
    events.length = 0;
    errorChannel.subscribe(listen);
  });
  afterEach(() => {
    errorChannel.unsubscribe(listen);
  });

  test('a write of unknown outcome', async () => {
    gateway.backend.faults.set([
      { kind: 'status', status: 500, when: 'after', method: 'PUT' },
      { kind: 'status', status: 500, method: 'GET' },
    ]);
    const { errors } = await mutate(gateway, callers.session, 'updateIntegration', { id: DEV.slack, name: 'New' });
    expect(errors).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }]);
    expect(events.map(({ code }) => code)).toEqual(['ANSWER_LOST', 'EFFECTS_UNREADABLE', 'OUTCOME_UNKNOWN']);
    expect(events.slice(2)).toEqual([
      {
        requestId: expect.any(String),
        code: 'OUTCOME_UNKNOWN',
        error: expect.objectContaining({ name: 'UpstreamRequestError', status: 500 }),
      },
    ]);
  });

  test('effects of a write that cannot be read', async () => {
    gateway.backend.faults.set([{ kind: 'status', status: 500, method: 'GET' }]);
    const selection = 'integration { id } changedIntegrations { id } errors { code }';
    await sendMutation(gateway, callers.session, 'updateIntegration', { id: DEV.slack, name: 'Newer' }, selection);
    expect(events.map(({ code }) => code)).toContain('EFFECTS_UNREADABLE');
  });

  test('a read that failed', async () => {
    gateway.backend.faults.set([{ kind: 'status', status: 500 }]);
    const { headers } = await gateway.ask(callers.viewer, '{ integrations(first: 1) { totalCount } }');
    expect(events).toEqual([
      {
        requestId: headers.get('x-request-id'),
        code: 'UPSTREAM_UNAVAILABLE',
        error: expect.objectContaining({ cause: expect.objectContaining({ status: 500 }) }),
      },
    ]);
  });
});

/** An upstream that keeps its connections for ten minutes, and refuses every write for a reason that it does not name. */
async function startUpstream() {
  const closed: Promise<unknown>[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const me = request.url === '/v1/environments/me' ? { _id: 'e', _organizationId: 'o' } : [];
    const body = request.method === 'GET' ? { data: me } : { statusCode: 400, message: ['it is wrong'] };
    request.resume().once('end', () => {
      response.writeHead(request.method === 'GET' ? 200 : 400, {
        'content-type': 'application/json',
        'keep-alive': 'timeout=600',
      });
      response.end(JSON.stringify(body));
    });
  });
  server.on('connection', (socket) => closed.push(once(socket, 'close')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, closed, stop };
}

describe('on an upstream that keeps connections open', () => {
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  beforeAll(async () => {
    upstream = await startUpstream();
  });
  afterAll(() => upstream.stop());

  test('a refusal that names no field is still an error, and a stop closes the connections', async () => {
    const app = await createApp(parseConfig({ PORT: '0', LOG_LEVEL: 'silent', NOVU_API_URL: upstream.url }));
    const query =
      'mutation { createIntegration(input: { providerId: "discord" }) { integration { id } errors { code path } } }';
    const { data } = await ask(`${app.url}/graphql`, callers.session, query).finally(() => app.stop());
    expect(data.createIntegration).toEqual({ integration: null, errors: [{ code: 'INVALID_INPUT', path: ['input'] }] });
    await Promise.all(upstream.closed);
    expect(upstream.closed.length).toBeGreaterThan(0);
  });
});
