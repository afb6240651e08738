import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { error, refusal } from '../helpers/refusal.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const sendgrid = { apiKey: 'SG.new', from: 'new@acme.example', senderName: 'New' };

describe('known without an upstream call', () => {
  test.each<[string, string, object, object]>([
    ['no provider', 'createIntegration', { name: 'x' }, error('INVALID_INPUT', 'providerId')],
    [
      'raw credentials without a provider',
      'createIntegration',
      { credentials: { raw: {} } },
      error('INVALID_INPUT', 'providerId'),
    ],
    [
      'an unknown provider without a channel',
      'createIntegration',
      { providerId: 'pigeon' },
      error('INVALID_INPUT', 'channel'),
    ],
    [
      'another channel than the provider’s',
      'createIntegration',
      { providerId: 'sendgrid', channel: 'SMS' },
      error('INVALID_INPUT', 'channel'),
    ],
    [
      'another kind than the provider’s',
      'createIntegration',
      { providerId: 'sendgrid', kind: 'AGENT' },
      error('INVALID_INPUT', 'kind'),
    ],
    [
      'a member of credentials that belongs to another provider',
      'createIntegration',
      { providerId: 'twilio', credentials: { sendgrid } },
      error('INVALID_INPUT', 'credentials', 'sendgrid'),
    ],
    [
      'credentials and credentialsPatch',
      'updateIntegration',
      { id: DEV.sendgrid, credentials: { sendgrid }, credentialsPatch: { from: 'x' } },
      error('INVALID_INPUT', 'credentialsPatch'),
    ],
    ['an update of nothing', 'updateIntegration', { id: DEV.sendgrid }, error('INVALID_INPUT')],
    ['an update of check alone', 'updateIntegration', { id: DEV.sendgrid, check: false }, error('INVALID_INPUT')],
    [
      'an empty idempotency key',
      'setPrimaryIntegration',
      { id: DEV.mailgun, idempotencyKey: '' },
      error('INVALID_INPUT', 'idempotencyKey'),
    ],
    [
      'an idempotency key of 256 characters',
      'deleteIntegration',
      { id: DEV.mailgun, idempotencyKey: 'k'.repeat(256) },
      error('INVALID_INPUT', 'idempotencyKey'),
    ],
  ])('%s', async (_name, mutation, input, expected) => {
    gateway.calls();
    expect(await refusal(gateway, callers.session, mutation, input)).toMatchObject([expected]);
    expect(gateway.calls()).toEqual([]);
  });

  test('credentials that are required and missing, each with its own path', async () => {
    const credentials = { sendgrid: { apiKey: 'k', from: '' } };
    expect(await refusal(gateway, callers.session, 'createIntegration', { active: true, credentials })).toMatchObject([
      { ...error('MISSING_CREDENTIAL', 'credentials', 'sendgrid', 'from'), key: 'from' },
      { ...error('MISSING_CREDENTIAL', 'credentials', 'sendgrid', 'senderName'), key: 'senderName' },
    ]);
    const none = await refusal(gateway, callers.session, 'createIntegration', { active: true, providerId: 'twilio' });
    expect(none.map(({ path }) => path.slice(1))).toEqual([
      ['credentials', 'twilio', 'accountSid'],
      ['credentials', 'twilio', 'token'],
      ['credentials', 'twilio', 'from'],
    ]);
    expect(gateway.calls()).toEqual([]);
  });

  test.each([
    ['is inactive', { credentials: { sendgrid: { apiKey: 'k' } } }],
    ['has raw ones', { active: true, providerId: 'sendgrid', credentials: { raw: { apiKey: 'k' } } }],
    ['takes none', { active: true, providerId: 'discord' }],
  ])('none are missing where the integration %s', async (_name, input) => {
    expect((await mutate(gateway, callers.session, 'createIntegration', input)).errors).toEqual([]);
  });
});

describe('update and the credentials that are required', () => {
  test('an active integration must keep them, an inactive one need not', async () => {
    const credentials = { mailgun: { apiKey: 'k' } };
    const errors = await refusal(gateway, callers.devKey, 'updateIntegration', { id: DEV.mailgun, credentials });
    expect(errors.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['MISSING_CREDENTIAL', 'user'],
      ['MISSING_CREDENTIAL', 'domain'],
      ['MISSING_CREDENTIAL', 'from'],
      ['MISSING_CREDENTIAL', 'senderName'],
    ]);
    const draft = { id: DEV.mailgun, active: false, credentials };
    expect((await mutate(gateway, callers.devKey, 'updateIntegration', draft)).errors).toEqual([]);
  });

  test('they must be of the stored provider', async () => {
    const errors = await refusal(gateway, callers.devKey, 'updateIntegration', {
      id: DEV.mailgun,
      credentials: { sendgrid },
    });
    expect(errors).toMatchObject([error('INVALID_INPUT', 'credentials', 'sendgrid')]);
    expect(gateway.calls()).not.toContain(`PUT /v1/integrations/${DEV.mailgun}`);
  });
});
