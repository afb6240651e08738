import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners, getMaxListeners, once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type UpstreamEvent, upstreamChannel } from '../../src/telemetry/channels.ts';
import {
  answering,
  callOf,
  ENVIRONMENT,
  errorOf,
  gate,
  ID,
  json,
  KEY,
  row,
  sourceOf,
  startScripted,
  WRITES,
} from './harness.ts';

describe('what is sent', () => {
  test('a read carries its caller and nothing else', async () => {
    const upstream = await answering(200, { data: [] });
    const source = sourceOf(upstream.url);
    await source.list(callOf());
    await source.list(callOf(KEY));
    const always = {
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      connection: 'keep-alive',
      host: upstream.url.slice(7),
    };
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

  test('a write adds its body, and nothing that the gateway keeps to itself', async () => {
    const upstream = await answering(200, { data: row() });
    const source = sourceOf(upstream.url);
    await source.update(callOf(), ID, { name: 'Ä' });
    await source.setPrimary(callOf(), ID);
    const always = {
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
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
        'content-length': '27',
        body: '{"name":"Ä","check":false}',
      },
      { ...always, 'content-length': '0', body: '' },
    ]);
  });

  test.each(['', '/', '/api', '/api/', '/a/b//'])('the base path %j goes before every path', async (prefix) => {
    const upstream = await answering(200, { data: [] });
    await sourceOf(upstream.url + prefix).list(callOf());
    expect(upstream.seen[0]?.url).toBe(`${prefix.replace(/\/+$/, '')}/v1/integrations`);
  });

  test('a connection is reused, and a read that is cancelled in the queue does not close it', async () => {
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
    expect(await queued).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: {} });
    answer.open();
    await first;
    await source.list(callOf());
    expect([upstream.seen.length, upstream.connections()]).toEqual([2, 1]);
  });
});

describe('a caller that disconnects', () => {
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

  test('may have many reads in flight, which leave no listener on the signal', async () => {
    const [underWay, answer] = [gate(), gate()];
    const upstream = await startScripted(async (response, _seen, nth) => {
      if (nth === 12) underWay.open();
      await answer.opened;
      json(response, 200, { data: true });
    });
    const source = sourceOf(upstream.url, { limits: { callerUnderWay: 12 } });
    const { signal } = new AbortController();
    const reads = Array.from({ length: 24 }, () => source.webhookSupported(callOf(undefined, signal), ID));
    // Those that wait have one each, too.
    await underWay.opened;
    expect(getEventListeners(signal, 'abort')).toHaveLength(24);
    // Without limit: beyond it, node would print a warning of a leak.
    expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
    answer.open();
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
    expect(events.map(({ attempted: _attempted, ...event }) => event)).toEqual([
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

test('close() waits for the calls in flight, then closes the connections', async () => {
  const [arrived, answer] = [gate(), gate()];
  const upstream = await startScripted(async (response) => {
    arrived.open();
    await answer.opened;
    json(response, 200, { data: [row()] });
  });
  const source = sourceOf(upstream.url);
  const list = source.list(callOf());
  await arrived.opened;
  const closed = Promise.all([source.close(), source.close()]);
  answer.open();
  expect((await list).integrations).toHaveLength(1);
  await closed;
  expect(await errorOf(source.list(callOf()))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(upstream.seen).toHaveLength(1);
});
