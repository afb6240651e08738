import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/model/json.ts';
import { DEV, stored } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

/** Sends an update whose input is written out in the document, with variables in it. */
function written(input: string, variables: object = {}, defaults: Readonly<Record<string, string>> = {}) {
  const names = [...new Set(input.match(/\$\w+/g))];
  const types = names.map((name) => `${name}: String${defaults[name] ? ` = "${defaults[name]}"` : ''}`).join(', ');
  const document = `mutation ${types && `(${types})`} { updateIntegration(input: ${input}) { integration { id } errors { code path } } }`;
  return gateway.ask(callers.session, document, variables);
}
function sent(): JsonObject {
  const bodies = gateway.backend.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ body }) => body as JsonObject);
  expect(bodies).toHaveLength(1);
  return bodies[0] ?? {};
}

describe('an object that is written out with variables', () => {
  const patch = `{ id: "${DEV.twilio}", credentialsPatch: { token: $one, from: $two } }`;

  test('has no entry for a variable that is absent: what is stored stays', async () => {
    const { data } = await written(patch, { two: '+15550199' });
    expect(data.updateIntegration.errors).toEqual([]);
    const { credentials } = sent();
    expect(credentials).toMatchObject({ from: '+15550199', token: expect.stringMatching(/./) });
    expect(Object.keys(stored(gateway.backend, DEV.twilio).credentials)).toContain('token');
  });

  test('has null for a variable that is null, and its default for one that has one', async () => {
    const input = `{ id: "${DEV.nodemailer}", credentialsPatch: { user: $one, host: $two } }`;
    await written(input, { one: null }, { $two: 'mail.acme.example' });
    const { credentials } = sent();
    expect(credentials).toMatchObject({ host: 'mail.acme.example' });
    expect(credentials).not.toHaveProperty('user');
  });

  test('is nothing to change where all its entries are absent', async () => {
    const { data } = await written(patch);
    expect(data.updateIntegration.errors).toMatchObject([error('INVALID_INPUT')]);
    expect(gateway.backend.requests.map(({ method }) => method)).not.toContain('PUT');
  });

  test.each<[string, string, object, object]>([
    [
      'rules',
      'rules: { and: [{ var: $one }, { x: $two, k: $one }] }',
      { one: 'context.tier' },
      { rules: { and: [{ var: 'context.tier' }, { k: 'context.tier' }] } },
    ],
    [
      'configurations.other',
      'configurations: { other: { inboxCount: $one, theme: $two } }',
      { one: '4' },
      { configurations: { inboxCount: '4' } },
    ],
    [
      'credentials.raw',
      'credentials: { raw: { apiKey: $one, from: $two } }',
      { one: 'k' },
      { credentials: { apiKey: 'k' } },
    ],
    [
      'the value of a condition',
      'conditions: [{ children: [{ field: "f", value: { of: [$one, { deep: $two }], none: $one } }] }]',
      { two: 'd' },
      { conditions: [{ children: [{ field: 'f', value: { of: [null, { deep: 'd' }] } }] }] },
    ],
  ])('%s follows the same rule', async (_name, field, variables, body) => {
    // Rules are the gateway's to pass on here, not Novu's to judge.
    gateway.backend.faults.set([
      { kind: 'status', status: 502, method: 'PUT', when: 'before', times: 1 },
      // Nothing is sent again where the list cannot be read.
      { kind: 'status', status: 500, method: 'GET' },
    ]);
    await written(`{ id: "${DEV.slack}", ${field} }`, variables);
    expect(sent()).toEqual({ ...body, check: false });
  });

  test.each(['credentialsPatch: { from: EMAIL }', 'rules: { a: [{ b: true_ }] }', 'credentials: { raw: { a: [X] } }'])(
    'has no enum values: %s',
    async (field) => {
      const { errors, data } = await written(`{ id: "${DEV.slack}", ${field} }`);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    },
  );

  test.each(['1e999', '-1e400'])('has no number that JSON cannot hold: %s', async (number) => {
    const { errors } = await written(`{ id: "${DEV.slack}", rules: { a: ${number} } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});

test('all faults are told at once, each by its path, before any call', async () => {
  const credentialsPatch = {
    port: 587,
    secure: 'true',
    tlsOptions: '[]',
    password: 'nvsk.11:22',
    host: ['a'],
    AppIOBaseUrl: 'a',
    appIOBaseUrl: 'b',
    from: 'fine@acme.example',
    whatsNextCompletedAt: 5,
    user: null,
  };
  const errors = await refusal(gateway, callers.session, 'updateIntegration', {
    id: DEV.nodemailer,
    name: '',
    check: true,
    credentialsPatch,
  });
  const keys = ['password', 'port', 'secure', 'tlsOptions', 'host', 'AppIOBaseUrl'];
  expect(errors).toMatchObject([
    error('INVALID_INPUT', 'name'),
    ...keys.map((key) => error('INVALID_INPUT', 'credentialsPatch', key)),
  ]);
  expect(gateway.calls()).toEqual([]);
});

test('a draft that stores nothing is patched', async () => {
  const draft = await mutate(gateway, callers.session, 'createIntegration', { providerId: 'netcore' });
  const { id } = draft.integration;
  const selection =
    'integration { credentials { ... on NetcoreIntegrationCredentials { apiKey from } } } errors { code path }';
  const patch = { id, credentialsPatch: { apiKey: 'k', from: 'f@acme.example' } };
  expect(await mutate(gateway, callers.session, 'updateIntegration', patch, selection)).toEqual({
    integration: { credentials: { apiKey: 'k', from: 'f@acme.example' } },
    errors: [],
  });
});

test('what Novu refuses of a patch points into the patch', async () => {
  const input = { id: DEV.nodemailer, credentialsPatch: { apiKey: 'k', configurationSetName: 5 } };
  expect(await refusal(gateway, callers.session, 'updateIntegration', input)).toMatchObject([
    error('INVALID_INPUT', 'credentialsPatch', 'configurationSetName'),
  ]);
  const unknown = { id: DEV.nodemailer, credentialsPatch: { whatsNextCompletedAt: 5 } };
  expect(await refusal(gateway, callers.session, 'updateIntegration', unknown)).toMatchObject([
    error('INVALID_INPUT', 'credentialsPatch', 'whatsNextCompletedAt'),
  ]);
});
