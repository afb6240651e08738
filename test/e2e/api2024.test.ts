import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh, NOBODY, PROD, stored } from '../helpers/demo-data.ts';
import {
  ACME_DEV,
  ACME_PROD,
  callers,
  GLOBEX_DEV,
  type Headers,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';

/** The server of October 2024: no kinds, no scopes of API keys, clear credentials for everybody, other validation errors. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({}, { generation: 'api2024' });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const ask = (caller: Headers, query: string) => gateway.ask(fresh(caller), query);

describe('reads', () => {
  test('records without a kind are deliveries', async () => {
    const { data, errors } = await ask(callers.session, '{ integrations { totalCount nodes { kind channel } } }');
    expect(errors).toBeUndefined();
    const kinds: { kind: string }[] = data.integrations.nodes;
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['DELIVERY']));
  });

  test('an API key, which sees its whole organization there, still has an environment of its own by default', async () => {
    const { data, errors } = await ask(
      callers.devKey,
      `{ primaryIntegration(channel: EMAIL) { id } integration(by: { identifier: { identifier: "sendgrid" } }) { id }
         integrationsViewer { environment { id } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      primaryIntegration: { id: DEV.sendgrid },
      integration: { id: DEV.sendgrid },
      integrationsViewer: { environment: { id: ACME_DEV } },
    });
  });

  test('an API key that asks another environment is never told that it is empty', async () => {
    const { data, errors } = await ask(
      callers.devKey,
      `{ other: integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { nodes { id } }
         foreign: integrations(filter: { environmentIds: ["${GLOBEX_DEV}"] }) { totalCount } }`,
    );
    expect(data.other.nodes).toContainEqual({ id: PROD.ses });
    expect(data.foreign).toBeNull();
    expect(errors).toMatchObject([{ path: ['foreign'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('writes', () => {
  const fields = 'integration { id name channel active primary priority } errors { __typename code path }';

  test('create, set primary (201) and delete', async () => {
    const created = await ask(
      callers.session,
      `mutation { createIntegration(input: { name: "Postmark", active: true, credentials: { postmark: {
         apiKey: "k", from: "f@acme.example", senderName: "s" } } }) { ${fields} } }`,
    );
    const { integration, errors } = created.data.createIntegration;
    expect(errors).toEqual([]);
    expect(integration).toMatchObject({ channel: 'EMAIL', active: true, primary: false, priority: 2 });
    const promoted = await ask(
      callers.session,
      `mutation { setPrimaryIntegration(input: { id: "${integration.id}" }) { ${fields} changedIntegrations { id primary } } }`,
    );
    expect(promoted.data.setPrimaryIntegration.integration).toMatchObject({ primary: true });
    expect(promoted.data.setPrimaryIntegration.changedIntegrations).toContainEqual({
      id: DEV.sendgrid,
      primary: false,
    });
    const deleted = await ask(
      callers.session,
      `mutation { deleteIntegration(input: { id: "${integration.id}" }) { ${fields} } }`,
    );
    expect(deleted.data.deleteIntegration).toMatchObject({ integration: { id: integration.id }, errors: [] });
    expect(stored(gateway.backend, integration.id).deleted).toBe(true);
  });

  test('an update does not let the old default try the still encrypted credentials', async () => {
    const { data } = await ask(
      callers.devKey,
      `mutation { updateIntegration(input: { id: "${DEV.sendgrid}", name: "Renamed" }) { ${fields} } }`,
    );
    expect(data.updateIntegration).toMatchObject({ integration: { name: 'Renamed' }, errors: [] });
  });

  test('ids that are none are not found, never a server error', async () => {
    for (const id of [NOBODY, 'fakeIntegrationId']) {
      for (const [name, extra] of [
        ['updateIntegration', ', name: "x"'],
        ['setPrimaryIntegration', ''],
        ['deleteIntegration', ''],
      ] as const) {
        const { data } = await ask(
          callers.session,
          `mutation { ${name}(input: { id: "${id}"${extra} }) { ${fields} } }`,
        );
        expect([name, id, data[name].errors]).toMatchObject([
          name,
          id,
          [{ code: 'INTEGRATION_NOT_FOUND', path: ['input', 'id'] }],
        ]);
      }
    }
  });

  test('autoConfigure, which it does not have, is a user error', async () => {
    const { data, errors } = await ask(
      callers.session,
      `mutation { autoConfigureIntegration(input: { id: "${DEV.sendgrid}" }) { success integration { id } errors { code } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.autoConfigureIntegration.success).toBe(false);
    expect(data.autoConfigureIntegration.errors).toHaveLength(1);
  });

  test('an identifier is taken in the whole organization', async () => {
    const { data } = await ask(
      callers.session,
      `mutation { createIntegration(input: { providerId: "discord", identifier: "${stored(gateway.backend, PROD.ses).identifier}" }) { ${fields} } }`,
    );
    expect(data.createIntegration).toMatchObject({
      integration: null,
      errors: [
        { __typename: 'IntegrationIdentifierTakenError', code: 'IDENTIFIER_TAKEN', path: ['input', 'identifier'] },
      ],
    });
  });
});
