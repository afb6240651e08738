import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/model/json.ts';
import { DEV, fresh } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';

/** What is made of an input, and what of it reaches Novu. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

/** The body of the one write that the mutation sent. @throws where it was refused. */
async function sent(name: string, input: object): Promise<JsonObject> {
  const { errors } = await mutate(gateway, callers.session, name, input, 'errors { code path }');
  expect(errors).toEqual([]);
  const bodies = gateway.backend.requests.filter(({ method }) => method !== 'GET').map(({ body }) => body);
  expect(bodies).toHaveLength(1);
  return bodies[0] as JsonObject;
}

const update = (input: object) => sent('updateIntegration', { id: DEV.slack, ...input });
const refused = (input: object) => refusal(gateway, callers.session, 'updateIntegration', input);

describe('null', () => {
  const NULLS = { name: null, identifier: null, environmentId: null, active: null, check: null };

  test('means left out', async () => {
    const nulls = { ...NULLS, credentials: null, configurations: null, conditions: null, removeNovuBranding: null };
    expect(await update({ ...nulls, name: 'Renamed' })).toEqual({ name: 'Renamed', check: false });
    gateway.backend.requests.clear();
    expect(await refused({ id: DEV.slack, ...nulls })).toMatchObject([error('INVALID_INPUT')]);
  });

  test('removes rules', async () => {
    expect(await update({ ...NULLS, rules: null })).toEqual({ rules: null, check: false });
  });

  test('is no credential, and none is sent', async () => {
    const given = { apiKey: 'k', from: 'f', senderName: 's' };
    const { credentials } = await sent('createIntegration', { credentials: { sendgrid: { ...given, region: null } } });
    expect(credentials).toEqual(given);
  });

  test('is left out of conditions, and false is not', async () => {
    const child = { field: 'tier', value: null, operator: null, operatorText: null, on: 'PAYLOAD' };
    const group = { isNegated: false, type: null, value: 'OR', children: [child, { value: 0 }] };
    expect((await update({ conditions: [group, { value: 'AND', children: null }] })).conditions).toEqual([
      { isNegated: false, value: 'OR', children: [{ field: 'tier', on: 'payload' }, { value: 0 }] },
      { value: 'AND' },
    ]);
  });
});

describe('conditions', () => {
  /** Values of an enum of the schema, as a client finds them. */
  const valuesOf = async (name: string): Promise<string[]> => {
    const { data } = await gateway.ask({}, `{ __type(name: "${name}") { enumValues { name } } }`);
    return data.__type.enumValues.map((value: { name: string }) => value.name);
  };
  const SELECTION =
    'conditions { isNegated type typeText value valueText children { field value operator operatorText on onText } }';
  const read = async () => {
    const query = `{ integration(by: { id: "${DEV.slack}" }) { ${SELECTION} } }`;
    return (await gateway.ask(fresh(callers.session), query)).data.integration.conditions;
  };
  const put = (conditions: object) =>
    fetch(`${gateway.backend.url}/v1/integrations/${DEV.slack}`, {
      method: 'PUT',
      headers: { ...callers.session, 'content-type': 'application/json' },
      body: JSON.stringify({ conditions }),
    });

  test('are sent as the texts that Novu has, and shown as the names of the schema', async () => {
    const [types, values, operators, sources] = await Promise.all(
      ['GroupType', 'GroupValue', 'Operator', 'On'].map((end) => valuesOf(`IntegrationCondition${end}`)),
    );
    expect([types?.length, values?.length, operators?.length, sources?.length]).toEqual([8, 2, 15, 7]);
    const groups = [
      ...(types ?? []).map((type) => ({ type })),
      ...(values ?? []).map((value) => ({ value })),
      { children: [...(operators ?? []).map((operator) => ({ operator })), ...(sources ?? []).map((on) => ({ on }))] },
    ];
    const body = await update({ conditions: groups });
    const texts = ['subscriber', 'payload', 'tenant', 'webhook', 'isOnline', 'isOnlineInLast', 'previousStep'];
    expect(body.conditions).toEqual([
      ...groups.slice(0, -1),
      { children: [...(operators ?? []).map((operator) => ({ operator })), ...texts.map((on) => ({ on }))] },
    ]);
    const shown: Record<string, unknown>[] = await read();
    expect(shown.map(({ type, value }) => type ?? value)).toEqual([...(types ?? []), ...(values ?? []), null]);
    expect(shown.at(-1)?.children).toEqual([
      ...(operators ?? []).map((operator) => expect.objectContaining({ operator, operatorText: operator, on: null })),
      ...(sources ?? []).map((on, index) => expect.objectContaining({ operator: null, on, onText: texts[index] })),
    ]);
  });

  /** What a client sends back of what it read: the name, or the text where that is unknown. */
  const back = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => (row[name] === 'UNKNOWN' ? [`${name}Text`, row[`${name}Text`]] : [name, row[name]])),
    );

  test.each([
    ['by name and text', back],
    [
      'by text alone',
      (row: Record<string, unknown>, names: readonly string[]) =>
        Object.fromEntries(names.map((name) => [`${name}Text`, row[`${name}Text`]])),
    ],
  ])('that hold what no list has survive a round trip, %s', async (_how, resend) => {
    const odd = [
      {
        isNegated: true,
        type: 'MATRIX',
        value: 'XOR',
        children: [
          { field: 'tier', value: 'a', operator: 'MATCHES', on: 'payload' },
          { field: 'plan', value: ['b'], operator: 'equal', on: 'cookie' },
        ],
      },
      {
        isNegated: false,
        type: 'GROUP',
        value: 'OR',
        children: [{ field: 'id', operator: 'IS_DEFINED', on: 'tenant' }],
      },
    ];
    expect((await put(odd)).status).toBe(200);
    const shown: { isNegated: boolean; children: Record<string, unknown>[] }[] = await read();
    expect(shown).toMatchObject([
      {
        ...{ type: 'UNKNOWN', typeText: 'MATRIX', value: 'UNKNOWN', valueText: 'XOR' },
        children: [
          { operator: 'UNKNOWN', operatorText: 'MATCHES', on: 'PAYLOAD', onText: 'payload' },
          { operator: 'UNKNOWN', operatorText: 'equal', on: 'UNKNOWN', onText: 'cookie' },
        ],
      },
      { type: 'GROUP', children: [{ operator: 'IS_DEFINED', on: 'TENANT' }] },
    ]);
    gateway.backend.requests.clear();
    const conditions = shown.map(({ isNegated, children, ...group }) => ({
      isNegated,
      ...resend(group, ['type', 'value']),
      children: children.map(({ field, value, ...rest }) => ({ field, value, ...resend(rest, ['operator', 'on']) })),
    }));
    expect((await update({ conditions })).conditions).toEqual(odd);
  });

  test('have a name or a text, not both, and UNKNOWN is no name', async () => {
    const children = [{ on: 'TENANT' }, { on: 'TENANT', onText: 'tenant', operator: 'IN', operatorText: 'IN' }];
    const conditions = [{ type: 'GROUP' }, { value: 'AND', valueText: 'OR', type: 'LIST', typeText: '', children }];
    const errors = await refused({ id: DEV.slack, conditions });
    expect(errors).toMatchObject(
      ['typeText', 'valueText', 'children.1.operatorText', 'children.1.onText'].map((path) =>
        error('INVALID_INPUT', 'conditions', '1', ...path.split('.')),
      ),
    );
    const document =
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { errors { code } } }';
    const input = { id: DEV.slack, conditions: [{ type: 'UNKNOWN' }] };
    const { errors: unknown } = await gateway.ask(callers.session, document, { input });
    expect(unknown).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

test('configurations of the REST API go beside those that have a field, which win', async () => {
  const configurations = {
    inboundWebhookEnabled: false,
    inboundWebhookSigningKey: null,
    payloadSchema: '{}',
    other: { payloadSchema: 'lost', inboxCount: 3, none: null },
  };
  expect((await update({ configurations })).configurations).toEqual({
    inboundWebhookEnabled: false,
    payloadSchema: '{}',
    inboxCount: 3,
  });
});

test('removeNovuBranding: false is sent', async () => {
  expect(await update({ removeNovuBranding: false, name: 'x' })).toMatchObject({ removeNovuBranding: false });
});

test('an idempotency key may have 255 characters', async () => {
  await update({ name: 'x', idempotencyKey: 'k'.repeat(255) });
});

test.each([' k', 'k\n', 'clé'])('%j is no idempotency key', async (idempotencyKey) => {
  expect(await refused({ id: DEV.slack, name: 'x', idempotencyKey })).toMatchObject([
    error('INVALID_INPUT', 'idempotencyKey'),
  ]);
  expect(gateway.calls()).toEqual([]);
});

test('an agent of a provider that the catalog lacks needs no channel', async () => {
  const body = await sent('createIntegration', { providerId: 'pigeon', kind: 'AGENT' });
  expect(body).toMatchObject({ providerId: 'pigeon', kind: 'agent' });
  expect(body).not.toHaveProperty('channel');
});

describe('JSON of a client', () => {
  const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
  const wide = (values: number) => ({ and: Array(values).fill(1) });
  const TOO_LARGE = 'JSON may nest 32 levels and have 5000 values.';
  const literal = (value: unknown): string => JSON.stringify(value).replace(/"(\w+)":/g, '$1:');
  const byVariable = (value: unknown) =>
    gateway.ask(
      callers.session,
      `mutation ($v: JSONObject) { updateIntegration(input: { id: "${DEV.slack}", rules: $v }) { errors { code } } }`,
      { v: value },
    );
  const byLiteral = (value: unknown) =>
    gateway.ask(
      callers.session,
      `mutation { updateIntegration(input: { id: "${DEV.slack}", rules: ${literal(value)} }) { errors { code } } }`,
    );
  const inCredentials = (value: unknown) =>
    gateway.ask(
      callers.session,
      `mutation ($v: JSON) { updateIntegration(input: { id: "${DEV.slack}", credentials: { nodemailer: { tlsOptions: $v } } }) { errors { code } } }`,
      { v: value },
    );

  test.each([
    ['levels', nested(32), nested(33)],
    // The object and its list are values, too.
    ['values', wide(4_998), wide(4_999)],
  ])('has a bound of its %s, up to which it is taken', async (_name, most, more) => {
    for (const [ask, code] of [
      [byVariable, 'BAD_USER_INPUT'],
      [byLiteral, 'GRAPHQL_VALIDATION_FAILED'],
      [inCredentials, 'BAD_USER_INPUT'],
    ] as const) {
      expect((await ask(most)).errors).toBeUndefined();
      gateway.calls();
      const { status, errors } = await ask(more);
      expect(status).toBe(400);
      expect(errors).toMatchObject([{ message: expect.stringContaining(TOO_LARGE), extensions: { code } }]);
      expect(gateway.calls()).toEqual([]);
    }
  });
});
