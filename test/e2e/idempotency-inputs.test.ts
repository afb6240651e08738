import { describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { callers, startGateway } from '../helpers/gateway.ts';
import { copies, gateway, keyed, own } from '../helpers/keyed-mutations.ts';
import { ERRORS, mutate, sendMutation } from '../helpers/mutate.ts';
import { eventually } from '../helpers/redis.ts';

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
