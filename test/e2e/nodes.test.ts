import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
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

describe('a node', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id ... on Integration { name } } }';
  const node = async (caller: Headers, id: string) => {
    const { data, errors } = await gateway.ask(fresh(caller), NODE, { id });
    expect(errors).toBeUndefined();
    return data.node;
  };

  test('is an integration or an environment, by its id alone and for one list', async () => {
    const { data, errors } = await ask(
      callers.session,
      `{ integration: node(id: "${DEV.twilio.toUpperCase()}") { __typename id ... on Integration { name environment { id } } ... on Environment { integrations { totalCount } } }
         environment: node(id: "${ACME_PROD}") { __typename id ... on Integration { name } ... on Environment { primaryIntegration(channel: EMAIL) { name } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      integration: { __typename: 'Integration', id: DEV.twilio, name: 'Twilio', environment: { id: ACME_DEV } },
      environment: { __typename: 'Environment', id: ACME_PROD, primaryIntegration: { name: 'SendGrid' } },
    });
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test.each([
    ['an id of no integration', callers.session, NOBODY],
    ['an integration of another organization', callers.session, GLOBEX_POSTMARK],
    ['an environment of another organization', callers.session, GLOBEX_DEV],
    ['an integration of an environment that a key does not see', callers.devKey, PROD.ses],
    ['an environment that a key does not see', callers.devKey, ACME_PROD],
    ['the organization, which is no node', callers.session, ACME],
    ['no id', callers.session, ''],
    ['what no id looks like', callers.session, 'SW50ZWdyYXRpb246MQ== \n"'],
    ['a provider, which is no node', callers.session, 'sendgrid'],
  ])('is null for %s', async (_, caller, id) => {
    expect(await node(caller, id)).toBeNull();
  });

  test('what cannot be an id costs no more than the list', async () => {
    await node(callers.session, 'sendgrid');
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('is an environment too where that has no integrations', async () => {
    const seed = demoSeed();
    const integrations = seed.integrations.filter(({ environmentId }) => environmentId !== ACME_PROD);
    const own = await startGateway({}, { seed: { ...seed, integrations } });
    const query = `{ node(id: "${ACME_PROD}") { id ... on Environment { integrations { totalCount } } } }`;
    for (const caller of [callers.session, callers.prodKey]) {
      expect((await own.ask(caller, query)).data).toEqual({ node: { id: ACME_PROD, integrations: { totalCount: 0 } } });
    }
    expect((await own.ask(callers.devKey, query)).data).toEqual({ node: null });
    await own.stop();
  });

  test('needs a caller', async () => {
    const { status, errors } = await gateway.ask({}, NODE, { id: DEV.twilio });
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(gateway.calls()).toEqual([]);
  });
});
