import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type ConcreteRequest,
  commitMutation,
  createOperationDescriptor,
  type Environment,
  fetchQuery,
  getPaginationMetadata,
  getPaginationVariables,
  getRefetchMetadata,
  getSingularSelector,
  type ReaderFragment,
  type Variables,
} from 'relay-runtime';
import { createRelayEnvironment } from '../../schema/clients/relay.ts';
import { DEV, NOBODY } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { compileRelayPage } from './support/relay-project.ts';

/*
 * Documents that relay-compiler compiled, run by relay-runtime. React's hooks are thin over it: usePaginationFragment and
 * useRefetchableFragment make their requests from the metadata and the selectors that are used here.
 */

const artifact = compileRelayPage();
const query = (name: string) => artifact<ConcreteRequest>(name);
const fragment = (name: string) => artifact<ReaderFragment>(name);

interface List {
  readonly integrations: {
    readonly __id: string;
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly name: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let gateway: TestGateway;
let relay: Environment;
beforeAll(async () => {
  gateway = await startGateway({ GATEWAY_MODE: 'production' });
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.backend.reset();
  relay = connect({ ...callers.session, 'cache-control': 'no-cache' });
});

function connect(headers: Headers): Environment {
  return createRelayEnvironment(gateway.url, () => headers);
}

/** What a component is given of a query: the part that its fragment names, from the store. */
function read<Data>(request: ConcreteRequest, variables: Variables, reader: ReaderFragment): Data {
  const operation = createOperationDescriptor(request, variables);
  const parent = relay.lookup(operation.fragment).data;
  const selector = getSingularSelector(reader, parent);
  if (!selector) throw new Error('The parent does not spread the fragment');
  const { data, isMissingData } = relay.lookup(selector);
  if (isMissingData) throw new Error('The store lacks data');
  return data as Data;
}

const LIST = { first: 4 };
const readList = () => read<List>(query('PageListQuery'), LIST, fragment('PageList')).integrations;
const namesIn = ({ edges }: { readonly edges: readonly { readonly node: { readonly name: string } }[] }) =>
  edges.map(({ node }) => node.name);

async function fetch(name: string, variables: Variables): Promise<unknown> {
  const request = query(name);
  relay.retain(createOperationDescriptor(request, variables));
  return fetchQuery(relay, request as never, variables).toPromise();
}

async function loadMore(): Promise<void> {
  const reader = fragment('PageList');
  const { paginationRequest, paginationMetadata } = getPaginationMetadata(reader, 'PageList');
  const { endCursor } = readList().pageInfo;
  const variables = getPaginationVariables('forward', 4, endCursor, { first: 4 }, {}, paginationMetadata);
  await fetchQuery(relay, paginationRequest as never, variables).toPromise();
}

function mutate(name: string, variables: Variables): Promise<unknown> {
  return new Promise((resolve, reject) => {
    commitMutation(relay, {
      mutation: query(name),
      variables,
      onError: reject,
      onCompleted: (data, errors) => (errors?.length ? reject(new Error(JSON.stringify(errors))) : resolve(data)),
    });
  });
}

describe('Relay', () => {
  test('goes through a list by pages, which its store puts together', async () => {
    await fetch('PageListQuery', LIST);
    const counts = [readList().edges.length];
    while (readList().pageInfo.hasNextPage) {
      await loadMore();
      counts.push(readList().edges.length);
    }
    const { data } = await gateway.ask(callers.session, '{ integrations(first: 100) { nodes { id } } }');
    expect(counts.slice(0, 3)).toEqual([4, 8, 12]);
    expect(readList().edges.map(({ node: { id } }) => ({ id }))).toEqual(data.integrations.nodes);
  });

  test('fetches an integration again by its id alone', async () => {
    await fetch('PageListQuery', LIST);
    const reader = fragment('PageRow');
    const { refetchableRequest, identifierInfo } = getRefetchMetadata(reader, 'PageRow');
    expect(identifierInfo?.identifierField).toBe('id');
    const elsewhere =
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { errors { code } } }';
    await gateway.ask(callers.session, elsewhere, { input: { id: DEV.mailgun, name: 'Renamed' } });
    await fetchQuery(relay, refetchableRequest as never, { id: DEV.mailgun }).toPromise();
    expect(namesIn(readList())).toContain('Renamed');
    expect(relay.getStore().getSource().get(DEV.mailgun)).toMatchObject({ __typename: 'Integration', name: 'Renamed' });
  });

  test.each([NOBODY, 'no id'])('gets null for %s', async (id) => {
    expect(await fetch('PageRowRefetchQuery', { id })).toEqual({ node: null });
  });

  test('goes on in the list of one environment, by its id', async () => {
    await fetch('PageEnvironmentsQuery', {});
    await fetch('PageEnvironmentPaginationQuery', { id: ACME_PROD, first: 3, after: null });
    const source = relay.getStore().getSource();
    const record = (id: string) => source.get(id) as Record<string, { __ref: string; __refs: string[] }> | undefined;
    expect([ACME_DEV, ACME_PROD].map((id) => record(id)?.__typename)).toEqual(['Environment', 'Environment']);
    const connection = record(ACME_PROD)?.__PageEnvironment_integrations_connection?.__ref ?? '';
    expect(record(connection)?.edges?.__refs).toHaveLength(3);
  });

  test('takes a deleted integration out of its lists', async () => {
    await fetch('PageListQuery', { first: 20 });
    const before = read<List>(query('PageListQuery'), { first: 20 }, fragment('PageList')).integrations;
    const input = { id: DEV.slack };
    const data = await mutate('PageDeleteMutation', { input, connections: [before.__id] });
    expect(data).toEqual({ deleteIntegration: { deletedIntegrationId: DEV.slack, errors: [] } });
    const after = read<List>(query('PageListQuery'), { first: 20 }, fragment('PageList')).integrations;
    expect(namesIn(after)).toEqual(namesIn(before).filter((name) => name !== 'Slack'));
  });

  test('keeps an integration that was not deleted', async () => {
    await fetch('PageListQuery', LIST);
    const { __id, edges } = readList();
    const data = await mutate('PageDeleteMutation', { input: { id: NOBODY }, connections: [__id] });
    expect(data).toEqual({
      deleteIntegration: { deletedIntegrationId: null, errors: [{ code: 'INTEGRATION_NOT_FOUND' }] },
    });
    expect(readList().edges).toHaveLength(edges.length);
  });

  test('appends a created integration, after which the list can be gone on with', async () => {
    await fetch('PageListQuery', { first: 20 });
    const list = () => read<List>(query('PageListQuery'), { first: 20 }, fragment('PageList')).integrations;
    const before = namesIn(list());
    const input = { providerId: 'discord', name: 'Alerts' };
    await mutate('PageCreateMutation', { input, connections: [list().__id] });
    expect(namesIn(list())).toEqual([...before, 'Alerts']);
    const { data } = await gateway.ask(
      { ...callers.session, 'cache-control': 'no-cache' },
      'query ($before: String!) { integrations(last: 1, before: $before) { nodes { name } pageInfo { hasNextPage } } }',
      { before: list().edges.at(-1)?.cursor },
    );
    expect(data.integrations).toEqual({ nodes: [{ name: before.at(-1) }], pageInfo: { hasNextPage: true } });
  });

  test('sees the demoted primary without another request', async () => {
    await fetch('PageListQuery', { first: 20 });
    await mutate('PageSetPrimaryMutation', { input: { id: DEV.mailgun } });
    const primary = (id: string) => relay.getStore().getSource().get(id)?.primary;
    expect([primary(DEV.mailgun), primary(DEV.sendgrid)]).toEqual([true, false]);
  });
});

test('Node is for clients: it is in introspection, and not in the SDL that supergraphs compose', async () => {
  const development = await startGateway();
  const { data } = await development.ask(
    callers.session,
    '{ _service { sdl } node: __type(name: "Node") { kind possibleTypes { name } } query: __type(name: "Query") { fields { name } } }',
  );
  await development.stop();
  expect(data.node).toEqual({ kind: 'INTERFACE', possibleTypes: [{ name: 'Environment' }, { name: 'Integration' }] });
  expect(data.query.fields).toContainEqual({ name: 'node' });
  expect(data._service.sdl).not.toMatch(/\bNode\b|^ {2}node\(/m);
});
