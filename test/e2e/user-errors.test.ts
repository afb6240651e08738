import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, GLOBEX_POSTMARK, NOBODY, PROD, stored } from '../helpers/demo-data.ts';
import { ACME_PROD, callers, GLOBEX_DEV, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate, sendMutation } from '../helpers/mutate.ts';
import { error, REFUSAL, refusal } from '../helpers/refusal.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

describe('not found', () => {
  test.each(['updateIntegration', 'setPrimaryIntegration', 'deleteIntegration', 'autoConfigureIntegration'])(
    '%s',
    async (name) => {
      const more = name === 'updateIntegration' ? { name: 'x' } : {};
      for (const id of [NOBODY, GLOBEX_POSTMARK, 'int-1', '../environments/me', 'ä ö', ' ']) {
        expect(await refusal(gateway, callers.session, name, { id, ...more })).toMatchObject([
          error('INTEGRATION_NOT_FOUND', 'id'),
        ]);
      }
      // None of them became another path.
      expect(
        gateway
          .calls()
          .filter(
            (call) =>
              !/^(GET \/v1\/integrations|\w+ \/v1\/integrations\/65b[0-9a-f]{21}(\/(set-primary|auto-configure))?)$/.test(
                call,
              ),
          ),
      ).toEqual([]);
    },
  );

  test('a successor', async () => {
    const input = { id: DEV.sendgrid, successorId: NOBODY };
    expect(await refusal(gateway, callers.session, 'deleteIntegration', input)).toMatchObject([
      error('INTEGRATION_NOT_FOUND', 'successorId'),
    ]);
  });

  test('an environment', async () => {
    const input = { providerId: 'discord', environmentId: GLOBEX_DEV };
    expect(await refusal(gateway, callers.session, 'createIntegration', input)).toMatchObject([
      error('INVALID_INPUT', 'environmentId'),
    ]);
  });
});

test.each([
  ['itself', DEV.sendgrid],
  ['one of another channel', DEV.twilio],
  ['one of another environment', PROD.ses],
])('%s is no successor', async (_name, successorId) => {
  const input = { id: DEV.sendgrid, successorId };
  expect(await refusal(gateway, callers.session, 'deleteIntegration', input)).toMatchObject([
    error('INVALID_INPUT', 'successorId'),
  ]);
});

describe('what Novu refuses', () => {
  test('an identifier that is taken', async () => {
    const create = { providerId: 'discord', identifier: 'fcm' };
    expect(await refusal(gateway, callers.devKey, 'createIntegration', create)).toMatchObject([
      error('IDENTIFIER_TAKEN', 'identifier'),
    ]);
    const update = { id: DEV.slack, identifier: 'ses' };
    expect(await refusal(gateway, callers.session, 'updateIntegration', update)).toMatchObject([
      error('IDENTIFIER_TAKEN', 'identifier'),
    ]);
    // Free in this environment, though not in the other.
    const elsewhere = { providerId: 'discord', identifier: 'ses' };
    expect((await mutate(gateway, callers.devKey, 'createIntegration', elsewhere)).errors).toEqual([]);
  });

  test('a primary on a channel that has none', async () => {
    const errors = await refusal(gateway, callers.session, 'setPrimaryIntegration', { id: DEV.slack });
    expect(errors).toMatchObject([{ ...error('PRIMARY_NOT_SUPPORTED', 'id'), channel: 'CHAT' }]);
  });

  test('a provider check, without the host that its text quotes', async () => {
    const input = {
      check: true,
      credentials: { nodemailer: { host: 'secret-host.invalid', port: '25', from: 'a@b.c', senderName: 's' } },
    };
    const answer = await sendMutation(gateway, callers.session, 'createIntegration', input, REFUSAL);
    expect(answer.data.createIntegration.errors).toMatchObject([error('PROVIDER_CHECK_FAILED', 'credentials')]);
    expect(answer.text).not.toContain('secret-host');
  });

  test('a second in-app or demo provider, with a message of its own for each', async () => {
    const inApp = await refusal(gateway, callers.session, 'createIntegration', { providerId: 'novu' });
    expect(inApp).toMatchObject([error('BUSINESS_RULE', 'providerId')]);
    const demo = { providerId: 'novu-email' };
    expect((await mutate(gateway, callers.session, 'createIntegration', demo)).errors).toEqual([]);
    const second = await refusal(gateway, callers.session, 'createIntegration', demo);
    expect(second).toMatchObject([error('BUSINESS_RULE', 'providerId')]);
    expect(second[0]?.message).not.toBe(inApp[0]?.message);
  });

  test('a value of the wrong type under raw, by its path', async () => {
    const input = {
      providerId: 'novu',
      channel: 'IN_APP',
      environmentId: ACME_PROD,
      credentials: { raw: { hmac: 'true' } },
    };
    expect(await refusal(gateway, callers.session, 'createIntegration', input)).toMatchObject([
      error('INVALID_INPUT', 'credentials', 'raw', 'hmac'),
    ]);
  });
});

describe('the scope of an API key', () => {
  test('a create in another environment, by its path', async () => {
    const input = { providerId: 'discord', environmentId: ACME_PROD };
    expect(await refusal(gateway, callers.devKey, 'createIntegration', input)).toMatchObject([
      error('ENVIRONMENT_SCOPE', 'environmentId'),
    ]);
  });

  test('a move to another environment', async () => {
    const input = { id: DEV.slack, environmentId: ACME_PROD };
    expect(await refusal(gateway, callers.devKey, 'updateIntegration', input)).toMatchObject([
      error('ENVIRONMENT_SCOPE', 'environmentId'),
    ]);
  });

  test.each(['updateIntegration', 'setPrimaryIntegration', 'deleteIntegration', 'autoConfigureIntegration'])(
    '%s of another environment’s',
    async (name) => {
      const more = name === 'updateIntegration' ? { name: 'x' } : {};
      expect(await refusal(gateway, callers.devKey, name, { id: PROD.ses, ...more })).toMatchObject([
        error('ENVIRONMENT_SCOPE', 'id'),
      ]);
      expect(stored(gateway.backend, PROD.ses).deleted).toBe(false);
    },
  );
});

test('a session that may only read is FORBIDDEN, and nothing is written', async () => {
  for (const [name, input] of [
    ['createIntegration', { providerId: 'discord' }],
    ['updateIntegration', { id: DEV.slack, name: 'x' }],
    ['setPrimaryIntegration', { id: DEV.mailgun }],
    ['deleteIntegration', { id: DEV.slack }],
    ['autoConfigureIntegration', { id: DEV.sendgrid }],
  ] as const) {
    const { data, errors } = await sendMutation(gateway, callers.viewer, name, input, REFUSAL);
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(gateway.backend.records().every(({ deleted, name }) => !deleted && name !== 'x')).toBe(true);
});
