import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { type Answer, ask, callers } from '../helpers/gateway.ts';
import { LIST, logged, printed, ROOT, refuses, type Started, start, until } from '../helpers/started.ts';

/** A gateway in the middle of a request. */
interface Held {
  readonly gateway: Started;
  readonly url: string;
  readonly slow: Promise<Answer>;
  /** Lets the upstream answer. */
  readonly open: () => void;
}

test('without any setting it answers on the embedded backend, and says how to ask it', async () => {
  const gateway = start();
  const url = await gateway.url;
  expect((await ask(`${url}/graphql`, callers.devKey, LIST)).data).toEqual({ integrations: { totalCount: 11 } });
  const [line, ...demo] = printed(gateway);
  expect(line).toContain(`${url}/graphql`);
  for (const token of ['a', 'b', 'c']) expect(demo.join('\n')).toContain(token.repeat(32));
  for (const token of ['dev-session', 'dev-session-viewer', 'dev-session-globex'])
    expect(demo.join('\n')).toContain(token);
  for (const id of ['1', '2', '3']) expect(demo.join('\n')).toContain(`65a00000000000000000000${id}`);
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ upstream: 'embedded' });
  gateway.signal('SIGTERM');
  expect(await gateway.exit).toBe(0);
  expect(gateway.stderr()).toBe('');
});

describe('with an upstream', () => {
  test('no demo caller is printed, and there is no introspection', async () => {
    const backend = await startBackend();
    try {
      const gateway = start({ NOVU_API_URL: backend.url });
      const url = await gateway.url;
      expect(gateway.stdout()).not.toContain('dev-session');
      // Introspection is for development, which an upstream of one's own is not.
      expect((await ask(`${url}/graphql`, {}, '{ __schema { types { name } } }')).errors).toHaveLength(1);
      gateway.signal('SIGINT');
      expect(await gateway.exit).toBe(0);
    } finally {
      await backend.stop();
    }
  });

  /** A gateway with a request that its upstream holds until `open` is called. */
  async function startHeld(env: Readonly<Record<string, string>>, work: (held: Held) => Promise<void>): Promise<void> {
    const backend = await startBackend();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    try {
      const gateway = start({ NOVU_API_URL: backend.url, ...env });
      const url = await gateway.url;
      backend.faults.add({ kind: 'gate', route: '/v1/integrations', open: gate });
      const slow = ask(`${url}/graphql`, callers.session, LIST);
      slow.catch(() => undefined);
      await until(() => backend.requests.some(({ path }) => path === '/v1/integrations'));
      await work({ gateway, url, slow, open });
    } finally {
      open();
      await backend.stop();
    }
  }

  const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
  test.each(SIGNALS.flatMap((first) => SIGNALS.map((second) => [first, second] as const)))(
    '%s, then %s: no more waiting for load balancers, then none for requests either, and it ends with 1',
    async (first, second) => {
      await startHeld({ SHUTDOWN_DELAY: '1h', SHUTDOWN_TIMEOUT: '2h' }, async ({ gateway, url, slow }) => {
        gateway.signal(first);
        if (first === 'SIGTERM') {
          await until(async () => (await fetch(`${url}/readyz`)).status === 503);
          gateway.signal(second);
        }
        await until(() => refuses(url));
        gateway.signal(second);
        expect(await gateway.exit).toBe(1);
        await expect(slow).rejects.toThrow('fetch failed');
      });
    },
  );

  test('SIGTERM: it ends within SHUTDOWN_TIMEOUT, logs what is cut off, and exits with 1', async () => {
    await startHeld({ SHUTDOWN_TIMEOUT: '500ms', UPSTREAM_TIMEOUT: '1h' }, async ({ gateway, slow }) => {
      gateway.signal('SIGTERM');
      expect(await gateway.exit).toBe(1);
      await expect(slow).rejects.toThrow('fetch failed');
      const cutOff = logged(gateway).filter(({ code }) => code === 'CUT_OFF');
      expect(cutOff).toEqual([expect.objectContaining({ requestId: expect.stringMatching(/^[\w-]{36}$/) })]);
    });
  });

  test('SIGTERM: a delay that is longer than all of the time takes half of it', async () => {
    const gateway = start({ SHUTDOWN_DELAY: '1h', SHUTDOWN_TIMEOUT: '6s' });
    await gateway.url;
    gateway.signal('SIGTERM');
    // After the other half the process is ended, with 1.
    expect(await gateway.exit).toBe(0);
  });

  test('SIGHUP changes nothing', async () => {
    await startHeld({}, async ({ gateway, url }) => {
      gateway.signal('SIGHUP');
      expect((await ask(`${url}/graphql`, callers.globexKey, '{ __typename }')).status).toBe(200);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      gateway.signal('SIGINT');
      await until(() => refuses(url));
    });
  });

  test.each([
    ['an exception', 'throw new RangeError("CAN" + "ARY")'],
    ['a rejection', 'Promise.reject(new RangeError("CAN" + "ARY"))'],
  ])(
    '%s that nothing catches is one line of the log, and ends it with 1 when requests are done',
    async (_, failure) => {
      // Any signal that Node leaves to the process.
      const NODE_OPTIONS = `--import="data:text/javascript,process.on('SIGUSR2', () => { ${failure.replaceAll('"', "'")} })"`;
      await startHeld({ NODE_OPTIONS, SHUTDOWN_TIMEOUT: '1h' }, async ({ gateway, url, slow, open }) => {
        gateway.signal('SIGUSR2');
        await until(() => refuses(url));
        open();
        expect((await slow).data).toEqual({ integrations: { totalCount: 20 } });
        expect(await gateway.exit).toBe(1);
        const lines = logged(gateway).filter(({ code }) => code === 'UNCAUGHT_EXCEPTION');
        const cause = [expect.objectContaining({ name: 'RangeError' })];
        expect(lines).toEqual([expect.objectContaining({ level: 50, cause })]);
        expect(gateway.stdout() + gateway.stderr()).not.toContain('CANARY');
      });
    },
  );

  test('SIGTERM: not ready first, what is under way finishes, then it ends with 0', async () => {
    const backend = await startBackend();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    try {
      const gateway = start({ NOVU_API_URL: backend.url, SHUTDOWN_DELAY: '1h', SHUTDOWN_TIMEOUT: '2h' });
      const url = await gateway.url;
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await ask(`${url}/graphql`, callers.devKey, LIST);
      backend.requests.clear();
      backend.faults.add({ kind: 'gate', route: '/v1/integrations', open: gate });
      let answered = false;
      const slow = ask(`${url}/graphql`, callers.session, LIST).finally(() => {
        answered = true;
      });
      await until(() => backend.requests.some(({ path }) => path === '/v1/integrations'));
      gateway.signal('SIGTERM');
      await until(async () => (await fetch(`${url}/readyz`)).status === 503);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      // What needs nobody is answered still, and its connection ends with the answer.
      const { data: known, headers } = await ask(`${url}/graphql`, callers.devKey, LIST);
      expect([known, headers.get('connection')]).toEqual([{ integrations: { totalCount: 11 } }, 'close']);
      expect(answered).toBe(false);
      // Load balancers have noticed.
      gateway.signal('SIGTERM');
      await until(() => refuses(url));
      expect(answered).toBe(false);
      open();
      const { status, data } = await slow;
      expect([status, data]).toEqual([200, { integrations: { totalCount: 20 } }]);
      expect(await gateway.exit).toBe(0);
    } finally {
      open();
      await backend.stop();
    }
  });
});

test('a configuration that is wrong is told whole, without secrets, and ends with 1', async () => {
  const gateway = start({
    PORT: 'http',
    UPSTREAM_TIMEOUT: '10',
    NOVU_API_URL: 'ftp://novu',
    MAX_BODY: '1kB',
    HTTPS_PROXY: 'user:CANARY',
    REDIS_URL: 'redis://:CANARY@127.0.0.1',
  });
  expect(await gateway.exit).toBe(1);
  for (const name of ['PORT', 'UPSTREAM_TIMEOUT', 'NOVU_API_URL', 'MAX_BODY', 'HTTPS_PROXY', 'CACHE_KEY_SECRET']) {
    expect(gateway.stderr()).toMatch(new RegExp(`^${name} must be `, 'm'));
  }
  expect(gateway.stderr()).not.toMatch(/CANARY|\bat .*\.js/);
  expect(gateway.stdout()).toBe('');
});

describe('HEAP_GROWTH_PERCENT', () => {
  /** Prints each flag that V8 is given, and whether the gateway's first dependency is loaded by then. */
  const SPY = `data:text/javascript,import v8 from 'node:v8'; import { syncBuiltinESMExports } from 'node:module';
    v8.setFlagsFromString = (flag) => console.error(flag, typeof Reflect.getMetadata); syncBuiltinESMExports();`;
  const NODE_OPTIONS = `--import="${SPY.replaceAll('\n', '')}"`;

  test('is told V8 before anything is loaded', async () => {
    const gateway = start({ NODE_OPTIONS, HEAP_GROWTH_PERCENT: '40' });
    await gateway.url;
    expect(gateway.stderr()).toBe('--heap-growing-percent=40 undefined\n');
  });

  test('is 100 by default', async () => {
    const gateway = start({ NODE_OPTIONS });
    await gateway.url;
    expect(gateway.stderr()).toBe('--heap-growing-percent=100 undefined\n');
  });
});

test('a port that is taken is told in one line, and ends with 1', async () => {
  const first = start();
  const { port } = new URL(await first.url);
  const second = start({ PORT: port });
  expect(await second.exit).toBe(1);
  expect(second.stderr()).toBe(
    `The gateway cannot run:\nPort ${port} is in use (EADDRINUSE). Set PORT to another one, or to 0 for any that is free.\n`,
  );
  expect(second.stderr()).not.toMatch(/^\s+at /m);
});

test('two that start at once in a fresh clone do not trip over each other’s build', async () => {
  const clone = mkdtempSync(join(tmpdir(), 'gateway-'));
  try {
    for (const name of ['src', 'package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(clone, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
    const both = [start({}, clone), start({}, clone)];
    for (const gateway of both) {
      const { data } = await ask(`${await gateway.url}/graphql`, callers.devKey, LIST);
      expect(data).toEqual({ integrations: { totalCount: 11 } });
    }
    expect(readdirSync(join(clone, 'dist'))).toHaveLength(1);
    for (const gateway of both) gateway.signal('SIGTERM');
    expect(await Promise.all(both.map(({ exit }) => exit))).toEqual([0, 0]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
