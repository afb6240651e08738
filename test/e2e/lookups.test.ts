import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh, GLOBEX_POSTMARK, NOBODY, PROD } from '../helpers/demo-data.ts';
import {
  ACME_DEV,
  ACME_PROD,
  callers,
  GLOBEX_DEV,
  type Headers,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';

const ACME = '65a0000000000000000000a1';
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  // From now on the organization of each caller is known, and a fresh read is one call.
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.calls();
});

const ask = (caller: Headers, query: string) => gateway.ask(fresh(caller), query);

describe('one integration', () => {
  test('has all its fields', async () => {
    const { data } = await ask(
      callers.session,
      `{ integration(by: { id: "${PROD.mailjet}" }) {
        id identifier name providerId provider { id displayName channel supportsPrimary } channel kind active primary priority
        configurations { inboundWebhookEnabled } rules environment { id } environmentName organization { id }
        conditions { isNegated type value children { field value operator on } }
        removeNovuBranding createdAt updatedAt deleted deletedAt deletedBy
      } }`,
    );
    expect(data.integration).toEqual({
      id: PROD.mailjet,
      identifier: 'mailjet-enterprise',
      name: 'Mailjet for enterprise customers',
      providerId: 'mailjet',
      provider: { id: 'mailjet', displayName: 'Mailjet', channel: 'EMAIL', supportsPrimary: true },
      channel: 'EMAIL',
      kind: 'DELIVERY',
      active: true,
      primary: false,
      priority: 1,
      configurations: null,
      rules: null,
      environment: { id: ACME_PROD },
      environmentName: 'Production',
      organization: { id: ACME },
      conditions: [
        {
          isNegated: false,
          type: 'GROUP',
          value: 'AND',
          children: [{ field: 'plan', value: 'enterprise', operator: 'EQUAL', on: 'PAYLOAD' }],
        },
      ],
      removeNovuBranding: null,
      createdAt: '2026-01-15T09:00:00.000Z',
      updatedAt: '2026-01-15T09:00:00.000Z',
      deleted: false,
      deletedAt: null,
      deletedBy: null,
    });
    expect(gateway.calls().sort()).toEqual(['GET /v1/environments', 'GET /v1/integrations']);
  });

  test('an agent has no channel, and what the catalog lacks has no provider', async () => {
    const { data } = await ask(
      callers.devKey,
      `{ agent: integration(by: { id: "${DEV.agent}" }) { channel kind provider { id kind channel supportsPrimary } }
         postbox: integration(by: { id: "${DEV.postbox}" }) { channel providerId provider { id } } }`,
    );
    expect(data).toEqual({
      agent: {
        channel: null,
        kind: 'AGENT',
        provider: { id: 'anthropic', kind: 'AGENT', channel: null, supportsPrimary: false },
      },
      postbox: { channel: 'CHAT', providerId: 'acme-postbox', provider: null },
    });
  });

  test('is null where there is none that the caller may see', async () => {
    const { data, errors } = await ask(
      callers.session,
      `{ nobody: integration(by: { id: "${NOBODY}" }) { id } globex: integration(by: { id: "${GLOBEX_POSTMARK}" }) { id }
         odd: integration(by: { id: "" }) { id } other: integration(by: { identifier: { identifier: "none" } }) { id } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nobody: null, globex: null, odd: null, other: null });
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('by identifier is found in the caller’s environment by default, in the named one else', async () => {
    const query = `{
      own: integration(by: { identifier: { identifier: "sendgrid" } }) { id }
      production: integration(by: { identifier: { identifier: "sendgrid", environmentId: "${ACME_PROD}" } }) { id }
      mine: integration(by: { identifier: { identifier: "sendgrid", environmentId: "${ACME_DEV}" } }) { id }
    }`;
    const expected = { own: { id: DEV.sendgrid }, production: { id: PROD.sendgrid }, mine: { id: DEV.sendgrid } };
    expect((await ask(callers.session, query)).data).toEqual(expected);
    const inProduction = { ...callers.session, 'novu-environment-id': ACME_PROD };
    expect((await ask(inProduction, query)).data).toEqual({ ...expected, own: { id: PROD.sendgrid } });
  });

  test('by nothing, or by both, is refused', async () => {
    for (const by of ['{}', `{ id: "${DEV.fcm}", identifier: { identifier: "fcm" } }`, '{ id: null }']) {
      const { errors } = await ask(callers.session, `{ integration(by: ${by}) { id } }`);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect(gateway.calls()).toEqual([]);
  });
});

describe('the primary integration', () => {
  test('of a channel, in the own environment or another', async () => {
    const { data } = await ask(
      callers.session,
      `{ email: primaryIntegration(channel: EMAIL) { id } sms: primaryIntegration(channel: SMS) { id }
         chat: primaryIntegration(channel: CHAT) { id }
         production: primaryIntegration(channel: EMAIL, environmentId: "${ACME_PROD}") { id } }`,
    );
    expect(data).toEqual({
      email: { id: DEV.sendgrid },
      sms: { id: DEV.twilio },
      chat: null,
      production: { id: PROD.sendgrid },
    });
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('UNKNOWN is no channel to ask for', async () => {
    const { data, errors } = await ask(callers.session, '{ primaryIntegration(channel: UNKNOWN) { id } }');
    expect(data?.primaryIntegration ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

test('many questions in one operation are one upstream list call', async () => {
  const { data, errors } = await ask(
    callers.devKey,
    `{ integrations(first: 3) { nodes { id environment { id primaryIntegration(channel: SMS) { id } integrations { totalCount } } } }
       a: integration(by: { id: "${DEV.slack}" }) { name } b: integration(by: { identifier: { identifier: "fcm" } }) { name }
       primaryIntegration(channel: EMAIL) { environment { integrations(first: 1) { nodes { id } } } }
       _entities(representations: [
         { __typename: "Integration", id: "${DEV.fcm}" }, { __typename: "Environment", id: "${ACME_DEV}" },
         { __typename: "Integration", id: "${NOBODY}" }, { __typename: "IntegrationProvider", id: "sendgrid" }
       ]) {
         ... on Integration { name } ... on Environment { integrations { totalCount } } ... on IntegrationProvider { displayName }
       } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.integrations.nodes[0].environment).toEqual({
    id: ACME_DEV,
    primaryIntegration: { id: DEV.twilio },
    integrations: { totalCount: 11 },
  });
  expect(data).toMatchObject({ a: { name: 'Slack' }, b: { name: 'Firebase Cloud Messaging' } });
  expect(data._entities).toEqual([
    { name: 'Firebase Cloud Messaging' },
    { integrations: { totalCount: 11 } },
    null,
    { displayName: 'SendGrid' },
  ]);
  const lists = gateway.calls().filter((call) => !call.endsWith('/environments/me'));
  expect(lists).toEqual(['GET /v1/integrations']);
});

describe('an API key that asks another environment', () => {
  test.each([
    ['integration', `integration(by: { identifier: { identifier: "ses", environmentId: "${ACME_PROD}" } }) { id }`],
    ['primaryIntegration', `primaryIntegration(channel: EMAIL, environmentId: "${ACME_PROD}") { id }`],
    ['integrations', `integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount }`],
    ['integrations', `integrations(filter: { environmentIds: ["${ACME_DEV}", "${ACME_PROD}"] }) { totalCount }`],
  ])('gets null and FORBIDDEN from %s', async (field, selection) => {
    const { data, errors } = await ask(
      callers.devKey,
      `{ ${selection} fine: integration(by: { id: "${DEV.fcm}" }) { id } }`,
    );
    expect(data).toEqual({ [field]: null, fine: { id: DEV.fcm } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ path: [field], extensions: { code: 'FORBIDDEN' } });
  });

  test('gets null and FORBIDDEN below Environment, whichever way it came there', async () => {
    const below = 'integrations { totalCount } primaryIntegration(channel: EMAIL) { id }';
    const { data, errors } = await ask(
      callers.devKey,
      `{ integrationEnvironments { id environment { id ${below} } }
         _entities(representations: [{ __typename: "Environment", id: "${ACME_PROD}" }]) { ... on Environment { id ${below} } } }`,
    );
    expect(data.integrationEnvironments).toEqual([
      {
        id: ACME_DEV,
        environment: { id: ACME_DEV, integrations: { totalCount: 11 }, primaryIntegration: { id: DEV.sendgrid } },
      },
      { id: ACME_PROD, environment: { id: ACME_PROD, integrations: null, primaryIntegration: null } },
    ]);
    // A representation of what the caller may not see is null, without an error.
    expect(data._entities).toEqual([null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(2).fill('FORBIDDEN'));
  });

  test('a session may ask', async () => {
    const { data } = await ask(
      callers.session,
      '{ integrationEnvironments { name environment { integrations { totalCount } } } }',
    );
    expect(data.integrationEnvironments).toEqual([
      { name: 'Development', environment: { integrations: { totalCount: 11 } } },
      { name: 'Production', environment: { integrations: { totalCount: 9 } } },
    ]);
    expect(gateway.calls().sort()).toEqual(['GET /v1/environments', 'GET /v1/integrations']);
  });

  test('a session of another organization gets none of it', async () => {
    const { data } = await ask(
      callers.globexSession,
      `{ integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount } integrationEnvironments { id } }`,
    );
    expect(data.integrations?.totalCount ?? 0).toBe(0);
    expect(data.integrationEnvironments).toEqual([{ id: GLOBEX_DEV }]);
  });
});
