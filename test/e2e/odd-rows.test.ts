import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Generation } from '../../src/novu-double/state/records.ts';
import { type UnreadableEvent, unreadableChannel } from '../../src/telemetry/channels.ts';
import { DEV, fresh, GLOBEX_POSTMARK, stored } from '../helpers/demo-data.ts';
import { ACME_DEV, ACME_PROD, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';

type Row = Record<string, unknown>;

const LIST = '{ integrations(first: 100) { totalCount nodes { id name identifier active primary } } }';

function rewriteList(gateway: TestGateway, change: (rows: Row[]) => unknown[], envelope: object = {}): void {
  const rewrite = (body: unknown) => ({ ...envelope, data: change((body as { data: Row[] }).data) });
  gateway.backend.faults.set([{ kind: 'rewrite', method: 'GET', route: '/v1/integrations', rewrite }]);
}

/** The rows, one of them changed. */
const withChange = (id: string, change: Row) => (rows: Row[]) =>
  rows.map((row) => (row._id === id ? { ...row, ...change } : row));

describe.each<Generation>(['api2024', 'api2026'])('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    // Nothing stands in for a read that fails.
    gateway = await startGateway(
      { CACHE_TTL: '0s', CACHE_STALE_IF_ERROR: '0s', CACHE_STALE_WHILE_REVALIDATE: '0s', CACHE_MEMORY_TTL: '0s' },
      { generation },
    );
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  const session = fresh(callers.session);
  const total = async () => (await gateway.ask(session, LIST)).data.integrations.totalCount as number;

  test.each<[string, string, Row, object]>([
    ['active null', DEV.twilio, { active: null }, { active: false, name: 'Twilio', identifier: 'twilio' }],
    ['no active', DEV.twilio, { active: undefined }, { active: false }],
    ['no name', DEV.twilio, { name: undefined }, { name: 'Twilio' }],
    ['a null name and a provider with a longer name', DEV.nodemailer, { name: null }, { name: 'Custom SMTP' }],
    ['a name that is a number', DEV.twilio, { name: 7 }, { name: 'Twilio' }],
    [
      'no name, and a provider that no catalog knows',
      DEV.twilio,
      { name: null, providerId: 'raven' },
      { name: 'raven' },
    ],
    ['no identifier', DEV.slack, { identifier: undefined }, { identifier: DEV.slack }],
    ['a null identifier', DEV.slack, { identifier: null }, { identifier: DEV.slack }],
    [
      'neither name, identifier nor active',
      DEV.fcm,
      { name: undefined, identifier: undefined, active: undefined },
      { name: 'Firebase Cloud Messaging', identifier: DEV.fcm, active: false },
    ],
  ])('a row with %s is shown, and so are the others', async (_, id, change, shown) => {
    const before = await total();
    rewriteList(gateway, withChange(id, change));
    const { data, errors, extensions } = await gateway.ask(session, LIST);
    expect(errors).toBeUndefined();
    expect(extensions?.unreadable).toBeUndefined();
    expect(data.integrations.totalCount).toBe(before);
    expect(data.integrations.nodes.find((node: Row) => node.id === id)).toMatchObject(shown);
  });

  test.each<[string, (rows: Row[]) => unknown[], number, number]>([
    ['null', (rows) => [null, ...rows, null], 0, 2],
    ['text, a number and a list', (rows) => ['x', ...rows, 7, []], 0, 3],
    ['without id', withChange(DEV.slack, { _id: undefined }), 1, 1],
    ['without environment', withChange(DEV.slack, { _environmentId: undefined }), 1, 1],
    ['with a null organization', withChange(DEV.slack, { _organizationId: null }), 1, 1],
    ['without provider', withChange(DEV.slack, { providerId: undefined }), 1, 1],
    ['there twice', (rows) => [...rows, ...rows], 0, 0],
  ])('rows that are %s', async (_, change, fewer, unreadable) => {
    const before = await total();
    const events: UnreadableEvent[] = [];
    const listen = (event: unknown) => events.push(event as UnreadableEvent);
    subscribe(unreadableChannel.name, listen);
    try {
      rewriteList(gateway, change);
      const { data, errors, extensions } = await gateway.ask(session, LIST);
      expect(errors).toBeUndefined();
      expect(data.integrations.totalCount).toBe(before - fewer);
      expect(extensions?.unreadable).toBe(unreadable === 0 ? undefined : unreadable);
      expect(events.map(({ route, rows }) => ({ route, rows }))).toEqual(
        unreadable === 0 ? [] : [{ route: '/v1/integrations', rows: unreadable }],
      );
    } finally {
      unsubscribe(unreadableChannel.name, listen);
    }
  });

  test('of two rows with one id the first is shown', async () => {
    rewriteList(gateway, (rows) => [...rows, { ...rows.find(({ _id }) => _id === DEV.slack), name: 'Second' }]);
    const { data } = await gateway.ask(session, `{ integration(by: { id: "${DEV.slack}" }) { name } }`);
    expect(data.integration.name).not.toBe('Second');
  });

  test.each<[string, object]>([
    ['hasMore', { hasMore: true }],
    ['a next page', { next: 'cursor' }],
    ['the number of a next page', { next: 2, previous: null }],
    ['a total above its rows', { totalCount: 10_000 }],
    ['a total above its rows, as text', { totalCount: '10000' }],
    ['a page before it', { next: null, previous: 'cursor' }],
    ['hasMore as text', { hasMore: 'true' }],
    ['hasMore as a number', { hasMore: 1 }],
    ['a next page beside it', { pageInfo: { hasNextPage: true, endCursor: 'x' } }],
    ['a link to the next page', { links: { self: '/v1/integrations', next: '/v1/integrations?page=2' } }],
    ['a cursor', { meta: { next_cursor: 'x' } }],
    ['a total beside it', { pagination: { page: 1, total: 10_000 } }],
  ])('a list whose envelope tells %s is no list', async (_, envelope) => {
    rewriteList(gateway, (rows) => rows.slice(0, 5), envelope);
    const { data, errors } = await gateway.ask(session, LIST);
    expect(data).toEqual({ integrations: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('only a part'), extensions: { code: 'UPSTREAM_CONTRACT' } },
    ]);
  });

  test('a list whose envelope tells that it is whole is one', async () => {
    const before = await total();
    rewriteList(gateway, (rows) => rows, {
      hasMore: false,
      next: null,
      previous: null,
      totalCount: before,
      meta: { page: 1, total: before, has_more: 'false', next_cursor: '' },
    });
    expect(await total()).toBe(before);
  });

  test('an odd environment does not hide the others', async () => {
    const rewrite = (body: unknown) => ({
      data: [null, ...(body as { data: Row[] }).data.map((row) => ({ ...row, name: null })), { name: 'No id' }],
    });
    gateway.backend.faults.set([{ kind: 'rewrite', route: '/v1/environments', rewrite }]);
    const { data, errors, extensions } = await gateway.ask(session, '{ integrationEnvironments { id name } }');
    expect(errors).toBeUndefined();
    expect(data.integrationEnvironments).toEqual([ACME_DEV, ACME_PROD].map((id) => ({ id, name: id })));
    expect(extensions?.unreadable).toBe(2);
  });

  test('the primary integration of a channel is one that is not deleted', async () => {
    rewriteList(gateway, (rows) => {
      const primary = rows.find(({ _id }) => _id === DEV.sendgrid);
      return [{ ...primary, _id: '65b100000000000000000abc', deleted: true }, ...rows];
    });
    const query = `{ primaryIntegration(channel: EMAIL, environmentId: "${ACME_DEV}") { id }
      integration(by: { identifier: { identifier: "sendgrid", environmentId: "${ACME_DEV}" } }) { id } }`;
    expect((await gateway.ask(session, query)).data).toEqual({
      primaryIntegration: { id: DEV.sendgrid },
      integration: { id: DEV.sendgrid },
    });
  });

  test.each<[string, Row]>([
    ['active null', { active: null }],
    ['no name and no identifier', { name: undefined, identifier: undefined }],
    ['no environment', { _environmentId: undefined }],
  ])('a write that is answered by a row with %s is done', async (_, change) => {
    const rewrite = (body: unknown) => ({ data: { ...(body as { data: Row }).data, ...change } });
    gateway.backend.faults.set([
      { kind: 'rewrite', method: 'PUT', times: 1, rewrite },
      { kind: 'rewrite', method: 'POST', times: 1, rewrite },
    ]);
    const input = { id: DEV.slack, conditions: [{ value: 'AND', children: [] }] };
    const update = await mutate(gateway, callers.session, 'updateIntegration', input);
    expect(update).toMatchObject({ integration: { id: DEV.slack }, errors: [] });
    expect(stored(gateway.backend, DEV.slack).conditions).toHaveLength(1);
    const primary = await mutate(gateway, callers.session, 'setPrimaryIntegration', { id: DEV.nodemailer });
    expect(primary).toMatchObject({ integration: { id: DEV.nodemailer }, errors: [] });
  });
});

/* A proxy that mixes up answers. */
test.each<[string, object]>([
  ['updateIntegration', { id: DEV.slack, name: 'Renamed' }],
  ['setPrimaryIntegration', { id: DEV.nodemailer }],
  ['createIntegration', { providerId: 'discord', identifier: 'mixed-up', name: 'Mixed up' }],
  ['copyIntegration', { id: DEV.slack, environmentId: ACME_PROD, identifier: 'mixed-up', credentials: 'NONE' }],
])('%s that is answered with the row of another organization shows its own', async (name, input) => {
  const gateway = await startGateway();
  try {
    const other = stored(gateway.backend, GLOBEX_POSTMARK);
    const rewrite = () => ({ data: { ...other, credentials: {} } });
    gateway.backend.faults.set(['PUT', 'POST'].map((method) => ({ kind: 'rewrite', method, rewrite })));
    const { integration, errors } = await mutate(gateway, callers.session, name, input);
    expect(errors).toEqual([]);
    expect(integration).toMatchObject(
      'id' in input && name !== 'copyIntegration' ? { id: input.id } : { identifier: 'mixed-up' },
    );
  } finally {
    await gateway.stop();
  }
});

test('the number of unreadable rows survives the cache and keeps the answer out of the fast path', async () => {
  const gateway = await startGateway();
  try {
    const other = '{ integrations(first: 1) { nodes { id } } }';
    // Both operations get a compiled plan, and an answer that is kept.
    for (const query of [LIST, other, LIST, other]) await gateway.ask(callers.session, query);
    rewriteList(gateway, (rows) => [...rows, null]);
    await gateway.ask(fresh(callers.session), LIST);
    gateway.calls();
    for (const query of [LIST, other, LIST, other]) {
      expect((await gateway.ask(callers.session, query)).extensions).toEqual({ unreadable: 1 });
    }
    expect(gateway.calls()).toEqual([]);
    gateway.backend.faults.clear();
    expect((await gateway.ask(fresh(callers.session), LIST)).extensions).toBeUndefined();
    expect((await gateway.ask(callers.session, LIST)).extensions).toBeUndefined();
  } finally {
    await gateway.stop();
  }
});
