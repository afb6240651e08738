import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEV, GLOBEX_POSTMARK, NOBODY } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers } from '../helpers/gateway.ts';
import { gateways, HUNDRED, startSupergraph, type TestSupergraph } from './support/supergraphs.ts';

const WORKFLOWS = {
  welcome: [DEV.sendgrid, DEV.twilio],
  broken: [DEV.sendgrid, NOBODY, GLOBEX_POSTMARK],
  bulk: HUNDRED,
};

const here = Object.entries(gateways).filter(([, { absent }]) => absent === null);
const absent = Object.entries(gateways).filter(([, one]) => one.absent !== null);

test(`every gateway runs here${absent.map(([name, one]) => `, except ${name}: ${one.absent}`).join('')}`, () => {
  expect([...here, ...absent].map(([name]) => name)).toEqual(['@apollo/gateway', '@graphql-hive/gateway', 'grafbase']);
  expect(absent.length === 0 || process.platform !== 'linux' || process.arch !== 'x64').toBe(true);
});

describe.each(here)('a supergraph on %s', (name, gateway) => {
  let supergraph: TestSupergraph;

  // The first run installs the gateway.
  beforeAll(async () => {
    await gateway.install();
    supergraph = await startSupergraph(gateway, WORKFLOWS);
  }, 300_000);

  afterAll(() => supergraph.stop());

  test('crosses from a workflow to its integrations, and from them to the names of their environments', async () => {
    const { data, errors } = await supergraph.ask(
      callers.session,
      '{ workflow(id: "welcome") { name integrations { name channel environment { name } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.workflow).toEqual({
      name: 'Workflow welcome',
      integrations: [
        { name: 'SendGrid', channel: 'EMAIL', environment: { name: 'Acme sandbox' } },
        { name: 'Twilio', channel: 'SMS', environment: { name: 'Acme sandbox' } },
      ],
    });
  });

  test('crosses from an environment to its integrations', async () => {
    const { data, errors } = await supergraph.ask(
      callers.session,
      `query ($id: ID!) {
        environment(id: $id) {
          name
          integrations(filter: { channels: [SMS] }) { totalCount nodes { name organization { id } } }
          primaryIntegration(channel: EMAIL) { identifier }
        }
      }`,
      { id: ACME_PROD },
    );
    expect(errors).toBeUndefined();
    expect(data.environment).toEqual({
      name: 'Acme live',
      integrations: { totalCount: 1, nodes: [{ name: 'Vonage', organization: { id: expect.any(String) } }] },
      primaryIntegration: { identifier: 'sendgrid' },
    });
  });

  test('crosses back: from a root field of ours to the names of environments', async () => {
    const { data, errors } = await supergraph.ask(
      callers.session,
      '{ integrationsViewer { environment { id name } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.integrationsViewer.environment).toEqual({ id: ACME_DEV, name: 'Acme sandbox' });
  });

  test('pages of two subgraphs share one type', async () => {
    const query = '{ workflows { pageInfo { ...Page } } integrations(first: 1) { pageInfo { ...Page } } }';
    const { data, errors } = await supergraph.ask(
      callers.session,
      `${query} fragment Page on PageInfo { __typename hasNextPage }`,
    );
    expect(errors).toBeUndefined();
    expect(data.workflows.pageInfo).toEqual({ __typename: 'PageInfo', hasNextPage: false });
    expect(data.integrations.pageInfo).toEqual({ __typename: 'PageInfo', hasNextPage: true });
  });

  test('a hundred integrations cost one call to Novu', async () => {
    // A caller that no other test uses: nothing is cached for it.
    supergraph.integrations.calls();
    const { data, errors } = await supergraph.ask(
      callers.viewer,
      '{ workflow(id: "bulk") { integrations { id name } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.workflow.integrations).toEqual(HUNDRED.map((id, index) => ({ id, name: `Many ${index}` })));
    expect(supergraph.integrations.calls()).toEqual(['GET /v1/integrations']);
  });

  test('an integration that does not exist, or is of another organization, is null and takes no other with it', async () => {
    const query = '{ workflow(id: "broken") { name integrations { id name } } }';
    const { data } = await supergraph.ask(callers.session, query);
    expect(data.workflow).toEqual({
      name: 'Workflow broken',
      integrations: [{ id: DEV.sendgrid, name: 'SendGrid' }, null, null],
    });
    const theirs = await supergraph.ask(callers.globexSession, query);
    expect(theirs.data.workflow.integrations).toEqual([null, null, { id: GLOBEX_POSTMARK, name: 'Postmark' }]);
  });

  test('a session sees credentials, an API key is told that it does not', async () => {
    const query = `{
      workflow(id: "welcome") {
        integrations {
          credentials { __typename ... on HiddenIntegrationCredentials { reason } ... on SendGridIntegrationCredentials { apiKey } }
        }
      }
    }`;
    const hidden = await supergraph.ask(callers.devKey, query);
    const reason = { __typename: 'HiddenIntegrationCredentials', reason: 'API_KEY_CALLER' };
    expect(hidden.data.workflow.integrations).toEqual([{ credentials: reason }, { credentials: reason }]);
    expect(hidden.text).not.toContain('SG.');
    const shown = await supergraph.ask(callers.session, query);
    expect(shown.data.workflow.integrations).toEqual([
      { credentials: { __typename: 'SendGridIntegrationCredentials', apiKey: expect.stringMatching(/^SG\./) } },
      { credentials: { __typename: 'TwilioIntegrationCredentials' } },
    ]);
  });

  test('without a caller, what the other subgraphs know is there still', async () => {
    const { data, errors } = await supergraph.ask(
      {},
      '{ workflow(id: "welcome") { name integrations { id channel } } }',
    );
    expect(data.workflow.name).toBe('Workflow welcome');
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('UNAUTHENTICATED');
  });

  test('an argument that is @oneOf is enforced, by the supergraph or by us', async () => {
    const { data, errors } = await supergraph.ask(
      callers.session,
      'query ($by: IntegrationBy!) { integration(by: $by) { id } }',
      { by: { id: DEV.sendgrid, identifier: { identifier: 'sendgrid' } } },
    );
    expect([name, data?.integration ?? null, errors?.length]).toEqual([name, null, 1]);
  });

  test('an idempotency key comes along', async () => {
    supergraph.integrations.backend.requests.clear();
    const asked = () =>
      supergraph.ask(
        { ...callers.session, 'idempotency-key': 'key-of-a-client' },
        `mutation { setPrimaryIntegration(input: { id: "${DEV.sendgrid}" }) { integration { id } errors { code } } }`,
      );
    const [first, again] = [await asked(), await asked()];
    expect(first.data.setPrimaryIntegration.integration).toEqual({ id: DEV.sendgrid });
    expect(again.data).toEqual(first.data);
    // The repeat is answered by what the gateway kept.
    const writes = [...supergraph.integrations.backend.requests].filter(({ method }) => method === 'POST');
    expect(writes).toHaveLength(1);
  });

  test('mutations reach us with their user errors', async () => {
    const { data, errors } = await supergraph.ask(
      callers.session,
      'mutation ($input: DeleteIntegrationInput!) { deleteIntegration(input: $input) { integration { id } errors { code } } }',
      { input: { id: NOBODY } },
    );
    expect(errors).toBeUndefined();
    expect(data.deleteIntegration).toEqual({ integration: null, errors: [{ code: 'INTEGRATION_NOT_FOUND' }] });
  });
});
