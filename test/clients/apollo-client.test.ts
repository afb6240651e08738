import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, gql, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createApolloCache } from '../../schema/clients/apollo.ts';
import {
  CreateIntegrationWithCredentialsDocument,
  DeleteIntegrationDocument,
  GetIntegrationDocument,
  ListCredentialsDocument,
  type ListCredentialsQuery,
  ListIntegrationsDocument,
  type ListIntegrationsQueryVariables,
  SetPrimaryIntegrationDocument,
} from '../generated/operations.ts';
import { DEV } from '../helpers/demo-data.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const { possibleTypes } = JSON.parse(
  readFileSync(new URL('../../schema/possible-types.json', import.meta.url), 'utf8'),
) as { possibleTypes: Record<string, string[]> };

let gateway: TestGateway;
let sent: string[];

beforeEach(async () => {
  gateway = await startGateway({ GATEWAY_MODE: 'production' });
  sent = [];
});
afterEach(() => gateway.stop());

function connect(headers: Headers, ...links: ApolloLink[]): ApolloClient {
  const recorded: typeof fetch = (input, init) => {
    sent.push(String(init?.body));
    return fetch(input, init);
  };
  const http = new HttpLink({ uri: gateway.url, headers, fetch: recorded });
  return new ApolloClient({ cache: createApolloCache(possibleTypes), link: ApolloLink.from([...links, http]) });
}

describe('Apollo Client', () => {
  test('goes through a list by pages that its cache puts together', async () => {
    const client = connect(callers.devKey);
    const variables: ListIntegrationsQueryVariables = { first: 5, sortBy: 'NAME', direction: 'ASC' };
    const list = client.watchQuery({ query: ListIntegrationsDocument, variables });
    const watching = list.subscribe({});
    let page = (await list.refetch()).data?.integrations;
    while (page?.pageInfo.hasNextPage) {
      const next = await list.fetchMore({ variables: { after: page.pageInfo.endCursor } });
      page = next.data?.integrations;
    }
    watching.unsubscribe();
    const all = client.readQuery({ query: ListIntegrationsDocument, variables })?.integrations;
    const names = all?.nodes.map(({ name }) => name);
    expect([names?.length, all?.totalCount]).toEqual([11, 11]);
    expect(names).toEqual([...(names ?? [])].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(sent).toHaveLength(3);
  });

  test('creates an integration and puts it into the list that it holds', async () => {
    const client = connect(callers.session);
    const variables = { providerIds: ['postmark'] };
    await client.query({ query: ListIntegrationsDocument, variables });
    const credentials = { postmark: { apiKey: 'made-up', from: 'a@example.com', senderName: 'A' } };
    const input = { name: 'Receipts', credentials, active: true, check: false };
    const { data } = await client.mutate({
      mutation: CreateIntegrationWithCredentialsDocument,
      variables: { input },
      update(cache, { data }) {
        const created = data?.createIntegration?.integration;
        if (!created) return;
        cache.updateQuery({ query: ListIntegrationsDocument, variables }, (list) =>
          list?.integrations
            ? { ...list, integrations: { ...list.integrations, nodes: [...list.integrations.nodes, created] } }
            : undefined,
        );
      },
    });
    expect(data?.createIntegration?.errors).toEqual([]);
    const held = client.readQuery({ query: ListIntegrationsDocument, variables });
    expect(held?.integrations?.nodes.map(({ name }) => name)).toContain('Receipts');
  });

  test('a new primary updates the old one in the cache, by changedIntegrations and without another query', async () => {
    const client = connect(callers.devKey);
    const variables: ListIntegrationsQueryVariables = { channels: ['EMAIL'] };
    const { data: before } = await client.query({ query: ListIntegrationsDocument, variables });
    const nodes = before?.integrations?.nodes ?? [];
    const old = nodes.find(({ primary }) => primary);
    const next = nodes.find(({ primary, active }) => active && !primary);
    if (!old || !next) throw new Error('The sample data has a primary and another active email integration');

    const { data } = await client.mutate({
      mutation: SetPrimaryIntegrationDocument,
      variables: { id: next.id },
    });
    expect(data?.setPrimaryIntegration?.errors).toEqual([]);
    const held = client.readQuery({ query: ListIntegrationsDocument, variables })?.integrations?.nodes ?? [];
    const primaryOf = (id: string) => held.find((node) => node.id === id)?.primary;
    expect([primaryOf(old.id), primaryOf(next.id)]).toEqual([false, true]);
    expect(sent).toHaveLength(2);
  });

  test('a deleted integration that is evicted is in no list that the cache holds', async () => {
    const client = connect(callers.session);
    const edges = gql`query { integrations { edges { cursor node { id } } totalCount } }`;
    await client.query({ query: edges });
    await client.query({ query: ListIntegrationsDocument });
    await client.mutate({
      mutation: DeleteIntegrationDocument,
      variables: { id: DEV.slack },
      update(cache, { data }) {
        const id = data?.deleteIntegration?.deletedIntegrationId;
        if (id) cache.evict({ id: `Integration:${id}` });
      },
    });
    const listed = client.readQuery({ query: ListIntegrationsDocument })?.integrations?.nodes.map(({ id }) => id);
    expect(listed).toContain(DEV.telegram);
    expect(listed).not.toContain(DEV.slack);
    expect(JSON.stringify(client.readQuery({ query: edges }))).not.toContain(DEV.slack);
    expect(sent).toHaveLength(3);
  });

  test('tells expected outcomes apart by errors[].code, and narrows them by __typename', async () => {
    const client = connect(callers.session);
    const { data } = await client.mutate({
      mutation: CreateIntegrationWithCredentialsDocument,
      variables: { input: { credentials: { sendgrid: { from: 'a@example.com' } }, active: true } },
    });
    const texts = data?.createIntegration?.errors.map((error) => {
      switch (error.code) {
        case 'MISSING_CREDENTIAL':
          return error.__typename === 'IntegrationMissingCredentialError' ? `missing ${error.key}` : 'missing';
        case 'IDENTIFIER_TAKEN':
          return 'taken';
        default:
          return error.message;
      }
    });
    expect(texts).toEqual(['missing apiKey', 'missing senderName']);
  });

  test('gets faults as errors with a code', async () => {
    const client = connect({});
    const fault = await client.query({ query: ListIntegrationsDocument }).then(
      () => null,
      (error: Error) => error,
    );
    if (!(fault instanceof Error) || !CombinedGraphQLErrors.is(fault))
      throw new Error(`not errors of GraphQL: ${String(fault)}`);
    expect(fault.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('keeps the members of the credentials union apart in its cache', async () => {
    const client = connect(callers.session);
    const variables = { providerIds: ['sendgrid', 'twilio', 'slack'] };
    await client.query({ query: ListCredentialsDocument, variables });
    const held = client.readQuery({ query: ListCredentialsDocument, variables });
    const shown = held?.integrations?.nodes.map((node) => [node.providerId, describeCredentials(node.credentials)]);
    expect(shown).toContainEqual(['sendgrid', expect.stringMatching(/^SendGrid key SG\.demo/)]);
    expect(shown).toContainEqual(['twilio', expect.stringMatching(/^Twilio account ACdemo/)]);

    const others = connect(callers.devKey);
    const { data } = await others.query({ query: ListCredentialsDocument, variables });
    const reasons = data?.integrations?.nodes.map(({ credentials }) => describeCredentials(credentials));
    expect(new Set(reasons)).toEqual(new Set(['hidden: API_KEY_CALLER']));
  });

  test('matches a fragment on an interface by possible-types.json', async () => {
    const client = connect(callers.session);
    const query = gql`query { integrations(filter: { providerIds: ["slack"] }) {
      nodes { id credentials { __typename ... on IntegrationProviderCredentials { providerId } } }
    } }`;
    const { data } = await client.query<{ integrations: unknown }>({ query });
    expect(data).toMatchObject({ integrations: { nodes: [{ credentials: { providerId: 'slack' } }] } });
    expect(client.readQuery({ query })).toEqual(data);
  });

  test('keeps one integration once, wherever it came from', async () => {
    const client = connect(callers.session);
    const id = '65b100000000000000000001';
    await client.query({ query: GetIntegrationDocument, variables: { id } });
    await client.query({ query: ListIntegrationsDocument });
    expect(Object.keys(client.extract() as object).filter((key) => key.includes(id))).toEqual([`Integration:${id}`]);
  });

  test('sends hashes instead of texts', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    for (const turn of ['registers', 'finds']) {
      sent = [];
      const client = connect(callers.devKey, new PersistedQueryLink({ sha256 }));
      const { data } = await client.query({ query: ListIntegrationsDocument, variables: { first: 1 } });
      expect(data?.integrations?.totalCount).toBe(11);
      expect(sent.map((body) => body.includes('query ListIntegrations'))).toEqual(
        turn === 'registers' ? [false, true] : [false],
      );
    }
  });
});

type Credentials = NonNullable<ListCredentialsQuery['integrations']>['nodes'][number]['credentials'];

/** Compiles only because `__typename` narrows the union. */
function describeCredentials(credentials: Credentials): string {
  if (!credentials) return 'none';
  switch (credentials.__typename) {
    case 'HiddenIntegrationCredentials':
      return `hidden: ${credentials.reason}`;
    case 'SendGridIntegrationCredentials':
      return `SendGrid key ${credentials.apiKey} from ${credentials.from}`;
    case 'TwilioIntegrationCredentials':
      return `Twilio account ${credentials.accountSid}`;
    default:
      return credentials.__typename;
  }
}
