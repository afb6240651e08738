import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh, PROD, stored } from '../helpers/demo-data.ts';
import { ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
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

describe('updateIntegration', () => {
  test('changes what is given and nothing else, in one call', async () => {
    const before = { ...stored(gateway.backend, DEV.sendgrid) };
    const input = { id: DEV.sendgrid, name: 'Renamed', identifier: 'renamed' };
    const { integration, errors } = await change(callers.devKey, 'updateIntegration', input);
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({ id: DEV.sendgrid, name: 'Renamed', identifier: 'renamed', primary: true });
    const after = stored(gateway.backend, DEV.sendgrid);
    expect({ ...after, updatedAt: '' }).toEqual({ ...before, name: 'Renamed', identifier: 'renamed', updatedAt: '' });
    expect(gateway.calls()).toEqual([`PUT /v1/integrations/${DEV.sendgrid}`]);
  });

  test('moves one to another environment', async () => {
    const { integration } = await change(callers.session, 'updateIntegration', {
      id: DEV.slack,
      environmentId: ACME_PROD,
    });
    expect(integration).toMatchObject({ environment: { id: ACME_PROD } });
    expect(stored(gateway.backend, DEV.slack)._environmentId).toBe(ACME_PROD);
  });

  test('changes conditions, rules and configurations, and shows the demotion', async () => {
    const group = { isNegated: false, type: 'GROUP', value: 'AND', children: [] };
    const selection = `integration { primary conditions { value } rules } ${ERRORS}`;
    const given = await change(
      callers.session,
      'updateIntegration',
      { id: DEV.sendgrid, conditions: [group] },
      selection,
    );
    expect(given).toEqual({ integration: { primary: false, conditions: [{ value: 'AND' }], rules: null }, errors: [] });
    const rules = { '==': [{ var: 'tenant' }, 'acme'] };
    const ruled = await change(callers.session, 'updateIntegration', { id: DEV.sendgrid, rules }, selection);
    expect(ruled.integration).toEqual({ primary: false, conditions: [], rules });
    const cleared = await change(callers.session, 'updateIntegration', { id: DEV.sendgrid, rules: null }, selection);
    expect(cleared.integration.rules).toBeNull();
    const emptied = await change(callers.session, 'updateIntegration', { id: PROD.mailjet, conditions: [] }, selection);
    expect(emptied.integration.conditions).toEqual([]);
  });

  test('tells of the priorities that moved', async () => {
    const { changedIntegrations, integration } = await change(
      callers.session,
      'updateIntegration',
      { id: PROD.sendgrid, active: false },
      'integration { active primary priority } changedIntegrations { id priority }',
    );
    expect(integration).toEqual({ active: false, primary: false, priority: 0 });
    // The others keep their ranks 2 and 1, so nothing else has changed.
    expect(changedIntegrations).toEqual([]);
  });
});

describe('setPrimaryIntegration', () => {
  test('activates, promotes, and tells of the demoted one', async () => {
    const { integration, changedIntegrations, errors } = await change(
      callers.devKey,
      'setPrimaryIntegration',
      { id: DEV.nodemailer },
      `integration { ${ROW} } changedIntegrations { id active primary priority } ${ERRORS}`,
    );
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({ id: DEV.nodemailer, active: true, primary: true, priority: 3 });
    expect(changedIntegrations).toEqual([{ id: DEV.sendgrid, active: true, primary: false, priority: 2 }]);
  });

  test('leaves other environments alone', async () => {
    const { changedIntegrations } = await change(
      callers.session,
      'setPrimaryIntegration',
      { id: PROD.mailjet },
      'changedIntegrations { environment { id } }',
    );
    expect(changedIntegrations.length).toBeGreaterThan(0);
    expect(
      new Set(changedIntegrations.map(({ environment }: { environment: { id: string } }) => environment.id)),
    ).toEqual(new Set([ACME_PROD]));
  });
});

describe('deleteIntegration', () => {
  test('gives the row as it was, and the moved priorities', async () => {
    const { integration, changedIntegrations, errors } = await change(
      callers.devKey,
      'deleteIntegration',
      { id: DEV.mailgun },
      `integration { ${ROW} } changedIntegrations { id priority } ${ERRORS}`,
    );
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({ id: DEV.mailgun, name: 'Mailgun fallback', active: true, priority: 1 });
    expect(changedIntegrations).toEqual([{ id: DEV.sendgrid, priority: 1 }]);
    expect(stored(gateway.backend, DEV.mailgun).deleted).toBe(true);
    expect((await gateway.ask(callers.devKey, `{ integration(by: { id: "${DEV.mailgun}" }) { id } }`)).data).toEqual({
      integration: null,
    });
  });

  test('shows a session the credentials as they were', async () => {
    const { integration } = await change(
      callers.session,
      'deleteIntegration',
      { id: DEV.twilio },
      'integration { credentials { ... on TwilioIntegrationCredentials { token } } }',
    );
    expect(integration.credentials).toEqual({ token: 'demo-twilio-token' });
  });

  test('leaves the channel without a primary, or with the named successor', async () => {
    const primary = `{ primaryIntegration(channel: EMAIL) { id } }`;
    const alone = await change(callers.session, 'deleteIntegration', { id: DEV.sendgrid });
    expect(alone.errors).toEqual([]);
    expect((await gateway.ask(callers.session, primary)).data.primaryIntegration).toBeNull();

    gateway.backend.reset();
    const followed = await change(
      callers.session,
      'deleteIntegration',
      { id: DEV.sendgrid, successorId: DEV.nodemailer },
      `integration { id primary } changedIntegrations { id active primary } ${ERRORS}`,
    );
    expect(followed).toMatchObject({ integration: { id: DEV.sendgrid, primary: true }, errors: [] });
    expect(followed.changedIntegrations).toContainEqual({ id: DEV.nodemailer, active: true, primary: true });
    expect((await gateway.ask(fresh(callers.session), primary)).data.primaryIntegration).toEqual({
      id: DEV.nodemailer,
    });
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([
      `DELETE /v1/integrations/${DEV.sendgrid}`,
      `POST /v1/integrations/${DEV.nodemailer}/set-primary`,
    ]);
  });
});

describe('autoConfigureIntegration', () => {
  const selection = `success message integration { id configurations { inboundWebhookEnabled } } ${ERRORS}`;

  test('reads the integration again', async () => {
    const payload = await change(callers.devKey, 'autoConfigureIntegration', { id: DEV.mailgun }, selection);
    expect(payload).toEqual({
      success: true,
      message: null,
      integration: { id: DEV.mailgun, configurations: { inboundWebhookEnabled: true } },
      errors: [],
    });
  });

  test('says no success where the provider fails, in its own words', async () => {
    const payload = await change(callers.devKey, 'autoConfigureIntegration', { id: DEV.twilio }, selection);
    expect(payload).toMatchObject({ success: false, integration: { id: DEV.twilio }, errors: [] });
    expect(payload.message).not.toContain('Auto-configuration is not supported');
    expect(payload.message.length).toBeGreaterThan(10);
  });
});

test('mutations of one document run one after another, each on what the one before left', async () => {
  const { data } = await gateway.ask(
    callers.devKey,
    `mutation { a: setPrimaryIntegration(input: { id: "${DEV.nodemailer}" }) { integration { priority } }
       b: deleteIntegration(input: { id: "${DEV.nodemailer}" }) { integration { primary priority } changedIntegrations { id priority } } }`,
  );
  expect(data.a.integration).toEqual({ priority: 3 });
  expect(data.b).toEqual({ integration: { primary: true, priority: 3 }, changedIntegrations: [] });
});
