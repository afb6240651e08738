import { describe, expect, test } from '@jest/globals';
import { unreadableIn } from '../../src/model/lists.ts';
import { answering, callOf, ENVIRONMENT, ID, json, readRow, row, sourceOf, startScripted } from './harness.ts';

describe('a row', () => {
  test('becomes an integration', async () => {
    const upstream = await answering(200, {
      data: [row({ unknown: 1, deletedBy: 'someone', deletedAt: '2026-02-03' })],
    });
    const list = await sourceOf(upstream.url).list(callOf());
    expect(list.cache).toEqual({ status: 'MISS', ageSeconds: 0, generation: null });
    expect(list.integrations).toStrictEqual([
      {
        id: ID,
        environmentId: ENVIRONMENT,
        organizationId: '65a0000000000000000000ff',
        identifier: 'sendgrid-1',
        name: 'SendGrid',
        providerId: 'sendgrid',
        channel: 'EMAIL',
        kind: 'DELIVERY',
        active: true,
        primary: true,
        priority: 2,
        configurations: null,
        conditions: [],
        rules: null,
        removeNovuBranding: null,
        createdAt: '2026-01-02T03:04:05.678Z',
        updatedAt: '2026-01-02T03:04:05.678Z',
        deleted: false,
        deletedAt: '2026-02-03T00:00:00.000Z',
        deletedBy: 'someone',
        connected: null,
        provisioning: null,
      },
    ]);
  });

  test.each([
    [{ channel: 'in_app' }, { channel: 'IN_APP' }],
    [{ channel: 'email' }, { channel: 'EMAIL' }],
    [{ channel: 'sms' }, { channel: 'SMS' }],
    [{ channel: 'chat' }, { channel: 'CHAT' }],
    [{ channel: 'push' }, { channel: 'PUSH' }],
    [{ channel: 'tool' }, { channel: 'TOOL' }],
    [{ channel: 'carrier_pigeon' }, { channel: 'UNKNOWN' }],
    [{ channel: 'UNKNOWN' }, { channel: 'UNKNOWN' }],
    [{ channel: 7 }, { channel: 'UNKNOWN' }],
    [{ channel: null }, { channel: null }],
    [{ channel: undefined }, { channel: null }],
    [{ kind: 'agent' }, { kind: 'AGENT' }],
    [{ kind: 'delivery' }, { kind: 'DELIVERY' }],
    [{ kind: 'robot' }, { kind: 'UNKNOWN' }],
    [{ kind: undefined }, { kind: 'DELIVERY' }],
    [{ kind: null }, { kind: 'DELIVERY' }],
    [{ _id: undefined, id: 'other' }, { id: 'other' }],
    [
      { name: '', identifier: '' },
      { name: '', identifier: '' },
    ],
    [{ primary: undefined }, { primary: false }],
    [{ primary: 'yes' }, { primary: false }],
    [{ deleted: undefined }, { deleted: false }],
    [{ deleted: true }, { deleted: true }],
    [{ priority: undefined }, { priority: 0 }],
    [{ priority: 1.5 }, { priority: 0 }],
    [{ priority: 2 ** 31 }, { priority: 0 }],
    [{ priority: 2 ** 31 - 1 }, { priority: 2 ** 31 - 1 }],
    [{ priority: '3' }, { priority: 0 }],
    [{ rules: [] }, { rules: null }],
    [
      { rules: { '==': [{ var: 'tenant.identifier' }, 'acme'] } },
      { rules: { '==': [{ var: 'tenant.identifier' }, 'acme'] } },
    ],
    [{ removeNovuBranding: true }, { removeNovuBranding: true }],
    [{ removeNovuBranding: 'yes' }, { removeNovuBranding: null }],
    [{ createdAt: '2026-01-02T03:04:05+02:00' }, { createdAt: '2026-01-02T01:04:05.000Z' }],
    [{ createdAt: '2026-02-30T00:00:00.000Z' }, { createdAt: '2026-03-02T00:00:00.000Z' }],
    [{ createdAt: '2026-01-02T24:00:00.000Z' }, { createdAt: '2026-01-03T00:00:00.000Z' }],
    [{ createdAt: '2026-99-99T00:00:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-00-01T00:00:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-13-01T00:00:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-01-00T00:00:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-01-02T25:00:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-01-02T03:60:00.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-01-02T03:04:60.000Z' }, { createdAt: null }],
    [{ createdAt: '2026-01-02T03:04:05Z' }, { createdAt: '2026-01-02T03:04:05.000Z' }],
    [{ createdAt: '2024-02-29T03:04:05.678Z' }, { createdAt: '2024-02-29T03:04:05.678Z' }],
    [{ createdAt: '2026-01-02 03:04:05' }, { createdAt: '2026-01-02T03:04:05.000Z' }],
    [{ createdAt: '2026-01-02T03:04:05.6' }, { createdAt: '2026-01-02T03:04:05.600Z' }],
    [{ createdAt: '9999-12-31T23:59:59-12:00' }, { createdAt: null }],
    [{ createdAt: '0000-01-01T00:00:00+12:00' }, { createdAt: null }],
    [{ createdAt: 'yesterday' }, { createdAt: null }],
    [{ createdAt: '5' }, { createdAt: null }],
    [{ createdAt: 1_767_225_600_000 }, { createdAt: null }],
    [{ deletedBy: 5 }, { deletedBy: null }],
    [{ conditions: 'none' }, { conditions: [] }],
  ])('with %j reads as %j', async (changes, expected) => {
    expect(await readRow(changes)).toMatchObject(expected);
  });

  test.each(['_id', '_environmentId', '_organizationId', 'providerId'])(
    'without %s, or with another type in it, is left out and counted',
    async (field) => {
      const values = [undefined, null, 5, '', { 'BODY-MARK': 1 }, ['BODY-MARK']];
      const odd = values.map((value, index) => row({ _id: `odd ${index}`, [field]: value }));
      const upstream = await answering(200, { data: [row(), ...odd] });
      const { integrations } = await sourceOf(upstream.url).list(callOf());
      expect(integrations).toMatchObject([{ id: ID }]);
      expect(unreadableIn(integrations)).toBe(values.length);
    },
  );

  test.each([
    ['identifier', ID],
    ['name', 'SendGrid'],
    ['active', false],
  ])('without %s, or with another type in it, has %j', async (field, fallback) => {
    for (const value of [undefined, null, 5, { 'BODY-MARK': 1 }, ['BODY-MARK']]) {
      expect(await readRow({ [field]: value })).toMatchObject({ [field]: fallback });
    }
  });

  test('that is there twice, in letters of either case, is the first', async () => {
    const upper = 'ABCDEF000000000000000001';
    const upstream = await answering(200, {
      data: [row({ _id: upper.toLowerCase() }), row({ _id: upper, name: 'x' })],
    });
    const { integrations } = await sourceOf(upstream.url).list(callOf());
    expect(integrations).toMatchObject([{ id: upper.toLowerCase(), name: 'SendGrid' }]);
    expect(unreadableIn(integrations)).toBe(0);
  });

  test('may come without the envelope', async () => {
    const upstream = await startScripted((response, seen) =>
      json(response, 200, seen.method === 'GET' ? [row()] : row()),
    );
    const source = sourceOf(upstream.url);
    expect((await source.list(callOf())).integrations).toMatchObject([{ id: ID }]);
    expect(await source.setPrimary(callOf(), ID)).toMatchObject({ id: ID });
  });

  test('with a member `data` of its own is not taken for an envelope', async () => {
    const upstream = await answering(200, row({ data: 'x' }));
    expect(await sourceOf(upstream.url).setPrimary(callOf(), ID)).toMatchObject({ id: ID });
  });

  test('that upstream marks as deleted is kept', async () => {
    const upstream = await answering(200, { data: [row({ deleted: true }), row({ _id: 'b' })] });
    const { integrations } = await sourceOf(upstream.url).list(callOf());
    expect(integrations.map(({ id, deleted }) => [id, deleted])).toEqual([
      [ID, true],
      ['b', false],
    ]);
  });
});

describe('configurations', () => {
  test('show what is known to be public', async () => {
    const stored = {
      inboundWebhookEnabled: true,
      inboundWebhookSigningKey: 'SIGNING',
      payloadSchema: '{}',
      configurationSetName: 'set',
      inboxCount: 3,
      pushResources: ['a'],
      apiKey: 'LEAK',
    };
    expect((await readRow({ configurations: stored })).configurations).toStrictEqual({
      inboundWebhookEnabled: true,
      payloadSchema: '{}',
      other: { configurationSetName: 'set', inboxCount: 3, pushResources: ['a'] },
    });
  });

  test.each([
    [null, null],
    [[], null],
    ['x', null],
    [{}, { inboundWebhookEnabled: null, payloadSchema: null, other: null }],
    [
      { inboundWebhookEnabled: 'yes', payloadSchema: {} },
      { inboundWebhookEnabled: null, payloadSchema: null, other: null },
    ],
  ])('%j reads as %j', async (configurations, expected) => {
    expect((await readRow({ configurations })).configurations).toEqual(expected);
  });
});

describe('conditions', () => {
  test('show what can be read of them', async () => {
    const conditions = [
      {
        _id: 'x',
        id: 'x',
        isNegated: false,
        type: 'GROUP',
        value: 'AND',
        children: [{ _id: 'y', field: 'identifier', value: 'acme', operator: 'EQUAL', on: 'tenant' }],
      },
      { isNegated: 'no', children: [null, 'x', { value: { deep: [1] } }, { value: null, field: 5 }] },
      'damaged',
      { children: 'x' },
    ];
    const nothing = { isNegated: null, type: null, value: null, children: [] };
    const child = { field: null, value: null, operator: null, on: null };
    expect((await readRow({ conditions })).conditions).toStrictEqual([
      {
        isNegated: false,
        type: 'GROUP',
        value: 'AND',
        children: [{ field: 'identifier', value: 'acme', operator: 'EQUAL', on: 'tenant' }],
      },
      { ...nothing, children: [child, child, { ...child, value: { deep: [1] } }, child] },
      nothing,
      nothing,
    ]);
  });
});
