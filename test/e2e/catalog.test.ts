import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { ACME_DEV, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

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

describe('the catalog needs no caller', () => {
  test('one entry, with what a form needs', async () => {
    const { data, errors } = await gateway.ask(
      {},
      `{ integrationProvider(id: "sendgrid") { id displayName channel kind docsUrl supportsPrimary credentialsTypeName
           credentialsInputField credentialFields { key label input required withheld masked options { label value } } }
         none: integrationProvider(id: "carrier-pigeon") { id }
         keyless: integrationProvider(id: "discord") { credentialsTypeName credentialsInputField credentialFields { key } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.integrationProvider).toMatchObject({
      id: 'sendgrid',
      displayName: 'SendGrid',
      channel: 'EMAIL',
      kind: 'DELIVERY',
      supportsPrimary: true,
      credentialsTypeName: 'SendGridIntegrationCredentials',
      credentialsInputField: 'sendgrid',
    });
    const fields: {
      key: string;
      required: boolean;
      withheld: boolean;
      masked: boolean;
      input: string;
      options: object[];
    }[] = data.integrationProvider.credentialFields;
    expect(fields.map(({ key, required, withheld, masked }) => [key, required, withheld, masked])).toEqual([
      ['apiKey', true, true, true],
      ['region', false, false, false],
      ['ipPoolName', false, false, false],
      ['from', true, false, false],
      ['senderName', true, false, false],
    ]);
    expect(fields.find(({ key }) => key === 'region')).toMatchObject({ input: 'DROPDOWN' });
    expect(fields.find(({ key }) => key === 'region')?.options.length).toBeGreaterThan(1);
    expect(data.none).toBeNull();
    expect(data.keyless).toEqual({
      credentialsTypeName: 'NoIntegrationCredentials',
      credentialsInputField: null,
      credentialFields: [],
    });
  });

  test('all entries, and by filter', async () => {
    const { data } = await gateway.ask(
      {},
      `{ integrationProviders { id channel kind } tools: integrationProviders(filter: { channels: [TOOL] }) { id }
         agents: integrationProviders(filter: { kind: AGENT }) { id }
         some: integrationProviders(filter: { ids: ["ses", "nobody"] }) { id }
         found: integrationProviders(filter: { search: "brevo", channels: [SMS] }) { id } }`,
    );
    expect(data.integrationProviders.length).toBeGreaterThanOrEqual(87 + 3);
    const names = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    expect(names(data.tools)).toEqual(['grafana', 'opsgenie', 'pagerduty', 'tool-webhook']);
    expect(names(data.agents)).toEqual(['anthropic', 'anthropic-aws', 'novu-anthropic']);
    expect(names(data.some)).toEqual(['ses']);
    expect(names(data.found)).toEqual(['brevo-sms']);
    expect(gateway.calls()).toEqual([]);
  });

  test('is searched by display name too, in any case; UNKNOWN is nothing to ask for', async () => {
    const { data } = await gateway.ask(
      {},
      '{ integrationProviders(filter: { search: "FORMERLY", channels: [EMAIL] }) { id } }',
    );
    expect(data.integrationProviders).toEqual([{ id: 'sendinblue' }]);
    for (const filter of ['channels: [UNKNOWN]', 'kind: UNKNOWN']) {
      const refused = await gateway.ask({}, `{ integrationProviders(filter: { ${filter} }) { id } }`);
      expect(codes(refused.errors)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  test('a credential that is an object is of a kind of its own; what is withheld need not be masked', async () => {
    const { data } = await gateway.ask(
      {},
      '{ integrationProviders { credentialFields { key input description withheld masked } } }',
    );
    const providers: { credentialFields: { input: string }[] }[] = data.integrationProviders;
    const objects = providers.flatMap((one) => one.credentialFields).filter(({ input }) => input === 'JSON');
    expect(objects).toEqual([
      {
        key: 'tlsOptions',
        input: 'JSON',
        description: 'The TLS options, as a JSON object.',
        withheld: true,
        masked: false,
      },
    ]);
  });

  test('nor do __typename, _service and entities of the catalog', async () => {
    const { data, errors } = await gateway.ask(
      {},
      `{ __typename _service { sdl } integrationProvider(id: "ses") { id }
         _entities(representations: [{ __typename: "IntegrationProvider", id: "ses" }]) { ... on IntegrationProvider { displayName } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      __typename: 'Query',
      integrationProvider: { id: 'ses' },
      _entities: [{ displayName: 'SES' }],
    });
    expect(data._service.sdl).toContain('https://specs.apollo.dev/federation/');
  });

  test.each<[string, Headers, string]>([
    ['no caller', {}, 'UNAUTHENTICATED'],
    ['an unknown scheme', { authorization: 'Basic YTpi' }, 'UNAUTHENTICATED'],
    ['a session without its environment', { authorization: 'Bearer dev-session' }, 'BAD_USER_INPUT'],
  ])('beside what needs a caller it is answered, with %s', async (_name, caller, code) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, data, errors, headers } = await gateway.ask(
        { ...caller, accept },
        `{ integrationProvider(id: "ses") { id } integrations { totalCount } ...F }
         fragment F on Query { integrationsViewer { scheme } }`,
      );
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(data).toEqual({ integrationProvider: { id: 'ses' }, integrations: null, integrationsViewer: null });
      expect(errors?.map(({ path, extensions }) => [path?.[0], extensions.code]).sort()).toEqual([
        ['integrations', code],
        ['integrationsViewer', code],
      ]);
    }
    expect(gateway.calls()).toEqual([]);
  });

  test('entities that need one are not answered without', async () => {
    for (const type of ['Integration', 'Environment']) {
      const selection = type === 'Integration' ? 'name' : 'integrations { totalCount }';
      const entities = await gateway.ask(
        {},
        `{ _entities(representations: [{ __typename: "${type}", id: "${ACME_DEV}" }]) { ... on ${type} { ${selection} } } }`,
      );
      expect(codes(entities.errors)).toEqual(['UNAUTHENTICATED']);
      expect(entities.text).not.toContain('totalCount');
    }
    expect(gateway.calls()).toEqual([]);
  });
});
