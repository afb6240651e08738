import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../../src/novu-double/seed/seed.ts';
import { ACME_DEV, ACME_PROD, callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';

/** Questions about environments in which the caller sees no integration. */
let gateway: TestGateway;
beforeAll(async () => {
  const otherTokens = [{ scheme: 'OAuth2', token: 'access_token', environmentId: ACME_DEV }] as const;
  gateway = await startGateway({}, { seed: { ...demoSeed(), otherTokens, integrations: [] } });
});
afterAll(() => gateway.stop());

const count = (caller: Readonly<Record<string, string>>, ...environmentIds: string[]) =>
  gateway.ask(caller, 'query ($ids: [ID!]) { integrations(filter: { environmentIds: $ids }) { totalCount } }', {
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
