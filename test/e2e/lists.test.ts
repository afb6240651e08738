import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh, PROD } from '../helpers/demo-data.ts';
import {
  ACME_DEV,
  ACME_PROD,
  type Answer,
  callers,
  GLOBEX_DEV,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The list of a session, which has all environments of its organization: Development 11, Production 9. */
const LIST = `query ($filter: IntegrationFilter, $orderBy: IntegrationOrder, $first: Int, $after: String, $last: Int, $before: String) {
  integrations(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes { id name identifier providerId channel kind active primary priority createdAt updatedAt environment { id } }
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
// Past the cache: it does not know that a test sets the backend back.
const list = (variables: object = {}) => gateway.ask(fresh(callers.session), LIST, variables);
const rows = ({ data }: Answer): Row[] => data.integrations.nodes;
const ids = (answer: Answer) => rows(answer).map(({ id }) => id);

describe('what a list holds', () => {
  test('a session gets its whole organization, an API key its environment, and no caller gets another organization’s', async () => {
    const environmentsOf = async (caller: Readonly<Record<string, string>>) => {
      const { data } = await gateway.ask(caller, LIST);
      const environments: string[] = data.integrations.nodes.map((node: Row) => (node.environment as Row).id);
      return [[...new Set(environments)].sort(), data.integrations.totalCount];
    };
    expect(await environmentsOf(callers.session)).toEqual([[ACME_DEV, ACME_PROD], 20]);
    expect(await environmentsOf(callers.devKey)).toEqual([[ACME_DEV], 11]);
    expect(await environmentsOf(callers.prodKey)).toEqual([[ACME_PROD], 9]);
    expect(await environmentsOf(callers.globexKey)).toEqual([[GLOBEX_DEV], 5]);
    expect(await environmentsOf(callers.globexSession)).toEqual([[GLOBEX_DEV], 5]);
  });

  test('nodes and edges hold the same rows', async () => {
    const answer = await list({ first: 7 });
    expect(answer.data.integrations.edges.map(({ node }: { node: Row }) => node.id)).toEqual(ids(answer));
    expect(rows(answer)).toHaveLength(7);
  });
});

describe('lists in filters', () => {
  test.each(['ids', 'providerIds', 'environmentIds', 'channels'])('%s may have 100 items', async (name) => {
    const items = (count: number) => ({ filter: { [name]: Array(count).fill(name === 'channels' ? 'EMAIL' : 'x') } });
    expect((await list(items(100))).errors).toBeUndefined();
    expect((await list(items(101))).errors).toMatchObject([
      {
        message: `"filter.${name}" has 101 items. It may have 100: ask in several operations.`,
        path: ['integrations'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('so may those of providers', async () => {
    const catalog = (count: number) =>
      gateway.ask({}, 'query ($ids: [ID!]) { integrationProviders(filter: { ids: $ids }) { id } }', {
        ids: Array(count).fill('sendgrid'),
      });
    expect((await catalog(100)).data).toEqual({ integrationProviders: [{ id: 'sendgrid' }] });
    expect((await catalog(101)).errors).toMatchObject([
      { path: ['integrationProviders'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('filters', () => {
  test.each([
    ['ids', { ids: [PROD.ses, DEV.fcm, 'nothing'] }, [DEV.fcm, PROD.ses]],
    ['active', { active: false }, [DEV.nodemailer, PROD.oneSignal]],
    ['primary', { primary: true, environmentIds: [ACME_DEV] }, [DEV.sendgrid, DEV.twilio]],
    ['kind', { kind: 'AGENT' }, [DEV.agent]],
    ['channels', { channels: ['PUSH', 'TOOL'], environmentIds: [ACME_DEV] }, [DEV.fcm, DEV.toolWebhook]],
    ['providerIds', { providerIds: ['ses', 'acme-postbox'] }, [DEV.postbox, PROD.ses]],
    ['search in the name, in any case', { search: 'OFFICE sm' }, [DEV.nodemailer]],
    ['search in the identifier', { search: 'Mailjet-ENTER' }, [PROD.mailjet]],
    ['search in the provider id', { search: 'tool-WEB' }, [DEV.toolWebhook]],
    ['search in the display name of the provider', { search: 'custom SM' }, [DEV.nodemailer]],
    [
      'all given parts',
      { channels: ['EMAIL'], active: true, primary: false, environmentIds: [ACME_DEV] },
      [DEV.mailgun],
    ],
    ['an empty list of ids', { ids: [] }, []],
    ['an environment that is not there', { environmentIds: [GLOBEX_DEV] }, []],
  ])('%s', async (_name, filter, expected) => {
    const answer = await list({ filter });
    expect(answer.errors).toBeUndefined();
    expect(ids(answer)).toEqual(expected);
    expect(answer.data.integrations.totalCount).toBe(expected.length);
  });

  test.each([{ channels: ['UNKNOWN'] }, { kind: 'UNKNOWN' }])('refuses %j', async (filter) => {
    const { data, errors } = await list({ filter });
    expect(data?.integrations ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('order', () => {
  beforeEach(() => gateway.backend.reset());

  test.each(['NAME', 'IDENTIFIER', 'PROVIDER_ID', 'CHANNEL', 'PRIORITY', 'CREATED_AT', 'UPDATED_AT'])(
    '%s',
    async (field) => {
      const key = field.toLowerCase().replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
      for (const direction of ['ASC', 'DESC']) {
        const got = rows(await list({ orderBy: { field, direction } }));
        const sorted = [...got].sort((a, b) => compare(a[key], b[key], direction) || (a.id < b.id ? -1 : 1));
        expect(got.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
        expect(got).toHaveLength(20);
      }
    },
  );

  test('the default is by creation, oldest first', async () => {
    const create =
      'mutation { createIntegration(input: { providerId: "discord", name: "AAA" }) { integration { id } } }';
    const { data } = await gateway.ask(callers.session, create);
    expect(ids(await list()).at(-1)).toBe(data.createIntegration.integration.id);
  });

  /** Nulls last in both directions. */
  function compare(a: unknown, b: unknown, direction: string): number {
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value.toLowerCase() : (value as number)));
    if (x === undefined || y === undefined || x === y) return 0;
    return (x < y ? -1 : 1) * (direction === 'ASC' ? 1 : -1);
  }
});

describe('pages', () => {
  beforeEach(() => gateway.backend.reset());

  test('walk forward through everything, once each', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const answer = await list({ first: 8, ...(after ? { after } : {}) });
      const { pageInfo, edges, totalCount } = answer.data.integrations;
      seen.push(...ids(answer));
      expect(totalCount).toBe(20);
      expect(pageInfo).toEqual({
        hasNextPage: page < 2,
        hasPreviousPage: page > 0,
        startCursor: edges[0].cursor,
        endCursor: edges.at(-1).cursor,
      });
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(ids(await list()));
  });

  test('walk backward', async () => {
    const all = ids(await list());
    const last = await list({ last: 6 });
    expect(ids(last)).toEqual(all.slice(-6));
    const before = await list({ last: 6, before: last.data.integrations.pageInfo.startCursor });
    expect(ids(before)).toEqual(all.slice(-12, -6));
    expect(before.data.integrations.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('between two cursors', async () => {
    const all = await list();
    const { edges } = all.data.integrations;
    expect(ids(await list({ after: edges[2].cursor, before: edges[5].cursor }))).toEqual(ids(all).slice(3, 5));
  });

  test('a cursor survives the deletion of its row', async () => {
    const first = await list({ first: 3 });
    const gone = ids(first)[2];
    const rest = ids(await list()).slice(3);
    const { data } = await gateway.ask(
      callers.session,
      `mutation { deleteIntegration(input: { id: "${gone}" }) { errors { code } } }`,
    );
    expect(data.deleteIntegration.errors).toEqual([]);
    expect(ids(await list({ after: first.data.integrations.pageInfo.endCursor }))).toEqual(rest);
  });

  test('an empty page has no cursors', async () => {
    const { data } = await list({ filter: { ids: [] } });
    expect(data.integrations).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('1 and 100 are sizes, 50 is the default', async () => {
    expect(ids(await list({ first: 1 }))).toHaveLength(1);
    expect(ids(await list({ first: 100 }))).toHaveLength(20);
  });

  test.each([
    ['first and last', { first: 1, last: 1 }],
    ['first: 0', { first: 0 }],
    ['first: 101', { first: 101 }],
    ['last: 0', { last: 0 }],
    ['last: 101', { last: 101 }],
    ['first: -1', { first: -1 }],
    ['a cursor that is none', { after: 'Zm9v' }],
  ])('%s is refused', async (_name, variables) => {
    const { data, errors, status } = await list(variables);
    expect(data).toEqual({ integrations: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ path: ['integrations'], extensions: { code: 'BAD_USER_INPUT' } });
    expect(status).toBe(200);
  });

  test('a cursor of another order is refused', async () => {
    const byName = await list({ orderBy: { field: 'NAME', direction: 'ASC' }, first: 2 });
    const after = byName.data.integrations.pageInfo.endCursor;
    const { errors } = await list({ orderBy: { field: 'NAME', direction: 'DESC' }, after });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('all pages of one operation come from one upstream call', async () => {
    await list();
    gateway.calls();
    const query = `{ a: integrations(first: 2) { totalCount } b: integrations(last: 2, filter: { active: true }) { totalCount }
      c: integrations(orderBy: { field: NAME, direction: ASC }) { totalCount } }`;
    const { data } = await gateway.ask(fresh(callers.session), query);
    expect(data).toEqual({ a: { totalCount: 20 }, b: { totalCount: 18 }, c: { totalCount: 20 } });
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });
});
