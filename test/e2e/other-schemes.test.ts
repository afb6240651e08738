import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { ACME_DEV, ACME_PROD, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { sendMutation } from '../helpers/mutate.ts';

/*
 * Keyless and OAuth 2 callers: upstream answers their lists and some writes, but never says who they are (contract §4.1), and
 * so nothing may depend on that.
 */
const keyless = { authorization: 'Keyless pk_keyless' };
const oauth2 = { authorization: 'OAuth2 access_token' };

let gateway: TestGateway;
beforeAll(async () => {
  const otherTokens = [
    { scheme: 'Keyless', token: 'pk_keyless', environmentId: ACME_DEV },
    { scheme: 'OAuth2', token: 'access_token', environmentId: ACME_DEV },
  ] as const;
  gateway = await startGateway({}, { seed: { ...demoSeed(), otherTokens } });
});
afterAll(() => gateway.stop());

const CREDENTIALS =
  '{ integrations(first: 1) { nodes { credentials { __typename ... on HiddenIntegrationCredentials { reason } } } } }';

describe.each([
  ['KEYLESS', keyless],
  ['OAUTH2', oauth2],
] as const)('a %s caller', (scheme, caller) => {
  test('sees no credentials, and is told why', async () => {
    const { data, errors } = await gateway.ask(caller, CREDENTIALS);
    expect(errors).toBeUndefined();
    expect(data.integrations.nodes[0].credentials).toEqual({
      __typename: 'HiddenIntegrationCredentials',
      reason: 'SCHEME_NOT_ALLOWED',
    });
  });

  test('is told what its list tells of it, without a question to upstream that it may not ask', async () => {
    gateway.calls();
    const { data, errors } = await gateway.ask(
      caller,
      '{ integrationsViewer { scheme canReadCredentials organization { id } environment { id } } }',
    );
    const environment = scheme === 'KEYLESS' ? { id: ACME_DEV } : null;
    expect(errors).toBeUndefined();
    expect(data.integrationsViewer).toEqual({
      scheme,
      canReadCredentials: false,
      organization: { id: '65a0000000000000000000a1' },
      environment,
    });
    expect(gateway.calls()).not.toContain('GET /v1/environments/me');
  });
});

test('an idempotency key is found again, although the organization is learned in between', async () => {
  const fresh = await startGateway({ NOVU_API_URL: gateway.backend.url });
  const keyed = { ...keyless, 'idempotency-key': 'k' };
  const input = { providerId: 'discord', name: 'Once' };
  const create = async () =>
    (await sendMutation(fresh, keyed, 'createIntegration', input, 'errors { code }')).extensions;
  expect([await create(), await create()]).toMatchObject([
    { idempotency: [{ status: 'NEW' }] },
    { idempotency: [{ status: 'REPLAYED' }] },
  ]);
});

test('a keyless caller who asks about another environment gets FORBIDDEN', async () => {
  const query = `{ integrations(filter: { environmentIds: ["${ACME_PROD}"] }) { totalCount } }`;
  const { data, errors } = await gateway.ask(keyless, query);
  expect([data.integrations, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
});

test('an OAuth 2 caller sees all environments, and must say which one it means', async () => {
  const named = await gateway.ask(
    oauth2,
    `{ primaryIntegration(channel: EMAIL, environmentId: "${ACME_PROD}") { environment { id } } }`,
  );
  expect(named.data.primaryIntegration).toEqual({ environment: { id: ACME_PROD } });
  const unnamed = await gateway.ask(oauth2, '{ primaryIntegration(channel: EMAIL) { id } }');
  expect(unnamed.errors?.[0]).toMatchObject({
    message: expect.stringContaining('environmentId'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('the first request of an OAuth 2 caller may be a write', async () => {
  const fresh = await startGateway(
    {},
    {
      seed: { ...demoSeed(), otherTokens: [{ scheme: 'OAuth2', token: 'access_token', environmentId: ACME_DEV }] },
    },
  );
  const mutation =
    'mutation { setPrimaryIntegration(input: { id: "65b100000000000000000002" }) { integration { primary } errors { code } } }';
  const { data, errors } = await fresh.ask(oauth2, mutation);
  await fresh.stop();
  expect({ data, errors }).toEqual({
    data: { setPrimaryIntegration: { integration: { primary: true }, errors: [] } },
    errors: undefined,
  });
});
