import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACME, GLOBEX } from '../../src/novu-double/seed/seed.ts';
import { DEV, GLOBEX_POSTMARK, NOBODY, PROD } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const ORGANIZATION = `integrations-organization-${ACME}`;
const IN_DEV = `integrations-environment-${ACME_DEV}`;
const IN_PROD = `integrations-environment-${ACME_PROD}`;
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Integration { name }
    ... on Environment { integrations(filter: { channels: [SMS] }) { nodes { name } } }
    ... on IntegrationProvider { displayName }
  }
}`;

/** As a router is configured to ask. */
const tagged = (caller: Headers): Headers => ({ ...caller, 'x-cache-tags': '1' });
const integration = (id: string) => ({ __typename: 'Integration', id });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

describe('apolloEntityCacheTags', () => {
  test('has the tags of each representation, in their order', async () => {
    const representations = [
      integration(PROD.ses),
      integration(NOBODY),
      integration(GLOBEX_POSTMARK),
      integration(DEV.inbox),
      { __typename: 'IntegrationProvider', id: 'sendgrid' },
      { __typename: 'Organization', id: ACME },
    ];
    const { data, extensions, headers } = await gateway.ask(tagged(callers.session), ENTITIES, { representations });
    expect(data._entities).toHaveLength(representations.length);
    expect(extensions).toEqual({
      apolloEntityCacheTags: [
        [ORGANIZATION, IN_PROD, `integration-${PROD.ses}`],
        [],
        [],
        [ORGANIZATION, IN_DEV, `integration-${DEV.inbox}`],
        [],
        [ORGANIZATION],
      ],
    });
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  test('an environment has the tags of the integrations that its lists gave out', async () => {
    const representations = [
      { __typename: 'Environment', id: ACME_DEV },
      { __typename: 'Environment', id: ACME_PROD },
    ];
    const { extensions, data } = await gateway.ask(tagged(callers.session), ENTITIES, { representations });
    expect(data._entities[0].integrations.nodes).toEqual([{ name: 'Twilio' }]);
    expect(extensions).toEqual({
      apolloEntityCacheTags: [
        [ORGANIZATION, IN_DEV, `integration-${DEV.twilio}`],
        [ORGANIZATION, IN_PROD, expect.stringMatching(/^integration-65b2/)],
      ],
    });
  });

  test('representations that are written into the document count as well', async () => {
    const query = `{ _entities(representations: [{ __typename: "Integration", id: "${DEV.sendgrid}" }]) { __typename } }`;
    const { extensions } = await gateway.ask(tagged(callers.devKey), query);
    expect(extensions).toEqual({ apolloEntityCacheTags: [[ORGANIZATION, IN_DEV, `integration-${DEV.sendgrid}`]] });
  });
});

describe('apolloCacheTags', () => {
  test('names the organization, the environments that were looked at and the integrations in the answer', async () => {
    const one = await gateway.ask(
      tagged(callers.session),
      '{ integration(by: { id: "65b200000000000000000002" }) { name } }',
    );
    expect(one.extensions).toEqual({ apolloCacheTags: [ORGANIZATION, IN_PROD, `integration-${PROD.ses}`] });
    const primary = await gateway.ask(tagged(callers.session), '{ primaryIntegration(channel: SMS) { name } }');
    expect(primary.extensions).toEqual({ apolloCacheTags: [ORGANIZATION, IN_DEV, `integration-${DEV.twilio}`] });
    const node = await gateway.ask(tagged(callers.session), `{ node(id: "${PROD.ses}") { id } }`);
    expect(node.extensions).toEqual(one.extensions);
    const list = await gateway.ask(tagged(callers.session), '{ integrations(first: 1) { nodes { name } } }');
    expect(list.extensions).toEqual({
      apolloCacheTags: [ORGANIZATION, IN_DEV, IN_PROD, `integration-${DEV.sendgrid}`],
    });
  });

  test('names the environment of a list without rows, which the next integration there changes', async () => {
    const query = `{ integrations(filter: { environmentIds: ["${ACME_PROD}"], search: "no such" }) { totalCount } }`;
    const { data, extensions } = await gateway.ask(tagged(callers.session), query);
    expect(data.integrations.totalCount).toBe(0);
    expect(extensions).toEqual({ apolloCacheTags: [ORGANIZATION, IN_PROD] });
  });

  test('names the caller’s organization where no integration was read', async () => {
    const { extensions } = await gateway.ask(tagged(callers.globexKey), '{ integrationEnvironments { name } }');
    expect(extensions?.apolloCacheTags).toContain(`integrations-organization-${GLOBEX}`);
  });

  test('costs no call to Novu beside those of the operation', async () => {
    const query = '{ integrations { nodes { name } } }';
    gateway.calls();
    await gateway.ask(tagged({ ...callers.prodKey, 'cache-control': 'no-cache' }), query);
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });
});

describe('no tags', () => {
  const list = '{ integrations { nodes { name } } }';

  test('not for a request without the header, before and after one with it', async () => {
    expect((await gateway.ask(callers.viewer, list)).extensions).toBeUndefined();
    expect((await gateway.ask(tagged(callers.viewer), list)).extensions).toHaveProperty('apolloCacheTags');
    expect((await gateway.ask(callers.viewer, list)).extensions).toBeUndefined();
    expect((await gateway.ask(tagged(callers.viewer), list)).extensions).toHaveProperty('apolloCacheTags');
    const { extensions } = await gateway.ask(callers.viewer, ENTITIES, {
      representations: [integration(DEV.sendgrid)],
    });
    expect(extensions).toBeUndefined();
  });

  test.each([
    ['the catalog', callers.session, '{ integrationProviders { id } }'],
    ['an answer with secrets', callers.session, '{ integrations { nodes { credentials { __typename } } } }'],
    [
      'an answer with errors',
      callers.devKey,
      `{ integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount } }`,
    ],
    ['a mutation', callers.session, `mutation { deleteIntegration(input: { id: "${NOBODY}" }) { errors { code } } }`],
    ['a request without a caller', {}, list],
  ])('in %s', async (_name, caller, query) => {
    expect((await gateway.ask(tagged(caller), query)).extensions).toBeUndefined();
  });
});
