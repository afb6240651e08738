import { readFileSync } from 'node:fs';
import { ApolloClient, gql, HttpLink } from '@apollo/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client, type DocumentInput, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, introspectionFromSchema, isAbstractType, isIntrospectionType, isObjectType } from 'graphql';
import { createApolloCache } from '../../schema/clients/apollo.ts';
import { EMBEDDED_TYPES } from '../../schema/clients/embedded-types.generated.ts';
import { urqlCacheOptions } from '../../schema/clients/urql.ts';
import { DEV } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';

const read = (name: string) => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
const { possibleTypes } = JSON.parse(read('possible-types.json')) as { possibleTypes: Record<string, string[]> };

const schema = introspectionFromSchema(buildSchema(read('schema.graphql')));

let gateway: TestGateway;
/** Bodies of the requests of a test. */
let sent: string[];
/** What the cache of urql complained of. */
let complaints: string[];
beforeAll(async () => {
  gateway = await startGateway({ GATEWAY_MODE: 'production' });
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.backend.reset();
  sent = [];
  complaints = [];
});
afterEach(() => {
  expect(complaints).toEqual([]);
});

const headers = { ...callers.session, 'cache-control': 'no-cache' };
const recorded: typeof fetch = (input, init) => {
  sent.push(String(init?.body));
  return fetch(input, init);
};

type Variables = Readonly<Record<string, unknown>>;

/** What both clients do for a page of a frontend. */
interface Frontend {
  /** From the cache where that has all of it, else from the gateway. */
  query(document: string, variables?: Variables): Promise<Answer>;
  /** Another page of a list, from the gateway. */
  fetchMore(document: string, variables: Variables): Promise<Answer>;
  mutate(document: string, variables: Variables): Promise<Answer>;
  /** From the gateway: data and the message of an error beside it. */
  attempt(document: string, variables: Variables): Promise<{ data: Answer; message: string | undefined }>;
}
// The shape differs with each operation, and the assertions are its check.
type Answer = ReturnType<typeof JSON.parse>;

function apollo(): Frontend {
  const link = new HttpLink({ uri: gateway.url, headers, fetch: recorded });
  const client = new ApolloClient({ cache: createApolloCache(possibleTypes), link });
  return {
    query: async (document, variables = {}) => (await client.query({ query: gql(document), variables })).data,
    // As `fetchMore` of a watched query does it.
    fetchMore: async (document, variables) =>
      (await client.query({ query: gql(document), variables, fetchPolicy: 'network-only' })).data,
    mutate: async (document, variables) => (await client.mutate({ mutation: gql(document), variables })).data,
    async attempt(document, variables) {
      const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const;
      const { data, error } = await client.query({ query: gql(document), variables, ...options });
      return { data, message: error?.message };
    },
  };
}

function urql(): Frontend {
  const cache = cacheExchange({
    ...urqlCacheOptions({ schema }),
    logger: (severity, message) => {
      if (severity !== 'debug') complaints.push(message);
    },
  });
  const exchanges = [cache, fetchExchange];
  const client = new Client({
    url: gateway.url,
    preferGetMethod: false,
    fetchOptions: { headers },
    fetch: recorded,
    exchanges,
  });
  const dataOf = ({ data, error }: { data?: unknown; error?: Error | undefined }) => {
    if (error) throw error;
    return data;
  };
  return {
    query: async (document: DocumentInput, variables = {}) => dataOf(await client.query(document, variables)),
    fetchMore: async (document: DocumentInput, variables) => dataOf(await client.query(document, variables)),
    mutate: async (document: DocumentInput, variables) => dataOf(await client.mutation(document, variables)),
    async attempt(document: DocumentInput, variables) {
      const { data, error } = await client.query(document, variables);
      return { data, message: error?.message };
    },
  };
}

/** Pairs of queries for different parts of what one object holds. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  credentials: [
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id credentials { ... on SendGridIntegrationCredentials { apiKey } } } }`,
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id credentials { ... on SendGridIntegrationCredentials { from senderName } } } }`,
  ],
  'credentials of any provider': [
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id credentials { ... on IntegrationProviderCredentials { values } } } }`,
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id credentials { ... on SendGridIntegrationCredentials { apiKey } } } }`,
  ],
  configurations: [
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id configurations { inboundWebhookEnabled } } }`,
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id configurations { inboundWebhookSigningKey other } } }`,
  ],
  'the viewer': [
    '{ integrationsViewer { scheme rateLimit { limit } } }',
    '{ integrationsViewer { canReadCredentials environment { id } rateLimit { remaining } } }',
  ],
  'the fields of a form': [
    '{ integrationProvider(id: "nodemailer") { id credentialFields { key label options { label } } } }',
    '{ integrationProvider(id: "nodemailer") { id displayName credentialFields { key input options { value } } } }',
  ],
  'rows and their cursors': [
    '{ integrations { nodes { id name } totalCount } }',
    '{ integrations { edges { cursor node { id name } } pageInfo { endCursor } } }',
  ],
  'a list and its count': ['{ integrations { totalCount } }', '{ integrations { nodes { id } } }'],
  'the list of an environment': [
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id environment { id integrations { nodes { id active } } } } }`,
    `{ integration(by: { id: "${DEV.sendgrid}" }) { id environment { id integrations { totalCount edges { cursor node { id name } } } } } }`,
  ],
};

const PAGE =
  'query ($first: Int, $after: String) { integrations(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
const EDGES = PAGE.replace('nodes { id }', 'edges { cursor node { id } }');

describe.each([
  ['Apollo Client', apollo],
  ['urql', urql],
])('the cache of %s', (_, connect) => {
  test.each(Object.entries(PARTS))(
    'two queries for parts of %s do not fetch each other’s away',
    async (_name, [one, other]) => {
      const { query } = connect();
      const first = await query(one);
      const second = await query(other);
      expect(sent).toHaveLength(2);
      expect([await query(one), await query(other)]).toEqual([first, second]);
      expect(sent).toHaveLength(2);
    },
  );

  test.each([
    ['nodes', PAGE],
    ['edges', EDGES],
  ])('pages are put together by %s', async (by, document) => {
    const { query, fetchMore } = connect();
    const { data } = await gateway.ask(headers, '{ integrations(first: 100) { nodes { id } } }');
    const all = data.integrations.nodes.map(({ id }: { id: string }) => id);
    const idsIn = ({ integrations }: Answer) =>
      by === 'nodes'
        ? integrations.nodes.map(({ id }: { id: string }) => id)
        : integrations.edges.map(({ node }: { node: { id: string } }) => node.id);
    const pages = Math.ceil(all.length / 6);
    let after = (await query(document, { first: 6 })).integrations.pageInfo.endCursor;
    for (let page = 2; page <= pages; page += 1)
      after = (await fetchMore(document, { first: 6, after })).integrations.pageInfo.endCursor;
    const held = await query(document, { first: 6 });
    expect(sent).toHaveLength(pages);
    expect(idsIn(held)).toEqual(all);
    expect(held.integrations.pageInfo).toMatchObject({ hasNextPage: false, endCursor: after });
  });

  test('a list that fails does not take what was read beside it, nor the pages that are known', async () => {
    const { query, attempt } = connect();
    const held = await query(PAGE, { first: 3 });
    const beside = `query ($first: Int, $after: String) { ${PAGE.slice(PAGE.indexOf('integrations('), -1)} integrationProvider(id: "slack") { id } }`;
    const { data, message } = await attempt(beside, { first: 3, after: 'no cursor' });
    expect(message).toContain('cursor');
    expect(data?.integrationProvider).toMatchObject({ id: 'slack' });
    expect(await query(PAGE, { first: 3 })).toEqual(held);
    expect(sent).toHaveLength(2);
  });

  test('the members of the credentials union stay apart, and a fragment on their interface matches', async () => {
    const { query } = connect();
    const document = `{ integrations(filter: { providerIds: ["sendgrid", "twilio"] }) { nodes { id credentials { __typename
      ... on IntegrationProviderCredentials { providerId } ... on TwilioIntegrationCredentials { accountSid } } } } }`;
    const shown = await query(document);
    const members = shown.integrations.nodes.map(({ credentials }: Answer) => Object.keys(credentials).sort());
    expect(members).toContainEqual(['__typename', 'accountSid', 'providerId']);
    expect(members).toContainEqual(['__typename', 'providerId']);
    expect(await query(document)).toEqual(shown);
    expect(sent).toHaveLength(1);
  });
});

test('every object type without an id has a policy for both, and no other has', () => {
  const api = buildSchema(read('schema.graphql'));
  const types = Object.values(api.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type));
  const withoutId = types.flatMap((type) =>
    isObjectType(type) && !type.getFields().id && !/^(Query|Mutation)$/.test(type.name) ? [type.name] : [],
  );
  expect(withoutId.length).toBeGreaterThan(100);
  expect([...EMBEDDED_TYPES].sort()).toEqual(withoutId.sort());
  const { keys = {} } = urqlCacheOptions({ possibleTypes });
  expect(withoutId.map((name) => keys[name]?.({ __typename: name }))).toEqual(withoutId.map(() => null));
  const cache = createApolloCache(possibleTypes);
  // With an id of their own they would be entities.
  expect(withoutId.map((name) => cache.identify({ __typename: name, id: 'x' }))).toEqual(
    withoutId.map(() => undefined),
  );
  const abstract = Object.values(api.getTypeMap()).filter(isAbstractType);
  expect(Object.keys(possibleTypes).sort()).toEqual(abstract.map(({ name }) => name).sort());
});

describe('after a mutation, urql', () => {
  const LIST = '{ integrations { nodes { id name primary } } }';

  test('reads lists again after a create', async () => {
    const { query, mutate } = urql();
    await query(LIST);
    const create =
      'mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { integration { id } errors { code } } }';
    await mutate(create, { input: { providerId: 'discord', name: 'Alerts' } });
    const { integrations } = await query(LIST);
    expect(integrations.nodes.map(({ name }: Answer) => name)).toContain('Alerts');
  });

  test('forgets a deleted integration, also where it was read by itself', async () => {
    const { query, mutate } = urql();
    const one = `{ integration(by: { id: "${DEV.slack}" }) { id name } }`;
    await query(one);
    await query(LIST);
    const remove =
      'mutation ($input: DeleteIntegrationInput!) { deleteIntegration(input: $input) { deletedIntegrationId errors { code } } }';
    await mutate(remove, { input: { id: DEV.slack } });
    expect((await query(one)).integration).toBeNull();
    expect((await query(LIST)).integrations.nodes.map(({ id }: Answer) => id)).not.toContain(DEV.slack);
  });

  test('reads the list of an environment again after a new primary', async () => {
    const { query, mutate } = urql();
    const one = `{ integration(by: { id: "${DEV.sendgrid}" }) { id environment { id primaryIntegration(channel: EMAIL) { id } } } }`;
    await query(one);
    const promote =
      'mutation ($input: SetPrimaryIntegrationInput!) { setPrimaryIntegration(input: $input) { integration { id primary } errors { code } } }';
    await mutate(promote, { input: { id: DEV.mailgun } });
    expect((await query(one)).integration.environment.primaryIntegration.id).toBe(DEV.mailgun);
  });
});
