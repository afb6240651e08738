import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/model/json.ts';
import { DEV, NOBODY, stored } from '../../helpers/demo-data.ts';
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

const refused = (input: object) => refusal(gateway, callers.session, 'updateIntegration', input);

describe('credentials that an active integration needs', () => {
  test('are told before anything is sent where the update activates', async () => {
    const input = { id: DEV.mailgun, active: true, credentials: { mailgun: { apiKey: 'k', user: ' \t' } } };
    const errors = await refused(input);
    expect(errors.map(({ path }) => path.slice(1))).toEqual(
      ['user', 'domain', 'from', 'senderName'].map((key) => ['credentials', 'mailgun', key]),
    );
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  test('are not needed of an integration that is inactive and stays so', async () => {
    const credentials = { nodemailer: { host: 'smtp.acme.example', port: '25' } };
    expect(await sent('updateIntegration', { id: DEV.nodemailer, credentials })).toMatchObject({
      credentials: { host: 'smtp.acme.example', port: '25' },
    });
  });

  test('may be cleared by a patch that deactivates; one that activates need not add what was never there', async () => {
    const clear = { id: DEV.sendgrid, credentialsPatch: { apiKey: null } };
    expect(await sent('updateIntegration', { ...clear, active: false })).toMatchObject({ active: false });
    expect(stored(gateway.backend, DEV.sendgrid).credentials).not.toHaveProperty('apiKey');
    gateway.backend.requests.clear();
    const again = { id: DEV.sendgrid, active: true, credentialsPatch: { from: 'g@acme.example' } };
    expect(await sent('updateIntegration', again)).toMatchObject({ active: true });
    const remove = { id: DEV.sendgrid, credentialsPatch: { from: null } };
    expect(await refused(remove)).toMatchObject([error('MISSING_CREDENTIAL', 'credentialsPatch', 'from')]);
  });
});

describe('credentialsPatch', () => {
  test('of an integration that is not there', async () => {
    expect(await refused({ id: NOBODY, credentialsPatch: { apiKey: 'k' } })).toMatchObject([
      error('INTEGRATION_NOT_FOUND', 'id'),
    ]);
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('sends a key that neither the catalog nor the stored object has', async () => {
    const patch = { id: DEV.sendgrid, credentialsPatch: { outboundConnectedAt: 'now', from: 'g' } };
    expect((await sent('updateIntegration', patch)).credentials).toMatchObject({
      outboundConnectedAt: 'now',
      from: 'g',
    });
  });

  test('changes a stored key that the catalog lacks', async () => {
    const raw = { apiKey: 'k', from: 'f', senderName: 's', whatsNextCompletedAt: 'now' };
    await sent('updateIntegration', { id: DEV.sendgrid, credentials: { raw } });
    gateway.backend.requests.clear();
    const patch = { id: DEV.sendgrid, credentialsPatch: { whatsNextCompletedAt: 'later' } };
    expect(await sent('updateIntegration', patch)).toMatchObject({
      credentials: { ...raw, whatsNextCompletedAt: 'later' },
    });
  });

  test('does not send a key that it clears', async () => {
    const body = await sent('updateIntegration', { id: DEV.sendgrid, credentialsPatch: { ipPoolName: null } });
    expect(Object.keys(body.credentials as JsonObject).sort()).toEqual(['apiKey', 'from', 'senderName']);
  });

  test('uses the names of the schema', async () => {
    const created = await mutate(
      gateway,
      callers.session,
      'createIntegration',
      { credentials: { appio: { appIOBaseUrl: 'https://one.example' } } },
      'integration { id }',
    );
    gateway.backend.requests.clear();
    const patch = { id: created.integration.id, credentialsPatch: { appIOBaseUrl: 'https://two.example' } };
    expect((await sent('updateIntegration', patch)).credentials).toEqual({ AppIOBaseUrl: 'https://two.example' });
  });
});

test('typed credentials of an integration that is not there are refused by Novu', async () => {
  const credentials = { sendgrid: { apiKey: 'k' } };
  expect(await refused({ id: NOBODY, credentials })).toMatchObject([error('INTEGRATION_NOT_FOUND', 'id')]);
});
