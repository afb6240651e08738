import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startProxy, type Proxy as TcpProxy } from '../cache/support/proxy.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, ask, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { ERRORS, mutate, sendMutation } from '../helpers/mutate.ts';
import { eventually, type RedisServer, startRedis } from '../helpers/redis.ts';

/** Idempotency is the gateway's own: Novu's, which is on here, is not asked. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({}, { idempotency: true });
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.backend.reset();
  tests += 1;
});

/** Outcomes outlive a reset of the backend, so each test has keys of its own. */
let tests = 0;
const own = (key: string) => `${key} of test ${tests}`;
const keyed = (caller: Headers, key = 'key-1'): Headers => ({ ...caller, 'idempotency-key': own(key) });
const create = (caller: Headers, input: object) =>
  mutate(
    gateway,
    caller,
    'createIntegration',
    { providerId: 'discord', name: 'Once', ...input },
    `integration { id environment { id } } ${ERRORS}`,
  );
const copies = () => gateway.backend.records().filter(({ name, deleted }) => name === 'Once' && !deleted).length;

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

const writes = () => gateway.calls().filter((call) => !call.startsWith('GET'));

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

describe('several mutations in one document', () => {
  const twice = `mutation ($input: CreateIntegrationInput!) {
    a: createIntegration(input: $input) { integration { id } errors { code } }
    b: createIntegration(input: $input) { integration { id } errors { code } } }`;
  const input = { providerId: 'discord', name: 'Once' };

  test('with one header are several all the same, and the repeated document repeats none', async () => {
    const first = await gateway.ask(keyed(callers.devKey), twice, { input });
    expect(first.data.a.integration.id).not.toBe(first.data.b.integration.id);
    const second = await gateway.ask(keyed(callers.devKey), twice, { input });
    expect(second.data).toEqual(first.data);
    expect(copies()).toBe(2);
  });

  test('as a fragment too', async () => {
    const query = `mutation ($input: CreateIntegrationInput!) { ...Twice }
      fragment Twice on Mutation { a: createIntegration(input: $input) { integration { id } } b: createIntegration(input: $input) { integration { id } } }`;
    const { data } = await gateway.ask(keyed(callers.devKey), query, { input });
    expect(data.a.integration.id).not.toBe(data.b.integration.id);
  });
});

describe('a repeat in another document', () => {
  const input = { providerId: 'discord', name: 'Once' };
  const field = 'createIntegration(input: $input) { integration { id } errors { code path } }';
  const send = (caller: Headers, selection: string, given: object = input) =>
    gateway.ask(caller, `mutation ($input: CreateIntegrationInput!) { ${selection} }`, { input: given });

  test.each([`__typename ${field}`, `... on Mutation { ${field} }`, `... { __typename } x: ${field}`])(
    'with one mutation is one: %s',
    async (selection) => {
      await send(keyed(callers.devKey), field);
      const { extensions } = await send(keyed(callers.devKey), selection);
      expect(extensions).toMatchObject({ idempotency: [{ status: 'REPLAYED' }] });
      expect(copies()).toBe(1);
    },
  );

  test('with the key of an input is one, whatever comes beside it', async () => {
    const withKey = { ...input, idempotencyKey: own('of the input') };
    const first = await send(callers.devKey, field, withKey);
    const beside = `a: ${field} b: ${field} c: createIntegration(input: { providerId: "slack", name: "Once", idempotencyKey: "${withKey.idempotencyKey}" }) { integration { id } errors { code path } }`;
    const { data } = await send(keyed(callers.devKey), beside, withKey);
    expect(data).toEqual({
      a: first.data.createIntegration,
      b: first.data.createIntegration,
      c: { integration: null, errors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }] },
    });
    expect(copies()).toBe(1);
  });
});

test('a key that another operation comes to only later holds up neither of the two', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.add({ kind: 'gate', method: 'PUT', times: 1, open: gate });
  const input = { providerId: 'discord', name: 'Once', identifier: 'once', idempotencyKey: own('later') };
  const field = 'createIntegration(input: $input) { integration { id } errors { code } }';
  const send = (selection: string) =>
    gateway.ask(callers.devKey, `mutation ($input: CreateIntegrationInput!) { ${selection} }`, { input });
  const both = send(`updateIntegration(input: { id: "${DEV.slack}", name: "First" }) { errors { code } } ${field}`);
  await eventually('the first is under way', () => writes().length === 1);
  const alone = send(field);
  // By now it waits for the other one.
  await gateway.ask({ ...callers.devKey, 'cache-control': 'no-cache' }, '{ integrations { totalCount } }');
  open();
  const [one, other] = [await both, await alone];
  expect(one.data.createIntegration).toMatchObject({ integration: { id: expect.any(String) }, errors: [] });
  expect(other.data).toEqual({ createIntegration: one.data.createIntegration });
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

describe('what a key may be', () => {
  const input = { providerId: 'discord', name: 'Once' };
  const withKey = (idempotencyKey: string) =>
    mutate(gateway, callers.devKey, 'createIntegration', { ...input, idempotencyKey }, `integration { id } ${ERRORS}`);

  test('255 characters, in either place', async () => {
    const key = own('k').padEnd(255, 'k');
    const first = await withKey(key);
    expect(first.errors).toEqual([]);
    const caller = { ...callers.devKey, 'idempotency-key': key };
    expect(await mutate(gateway, caller, 'createIntegration', input, `integration { id } ${ERRORS}`)).toEqual(first);
    expect(copies()).toBe(1);
  });

  test.each(['', ' k', 'k'.repeat(256), 'cl\u00e9', 'tab\tkey', 'zero\u0000', '\u{1f511}'])(
    '%j in the input is refused at its place, and nothing is sent',
    async (key) => {
      expect(await withKey(key)).toMatchObject({
        integration: null,
        errors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
      });
      expect(gateway.calls()).toEqual([]);
    },
  );

  test('one in the input counts, whatever the header says', async () => {
    const caller = { ...callers.devKey, 'idempotency-key': 'cl\u00e9' };
    const given = { ...input, idempotencyKey: own('good') };
    const first = await mutate(gateway, caller, 'createIntegration', given, `integration { id } ${ERRORS}`);
    expect(first.errors).toEqual([]);
    expect(await withKey(own('good'))).toEqual(first);
  });
});

describe('the same input', () => {
  const slack = { id: DEV.slack, name: 'Same' };
  const sendgrid = { apiKey: 'k', from: 'f', senderName: 's' };
  const at = '2026-01-01T00:00:00.000Z';
  const twice = async (name: string, one: object, other: object) => {
    const caller = keyed(callers.session);
    await sendMutation(gateway, caller, name, one, ERRORS);
    const { data, extensions } = await sendMutation(gateway, caller, name, other, ERRORS);
    const [{ status } = { status: data[name].errors[0]?.code }] = (extensions?.idempotency ?? []) as {
      status: string;
    }[];
    return status;
  };

  test.each<[string, string, object, object]>([
    [
      'null for what is left out',
      'updateIntegration',
      slack,
      { ...slack, active: null, credentials: null, conditions: null },
    ],
    [
      'a default that is spelled out',
      'updateIntegration',
      slack,
      { ...slack, check: false, requiredCredentials: 'CHECK' },
    ],
    ['null for a default', 'updateIntegration', slack, { ...slack, check: null, requiredCredentials: null }],
    [
      'null for a credential that is left out',
      'createIntegration',
      { credentials: { sendgrid } },
      { credentials: { sendgrid: { ...sendgrid, ipPoolName: null } } },
    ],
    ['another order', 'updateIntegration', slack, { name: 'Same', id: DEV.slack }],
    [
      'another order inside of JSON',
      'updateIntegration',
      { ...slack, configurations: { other: { a: 1, b: { c: [2], d: 3 } } } },
      { ...slack, configurations: { other: { b: { d: 3, c: [2] }, a: 1 } } },
    ],
    [
      'one condition for a list of one',
      'updateIntegration',
      { ...slack, conditions: [{ value: 'AND' }] },
      { ...slack, conditions: { value: 'AND' } },
    ],
    ['another case of an id', 'updateIntegration', slack, { ...slack, id: DEV.slack.toUpperCase() }],
  ])('is %s', async (_what, name, one, other) => {
    expect(await twice(name, one, other)).toBe('REPLAYED');
  });

  test.each<[string, object, object]>([
    ['null that removes', { ...slack, rules: null }, slack],
    [
      'null inside of JSON',
      { ...slack, configurations: { other: { a: [null] } } },
      { ...slack, configurations: { other: { a: [] } } },
    ],
    ['an empty object for none', { ...slack, configurations: {} }, slack],
    [
      'another order of a list',
      { ...slack, configurations: { other: { a: [1, 2] } } },
      { ...slack, configurations: { other: { a: [2, 1] } } },
    ],
    [
      'a number for a text',
      { ...slack, configurations: { other: { a: 1 } } },
      { ...slack, configurations: { other: { a: '1' } } },
    ],
  ])('is not %s', async (_what, one, other) => {
    expect(await twice('updateIntegration', one, other)).toBe('IDEMPOTENCY_CONFLICT');
  });

  const seen = async (): Promise<string> => {
    const query = `{ integration(by: { id: "${DEV.slack}" }) { updatedAt } }`;
    return (await gateway.ask(callers.session, query)).data.integration.updatedAt;
  };

  test('is one with the same ifUpdatedAt, in another time zone', async () => {
    const updatedAt = await seen();
    const east = new Date(Date.parse(updatedAt) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    const outcome = await twice(
      'updateIntegration',
      { ...slack, ifUpdatedAt: updatedAt },
      { ...slack, ifUpdatedAt: east },
    );
    expect(outcome).toBe('REPLAYED');
  });

  test('is not one with another ifUpdatedAt', async () => {
    const updatedAt = await seen();
    const outcome = await twice(
      'updateIntegration',
      { ...slack, ifUpdatedAt: updatedAt },
      { ...slack, ifUpdatedAt: at },
    );
    expect(outcome).toBe('IDEMPOTENCY_CONFLICT');
  });
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

test('an alias that is skipped has no part in it', async () => {
  const document = `mutation ($input: CreateIntegrationInput!, $skip: Boolean!) {
    a: createIntegration(input: $input) @skip(if: $skip) { integration { id } }
    b: createIntegration(input: $input) { integration { id } } }`;
  const input = { providerId: 'discord', name: 'Once' };
  const send = (skip: boolean) => gateway.ask(keyed(callers.devKey), document, { input, skip });
  const first = await send(true);
  expect(first.extensions).toEqual({ idempotency: [{ path: ['b'], status: 'NEW' }] });
  const second = await send(false);
  expect(second.extensions).toMatchObject({ idempotency: [{ status: 'NEW' }, { path: ['b'], status: 'REPLAYED' }] });
  expect(second.data.b).toEqual(first.data.b);
  expect(copies()).toBe(2);
});

test('an answer that is too large says that the mutation has run, and its key tells the outcome', async () => {
  const small = await startGateway({ NOVU_API_URL: gateway.backend.url, MAX_ANSWER: '1KiB' });
  const input = { providerId: 'discord', name: 'Once' };
  const many = Array.from({ length: 50 }, (_, index) => `id${index}: id`).join(' ');
  const large = await sendMutation(small, keyed(callers.devKey), 'createIntegration', input, `integration { ${many} }`);
  expect(large.errors).toMatchObject([
    { message: expect.stringContaining('The mutations have run'), extensions: { code: 'QUERY_TOO_COMPLEX' } },
  ]);
  const again = await sendMutation(small, keyed(callers.devKey), 'createIntegration', input, 'integration { id }');
  expect(again.data.createIntegration.integration.id).toEqual(expect.any(String));
  expect(again.extensions).toMatchObject({ idempotency: [{ status: 'REPLAYED' }] });
  expect(copies()).toBe(1);
});

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

test.each(['k'.repeat(256), 'cl\u00e9'])(
  'the header %j is malformed: BAD_USER_INPUT, and nothing is sent',
  async (key) => {
    const input = { providerId: 'discord', name: 'Once' };
    const { data, errors } = await sendMutation(
      gateway,
      { ...callers.devKey, 'idempotency-key': key },
      'createIntegration',
      input,
      ERRORS,
    );
    expect(data).toEqual({ createIntegration: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.calls()).toEqual([]);
  },
);

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

test('an outcome is kept for IDEMPOTENCY_TTL, and not for longer: then the same key runs anew', async () => {
  const brief = await startGateway({ NOVU_API_URL: gateway.backend.url, IDEMPOTENCY_TTL: '1s' });
  const create = (key: string) =>
    sendMutation(
      brief,
      keyed(callers.devKey, key),
      'createIntegration',
      { providerId: 'discord', name: 'Once' },
      ERRORS,
    );
  await create('key-1');
  expect((await create('key-1')).extensions).toMatchObject({ idempotency: [{ status: 'REPLAYED' }] });
  await eventually('its end', async () => JSON.stringify((await create('key-1')).extensions).includes('NEW'));
  expect(copies()).toBe(2);
});
