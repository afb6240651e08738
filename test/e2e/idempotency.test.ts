import { describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers } from '../helpers/gateway.ts';
import { copies, create, gateway, keyed, own, writes } from '../helpers/keyed-mutations.ts';
import { ERRORS, mutate, sendMutation } from '../helpers/mutate.ts';

describe.each([
  ['header', (caller: Headers, input: object, key?: string) => create(keyed(caller, key), input)],
  ['input', (caller: Headers, input: object, key = 'key-1') => create(caller, { ...input, idempotencyKey: own(key) })],
])('the key in the %s', (_place, send) => {
  test.each(['devKey', 'session'] as const)('makes a repeated create one (%s)', async (name) => {
    const caller = callers[name];
    const first = await send(caller, {});
    const second = await send(caller, {});
    expect(first.errors).toEqual([]);
    expect(second).toEqual(first);
    expect(copies()).toBe(1);
    expect((await send(caller, {}, 'key-2')).integration.id).not.toBe(first.integration.id);
  });

  test('with another input is a conflict', async () => {
    await send(callers.devKey, {});
    const second = await send(callers.devKey, { name: 'Twice' });
    expect(second).toMatchObject({
      integration: null,
      errors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }],
    });
    expect(copies()).toBe(1);
  });

  test('for another environment is another input', async () => {
    const here = await send(callers.session, {});
    expect(here.integration.environment.id).toBe(ACME_DEV);
    const elsewhere = { ...callers.session, 'novu-environment-id': ACME_PROD };
    for (const [caller, input] of [
      [elsewhere, {}],
      [callers.session, { environmentId: ACME_PROD }],
      [callers.prodKey, {}],
    ] as const) {
      expect((await send(caller, input)).errors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    }
    // The same organization and environment.
    expect(await send(callers.devKey, {})).toEqual(here);
    expect(copies()).toBe(1);
  });
});

test('the key of the input and that of the header are the same key', async () => {
  const first = await create(keyed(callers.devKey), {});
  expect(await create(callers.devKey, { idempotencyKey: own('key-1') })).toEqual(first);
  expect(await create(keyed(callers.devKey, 'of-the-header'), { idempotencyKey: own('key-1') })).toEqual(first);
  expect(copies()).toBe(1);
});

test('no key leaves the gateway: Novu would replay its own failures', async () => {
  await create(keyed(callers.devKey), {});
  const keys = gateway.backend.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toEqual([undefined]);
});

test('one key for two mutations is two keys, for two integrations a conflict', async () => {
  const caller = keyed(callers.devKey);
  const send = (name: string, input: object) => mutate(gateway, caller, name, input, `integration { id } ${ERRORS}`);
  expect((await send('setPrimaryIntegration', { id: DEV.nodemailer })).errors).toEqual([]);
  expect((await send('autoConfigureIntegration', { id: DEV.mailgun })).errors).toEqual([]);
  expect((await send('setPrimaryIntegration', { id: DEV.mailgun })).errors).toMatchObject([
    { code: 'IDEMPOTENCY_CONFLICT' },
  ]);
  expect(stored(gateway.backend, DEV.nodemailer).primary).toBe(true);
});

test.each<[string, object]>([
  ['updateIntegration', { id: DEV.slack, name: 'Once' }],
  ['setPrimaryIntegration', { id: DEV.nodemailer }],
  ['deleteIntegration', { id: DEV.telegram }],
  ['autoConfigureIntegration', { id: DEV.mailgun }],
  ['updateIntegration', { id: 'ffffffffffffffffffffffff', name: 'Refused' }],
])('%s %j: a repeat is replayed, marked, and sends nothing', async (name, input) => {
  const caller = keyed(callers.devKey);
  const first = await sendMutation(gateway, caller, name, input, ERRORS);
  expect(writes()).toHaveLength(1);
  const second = await sendMutation(gateway, caller, name, input, ERRORS);
  expect(writes()).toEqual([]);
  expect(second.data).toEqual(first.data);
  expect([first.extensions, second.extensions]).toEqual([
    { idempotency: [{ path: [name], status: 'NEW' }] },
    { idempotency: [{ path: [name], status: 'REPLAYED' }] },
  ]);
});

test('a replay tells client caches the same: the edge of a create, and the id of a delete', async () => {
  const selection = `integrationEdge { cursor node { id } } ${ERRORS}`;
  const input = { providerId: 'discord', name: 'Once' };
  const made = await mutate(gateway, keyed(callers.session), 'createIntegration', input, selection);
  expect(made.integrationEdge).toEqual({ cursor: expect.any(String), node: { id: expect.any(String) } });
  expect(await mutate(gateway, keyed(callers.session), 'createIntegration', input, selection)).toEqual(made);
  const { id } = made.integrationEdge.node;
  for (const _turn of ['runs', 'replays']) {
    const deleted = await mutate(gateway, keyed(callers.session), 'deleteIntegration', { id }, 'deletedIntegrationId');
    expect(deleted).toEqual({ deletedIntegrationId: id });
  }
});

test('after an unknown outcome the same key first finds out what became of the first try', async () => {
  gateway.backend.faults.set([
    { kind: 'reset', when: 'after', method: 'POST', times: 1 },
    { kind: 'status', status: 500, method: 'GET' },
  ]);
  const first = await create(keyed(callers.session), {});
  expect(first.errors).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }]);
  gateway.backend.faults.clear();
  const second = await create(keyed(callers.session), {});
  expect(second.errors).toEqual([]);
  expect(await create(keyed(callers.session), {})).toEqual(second);
  expect(copies()).toBe(1);
});

test.each([500, 503] as const)('a %d of Novu is not kept: the same key tries again', async (status) => {
  gateway.backend.faults.add({ kind: 'status', status, when: 'before', method: 'POST', times: 1 });
  const failed = await sendMutation(
    gateway,
    keyed(callers.session),
    'createIntegration',
    { providerId: 'discord', name: 'Once' },
    ERRORS,
  );
  expect(failed.extensions).toEqual({ idempotency: [{ path: ['createIntegration'], status: 'RETRY' }] });
  expect((await create(keyed(callers.session), {})).errors).toEqual([]);
  expect(copies()).toBe(1);
});

test('a repeat while the first is under way waits for it, and is replayed', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.add({ kind: 'gate', method: 'POST', times: 1, open: gate });
  const first = create(keyed(callers.devKey), {});
  const second = create(keyed(callers.devKey), {});
  const other = await create(keyed(callers.devKey), { name: 'Other' }).finally(open);
  expect(other.errors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  expect(await second).toEqual(await first);
  expect(copies()).toBe(1);
});

describe('a replay', () => {
  const selection = `integration { id name } ${ERRORS}`;
  const rename = (caller: Headers, key = 'key-1') =>
    sendMutation(gateway, keyed(caller, key), 'updateIntegration', { id: DEV.slack, name: 'Once' }, selection);

  test('shows the integration as it is, and none where another has deleted it', async () => {
    await rename(callers.session);
    await mutate(gateway, callers.session, 'updateIntegration', { id: DEV.slack, name: 'Later' });
    expect((await rename(callers.session)).data.updateIntegration.integration).toMatchObject({ name: 'Later' });
    await mutate(gateway, callers.session, 'deleteIntegration', { id: DEV.slack });
    gateway.calls();
    const last = await rename(callers.session);
    expect(last.data.updateIntegration).toEqual({ integration: null, errors: [] });
    expect(last.extensions).toEqual({ idempotency: [{ path: ['updateIntegration'], status: 'REPLAYED' }] });
    expect(writes()).toEqual([]);
  });

  test('shows a caller no more than that caller may see', async () => {
    await rename(callers.session);
    const { data, extensions } = await rename(callers.prodKey);
    expect(extensions).toMatchObject({ idempotency: [{ status: 'REPLAYED' }] });
    expect(data.updateIntegration).toEqual({ integration: null, errors: [] });
  });

  test('is of one organization: the same key and input of another one is new', async () => {
    await rename(callers.session);
    for (const caller of [callers.globexKey, callers.globexSession]) {
      const { data } = await rename(caller);
      expect(data.updateIntegration.errors).toMatchObject([{ code: 'INTEGRATION_NOT_FOUND' }]);
    }
  });
});
