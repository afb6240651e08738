import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { ERRORS, mutate, sendMutation } from '../helpers/mutate.ts';

/** Upstream's own idempotency looks at the organization, the key and the body; never at path and environment. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({}, { idempotency: true });
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const keyed = (caller: Headers, key = 'key-1'): Headers => ({ ...caller, 'idempotency-key': key });
const create = (caller: Headers, input: object) =>
  mutate(
    gateway,
    caller,
    'createIntegration',
    { providerId: 'discord', name: 'Once', ...input },
    `integration { id environment { id } } ${ERRORS}`,
  );
const keysSent = () =>
  gateway.backend.requests.filter(({ method }) => method !== 'GET').map(({ headers }) => headers['idempotency-key']);
const copies = () => gateway.backend.records().filter(({ name, deleted }) => name === 'Once' && !deleted).length;

describe.each([
  ['header', (caller: Headers, input: object, key?: string) => create(keyed(caller, key), input)],
  ['input', (caller: Headers, input: object, key = 'key-1') => create(caller, { ...input, idempotencyKey: key })],
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

  test('does not replay for another environment', async () => {
    const here = await send(callers.session, { environmentId: ACME_DEV });
    const there = await send(callers.session, { environmentId: ACME_PROD });
    expect([here.integration.environment.id, there.integration.environment.id]).toEqual([ACME_DEV, ACME_PROD]);
    const asHeader = (id: string) => send({ ...callers.session, 'novu-environment-id': id }, {}, 'key-2');
    const [dev, prod] = [await asHeader(ACME_DEV), await asHeader(ACME_PROD)];
    expect([dev.integration.environment.id, prod.integration.environment.id]).toEqual([ACME_DEV, ACME_PROD]);
    const [own, other] = [await send(callers.devKey, {}), await send(callers.prodKey, {})];
    expect([own.integration.environment.id, other.integration.environment.id]).toEqual([ACME_DEV, ACME_PROD]);
  });
});

test('the key of the input and that of the header are the same key', async () => {
  const first = await create(keyed(callers.devKey), {});
  expect(await create(callers.devKey, { idempotencyKey: 'key-1' })).toEqual(first);
  expect(await create(keyed(callers.devKey, 'of-the-header'), { idempotencyKey: 'key-1' })).toEqual(first);
  expect(copies()).toBe(1);
});

test('the caller’s own key never leaves the gateway, and nothing is sent where there is none', async () => {
  await create(keyed(callers.devKey), {});
  await create(callers.devKey, { name: 'Other' });
  const [derived, none] = keysSent();
  expect(derived).toMatch(/^[\x21-\x7e]{16,255}$/);
  expect(derived).not.toContain('key-1');
  expect(none).toBeUndefined();
});

test('one key for two mutations, or for two integrations, does not replay', async () => {
  const caller = keyed(callers.devKey);
  const promote = (id: string) =>
    mutate(gateway, caller, 'setPrimaryIntegration', { id }, `integration { id primary } ${ERRORS}`);
  expect(await promote(DEV.nodemailer)).toEqual({ integration: { id: DEV.nodemailer, primary: true }, errors: [] });
  expect(await promote(DEV.mailgun)).toEqual({ integration: { id: DEV.mailgun, primary: true }, errors: [] });
  const configured = await mutate(
    gateway,
    caller,
    'autoConfigureIntegration',
    { id: DEV.mailgun },
    `success ${ERRORS}`,
  );
  expect(configured).toEqual({ success: true, errors: [] });
  expect(stored(gateway.backend, DEV.mailgun).configurations).toMatchObject({ inboundWebhookEnabled: true });
  expect(new Set(keysSent()).size).toBe(3);
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

test('a repeat while the first is under way is a conflict that can be sent again', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.add({ kind: 'gate', method: 'POST', times: 1, open: gate });
  const first = create(keyed(callers.devKey), {});
  const second = await create(keyed(callers.devKey), {}).finally(open);
  const payloads = [await first, second];
  const [conflict] = payloads.filter(({ integration }) => integration === null);
  expect(conflict.errors).toMatchObject([
    { __typename: 'IntegrationIdempotencyConflictError', code: 'IDEMPOTENCY_CONFLICT' },
  ]);
  const again = await create(keyed(callers.devKey), {});
  expect(payloads).toContainEqual(again);
  expect(copies()).toBe(1);
});

test.each(['k'.repeat(256), 'cl\u00e9'])(
  'the header "%.8s" is malformed: BAD_USER_INPUT, and nothing is sent',
  async (key) => {
    const input = { providerId: 'discord', name: 'Once' };
    const { data, errors } = await sendMutation(
      gateway,
      keyed(callers.devKey, key),
      'createIntegration',
      input,
      ERRORS,
    );
    expect(data).toEqual({ createIntegration: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.calls()).toEqual([]);
  },
);
