import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { ERRORS, mutate, ROW } from '../helpers/mutate.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const change = (caller: Headers, name: string, input: object, selection?: string) =>
  mutate(gateway, caller, name, input, selection);

const sendgrid = { apiKey: 'SG.new', from: 'new@acme.example', senderName: 'New' };

describe('createIntegration', () => {
  test('takes provider, channel, kind and name from the member of credentials', async () => {
    const { integration, errors } = await change(callers.session, 'createIntegration', { credentials: { sendgrid } });
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({
      name: 'SendGrid',
      providerId: 'sendgrid',
      channel: 'EMAIL',
      kind: 'DELIVERY',
      active: false,
      primary: false,
      priority: 0,
      environment: { id: ACME_DEV },
    });
    const record = stored(gateway.backend, integration.id);
    expect(record).toMatchObject({ channel: 'email', kind: 'delivery', providerId: 'sendgrid' });
    expect(record.credentials).toMatchObject({ from: 'new@acme.example', senderName: 'New' });
    expect(gateway.calls()).toEqual(['POST /v1/integrations']);
  });

  test('takes all that it is given', async () => {
    const { integration, errors } = await change(
      callers.session,
      'createIntegration',
      {
        providerId: 'sendgrid',
        channel: 'EMAIL',
        kind: 'DELIVERY',
        name: 'Mine',
        identifier: 'mine',
        environmentId: ACME_PROD,
        active: true,
        check: false,
        configurations: { inboundWebhookEnabled: true, inboundWebhookSigningKey: 'key' },
        conditions: [
          {
            isNegated: false,
            type: 'GROUP',
            value: 'AND',
            children: [{ field: 'tier', value: 3, operator: 'EQUAL', on: 'PAYLOAD' }],
          },
        ],
        credentials: { sendgrid },
      },
      `integration { ${ROW} credentials { ... on SendGridIntegrationCredentials { apiKey from senderName region extra } }
         configurations { inboundWebhookEnabled inboundWebhookSigningKey } conditions { children { field value operator on } } } ${ERRORS}`,
    );
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({
      name: 'Mine',
      identifier: 'mine',
      active: true,
      environment: { id: ACME_PROD },
      credentials: { ...sendgrid, region: null, extra: null },
      configurations: { inboundWebhookEnabled: true, inboundWebhookSigningKey: 'key' },
      conditions: [{ children: [{ field: 'tier', value: 3, operator: 'EQUAL', on: 'PAYLOAD' }] }],
    });
  });

  test('is seen by the next read, without asking past the cache', async () => {
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    const { integration } = await change(callers.devKey, 'createIntegration', { providerId: 'discord', name: 'New' });
    const { data } = await gateway.ask(
      callers.devKey,
      `{ integration(by: { id: "${integration.id}" }) { name channel } }`,
    );
    expect(data.integration).toEqual({ name: 'New', channel: 'CHAT' });
  });

  test('makes an agent, which has no channel', async () => {
    const input = { active: true, credentials: { anthropic: { apiKey: 'sk', externalEnvironmentId: 'env' } } };
    const { integration, errors } = await change(callers.session, 'createIntegration', input);
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({ kind: 'AGENT', channel: null, providerId: 'anthropic', active: true });
  });

  test('makes one of a provider that the catalog lacks, given its channel', async () => {
    const input = { providerId: 'pigeon', channel: 'SMS', credentials: { raw: { apiKey: 'k', webhookUrl: 'u' } } };
    const { integration, errors } = await change(
      callers.session,
      'createIntegration',
      input,
      `integration { ${ROW} credentials { ... on UnknownProviderIntegrationCredentials { values } } } ${ERRORS}`,
    );
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({
      name: 'Pigeon',
      channel: 'SMS',
      credentials: { values: { apiKey: 'k', webhookUrl: 'u' } },
    });
  });

  test('tells which others it changed, and for that reads twice', async () => {
    const { changedIntegrations } = await change(
      callers.devKey,
      'createIntegration',
      { active: true, credentials: { sendgrid } },
      'changedIntegrations { id priority primary }',
    );
    expect(changedIntegrations).toEqual([{ id: DEV.sendgrid, priority: 3, primary: true }]);
    expect(gateway.calls()).toEqual(['GET /v1/integrations', 'POST /v1/integrations', 'GET /v1/integrations']);
  });
});
