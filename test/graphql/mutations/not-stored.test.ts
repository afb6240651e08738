import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../../helpers/demo-data.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';
import { rewriteRow } from '../../helpers/rewrite-row.ts';

/** What came back is compared with what was sent: the write ran, and what it did not store is told beside it. */
const SELECTION = 'integration { id name } changedIntegrations { id } errors { code path }';
const PUT_ROUTE = '/v1/integrations/{integrationId}';

let gateway: TestGateway;
let older: TestGateway;
beforeAll(async () => {
  [gateway, older] = await Promise.all([startGateway(), startGateway({}, { generation: 'api2024' })]);
});
afterAll(() => Promise.all([gateway.stop(), older.stop()]));
beforeEach(() => {
  gateway.backend.reset();
  older.backend.reset();
});

const rules = { '==': [{ var: 'subscriber.data.plan' }, 'pro'] };
const update = (on: TestGateway, input: object, caller: Headers = callers.session) =>
  mutate(on, caller, 'updateIntegration', input, SELECTION);
const notStored = (...path: string[]) => error('NOT_STORED', ...path);

describe('a server of 2024', () => {
  test.each<[string, object, object[]]>([
    ['rules', { rules }, [notStored('rules')]],
    [
      'configurations',
      { configurations: { inboundWebhookEnabled: false, other: { inboxCount: 3 } } },
      [notStored('configurations', 'other', 'inboxCount'), notStored('configurations', 'inboundWebhookEnabled')],
    ],
    ['nothing where rules are removed that it never had', { rules: null, name: 'Without' }, []],
  ])('loses %s', async (_name, fields, errors) => {
    for (const caller of [callers.session, callers.devKey]) {
      const payload = await update(older, { id: DEV.slack, name: 'Written', ...fields }, caller);
      expect(payload).toEqual({
        integration: { id: DEV.slack, name: expect.stringMatching(/^W/) },
        changedIntegrations: [],
        errors,
      });
    }
  });

  test('loses credentials that it does not know, and keeps what it encrypts', async () => {
    const credentials = { braze: { apiKey: 'k', apiURL: 'u', appID: 'a', from: 'f', senderName: 's' } };
    const payload = await mutate(older, callers.session, 'createIntegration', { credentials }, SELECTION);
    expect(payload.integration).not.toBeNull();
    expect(payload.errors).toEqual([
      notStored('credentials', 'braze', 'apiURL'),
      notStored('credentials', 'braze', 'appID'),
    ]);
  });

  test('has no auto-configure, and says so', async () => {
    const selection = 'success message errors { code message path }';
    const payload = await mutate(older, callers.session, 'autoConfigureIntegration', { id: DEV.sendgrid }, selection);
    expect(payload).toMatchObject({ success: false, message: null, errors: [error('BUSINESS_RULE')] });
    expect(payload.errors[0].message).toContain('too old');
  });
});

describe('a server of 2026', () => {
  test('stores what was sent: no error, whoever sends it', async () => {
    const fields = {
      name: 'All',
      rules,
      configurations: { inboundWebhookEnabled: true, other: { inboxCount: 3 } },
      credentials: { slack: { applicationId: 'a', clientId: 'c', secretKey: 's', signingSecret: 't', hmac: false } },
    };
    expect((await update(gateway, { id: DEV.slack, ...fields })).errors).toEqual([]);
    expect((await update(gateway, { id: DEV.slack, ...fields }, callers.devKey)).errors).toEqual([]);
  });

  test('loses unknown keys, each by the place where it was given', async () => {
    const given = { apiKey: 'k', from: 'f', senderName: 's' };
    const typed = { id: DEV.sendgrid, credentials: { sendgrid: { ...given, extra: { colour: 'red' } } } };
    expect((await update(gateway, typed)).errors).toEqual([notStored('credentials', 'sendgrid', 'extra', 'colour')]);
    const raw = { id: DEV.sendgrid, credentials: { raw: { ...given, size: 4 } } };
    expect((await update(gateway, raw)).errors).toEqual([notStored('credentials', 'raw', 'size')]);
    const patch = { id: DEV.sendgrid, credentialsPatch: { shape: { round: true }, from: 'g' } };
    expect((await update(gateway, patch)).errors).toEqual([notStored('credentialsPatch', 'shape')]);
  });

  test('loses very many keys, of which it tells fifty, and how many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, 'v']));
    const selection = 'errors { code message path }';
    const input = { id: DEV.sendgrid, credentials: { raw: { apiKey: 'k', from: 'f', senderName: 's', ...many } } };
    const { errors } = await mutate(gateway, callers.session, 'updateIntegration', input, selection);
    expect(errors.map(({ path }: { path: string[] }) => path.at(-1))).toEqual(Object.keys(many).slice(0, 50));
    expect(errors.at(-1).message).toMatch(/ There are 250 more errors of this input, which are not listed\.$/);
    expect(errors.at(-2).message).not.toContain('more errors');
  });

  test('tells an API key nothing of credentials that it does not show', async () => {
    const input = { id: DEV.sendgrid, credentials: { raw: { apiKey: 'k', colour: 'red' } } };
    expect((await update(gateway, input, callers.devKey)).errors).toEqual([]);
  });

  test('drops conditions where rules come with them, and a name that it keeps', async () => {
    gateway.backend.faults.add(rewriteRow(PUT_ROUTE, DEV.slack, (row) => ({ ...row, conditions: [], name: 'Old' })));
    const conditions = [{ isNegated: false, type: 'GROUP', value: 'AND', children: [{ field: 'a', value: 'b' }] }];
    expect((await update(gateway, { id: DEV.slack, name: 'New', conditions })).errors).toEqual([
      notStored('name'),
      notStored('conditions'),
    ]);
  });

  test('has no branding of its own, and may hide a signing key from those who see no credentials', async () => {
    const branding = { id: DEV.slack, removeNovuBranding: true, name: 'B' };
    expect((await update(gateway, branding)).errors).toEqual([notStored('removeNovuBranding')]);
    const hide = () => rewriteRow(PUT_ROUTE, DEV.slack, (row) => ({ ...row, configurations: {} }));
    const signing = { id: DEV.slack, configurations: { inboundWebhookSigningKey: 'k' } };
    gateway.backend.faults.add(hide());
    expect((await update(gateway, signing, callers.devKey)).errors).toEqual([]);
    gateway.backend.faults.add(hide());
    expect((await update(gateway, signing)).errors).toEqual([notStored('configurations', 'inboundWebhookSigningKey')]);
  });

  test('casts values, which is no loss', async () => {
    const conditions = [
      { isNegated: false, type: 'GROUP', value: 'AND', children: [{ field: 'a', value: 5, on: 'TENANT' }] },
    ];
    const cast = [{ _id: 'c', ...conditions[0], children: [{ _id: 'd', field: 'a', value: '5', on: 'tenant' }] }];
    gateway.backend.faults.add(rewriteRow(PUT_ROUTE, DEV.slack, (row) => ({ ...row, conditions: cast })));
    expect((await update(gateway, { id: DEV.slack, conditions })).errors).toEqual([]);
  });

  test('keeps what WhatsApp merges: a key that a patch clears is still there', async () => {
    const whatsappBusiness = {
      apiToken: 'a',
      phoneNumberIdentification: 'p',
      businessAccountId: 'b',
      secretKey: 's',
      token: 't',
    };
    const { integration } = await mutate(gateway, callers.session, 'createIntegration', {
      credentials: { whatsappBusiness },
    });
    const payload = await update(gateway, { id: integration.id, credentialsPatch: { token: null } });
    expect(payload).toMatchObject({
      integration: { id: integration.id },
      errors: [notStored('credentialsPatch', 'token')],
    });
    // Left out is not cleared.
    const { token: _, ...others } = whatsappBusiness;
    const replaced = await update(gateway, { id: integration.id, credentials: { whatsappBusiness: others } });
    expect(replaced.errors).toEqual([]);
  });

  test('is told of WhatsApp that a key which is left out may be lost or kept', async () => {
    const whatsappBusiness = { apiToken: 'a', phoneNumberIdentification: 'p', businessAccountId: 'b', secretKey: 's' };
    const input = { active: true, credentials: { whatsappBusiness } };
    const { integration } = await mutate(gateway, callers.session, 'createIntegration', input);
    const rotation = { id: integration.id, credentials: { whatsappBusiness: { apiToken: 'new' } } };
    const errors = await refusal(gateway, callers.devKey, 'updateIntegration', rotation);
    expect(errors).toHaveLength(3);
    expect(errors[0]?.message).toMatch(/keep the stored value/);
  });
});

test.each<[string, () => TestGateway]>([
  ['newer', () => gateway],
  ['older', () => older],
])('a session rotates one credential of an active WhatsApp integration on a %s server', async (_name, on) => {
  const keys = { apiToken: 'a', phoneNumberIdentification: 'p', secretKey: 's' };
  const input = { active: true, credentials: { whatsappBusiness: { ...keys, businessAccountId: 'b' } } };
  const { integration } = await mutate(on(), callers.session, 'createIntegration', input, SELECTION);
  const rotation = { id: integration.id, credentials: { whatsappBusiness: { apiToken: 'new', secretKey: ' ' } } };
  expect((await update(on(), rotation)).errors).toEqual([]);
  const answer = await fetch(`${on().backend.url}/v1/integrations`, { headers: callers.session });
  const { data } = (await answer.json()) as { data: { _id: string; credentials: object }[] };
  const row = data.find(({ _id }) => _id === integration.id);
  expect(row?.credentials).toMatchObject({ ...keys, apiToken: 'new' });
});

test('an agent that a server takes for a delivery integration is not stored as sent', async () => {
  gateway.backend.faults.add({
    kind: 'rewrite',
    method: 'POST',
    times: 1,
    rewrite: (body) => {
      const { kind: _, ...row } = (body as { data: { kind: string } }).data;
      return { data: row };
    },
  });
  const credentials = { anthropic: { apiKey: 'sk', externalEnvironmentId: 'env' } };
  const payload = await mutate(gateway, callers.session, 'createIntegration', { credentials }, SELECTION);
  expect(payload.errors).toEqual([notStored('kind')]);
});

test('a value that the server casts to a boolean is stored', async () => {
  const cast = (row: object) => ({ ...row, configurations: { inboundWebhookEnabled: true } });
  for (const [given, errors] of [
    ['yes', []],
    [1, []],
    ['no', [notStored('configurations', 'inboundWebhookEnabled')]],
  ] as const) {
    gateway.backend.faults.add(rewriteRow(PUT_ROUTE, DEV.slack, cast));
    const configurations = { other: { inboundWebhookEnabled: given } };
    expect((await update(gateway, { id: DEV.slack, configurations })).errors).toEqual(errors);
  }
});

describe('a body over the 100 kB that Novu reads', () => {
  const long = 'é'.repeat(52_000);
  test.each<[string, object, string[]]>([
    [
      'createIntegration',
      { providerId: 'fcm', credentials: { fcm: { serviceAccount: long } } },
      ['credentials', 'fcm'],
    ],
    ['updateIntegration', { id: DEV.slack, name: long }, ['name']],
    ['updateIntegration', { id: DEV.slack, name: 'x', configurations: { payloadSchema: long } }, ['configurations']],
  ])('%s is refused before it is sent', async (name, input, path) => {
    expect(await refusal(gateway, callers.session, name, input)).toMatchObject([error('INVALID_INPUT', ...path)]);
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  test('is told from one that is just short enough', async () => {
    const name = 'n'.repeat(102_400 - '{"name":"","check":false}'.length);
    expect(
      await refusal(gateway, callers.session, 'updateIntegration', { id: DEV.slack, name: `${name}n` }),
    ).toMatchObject([error('INVALID_INPUT', 'name')]);
    expect((await update(gateway, { id: DEV.slack, name })).errors).toEqual([]);
    expect(stored(gateway.backend, DEV.slack).name).toBe(name);
  });
});
