import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners, getMaxListeners, once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type UpstreamEvent, upstreamChannel } from '../../src/telemetry/channels.ts';
import { systemRetryClock } from '../../src/upstream/retry.ts';
import {
  answering,
  callOf,
  ENVIRONMENT,
  errorOf,
  gate,
  ID,
  instantClock,
  json,
  KEY,
  row,
  sourceOf,
  startRaw,
  startScripted,
  WRITES,
} from './harness.ts';

describe('what is sent', () => {
  test('a read carries its caller and nothing else', async () => {
    const upstream = await answering(200, { data: [] });
    const source = sourceOf(upstream.url);
    await source.list(callOf());
    await source.list(callOf(KEY));
    const always = { accept: 'application/json', connection: 'keep-alive', host: upstream.url.slice(7) };
    expect(upstream.seen.map(({ headers }) => headers)).toEqual([
      {
        ...always,
        authorization: 'Bearer TOKEN-MARK',
        'novu-environment-id': ENVIRONMENT,
        'x-request-id': 'request-1',
      },
      { ...always, authorization: 'ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'x-request-id': 'request-1' },
    ]);
  });

  test('a write adds its body and its idempotency key', async () => {
    const upstream = await answering(200, { data: row() });
    const source = sourceOf(upstream.url);
    await source.update(callOf(), ID, { name: 'Ä' }, { idempotencyKey: 'once' });
    await source.setPrimary(callOf(), ID);
    const always = {
      accept: 'application/json',
      authorization: 'Bearer TOKEN-MARK',
      connection: 'keep-alive',
      host: upstream.url.slice(7),
      'novu-environment-id': ENVIRONMENT,
      'x-request-id': 'request-1',
    };
    expect(upstream.seen.map(({ headers, body }) => ({ ...headers, body }))).toEqual([
      {
        ...always,
        'content-type': 'application/json',
        'content-length': '13',
        'idempotency-key': 'once',
        body: '{"name":"Ä"}',
      },
      { ...always, 'content-length': '0', body: '' },
    ]);
  });

  test.each(['', '/', '/api', '/api/', '/a/b//'])('the base path %j goes before every path', async (prefix) => {
    const upstream = await answering(200, { data: [] });
    await sourceOf(upstream.url + prefix).list(callOf());
    expect(upstream.seen[0]?.url).toBe(`${prefix.replace(/\/+$/, '')}/v1/integrations`);
  });

  test('a connection is used again, and a read given up in the queue does not cost it', async () => {
    const [arrived, answer] = [gate(), gate()];
    const upstream = await startScripted(async (response) => {
      arrived.open();
      await answer.opened;
      json(response, 200, { data: [] });
    });
    const source = sourceOf(upstream.url, { connections: 1 });
    const leaving = new AbortController();
    const first = source.list(callOf());
    await arrived.opened;
    const queued = errorOf(source.list(callOf(undefined, leaving.signal)));
    leaving.abort();
    expect(await queued).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ABORTED' } });
    answer.open();
    await first;
    await source.list(callOf());
    expect([upstream.seen.length, upstream.connections()]).toEqual([2, 1]);
  });
});

describe('a caller who leaves', () => {
  test('ends the read, and upstream sees that', async () => {
    const leaving = new AbortController();
    const closed: Promise<unknown>[] = [];
    const upstream = await startScripted((response) => {
      closed.push(once(response, 'close'));
      leaving.abort();
    });
    const error = await errorOf(sourceOf(upstream.url).list(callOf(undefined, leaving.signal)));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ABORTED' } });
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  test('ends the read in the middle of the answer', async () => {
    const leaving = new AbortController();
    const closed: Promise<unknown>[] = [];
    const upstream = await startScripted((response) => {
      closed.push(once(response, 'close'));
      response.writeHead(200).write('{"data":');
    });
    const leave = () => leaving.abort();
    subscribe('undici:request:bodyChunkReceived', leave);
    const error = await errorOf(sourceOf(upstream.url).list(callOf(undefined, leaving.signal)));
    unsubscribe('undici:request:bodyChunkReceived', leave);
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { code: 'ABORTED', status: 200 } });
    await Promise.all(closed);
    expect(upstream.seen).toHaveLength(1);
  });

  test('may have many reads under way, which leave nothing behind on the signal', async () => {
    const upstream = await answering(200, { data: true });
    const source = sourceOf(upstream.url);
    const { signal } = new AbortController();
    const reads = Array.from({ length: 20 }, () => source.webhookSupported(callOf(undefined, signal), ID));
    expect(getEventListeners(signal, 'abort')).toHaveLength(20);
    // Without limit: beyond it, node would print a warning of a leak.
    expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
    await Promise.all(reads);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('ends the retries', async () => {
    const leaving = new AbortController();
    const upstream = await answering(503, {});
    const clock = { random: () => 0, sleep: async () => leaving.abort() };
    await errorOf(sourceOf(upstream.url, { retryClock: clock }).list(callOf(undefined, leaving.signal)));
    expect(upstream.seen).toHaveLength(1);
  });

  test('before the read has begun keeps it from being sent', async () => {
    const upstream = await answering(200, { data: [] });
    const error = await errorOf(sourceOf(upstream.url).list(callOf(undefined, AbortSignal.abort())));
    expect(error).toMatchObject({ cause: { code: 'ABORTED' } });
    expect(upstream.seen).toHaveLength(0);
  });
});

describe('retries', () => {
  test.each([502, 503, 504])('a read answered with %d is sent again', async (status) => {
    const clock = instantClock();
    const upstream = await startScripted((response, _seen, nth) =>
      nth < 3 ? response.writeHead(status).end('<p>later</p>') : json(response, 200, { data: [row()] }),
    );
    const list = await sourceOf(upstream.url, { retryClock: clock }).list(callOf());
    expect([list.integrations.length, upstream.seen.length, clock.slept]).toEqual([1, 3, [50, 100]]);
  });

  test.each(['resetAndDestroy', 'destroy', 'end'] as const)('a read is sent again after socket.%s()', async (how) => {
    const upstream = await startScripted((response, _seen, nth) =>
      nth < 3 ? response.socket?.[how]() : json(response, 200, { data: [row()] }),
    );
    const list = await sourceOf(upstream.url).list(callOf());
    expect([list.integrations.length, upstream.seen.length]).toEqual([1, 3]);
  });

  test('wait up to three times as long by chance', async () => {
    const clock = instantClock(0.5);
    const upstream = await answering(503, {});
    await errorOf(sourceOf(upstream.url, { retryClock: clock }).list(callOf()));
    expect(clock.slept).toEqual([100, 200]);
  });

  test('really wait where no clock is given', async () => {
    const upstream = await startScripted((response, _seen, nth) => json(response, nth < 3 ? 503 : 200, { data: [] }));
    const startedAt = performance.now();
    await sourceOf(upstream.url, { retryClock: undefined }).list(callOf());
    const took = performance.now() - startedAt;
    expect(took).toBeGreaterThan(145);
  });

  test('do not begin a wait that the timeout would cut off', async () => {
    const clock = instantClock(0.99);
    const upstream = await answering(503, {});
    const error = await errorOf(sourceOf(upstream.url, { retryClock: clock, timeoutMs: 140 }).list(callOf()));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([upstream.seen.length, clock.slept]).toEqual([1, []]);
  });

  test('end with the timeout of the whole call', async () => {
    const upstream = await startScripted((response, _seen, nth) => {
      if (nth === 1) {
        json(response, 503, {});
      }
    });
    const startedAt = performance.now();
    const error = await errorOf(sourceOf(upstream.url, { timeoutMs: 500 }).list(callOf()));
    const took = performance.now() - startedAt;
    expect(error).toMatchObject({ code: 'UPSTREAM_TIMEOUT', httpStatus: 504, cause: { code: 'TIMEOUT' } });
    expect(upstream.seen).toHaveLength(2);
    expect(took).toBeGreaterThan(495);
    expect(took).toBeLessThan(2_000);
  });

  test('the default wait ends early with its signal', async () => {
    const startedAt = performance.now();
    await systemRetryClock.sleep(10_000, AbortSignal.timeout(10));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('a timeout', () => {
  test.each([
    ['no answer', ''],
    ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"data":['],
    ['half the headers', 'HTTP/1.1 200 OK\r\ncontent-'],
  ])('of a read after %s closes the connection', async (_name, text) => {
    const closed: Promise<unknown>[] = [];
    const upstream = await startRaw((socket) => {
      closed.push(once(socket, 'close'));
      socket.on('data', () => socket.write(text));
    });
    const error = await errorOf(sourceOf(upstream.url, { timeoutMs: 150 }).list(callOf()));
    expect(error).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });
});

describe('telemetry', () => {
  const events: UpstreamEvent[] = [];
  const listen = (event: unknown) => events.push(event as UpstreamEvent);
  afterEach(() => {
    upstreamChannel.unsubscribe(listen);
    events.length = 0;
  });

  test('has one event for each attempt, with how it ended', async () => {
    upstreamChannel.subscribe(listen);
    const upstream = await startScripted((response, _seen, nth) => {
      const scripts = [() => response.socket?.resetAndDestroy(), () => response.writeHead(502).end('<p>')];
      (scripts[nth - 1] ?? (() => json(response, 200, { data: [] })))();
    });
    await sourceOf(upstream.url).list(callOf());
    const common = {
      requestId: 'request-1',
      method: 'GET',
      route: '/v1/integrations',
      durationMs: expect.any(Number),
    };
    expect(events).toEqual([
      { ...common, attempt: 1, status: null, fault: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) },
      { ...common, attempt: 2, status: 502, fault: 'NOT_JSON' },
      { ...common, attempt: 3, status: 200, fault: null },
    ]);
  });

  test('names the route, not the path, and holds no secret', async () => {
    upstreamChannel.subscribe(listen);
    const upstream = await startScripted((response, seen) => {
      const one = seen.method === 'DELETE' ? [] : { ...row(), success: true };
      json(response, 200, { data: seen.method === 'GET' ? true : one });
    });
    const source = sourceOf(upstream.url);
    for (const { run } of Object.values(WRITES)) {
      await run(source);
    }
    await source.webhookSupported(callOf(), ID);
    expect(events.map(({ method, route }) => `${method} ${route}`)).toEqual([
      'POST /v1/integrations',
      'PUT /v1/integrations/{id}',
      'POST /v1/integrations/{id}/set-primary',
      'DELETE /v1/integrations/{id}',
      'POST /v1/integrations/{id}/auto-configure',
      'GET /v1/integrations/webhook/provider/{id}/status',
    ]);
    const text = JSON.stringify(events);
    for (const secret of ['TOKEN-MARK', ID, ENVIRONMENT, upstream.url]) {
      expect(text).not.toContain(secret);
    }
  });
});

test('close() waits for the calls under way, then closes the connections', async () => {
  const [arrived, answer] = [gate(), gate()];
  const upstream = await startScripted(async (response) => {
    arrived.open();
    await answer.opened;
    json(response, 200, { data: [row()] });
  });
  const source = sourceOf(upstream.url);
  const list = source.list(callOf());
  await arrived.opened;
  const closed = source.close();
  answer.open();
  expect((await list).integrations).toHaveLength(1);
  await closed;
  expect(await errorOf(source.list(callOf()))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(upstream.seen).toHaveLength(1);
});
