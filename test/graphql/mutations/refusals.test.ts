import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, NOBODY, PROD } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';

/** What becomes of a write that Novu refuses. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

/** What becomes of a refused update whose answer has these texts. Novu answers 400 because nothing differs. */
async function refusedWith(message: string | readonly string[]) {
  gateway.backend.faults.add({ kind: 'rewrite', method: 'PUT', rewrite: () => ({ statusCode: 400, message }) });
  const errors = await refusal(gateway, callers.session, 'updateIntegration', { id: DEV.slack, identifier: 'slack' });
  return errors.map(({ code, path }) => ({ code, path }));
}

test.each<[string, string | readonly string[], object]>([
  ['nothing to update', 'No properties found for update or so', error('INVALID_INPUT')],
  ['a primary', 'Channel chat does not support primary', error('PRIMARY_NOT_SUPPORTED', 'id')],
  ['in-app', 'One environment can only have one In app provider', error('BUSINESS_RULE', 'providerId')],
  [
    'a Novu provider that is not set up',
    'Creating Novu integration for novu-sms provider is not allowed',
    error('BUSINESS_RULE', 'providerId'),
  ],
  ['the host', "Provider gateway can't resolve the host with x", error('PROVIDER_CHECK_FAILED', 'credentials')],
  ['the id', 'integrationId must be a mongodb id', error('INTEGRATION_NOT_FOUND', 'id')],
  ['a field', ['name must be a string'], error('INVALID_INPUT', 'name')],
  ['no field that is known, which is no success', ['colour must be blue'], error('INVALID_INPUT')],
  ['a rule that is not known', 'The moon is full', error('BUSINESS_RULE')],
])('%s', async (_name, message, expected) => {
  expect(await refusedWith(message)).toEqual([expected]);
});

test('several fields are several errors', async () => {
  expect(await refusedWith(['name must be a string', 'identifier must be a string'])).toEqual([
    error('INVALID_INPUT', 'name'),
    error('INVALID_INPUT', 'identifier'),
  ]);
});

test('a primary that is not supported names the channel', async () => {
  gateway.backend.faults.add({
    kind: 'rewrite',
    method: 'PUT',
    rewrite: () => ({ message: 'Channel chat does not support primary' }),
  });
  const input = { id: DEV.slack, identifier: 'slack' };
  expect(await refusal(gateway, callers.session, 'updateIntegration', input)).toMatchObject([{ channel: 'CHAT' }]);
});

describe('a credential that Novu refuses has the path that the input has', () => {
  test.each<[string, object, string, readonly string[]]>([
    ['typed', { novu: { hmac: true } }, 'credentials.AppIOBaseUrl must be a string', ['novu', 'appIOBaseUrl']],
    ['raw', { raw: { hmac: true } }, 'credentials.AppIOBaseUrl must be a string', ['raw', 'AppIOBaseUrl']],
    ['the whole object', { raw: { hmac: true } }, 'credentials must be an object', ['raw']],
  ])('%s', async (_name, credentials, message, path) => {
    // The environment has an in-app integration: Novu answers 400.
    gateway.backend.faults.add({ kind: 'rewrite', method: 'POST', rewrite: () => ({ message: [message] }) });
    const input = { providerId: 'novu', credentials };
    const errors = await refusal(gateway, callers.session, 'createIntegration', input);
    expect(errors).toMatchObject([error('INVALID_INPUT', 'credentials', ...path)]);
  });
});

test('an API key that updates the credentials of another environment is told of its scope', async () => {
  const credentials = { sendgrid: { apiKey: 'k', from: 'f', senderName: 's' } };
  const errors = await refusal(gateway, callers.devKey, 'updateIntegration', { id: PROD.sendgrid, credentials });
  expect(errors).toMatchObject([error('ENVIRONMENT_SCOPE', 'id')]);
});

test('autoConfigure has no message beside an error', async () => {
  const selection = 'success message errors { code }';
  expect(await mutate(gateway, callers.session, 'autoConfigureIntegration', { id: NOBODY }, selection)).toEqual({
    success: false,
    message: null,
    errors: [{ code: 'INTEGRATION_NOT_FOUND' }],
  });
});
