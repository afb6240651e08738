import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { DEV, fresh, PROD } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const ACME = '65a0000000000000000000a1';

const others = {
  keyless: { authorization: 'Keyless keyless-token' },
  oauth2: { authorization: 'OAuth2 oauth2-token' },
} as const;

let gateway: TestGateway;
beforeAll(async () => {
  const otherTokens = [
    { scheme: 'Keyless', token: 'keyless-token', environmentId: ACME_DEV },
    { scheme: 'OAuth2', token: 'oauth2-token', environmentId: ACME_DEV },
  ] as const;
  gateway = await startGateway({}, { seed: { ...demoSeed(), otherTokens } });
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.calls();
});

const codes = (errors: Awaited<ReturnType<TestGateway['ask']>>['errors']) =>
  errors?.map(({ extensions }) => extensions.code);

describe('integrationsViewer', () => {
  const VIEWER = '{ integrationsViewer { scheme canReadCredentials organization { id } environment { id } } }';

  test.each([
    ['devKey', 'API_KEY', false, ACME_DEV],
    ['prodKey', 'API_KEY', false, ACME_PROD],
    ['session', 'SESSION', true, ACME_DEV],
    ['viewer', 'SESSION', false, ACME_DEV],
  ] as const)('%s', async (caller, scheme, canReadCredentials, environment) => {
    const { data, errors } = await gateway.ask(callers[caller], VIEWER);
    expect(errors).toBeUndefined();
    expect(data.integrationsViewer).toEqual({
      scheme,
      canReadCredentials,
      organization: { id: ACME },
      environment: { id: environment },
    });
  });

  test.each(['keyless', 'oauth2'] as const)('%s', async (caller) => {
    const { data } = await gateway.ask(others[caller], '{ integrationsViewer { scheme canReadCredentials } }');
    expect(data.integrationsViewer).toEqual({ scheme: caller.toUpperCase(), canReadCredentials: false });
    expect(gateway.calls()).toEqual([]);
  });

  test('whether a session sees credentials cannot be known where no integration needs any, or none can be read', async () => {
    const query = '{ integrationsViewer { scheme canReadCredentials } }';
    const empty = await startGateway({}, { seed: { ...demoSeed(), integrations: [] } });
    expect((await empty.ask(callers.session, query)).data.integrationsViewer.canReadCredentials).toBeNull();
    empty.backend.faults.set([{ kind: 'status', status: 500 }]);
    const failed = await empty.ask(callers.session, query);
    expect(failed.data.integrationsViewer).toEqual({ scheme: 'SESSION', canReadCredentials: null });
    expect(codes(failed.errors)).toEqual(['UPSTREAM_UNAVAILABLE']);
    await empty.stop();
  });

  test('a Bearer token of 32 hex digits is an API key', async () => {
    const asBearer = { ...callers.session, authorization: `Bearer ${'d'.repeat(32)}` };
    const { data } = await gateway.ask(asBearer, '{ integrationsViewer { canReadCredentials } }');
    expect(data.integrationsViewer.canReadCredentials).toBe(false);
  });

  test('the scheme alone takes no upstream call, organization and environment share one', async () => {
    await gateway.ask(callers.prodKey, '{ integrationsViewer { scheme canReadCredentials } }');
    expect(gateway.calls()).toEqual([]);
    const query = '{ integrationsViewer { organization { id } environment { id } } }';
    await gateway.ask(fresh(callers.prodKey), query);
    expect(gateway.calls().length).toBeLessThanOrEqual(1);
  });

  test('rateLimit is what the last answer said, and null where none applies', async () => {
    const limited = await startGateway({}, { rateLimit: true });
    try {
      const query = '{ integrationsViewer { rateLimit { limit remaining resetAt policy } } }';
      expect((await limited.ask(callers.devKey, query)).data.integrationsViewer.rateLimit).toBeNull();
      await limited.ask(callers.devKey, '{ integrations { totalCount } }');
      const made = limited.calls().length;
      const { data } = await limited.ask(callers.devKey, query);
      const { rateLimit } = data.integrationsViewer;
      expect(rateLimit).toMatchObject({ limit: 150, remaining: 165 - made });
      expect(rateLimit.policy).toContain('150;w=5;burst=165');
      expect(Math.abs(Date.parse(rateLimit.resetAt) - Date.now())).toBeLessThan(10_000);
      await limited.ask(callers.session, '{ integrations { totalCount } }');
      expect((await limited.ask(callers.session, query)).data.integrationsViewer.rateLimit).toBeNull();
    } finally {
      await limited.stop();
    }
  });
});

describe('who may ask at all', () => {
  const QUERY = '{ integrations { totalCount } integrationsViewer { scheme } }';

  test.each<[string, Headers]>([
    ['nobody', {}],
    ['a scheme in the wrong case', { authorization: `apikey ${'a'.repeat(32)}` }],
    ['bearer in the wrong case', { ...callers.session, authorization: 'bearer dev-session' }],
    ['a scheme of another world', { authorization: 'Basic YTpi' }],
    ['a token without a scheme', { authorization: 'a'.repeat(32) }],
    ['a scheme without a token', { authorization: 'ApiKey' }],
  ])('%s is UNAUTHENTICATED, without an upstream call', async (_name, caller) => {
    for (const query of [QUERY, 'mutation { deleteIntegration(input: { id: "x" }) { errors { code } } }']) {
      const { status, errors, data, headers } = await gateway.ask(
        { ...caller, accept: 'application/graphql-response+json' },
        query,
      );
      expect([...new Set(codes(errors))]).toEqual(['UNAUTHENTICATED']);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(status).toBe(401);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(gateway.calls()).toEqual([]);
  });

  test('a session without an environment is told which header is missing, without an upstream call', async () => {
    const { errors } = await gateway.ask({ authorization: 'Bearer dev-session' }, '{ integrations { totalCount } }');
    expect(codes(errors)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain('Novu-Environment-Id');
    expect(gateway.calls()).toEqual([]);
  });

  test.each<[string, Headers]>([
    ['an API key', { authorization: `ApiKey ${'d'.repeat(32)}` }],
    ['a session', { ...callers.session, authorization: 'Bearer expired' }],
  ])('%s that Novu refuses is UNAUTHENTICATED', async (_name, caller) => {
    const { errors, data } = await gateway.ask(caller, '{ integrations { totalCount } }');
    expect(data).toEqual({ integrations: null });
    expect(codes(errors)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('webhookSupported', () => {
  test('is one call for each integration, null where Novu cannot say', async () => {
    const { data, errors } = await gateway.ask(
      callers.session,
      `{ integrations(filter: { ids: ["${DEV.sendgrid}", "${DEV.slack}", "${PROD.sendgrid}"] }) { nodes { webhookSupported } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.integrations.nodes[0]).toEqual({ webhookSupported: true });
    expect(data.integrations.nodes[1]).toEqual({ webhookSupported: null });
    expect(gateway.calls().filter((call) => call.includes('/webhook/'))).toHaveLength(3);
  });

  test('is asked of Novu at most 10 times in one operation, then BAD_USER_INPUT', async () => {
    const { data, errors } = await gateway.ask(callers.devKey, '{ integrations { nodes { id webhookSupported } } }');
    expect(gateway.calls().filter((call) => call.includes('/webhook/')).length).toBeLessThanOrEqual(10);
    expect(data.integrations.nodes).toHaveLength(11);
    expect(codes(errors)).toContain('BAD_USER_INPUT');
    const ten = await gateway.ask(callers.devKey, '{ integrations(first: 10) { nodes { webhookSupported } } }');
    expect(ten.errors).toBeUndefined();
    expect(gateway.calls().filter((call) => call.includes('/webhook/'))).toHaveLength(10);
  });
});
