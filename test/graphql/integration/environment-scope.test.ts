import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ACME, demoSeed } from '../../../src/novu-double/seed/seed.ts';
import type { Generation } from '../../../src/novu-double/state/records.ts';
import {
  ACME_DEV,
  ACME_PROD,
  callers,
  GLOBEX_DEV,
  type Headers,
  startGateway,
  type TestGateway,
} from '../../helpers/gateway.ts';

/** Questions about environments in which the caller sees no integration. */
let gateway: TestGateway;
beforeAll(async () => {
  const otherTokens = [{ scheme: 'OAuth2', token: 'access_token', environmentId: ACME_DEV }] as const;
  gateway = await startGateway({}, { seed: { ...demoSeed(), otherTokens, integrations: [] } });
});
afterAll(() => gateway.stop());

const count = (caller: Headers, ...environmentIds: string[]) => countIn(gateway, caller, ...environmentIds);
const countIn = (where: TestGateway, caller: Headers, ...environmentIds: string[]) =>
  where.ask(caller, 'query ($ids: [ID!]) { integrations(filter: { environmentIds: $ids }) { totalCount } }', {
    ids: environmentIds,
  });

describe('an API key of an empty environment', () => {
  test('is told that its own is empty', async () => {
    const { data, errors } = await count(callers.devKey, ACME_DEV);
    expect(errors).toBeUndefined();
    expect(data.integrations).toEqual({ totalCount: 0 });
  });

  test.each([[[ACME_PROD]], [[ACME_DEV, ACME_PROD]]])('is FORBIDDEN to ask about %j', async (ids) => {
    const { data, errors } = await count(callers.devKey, ...ids);
    expect([data.integrations, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });
});

test('an OAuth 2 caller, who sees the whole organization, is told that an environment is empty', async () => {
  const { data, errors } = await count({ authorization: 'OAuth2 access_token' }, ACME_PROD);
  expect(errors).toBeUndefined();
  expect(data.integrations).toEqual({ totalCount: 0 });
});

describe.each<Generation>(['api2024', 'api2026'])('on %s, an API key whose own environment is empty', (generation) => {
  const STAGING = '65a0000000000000000000e5';
  let other: TestGateway;
  beforeAll(async () => {
    const seed = demoSeed(generation);
    const staging = {
      id: STAGING,
      organizationId: ACME,
      name: 'Staging',
      identifier: 'AcmeStaging',
      type: 'dev',
    } as const;
    const integrations = seed.integrations.filter(({ environmentId }) => environmentId !== ACME_DEV);
    const filled = { ...seed, environments: [...seed.environments, staging], integrations };
    other = await startGateway({}, { generation, seed: filled });
  });
  afterAll(() => other.stop());
  beforeEach(() => {
    other.calls();
  });

  test('has no primary integration and none by identifier, and its list is empty', async () => {
    const query = `{ primaryIntegration(channel: EMAIL) { id } integration(by: { identifier: { identifier: "ses" } }) { id }
      named: primaryIntegration(channel: EMAIL, environmentId: "${ACME_DEV}") { id }
      integrations(filter: { environmentIds: ["${ACME_DEV}"] }) { totalCount } }`;
    const { data, errors } = await other.ask(callers.devKey, query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      primaryIntegration: null,
      integration: null,
      named: null,
      integrations: { totalCount: 0 },
    });
    const production = await other.ask(
      callers.prodKey,
      '{ primaryIntegration(channel: EMAIL) { environment { id } } }',
    );
    expect(production.data.primaryIntegration).toEqual({ environment: { id: ACME_PROD } });
  });

  test('costs one question to Novu, also for many requests at once', async () => {
    const fresh = await startGateway({}, { generation });
    try {
      const query = '{ primaryIntegration(channel: EMAIL) { id } }';
      await Promise.all(Array.from({ length: 8 }, () => fresh.ask(callers.devKey, query)));
      await fresh.ask(callers.devKey, query);
      expect(fresh.calls().filter((call) => call.endsWith('/me'))).toEqual(['GET /v1/environments/me']);
    } finally {
      await fresh.stop();
    }
  });

  test('learns of another empty environment what is true on its server', async () => {
    const { data, errors } = await countIn(other, callers.devKey, STAGING);
    // The key sees Production there, so it sees the whole organization.
    const expected = generation === 'api2024' ? [{ totalCount: 0 }, undefined] : [null, 'FORBIDDEN'];
    expect([data.integrations, errors?.[0]?.extensions.code]).toEqual(expected);
  });

  test('is FORBIDDEN to ask about an environment of another organization', async () => {
    const { data, errors } = await countIn(other, callers.devKey, GLOBEX_DEV);
    expect([data.integrations, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });
});

test('an OAuth 2 caller that sees one environment, of several, is not taken for one of it', async () => {
  const seed = demoSeed();
  const otherTokens = [{ scheme: 'OAuth2', token: 'access_token', environmentId: ACME_DEV }] as const;
  const integrations = seed.integrations.filter(({ environmentId }) => environmentId === ACME_PROD);
  const other = await startGateway({}, { seed: { ...seed, otherTokens, integrations } });
  try {
    const query = '{ primaryIntegration(channel: EMAIL) { id } integrationsViewer { environment { id } } }';
    const { data, errors } = await other.ask({ authorization: 'OAuth2 access_token' }, query);
    expect(data).toEqual({ primaryIntegration: null, integrationsViewer: { environment: null } });
    expect(errors).toMatchObject([{ path: ['primaryIntegration'], extensions: { code: 'BAD_USER_INPUT' } }]);
  } finally {
    await other.stop();
  }
});
