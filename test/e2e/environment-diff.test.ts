import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import type { IntegrationSeed } from '../../src/novu-double/state/seed-types.ts';
import { CANARY } from '../helpers/canaries.ts';
import {
  ACME_DEV,
  ACME_PROD,
  callers,
  GLOBEX_DEV,
  type Headers,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';

/* integrationEnvironmentDiff: two environments compared, and no secret shown. */

const DIFF = `query ($from: ID!, $to: ID!) { integrationEnvironmentDiff(from: $from, to: $to) { from { id } to { id } equalCount
  differences { identifier kind fields credentialsCompared from { id } to { name } } } }`;

let running = 0;
/** The same integration in one or both environments. */
function row(environmentId: string, identifier: string, more: Partial<IntegrationSeed> = {}): IntegrationSeed {
  running += 1;
  const id = `65c${String(running).padStart(21, '0')}`;
  return { id, environmentId, identifier, name: identifier, providerId: 'sendgrid', channel: 'email', ...more };
}
const credentials = { apiKey: `${CANARY}-key`, from: 'a@acme.example', senderName: 'Acme' };
const configurations = { inboundWebhookEnabled: true, inboundWebhookSigningKey: `${CANARY}-signing` };
const conditions = [
  { type: 'GROUP', value: 'AND', children: [{ field: 'id', operator: 'EQUAL', value: 'x', on: 'tenant' }] },
];

const integrations = [
  row(ACME_DEV, 'equal', { credentials, configurations, conditions, active: true }),
  row(ACME_PROD, 'equal', {
    credentials: { senderName: 'Acme', from: 'a@acme.example', apiKey: `${CANARY}-key` },
    configurations,
    conditions,
    active: true,
    createdAt: '2026-02-01T00:00:00.000Z',
  }),
  row(ACME_DEV, 'only-dev', { credentials }),
  row(ACME_PROD, 'only-prod', { credentials }),
  row(ACME_DEV, 'changed', { credentials, configurations, name: 'One', active: true, priority: 2 }),
  row(ACME_PROD, 'changed', {
    credentials: { ...credentials, apiKey: `${CANARY}-kez`, ipPoolName: `${CANARY}-pool` },
    configurations: { inboundWebhookEnabled: false, inboundWebhookSigningKey: `${CANARY}-signinh` },
    conditions,
    name: 'Two',
  }),
  row(ACME_DEV, 'provider', { credentials: { apiKey: `${CANARY}-key` } }),
  row(ACME_PROD, 'provider', { credentials: { apiKey: `${CANARY}-key` }, providerId: 'mailgun' }),
  row(ACME_DEV, 'none', { providerId: 'discord', channel: 'chat', active: true }),
  row(ACME_PROD, 'none', { providerId: 'discord', channel: 'chat', active: true }),
  row(GLOBEX_DEV, 'globex', { credentials }),
];

const EXPECTED = [
  {
    identifier: 'changed',
    kind: 'DIFFERENT',
    fields: [
      ...['name', 'active', 'priority', 'conditions', 'configurations.inboundWebhookEnabled'],
      ...['configurations.inboundWebhookSigningKey', 'credentials.apiKey', 'credentials.ipPoolName'],
    ],
    credentialsCompared: true,
    from: { id: expect.any(String) },
    to: { name: 'Two' },
  },
  {
    identifier: 'only-dev',
    kind: 'ONLY_IN_FROM',
    fields: [],
    credentialsCompared: false,
    from: { id: expect.any(String) },
    to: null,
  },
  {
    identifier: 'only-prod',
    kind: 'ONLY_IN_TO',
    fields: [],
    credentialsCompared: false,
    from: null,
    to: { name: 'only-prod' },
  },
  {
    identifier: 'provider',
    kind: 'DIFFERENT',
    fields: ['providerId'],
    credentialsCompared: true,
    from: { id: expect.any(String) },
    to: { name: 'provider' },
  },
];

const start = (env: Readonly<Record<string, string>> = {}, generation: 'api2024' | 'api2026' = 'api2026') =>
  startGateway(env, { generation, seed: { ...demoSeed(generation), integrations } });
const diff = (gateway: TestGateway, caller: Headers, from = ACME_DEV, to = ACME_PROD) =>
  gateway.ask(caller, DIFF, { from, to });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await start();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

test('tells what is missing and what differs, in which fields', async () => {
  const { data, errors, text, headers } = await diff(gateway, callers.session);
  expect(errors).toBeUndefined();
  expect(data.integrationEnvironmentDiff).toEqual({
    from: { id: ACME_DEV },
    to: { id: ACME_PROD },
    equalCount: 2,
    differences: EXPECTED,
  });
  expect(text).not.toContain(CANARY);
  // What it tells of secrets is kept by no one on the way.
  expect(headers.get('cache-control')).toBe('no-store');
  expect(gateway.calls().sort()).toEqual(['GET /v1/environments', 'GET /v1/integrations']);
});

test('is seen from the other side the other way round, and in any case of letters', async () => {
  const { data } = await diff(gateway, callers.session, ACME_PROD.toUpperCase(), ACME_DEV);
  const kinds = data.integrationEnvironmentDiff.differences.map(({ identifier, kind }: Record<string, string>) => [
    identifier,
    kind,
  ]);
  expect(kinds).toEqual([
    ['changed', 'DIFFERENT'],
    ['only-dev', 'ONLY_IN_TO'],
    ['only-prod', 'ONLY_IN_FROM'],
    ['provider', 'DIFFERENT'],
  ]);
});

test('is read anew each time: an answer about secrets is not kept', async () => {
  for (let turn = 0; turn < 4; turn++) await diff(gateway, callers.session);
  expect(gateway.calls().filter((call) => call === 'GET /v1/integrations')).toHaveLength(4);
});

test('says no more on a server of 2024, which encrypts what it answers to writes', async () => {
  const older = await start({}, 'api2024');
  const { data } = await diff(older, callers.session);
  const fields = data.integrationEnvironmentDiff.differences.map(({ fields }: { fields: string[] }) => fields);
  // That generation has no conditions of credentials other than these.
  expect(fields.flat()).toEqual(expect.arrayContaining(['credentials.apiKey', 'credentials.ipPoolName']));
});

describe('where the session is shown no credentials', () => {
  test('for a read-only member they are not compared, and no equality is claimed', async () => {
    const { data, text } = await diff(gateway, callers.viewer);
    const { differences, equalCount } = data.integrationEnvironmentDiff;
    expect(equalCount).toBe(0);
    expect(
      differences.map(({ identifier, kind, credentialsCompared }: Record<string, unknown>) => [
        identifier,
        kind,
        credentialsCompared,
      ]),
    ).toEqual([
      ['changed', 'DIFFERENT', false],
      ['equal', 'NOT_COMPARABLE', false],
      ['none', 'NOT_COMPARABLE', false],
      ['only-dev', 'ONLY_IN_FROM', false],
      ['only-prod', 'ONLY_IN_TO', false],
      ['provider', 'DIFFERENT', false],
    ]);
    expect(text).not.toMatch(/credentials\./);
  });

  test('nor are they with SHOW_CREDENTIALS=never: equality is a way to guess', async () => {
    const closed = await start({ SHOW_CREDENTIALS: 'never' });
    const { data, text } = await diff(closed, callers.session);
    const compared = data.integrationEnvironmentDiff.differences.map(
      ({ credentialsCompared }: Record<string, unknown>) => credentialsCompared,
    );
    expect(compared).toEqual(compared.map(() => false));
    expect(text).not.toMatch(/credentials\.|SigningKey/);
  });
});

describe('refuses', () => {
  test.each(Object.entries({ key: callers.devKey, other: callers.prodKey }))(
    'an API key (%s), before anything is asked',
    async (_, caller) => {
      const { data, errors } = await diff(gateway, caller);
      expect([data.integrationEnvironmentDiff, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
      expect(gateway.calls()).toEqual([]);
    },
  );

  test.each([
    ['an environment of another organization', GLOBEX_DEV, 'to'],
    ['an unknown one', '65a0000000000000000000ff', 'to'],
    ['the same one', ACME_DEV, 'two environments'],
  ])('%s', async (_, to, text) => {
    const { data, errors } = await diff(gateway, callers.session, ACME_DEV, to);
    expect(data.integrationEnvironmentDiff).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringContaining(text), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
