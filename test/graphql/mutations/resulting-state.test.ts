import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';

/** What an integration must store once it is active, judged by what a mutation changes. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const change = (input: object, caller = callers.session as Readonly<Record<string, string>>) =>
  mutate(gateway, caller, 'updateIntegration', input, 'integration { id active } errors { code path }');
const refused = (name: string, input: object) => refusal(gateway, callers.session, name, input);

/** The id of an integration that is made as given. */
async function created(input: object): Promise<string> {
  const payload = await mutate(gateway, callers.session, 'createIntegration', input);
  expect(payload.errors).toEqual([]);
  return payload.integration.id;
}

describe('an integration that stores none of the credentials that its provider requires', () => {
  test.each<[string, object, string[]]>([
    ['mailjet', { providerId: 'mailjet' }, ['apiKey', 'secretKey', 'from', 'senderName']],
    ['telnyx', { credentials: { telnyx: {} } }, ['apiKey', 'messageProfileId', 'from']],
    ['ruach-sms', { providerId: 'ruach-sms' }, ['apiKey', 'clientId', 'from']],
  ])('is neither activated nor made primary: %s', async (provider, draft, keys) => {
    const id = await created(draft);
    const member = provider.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
    const activated = await refused('updateIntegration', { id, active: true });
    expect(activated).toMatchObject(
      keys.map((key) => ({ ...error('MISSING_CREDENTIAL', 'credentials', member, key), key })),
    );
    expect(await refused('setPrimaryIntegration', { id })).toMatchObject([
      ...keys.map((key) => ({ ...error('MISSING_CREDENTIAL', 'id'), key })),
    ]);
    expect(stored(gateway.backend, id).active).toBe(false);
  });

  test('is no successor of a primary, and the primary stays', async () => {
    const id = await created({ providerId: 'mandrill' });
    expect(await refused('deleteIntegration', { id: DEV.sendgrid, successorId: id })).toMatchObject(
      ['apiKey', 'from', 'senderName'].map((key) => ({ ...error('MISSING_CREDENTIAL', 'successorId'), key })),
    );
    expect(stored(gateway.backend, DEV.sendgrid).deleted).toBe(false);
  });

  test('stays inactive by a patch of a key that is not required, and is activated by one that is', async () => {
    const id = await created({ providerId: 'sparkpost' });
    const errors = await refused('updateIntegration', { id, active: true, credentialsPatch: { region: 'eu' } });
    expect(errors).toMatchObject(
      ['apiKey', 'from', 'senderName'].map((key) => error('MISSING_CREDENTIAL', 'credentialsPatch', key)),
    );
    expect(await change({ id, active: true, credentialsPatch: { apiKey: 'k' } })).toMatchObject({
      integration: { active: true },
      errors: [],
    });
  });

  test('is refused under raw too, on create and on update', async () => {
    const raw = { ipPoolName: 'p' };
    const input = { providerId: 'sendgrid', active: true, credentials: { raw } };
    expect(await refused('createIntegration', input)).toMatchObject(
      ['apiKey', 'from', 'senderName'].map((key) => error('MISSING_CREDENTIAL', 'credentials', 'raw', key)),
    );
    const id = await created({ providerId: 'sendgrid' });
    expect(await refused('updateIntegration', { id, active: true, credentials: { raw } })).toHaveLength(3);
  });

  test('is found where it is alone, and no other row shows credentials', async () => {
    for (const { _id } of gateway.backend.records()) {
      await mutate(gateway, callers.session, 'deleteIntegration', { id: _id }, 'errors { code }');
    }
    const id = await created({ providerId: 'plunk' });
    expect(await refused('updateIntegration', { id, active: true })).toHaveLength(3);
  });

  test('passes for an API key, which cannot see it, and with IGNORE', async () => {
    const one = await created({ providerId: 'mailjet' });
    expect((await change({ id: one, active: true }, callers.devKey)).errors).toEqual([]);
    const other = await created({ providerId: 'mailjet' });
    expect((await change({ id: other, active: true, requiredCredentials: 'IGNORE' })).errors).toEqual([]);
    const primary = await mutate(gateway, callers.devKey, 'setPrimaryIntegration', { id: one });
    expect(primary).toMatchObject({ integration: { primary: true }, errors: [] });
  });
});

describe('an old row that merely lacks some', () => {
  const oldSlack = { raw: { applicationId: 'a', clientId: 'c', secretKey: 's' } };

  test('is activated, renamed, patched and replaced without the key that it never had', async () => {
    const id = await created({ providerId: 'slack', credentials: oldSlack });
    expect((await change({ id, active: true })).errors).toEqual([]);
    expect((await change({ id, credentialsPatch: { clientId: 'd' } })).errors).toEqual([]);
    expect(
      (await change({ id, credentials: { slack: { applicationId: 'b', clientId: 'c', secretKey: 's' } } })).errors,
    ).toEqual([]);
    const removal = { id, credentialsPatch: { applicationId: '  ', secretKey: null } };
    expect((await refused('updateIntegration', removal)).map(({ path }) => path.at(-1))).toEqual([
      'applicationId',
      'secretKey',
    ]);
    expect(await refused('updateIntegration', { id, credentials: { slack: { clientId: 'c' } } })).toHaveLength(2);
  });

  test('loses a required key where the caller says so', async () => {
    const id = await created({ providerId: 'slack', active: true, credentials: oldSlack });
    const credentialsPatch = { applicationId: null };
    expect((await change({ id, credentialsPatch, requiredCredentials: 'IGNORE' })).errors).toEqual([]);
    const credentials = { slack: { clientId: 'only' } };
    const key = { id, credentials, requiredCredentials: 'IGNORE' };
    expect((await change(key, callers.devKey)).errors).toEqual([]);
  });
});

test('an active integration is created without required credentials where the caller says so', async () => {
  const nodemailer = { host: 'smtp.acme.example', port: '587' };
  const input = { active: true, credentials: { nodemailer } };
  expect(await refused('createIntegration', input)).toHaveLength(2);
  expect(await refused('createIntegration', { ...input, requiredCredentials: 'CHECK' })).toHaveLength(2);
  await created({ ...input, requiredCredentials: 'IGNORE' });
});

test('a tool webhook in dynamic mode needs no URL', async () => {
  const toolWebhook = { method: 'POST', routingMode: 'dynamic' };
  const payload = await mutate(gateway, callers.session, 'createIntegration', {
    active: true,
    credentials: { toolWebhook },
  });
  expect(payload.integration).toMatchObject({ active: true });
  const fixed = { active: true, credentials: { toolWebhook: { ...toolWebhook, routingMode: 'static' } } };
  expect(await refused('createIntegration', fixed)).toMatchObject([
    error('MISSING_CREDENTIAL', 'credentials', 'toolWebhook', 'webhookUrl'),
  ]);
});

describe('`extra` of typed credentials', () => {
  test('goes upstream under the keys of the REST API, beside those that have a field', async () => {
    const mailgun = { apiKey: 'k', extra: { whatsNextCompletedAt: 'now', AppIOBaseUrl: 'u', none: null } };
    await created({ credentials: { mailgun } });
    const sent = gateway.backend.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent).toMatchObject([{ credentials: { apiKey: 'k', whatsNextCompletedAt: 'now', AppIOBaseUrl: 'u' } }]);
  });

  test('is refused by its path: a key given twice, and a value in stored form', async () => {
    const mailgun = { apiKey: 'k', extra: { apiKey: 'j', token: 'nvsk.0' } };
    const errors = await refused('createIntegration', { credentials: { mailgun } });
    expect(errors).toMatchObject([
      error('INVALID_INPUT', 'credentials', 'mailgun', 'extra', 'token'),
      error('INVALID_INPUT', 'credentials', 'mailgun', 'extra', 'apiKey'),
    ]);
  });

  test('is read back as `extra`', async () => {
    const mailgun = { apiKey: 'k', extra: { outboundConnectedAt: 'then' } };
    const payload = await mutate(
      gateway,
      callers.session,
      'createIntegration',
      { credentials: { mailgun } },
      'integration { credentials { ... on MailgunIntegrationCredentials { apiKey extra } } } errors { code }',
    );
    expect(payload).toEqual({
      integration: { credentials: { apiKey: 'k', extra: { outboundConnectedAt: 'then' } } },
      errors: [],
    });
  });
});

test.each<[string, object, string[][]]>([
  ['createIntegration', { providerId: 'discord', name: '', identifier: '' }, [['name'], ['identifier']]],
  ['createIntegration', { providerId: 'discord', name: ' \t' }, [['name']]],
  ['updateIntegration', { id: DEV.slack, identifier: '' }, [['identifier']]],
  ['updateIntegration', { id: DEV.slack, name: '', active: true }, [['name']]],
])('%s with an empty text is refused: %j', async (name, input, paths) => {
  expect(await refused(name, input)).toMatchObject(paths.map((path) => error('INVALID_INPUT', ...path)));
  expect(gateway.calls()).toEqual([]);
});

test.each<[string, object]>([
  ['createIntegration', { providerId: 'sendgrid', check: true }],
  ['createIntegration', { providerId: 'discord', check: true, active: true }],
  ['createIntegration', { providerId: 'twilio', check: true }],
  ['updateIntegration', { id: DEV.fcm, check: true, name: 'x' }],
])('%s cannot check what is not given: %j', async (name, input) => {
  expect(await refused(name, input)).toMatchObject([error('INVALID_INPUT', 'credentials')]);
  expect(gateway.calls()).toEqual([]);
});

test.each([
  [
    'an old row that lacks one is activated with what it has',
    { host: 'smtp.acme.example', port: '25', from: 'a@b.c' },
    [],
  ],
  ['a required key is not taken away on the way', { host: 'smtp.acme.example', from: 'a@b.c' }, ['port']],
])('typed credentials with `active`: %s', async (_name, nodemailer, missing) => {
  gateway.backend.reset();
  const old = { host: 'smtp.acme.example', port: '25', from: 'old@b.c' };
  const draft = { credentials: { nodemailer: old }, active: true, requiredCredentials: 'IGNORE' };
  const fields = 'integration { id } errors { code path }';
  const { integration } = await mutate(gateway, callers.session, 'createIntegration', draft, fields);
  const input = { id: integration.id, active: true, credentials: { nodemailer } };
  const { errors } = await mutate(gateway, callers.session, 'updateIntegration', input, fields);
  expect(errors).toEqual(missing.map((key) => error('MISSING_CREDENTIAL', 'credentials', 'nodemailer', key)));
});
