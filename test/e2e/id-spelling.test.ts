import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Generation } from '../../src/novu-double/state/records.ts';
import { DEV, fresh, PROD, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';

const SPELLINGS: readonly [string, (id: string) => string][] = [
  ['lower case', (id) => id.toLowerCase()],
  ['upper case', (id) => id.toUpperCase()],
  ['mixed case', (id) => id.replace(/[a-f]/, (letter) => letter.toUpperCase())],
];

describe.each<Generation>(['api2024', 'api2026'])('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { generation });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  describe.each(SPELLINGS)('an id in %s', (_, spell) => {
    const session = { ...callers.session, 'novu-environment-id': spell(ACME_DEV) };

    test('finds the same in every lookup', async () => {
      const query = `query ($id: ID!, $ids: [ID!], $environment: ID!, $environments: [ID!]) {
        byId: integration(by: { id: $id }) { id }
        byIdentifier: integration(by: { identifier: { identifier: "sendgrid", environmentId: $environment } }) { id }
        primaryIntegration(channel: EMAIL, environmentId: $environment) { id }
        inOwn: primaryIntegration(channel: EMAIL) { id }
        byIds: integrations(filter: { ids: $ids }) { nodes { id environment { id } } }
        inEnvironments: integrations(filter: { environmentIds: $environments, channels: [EMAIL] }) { totalCount }
      }`;
      const variables = {
        id: spell(DEV.sendgrid),
        ids: [spell(DEV.sendgrid)],
        environment: spell(ACME_DEV),
        environments: [spell(ACME_DEV)],
      };
      for (const caller of [session, fresh(session), callers.devKey]) {
        const { data, errors } = await gateway.ask(caller, query, variables);
        expect(errors).toBeUndefined();
        const found = { id: DEV.sendgrid };
        expect(data).toMatchObject({
          byId: found,
          byIdentifier: found,
          primaryIntegration: found,
          inOwn: found,
          byIds: { nodes: [{ ...found, environment: { id: ACME_DEV } }] },
        });
        expect(data.inEnvironments.totalCount).toBeGreaterThan(1);
      }
    });

    test('is the same entity', async () => {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Integration { id name }
        ... on Environment { id integrations(filter: { channels: [EMAIL] }) { totalCount } } } }`;
      const integration = { __typename: 'Integration', id: spell(DEV.slack) };
      const environment = { __typename: 'Environment', id: spell(ACME_PROD) };
      const alone = await gateway.ask(session, query, { representations: [integration] });
      expect(alone.data._entities).toMatchObject([{ id: DEV.slack }]);
      const both = await gateway.ask(session, query, { representations: [integration, environment] });
      expect(both.data._entities).toMatchObject([
        { id: DEV.slack },
        { id: ACME_PROD, integrations: expect.anything() },
      ]);
      expect(both.data._entities[1].integrations.totalCount).toBeGreaterThan(0);
    });

    test('is written to, and the payload has its row', async () => {
      const row = 'integration { id } changedIntegrations { id } errors { code path }';
      const update = await mutate(gateway, session, 'updateIntegration', { id: spell(DEV.slack), name: 'Here' }, row);
      expect(update).toMatchObject({ integration: { id: DEV.slack }, changedIntegrations: [], errors: [] });
      const primary = await mutate(gateway, session, 'setPrimaryIntegration', { id: spell(DEV.nodemailer) }, row);
      expect(primary).toMatchObject({ integration: { id: DEV.nodemailer }, errors: [] });
      const removal = { id: spell(DEV.nodemailer), successorId: spell(DEV.sendgrid) };
      const removed = await mutate(gateway, session, 'deleteIntegration', removal, row);
      expect(removed).toMatchObject({ integration: { id: DEV.nodemailer }, errors: [] });
      expect(stored(gateway.backend, DEV.sendgrid).primary).toBe(true);
      const credentials = { id: spell(DEV.twilio), credentials: { sendgrid: { apiKey: 'x', from: 'a@b.c' } } };
      const refused = await mutate(gateway, session, 'updateIntegration', credentials, row);
      expect(refused.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    });

    test('names the environment of a new integration', async () => {
      const draft = { providerId: 'discord', environmentId: spell(ACME_PROD) };
      const created = await mutate(gateway, session, 'createIntegration', draft);
      expect(created).toMatchObject({ integration: { environment: { id: ACME_PROD } }, errors: [] });
    });
  });

  test('callers whose headers differ in spelling share one list', async () => {
    const query = '{ integrations { totalCount } }';
    const upper = { ...callers.session, 'novu-environment-id': ACME_DEV.toUpperCase() };
    await gateway.ask(upper, query);
    gateway.calls();
    await gateway.ask(callers.session, query);
    await gateway.ask(upper, query);
    expect(gateway.calls()).toEqual([]);
  });
});

test('ids that are no ObjectIds are told apart by case', async () => {
  const gateway = await startGateway();
  try {
    const rewrite = (body: unknown) => {
      const [first, ...others] = (body as { data: object[] }).data;
      return {
        data: [{ ...first, _id: 'Int-A', name: 'Upper' }, { ...first, _id: 'int-a', name: 'Lower' }, ...others],
      };
    };
    gateway.backend.faults.set([{ kind: 'rewrite', route: '/v1/integrations', rewrite }]);
    const query = `{ upper: integration(by: { id: "Int-A" }) { name } lower: integration(by: { id: "int-a" }) { name }
      neither: integration(by: { id: "INT-A" }) { name } production: integration(by: { id: "${PROD.ses}" }) { id } }`;
    expect((await gateway.ask(callers.session, query)).data).toEqual({
      upper: { name: 'Upper' },
      lower: { name: 'Lower' },
      neither: null,
      production: { id: PROD.ses },
    });
  } finally {
    await gateway.stop();
  }
});
