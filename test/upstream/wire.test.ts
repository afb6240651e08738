import { describe, expect, test } from '@jest/globals';
import { readCaller } from '../../src/model/caller.ts';
import type { Integration } from '../../src/model/integration.ts';
import {
  answering,
  callOf,
  ENVIRONMENT,
  errorOf,
  ID,
  json,
  KEY,
  row,
  SESSION,
  sourceOf,
  startScripted,
} from './harness.ts';

/** The one row of a list that upstream answers, as a session reads it with secrets. */
async function read(changes: Record<string, unknown>, caller = SESSION): Promise<Integration> {
  const upstream = await answering(200, { data: [row(changes)] });
  const { integrations } = await sourceOf(upstream.url).list(callOf(caller), { secrets: true });
  const [only] = integrations;
  if (only === undefined) {
    throw new Error('no row');
  }
  return only;
}

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
      },
    ]);
  });

  test.each([
    [{ channel: 'in_app' }, { channel: 'IN_APP' }],
    [{ channel: 'tool' }, { channel: 'TOOL' }],
    [{ channel: 'carrier_pigeon' }, { channel: 'UNKNOWN' }],
    [{ channel: 'UNKNOWN' }, { channel: 'UNKNOWN' }],
    [{ channel: 7 }, { channel: 'UNKNOWN' }],
    [{ channel: null }, { channel: null }],
    [{ channel: undefined }, { channel: null }],
    [{ kind: 'agent' }, { kind: 'AGENT' }],
    [{ kind: 'robot' }, { kind: 'UNKNOWN' }],
    [{ kind: undefined }, { kind: 'DELIVERY' }],
    [{ kind: null }, { kind: 'DELIVERY' }],
    [{ _id: undefined, id: 'other' }, { id: 'other' }],
    [
      { name: '', identifier: '' },
      { name: '', identifier: '' },
    ],
    [{ primary: undefined }, { primary: false }],
    [{ primary: 'true' }, { primary: false }],
    [{ deleted: undefined }, { deleted: false }],
    [{ deleted: true }, { deleted: true }],
    [{ priority: undefined }, { priority: 0 }],
    [{ priority: 1.5 }, { priority: 0 }],
    [{ priority: 2 ** 31 }, { priority: 0 }],
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
    [{ createdAt: 'yesterday' }, { createdAt: null }],
    [{ createdAt: '5' }, { createdAt: null }],
    [{ createdAt: 1_767_225_600_000 }, { createdAt: null }],
    [{ deletedBy: 5 }, { deletedBy: null }],
    [{ conditions: 'none' }, { conditions: [] }],
  ])('with %j reads as %j', async (changes, expected) => {
    expect(await read(changes)).toMatchObject(expected);
  });

  test.each(['_id', '_environmentId', '_organizationId', 'identifier', 'name', 'providerId', 'active'])(
    'without %s, or with another type in it, is an error that names the field',
    async (field) => {
      for (const value of [undefined, null, 5, { 'BODY-MARK': 1 }, ['BODY-MARK']]) {
        const upstream = await answering(200, { data: [row(), row({ [field]: value })] });
        const error = await errorOf(sourceOf(upstream.url).list(callOf()));
        expect(error).toMatchObject({ code: 'UPSTREAM_CONTRACT', message: expect.stringContaining(`\`${field}\``) });
      }
    },
  );

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

  test('needs an id that is not empty', async () => {
    const upstream = await answering(200, { data: [row({ _id: '' })] });
    expect(await errorOf(sourceOf(upstream.url).list(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
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
    expect((await read({ configurations: stored })).configurations).toStrictEqual({
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
    expect((await read({ configurations })).configurations).toEqual(expected);
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
    expect((await read({ conditions })).conditions).toStrictEqual([
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

const CLEAR = { apiKey: 'CLEAR-KEY', tlsOptions: { ca: 'CLEAR-CA' } };
const SECRET_ROW = { credentials: CLEAR, configurations: { inboundWebhookSigningKey: 'CLEAR-SIGNING' } };

describe('secrets', () => {
  test('are there for a session that asks for them', async () => {
    expect((await read(SECRET_ROW)).secrets).toStrictEqual({
      credentials: CLEAR,
      incomplete: false,
      inboundWebhookSigningKey: 'CLEAR-SIGNING',
    });
  });

  test('are not there for a session that does not ask', async () => {
    const upstream = await answering(200, { data: [row(SECRET_ROW)] });
    for (const options of [undefined, {}, { secrets: false }, { fresh: true }]) {
      const list = await sourceOf(upstream.url).list(callOf(), options);
      expect(JSON.stringify(list)).not.toContain('CLEAR');
      expect(list.integrations[0]).not.toHaveProperty('secrets');
    }
  });

  test.each([
    ['ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['Keyless pk_1'],
    ['OAuth2 token'],
  ])('are never there for %s, whatever upstream sends', async (authorization) => {
    const caller = readCaller(authorization, ENVIRONMENT);
    const upstream = await startScripted((response, { method }) =>
      json(response, 200, { data: method === 'GET' ? [row(SECRET_ROW)] : row(SECRET_ROW) }),
    );
    const source = sourceOf(upstream.url);
    const answers = [
      (await source.list(callOf(caller), { secrets: true })).integrations[0],
      await source.create(callOf(caller), { providerId: 'sendgrid' }),
      await source.update(callOf(caller), ID, { name: 'x' }),
      await source.setPrimary(callOf(caller), ID),
    ];
    expect(answers).toHaveLength(4);
    for (const answer of answers) {
      expect(answer).toMatchObject({ id: ID });
      expect(answer).not.toHaveProperty('secrets');
      expect(JSON.stringify(answer)).not.toContain('CLEAR');
    }
  });

  test('come with the answers to the writes of a session', async () => {
    const upstream = await answering(200, { data: row(SECRET_ROW) });
    const source = sourceOf(upstream.url);
    for (const answer of [
      await source.create(callOf(), { providerId: 'sendgrid' }),
      await source.update(callOf(), ID, { name: 'x' }),
      await source.setPrimary(callOf(), ID),
    ]) {
      expect(answer.secrets?.credentials).toEqual(CLEAR);
    }
  });

  test.each([[undefined], [null], [{}], ['x'], [[]]])('credentials %j are none', async (credentials) => {
    const expected = { credentials: null, incomplete: false, inboundWebhookSigningKey: null };
    expect((await read({ credentials })).secrets).toStrictEqual(expected);
  });

  test('in stored form are left out at any depth, and the rest says that it is not the whole', async () => {
    const stored = 'nvsk.00ff:aa';
    const changes = {
      credentials: { apiKey: stored, host: 'h', tlsOptions: { key: stored, list: [stored, { stored, port: 1 }] } },
      configurations: { inboundWebhookSigningKey: stored, payloadSchema: stored, pushResources: { a: stored } },
      rules: { '==': [{ var: stored }, stored, 'x'] },
      conditions: [{ type: stored, value: stored, children: [{ field: stored, value: [stored], on: stored }] }],
    };
    const integration = await read(changes);
    expect(JSON.stringify(integration)).not.toContain('nvsk');
    expect(integration.secrets).toStrictEqual({
      credentials: { host: 'h', tlsOptions: { list: [null, { port: 1 }] } },
      incomplete: true,
      inboundWebhookSigningKey: null,
    });
    expect(integration.rules).toEqual({ '==': [{}, null, 'x'] });
    expect(integration.configurations).toEqual({
      inboundWebhookEnabled: null,
      payloadSchema: null,
      other: { pushResources: {} },
    });
  });

  test('all in stored form are none, but not known to be none', async () => {
    expect((await read({ credentials: { apiKey: 'nvsk.1:2' } })).secrets).toMatchObject({
      credentials: null,
      incomplete: true,
    });
  });

  test('an answer to DELETE is not looked into', async () => {
    const upstream = await answering(200, { data: [row({ credentials: { apiKey: 'nvsk.1:2', host: 'CLEAR' } })] });
    await expect(sourceOf(upstream.url).delete(callOf(), ID)).resolves.toBeUndefined();
  });

  test('API keys in the list of environments are not copied', async () => {
    const upstream = await answering(200, { data: [{ _id: 'e1', name: 'Dev', apiKeys: [{ key: 'CLEAR' }] }] });
    const environments = await sourceOf(upstream.url).environments(callOf(KEY));
    expect(environments).toStrictEqual([{ id: 'e1', name: 'Dev' }]);
  });
});

describe('hostile JSON', () => {
  test('does not reach a prototype', async () => {
    const evil = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":1}';
    const base = JSON.stringify(row()).slice(0, -1).replace('"credentials":{},', '');
    const text = `{"data":[${base},"credentials":${evil},"rules":${evil},"configurations":${evil},"__proto__":${evil}}]}`;
    const upstream = await startScripted((response) => response.end(text));
    const { integrations } = await sourceOf(upstream.url).list(callOf(), { secrets: true });
    const [integration] = integrations;
    const objects: readonly unknown[] = [integration, integration?.rules, integration?.secrets?.credentials, {}];
    for (const object of objects) {
      expect(object).not.toHaveProperty('polluted');
      expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    }
    expect(Object.keys(integration?.secrets?.credentials ?? {})).toEqual(['constructor', 'a']);
    expect(integration?.secrets?.incomplete).toBe(true);
  });

  test('cannot exhaust the stack', async () => {
    const deep = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;
    const base = JSON.stringify(row()).slice(0, -1).replace('"credentials":{},', '');
    const text = `{"data":[${base},"credentials":${deep},"rules":${deep},"conditions":[{"children":[{"value":${deep}}]}]}]}`;
    const upstream = await startScripted((response) => response.end(text));
    const { integrations } = await sourceOf(upstream.url).list(callOf(), { secrets: true });
    expect(integrations[0]?.secrets?.incomplete).toBe(true);
    expect(JSON.stringify(integrations).length).toBeLessThan(2_000);
  });
});
