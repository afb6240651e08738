import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startProxy, type Proxy as TcpProxy } from '../cache/support/proxy.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ask, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { copies, gateway, keyed, own, writes } from '../helpers/keyed-mutations.ts';
import { ERRORS, mutate, sendMutation } from '../helpers/mutate.ts';
import { eventually, type RedisServer, startRedis } from '../helpers/redis.ts';

describe('what an earlier run did', () => {
  const statusOf = ({ extensions }: { extensions: unknown }) =>
    (extensions as { idempotency: { status: string }[] }).idempotency[0]?.status;

  test('is not read from a webhook that was set up before it', async () => {
    await mutate(gateway, callers.session, 'autoConfigureIntegration', { id: DEV.mailgun }, 'success');
    for (const _ of [1, 2]) {
      gateway.backend.faults.set([{ kind: 'reset', when: 'before', method: 'POST', times: 1 }]);
      const send = sendMutation(
        gateway,
        keyed(callers.session),
        'autoConfigureIntegration',
        { id: DEV.mailgun },
        `success ${ERRORS}`,
      );
      expect((await send).data.autoConfigureIntegration).toMatchObject({
        success: false,
        errors: [{ code: 'OUTCOME_UNKNOWN' }],
      });
    }
  });

  test('is not read from the absence of what was never there', async () => {
    const input = { id: 'ffffffffffffffffffffffff' };
    gateway.backend.faults.set([{ kind: 'reset', when: 'before', method: 'DELETE', times: 2 }]);
    const remove = () => mutate(gateway, keyed(callers.session), 'deleteIntegration', input, 'errors { code }');
    expect((await remove()).errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
    expect((await remove()).errors).toEqual([{ code: 'INTEGRATION_NOT_FOUND' }]);
  });

  test.each([
    ['createIntegration', 'POST', 'OUTCOME_UNKNOWN'],
    ['deleteIntegration', 'DELETE', undefined],
  ])('of %s is not denied where its list could not be read before', async (name, method, code) => {
    const identifier = own('unread').replaceAll(' ', '-');
    const input =
      name === 'deleteIntegration' ? { id: DEV.slack } : { providerId: 'discord', name: 'Once', identifier };
    const run = () => mutate(gateway, keyed(callers.session), name, input, 'errors { code }');
    gateway.backend.faults.set([
      { kind: 'status', status: 500, method: 'GET' },
      { kind: 'reset', when: 'after', method, times: 1 },
    ]);
    expect((await run()).errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
    gateway.backend.faults.clear();
    expect((await run()).errors[0]?.code).toBe(code);
    expect(name === 'deleteIntegration' || copies() === 1).toBe(true);
  });

  test('is gone on with where a successor met a limit', async () => {
    const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
    const remove = () => sendMutation(gateway, keyed(callers.devKey), 'deleteIntegration', input, 'errors { code }');
    gateway.backend.faults.set([{ kind: 'status', status: 500, method: 'POST' }]);
    const first = await remove();
    expect([statusOf(first), first.data.deleteIntegration.errors]).toEqual(['RETRY', [{ code: 'BUSINESS_RULE' }]]);
    gateway.backend.faults.clear();
    const second = await remove();
    expect([statusOf(second), second.data.deleteIntegration.errors]).toEqual(['NEW', []]);
    expect(stored(gateway.backend, DEV.mailgun).primary).toBe(true);
  });

  test('may be what has changed the integration since ifUpdatedAt, where the list does not show it', async () => {
    const query = `{ integration(by: { id: "${DEV.sendgrid}" }) { updatedAt } }`;
    const { updatedAt } = (await gateway.ask(callers.devKey, query)).data.integration;
    const credentials = { sendgrid: { apiKey: 'k', from: 'f', senderName: 's' } };
    const input = { id: DEV.sendgrid, credentials, ifUpdatedAt: updatedAt };
    const update = () => mutate(gateway, keyed(callers.devKey), 'updateIntegration', input, 'errors { code }');
    // An API key does not see credentials.
    gateway.backend.faults.set([{ kind: 'reset', when: 'after', method: 'PUT', times: 2 }]);
    expect((await update()).errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
    expect((await update()).errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
  });

  test('is looked for after another run that did not come so far', async () => {
    const input = { id: DEV.sendgrid, credentialsPatch: { from: 'once@acme.example' } };
    const update = () => sendMutation(gateway, keyed(callers.session), 'updateIntegration', input, 'errors { code }');
    gateway.backend.faults.set([
      // Its first read has an answer, and none does that comes later.
      { kind: 'latency', ms: 0, method: 'GET', times: 1 },
      { kind: 'status', status: 500, method: 'GET' },
      { kind: 'reset', when: 'after', method: 'PUT', times: 1 },
    ]);
    const [first, second] = [await update(), await update()];
    expect([statusOf(first), first.data.updateIntegration.errors]).toEqual(['RETRY', [{ code: 'OUTCOME_UNKNOWN' }]]);
    expect([statusOf(second), second.data.updateIntegration]).toEqual(['RETRY', null]);
    gateway.backend.faults.clear();
    const third = await update();
    expect([statusOf(third), third.data.updateIntegration.errors]).toEqual(['NEW', []]);
    expect(writes().filter((call) => call.startsWith('PUT'))).toHaveLength(1);
  });
});

describe('over Redis', () => {
  let redis: RedisServer;
  let proxy: TcpProxy;
  let two: readonly TestGateway[];
  beforeAll(async () => {
    redis = await startRedis();
    proxy = await startProxy(redis.port);
    const env = {
      NOVU_API_URL: gateway.backend.url,
      REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
      CACHE_KEY_SECRET: 'shared by both, and of 32 characters',
      // A busy machine must not look like a slow Redis.
      REDIS_COMMAND_TIMEOUT: '5s',
      REDIS_REQUEST_BUDGET: '1m',
    };
    two = [await startGateway(env), await startGateway(env)];
  });
  afterAll(async () => {
    for (const one of two) await one.stop();
    await proxy.stop();
  });
  beforeEach(async () => {
    for (const one of two) await one.ask(callers.session, '{ integrations { totalCount } }');
  });

  const WAYS = [
    ['createIntegration', { providerId: 'discord', name: 'Once' }],
    ['updateIntegration', { id: DEV.slack, name: 'Once' }],
  ] as const;
  const done = () => gateway.backend.records().filter(({ name }) => name === 'Once').length;

  /** Sends a mutation by one of the two; what its answer says. */
  async function send(index: number, [name, input]: readonly [string, object], key = 'key-1') {
    const { url } = two[index] ?? gateway;
    const query = `mutation ($input: ${name.replace(/^./, (first) => first.toUpperCase())}Input!) { ${name}(input: $input) { integration { id } ${ERRORS} } }`;
    const { data, errors, extensions } = await ask(url, keyed(callers.session, key), query, { input });
    const [report] = (extensions?.idempotency ?? []) as { status: string }[];
    return { status: report?.status, codes: data[name]?.errors.map(({ code }: { code: string }) => code), errors };
  }

  /** Sends it by the first gateway, and holds it at Novu while `meanwhile` runs. */
  async function during(way: (typeof WAYS)[number], meanwhile: () => Promise<unknown>) {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    gateway.backend.faults.set(['POST', 'PUT'].map((method) => ({ kind: 'gate', method, times: 1, open: gate })));
    const first = send(0, way);
    await eventually('the write', () => gateway.backend.faults.list().length === 1);
    gateway.backend.faults.clear();
    const other = await meanwhile();
    open();
    return [await first, other] as const;
  }

  describe.each(WAYS)('%s', (...way) => {
    test('a store that is emptied in between: the one that it cannot keep apart says so', async () => {
      const [first, second] = await during(way, async () => {
        await redis.command('FLUSHALL');
        return send(1, way);
      });
      expect([first, second]).toMatchObject([
        { status: 'UNPROTECTED', codes: [] },
        { status: 'NEW', codes: [] },
      ]);
      expect(done()).toBe(1);
      expect(await send(0, way)).toMatchObject({ status: 'REPLAYED', codes: [] });
    });

    test('a store that is emptied in between, and nothing else: it says so, and keeps the outcome', async () => {
      const [first] = await during(way, () => redis.command('FLUSHALL'));
      expect(first).toMatchObject({ status: 'UNPROTECTED', codes: [] });
      expect(await send(1, way)).toMatchObject({ status: 'REPLAYED', codes: [] });
      expect(done()).toBe(1);
    });

    test('a store that dies in between and comes back empty: it says so, and nothing is doubled', async () => {
      const [first] = await during(way, () => redis.kill());
      expect(first).toMatchObject({ status: 'UNPROTECTED', codes: [] });
      expect(await send(1, way, 'key-2')).toMatchObject({ status: 'UNPROTECTED', codes: [] });
      await redis.restart();
      await eventually('a protected mutation', async () => (await send(1, way)).status === 'REPLAYED');
      expect(done()).toBe(way[0] === 'createIntegration' ? 2 : 1);
    });

    test('a connection that is cut in between: it says so, and the other gateway finds what it did', async () => {
      const [first] = await during(way, async () => proxy.cut(true));
      expect(first).toMatchObject({ status: 'UNPROTECTED', codes: [] });
      proxy.cut(false);
      // Its leases could not be given back. They end by themselves (test/e2e/two-processes.test.ts).
      const leases = (await redis.command('KEYS', '*:held:*')).split('\n');
      await redis.command('DEL', ...leases);
      const probe = ['updateIntegration', { id: DEV.inbox, name: 'Probe' }] as const;
      await eventually('a connection', async () => (await send(1, probe, 'key-2')).status === 'REPLAYED');
      gateway.backend.requests.clear();
      expect(await send(1, way)).toMatchObject({ status: 'NEW', codes: [] });
      expect(await send(0, way)).toMatchObject({ codes: [] });
      expect(done()).toBe(1);
      expect(writes()).toEqual([]);
    });

    test('a store that does not tell what it keeps: it says so, and keeps that', async () => {
      expect(await send(0, way)).toMatchObject({ status: 'NEW', codes: [] });
      await redis.command('ACL', 'SETUSER', 'default', '-get');
      const second = await send(1, way).finally(() => redis.command('ACL', 'SETUSER', 'default', '+get'));
      expect(second).toMatchObject({ status: 'UNPROTECTED', codes: [] });
      expect(await send(1, way)).toMatchObject({ status: 'REPLAYED', codes: [] });
      expect(done()).toBe(1);
    });
  });

  test('an organization that Novu does not tell: where outcomes are looked for later is not known', async () => {
    const fresh = await startGateway({ NOVU_API_URL: gateway.backend.url });
    gateway.backend.faults.set([{ kind: 'status', status: 500, route: '/v1/environments/me' }]);
    const [name, input] = WAYS[1];
    const { extensions } = await sendMutation(fresh, keyed(callers.devKey), name, input, ERRORS);
    expect(extensions).toEqual({ idempotency: [{ path: [name], status: 'UNPROTECTED' }] });
  });
});
