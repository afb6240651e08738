import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type HttpEvent, httpChannel } from '../../src/telemetry/channels.ts';
import { collectEvents } from '../helpers/events.ts';
import { callers, readAnswer, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { exchange, head, statusOf } from '../helpers/raw-client.ts';

const LIST = '{ integrations { totalCount } }';
const told = collectEvents<HttpEvent>(httpChannel);

let gateway: TestGateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<TestGateway> {
  gateway = await startGateway(env);
  return gateway;
}

/** A request that Novu has and does not answer before `open`. */
async function underWay({ backend, ask, calls }: TestGateway) {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  calls();
  backend.faults.add({ kind: 'gate', route: '/v1/integrations', open: gate });
  const answer = ask(callers.session, LIST).then(
    ({ data }) => data,
    () => 'cut off',
  );
  while (!backend.requests.some(({ path }) => path === '/v1/integrations')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { answer, open };
}

describe('while it stops', () => {
  test('it is not ready, still alive, and ends each connection with its answer, and at once those that ask nothing', async () => {
    const own = await start();
    const { app, ask } = own;
    const idle = connect(Number(new URL(own.url).port), '127.0.0.1');
    idle.on('error', () => undefined);
    await once(idle, 'connect');
    const ended = once(idle, 'close');
    await ask(callers.devKey, LIST);
    const before = await fetch(`${app.url}/readyz`);
    expect([before.status, before.headers.get('connection')]).toEqual([200, 'keep-alive']);
    const { answer, open } = await underWay(own);
    let stopped = false;
    gateway = undefined;
    let stop: Promise<void> | undefined;
    try {
      app.leave();
      const ready = await fetch(`${app.url}/readyz`);
      expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
      expect(await ready.json()).toMatchObject({ status: 'draining', upstream: 'configured' });
      expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
      const known = await ask(callers.devKey, LIST);
      expect([known.status, known.headers.get('connection')]).toEqual([200, 'close']);
      stop = own.stop().then(() => {
        stopped = true;
      });
      await expect(fetch(`${app.url}/healthz`)).rejects.toThrow('fetch failed');
      expect(stopped).toBe(false);
    } finally {
      open();
      await stop;
    }
    await ended;
    expect(await answer).toEqual({ integrations: { totalCount: 20 } });
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow('fetch failed');
  });

  test('it does not wait longer than SHUTDOWN_TIMEOUT', async () => {
    const own = await start({ SHUTDOWN_TIMEOUT: '50ms' });
    const { answer, open } = await underWay(own);
    gateway = undefined;
    const stop = own.app.stop();
    try {
      expect(await answer).toBe('cut off');
      await stop;
    } finally {
      open();
      await own.backend.stop();
    }
  });
});

describe('a path that is none', () => {
  test.each(['/nothing', '/graphiql', '/settings', '/', '/graphql/x'])(
    '%s in production is 404, also for an operation',
    async (path) => {
      const { app } = await start({ GATEWAY_MODE: 'production' });
      for (const headers of [{}, { 'content-type': 'application/json', ...callers.devKey }]) {
        const init = { method: 'POST', headers, body: JSON.stringify({ query: LIST }) };
        const answer = await readAnswer(await fetch(app.url + path, init));
        expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
      expect(gateway?.calls()).toEqual([]);
    },
  );

  test('of GraphiQL is 404 too, also where every object has something of that name', async () => {
    const { app } = await start();
    for (const path of [
      '/graphiql/',
      '/graphiql/constructor',
      '/graphiql/__proto__',
      '/graphiql/none.js',
      '/graphiqlx',
    ]) {
      expect([path, (await fetch(app.url + path)).status]).toEqual([path, 404]);
    }
  });
});

test('each part of the pages has its type, is asked for again, and leads to the log', async () => {
  const { app } = await start();
  for (const [path, type] of [
    ['/graphiql', 'text/html'],
    ['/graphiql/page.css', 'text/css'],
    ['/graphiql/page.js', 'text/javascript'],
    ['/graphiql/graphql-worker.js', 'text/javascript'],
    ['/settings', 'text/html'],
    ['/settings/page.css', 'text/css'],
    ['/settings/api.js', 'text/javascript'],
    ['/settings/callers.json', 'application/json'],
  ]) {
    const { status, headers, body } = await fetch(`${app.url}${path}?x`, { headers: { 'x-request-id': 'mine-1' } });
    await body?.cancel();
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      `${type}; charset=utf-8`,
      'no-cache',
    ]);
    expect([headers.get('x-request-id'), headers.get('x-content-type-options')]).toEqual(['mine-1', 'nosniff']);
  }
});

test('HTTP/1.0 may do without Host, and expects nothing', async () => {
  const { app } = await start();
  const old = head('GET /healthz HTTP/1.0', { expect: 'something' });
  expect(statusOf(await exchange(app.url, old))).toBe(200);
  expect(statusOf(await exchange(app.url, head('GET /healthz HTTP/1.1', { connection: 'close' })))).toBe(400);
});

test('methods and paths that clients think of are not repeated to telemetry', async () => {
  const { app } = await start();
  for (const [method, path] of [
    ['GET', '/healthz?secret'],
    ['PURGE', '/secret'],
  ] as const)
    await exchange(app.url, head(`${method} ${path} HTTP/1.1`, { host: 'a', connection: 'close' }));
  expect(told().map(({ method, route }) => [method, route])).toEqual([
    ['GET', '/healthz'],
    ['OTHER', 'other'],
  ]);
});
