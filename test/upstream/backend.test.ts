import { describe, expect, test } from '@jest/globals';
import { readCaller } from '../../src/model/caller.ts';
import type { Call, Integration, IntegrationSource } from '../../src/model/integration.ts';
import { type Backend, type BackendOptions, startBackend } from '../../src/novu-double/server/backend.ts';
import type { UpstreamOptions } from '../../src/upstream/source.ts';
import { atEnd, callOf, errorOf, sourceOf } from './harness.ts';

const DEVELOPMENT = '65a000000000000000000001';
const PRODUCTION = '65a000000000000000000002';
const OWNER = callOf(readCaller('Bearer dev-session', DEVELOPMENT));
const VIEWER = callOf(readCaller('Bearer dev-session-viewer', DEVELOPMENT));
const SERVER = callOf(readCaller('ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', undefined));
const UNKNOWN_ID = '65ffffffffffffffffffffff';

async function start(
  options: BackendOptions = {},
  upstream: Partial<UpstreamOptions> = {},
): Promise<{ backend: Backend; source: IntegrationSource }> {
  const backend = await startBackend(options);
  atEnd(() => backend.stop());
  return { backend, source: sourceOf(backend.url, upstream) };
}

/** The active primary SendGrid of Acme's Development environment. */
async function findSendGrid(source: IntegrationSource, call: Call = OWNER): Promise<Integration> {
  const { integrations } = await source.list(call, { secrets: true });
  const found = integrations.find((one) => one.providerId === 'sendgrid' && one.environmentId === DEVELOPMENT);
  if (found === undefined) {
    throw new Error('the seed has no SendGrid in Development');
  }
  return found;
}

describe.each(['api2026', 'api2024'] as const)('%s', (generation) => {
  test('list, me and environments', async () => {
    const { source } = await start({ generation });
    expect(await findSendGrid(source)).toMatchObject({
      channel: 'EMAIL',
      kind: 'DELIVERY',
      active: true,
      primary: true,
      secrets: {
        credentials: { apiKey: expect.stringMatching(/^SG\./), ipPoolName: 'transactional' },
        incomplete: false,
      },
    });
    const me = await source.me(OWNER);
    expect(me.environmentId).toBe(DEVELOPMENT);
    expect(await source.me(SERVER)).toEqual(me);
    expect(await source.environments(SERVER)).toEqual([
      { id: DEVELOPMENT, name: 'Development' },
      { id: PRODUCTION, name: 'Production' },
    ]);
  });

  test('a row through its whole life', async () => {
    const { source } = await start({ generation });
    const conditions = [
      {
        isNegated: false,
        type: 'GROUP',
        value: 'AND',
        children: [{ field: 'a', operator: 'EQUAL', on: 'payload', value: 'b' }],
      },
    ];
    const created = await source.create(OWNER, {
      providerId: 'twilio',
      channel: 'SMS',
      name: 'Second',
      environmentId: PRODUCTION,
      credentials: { accountSid: 'AC1', token: 'secret', from: '+1' },
      conditions,
      active: false,
      check: false,
    });
    expect(created).toMatchObject({
      name: 'Second',
      environmentId: PRODUCTION,
      channel: 'SMS',
      active: false,
      conditions,
    });
    const updated = await source.update(OWNER, created.id, { name: 'Renamed', conditions: [], check: false });
    expect(updated).toMatchObject({ id: created.id, name: 'Renamed', conditions: [] });
    const primary = await source.setPrimary(OWNER, created.id);
    expect(primary).toMatchObject({ id: created.id, active: true, primary: true });
    await source.delete(OWNER, created.id);
    const { integrations } = await source.list(OWNER);
    expect(integrations.map(({ id }) => id)).not.toContain(created.id);
    const again = await errorOf(source.delete(OWNER, created.id));
    expect(again).toMatchObject({ reason: { kind: 'NOT_FOUND' } });
  });

  test('what is hidden stays hidden, and stored forms never show', async () => {
    const { source } = await start({ generation });
    const { id } = await findSendGrid(source);
    const answers = [
      (await source.list(SERVER, { secrets: true })).integrations,
      await source.update(SERVER, id, { credentials: { apiKey: 'SG.new' }, check: false }),
      await source.setPrimary(SERVER, id),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/SG\.|nvsk|secrets|signing/);
    const asOwner = await source.update(OWNER, id, { credentials: { apiKey: 'SG.own', from: 'a@b.c' }, check: false });
    expect(asOwner?.secrets).toMatchObject(
      generation === 'api2026'
        ? { credentials: { apiKey: 'SG.own', from: 'a@b.c' }, incomplete: false }
        : { credentials: { from: 'a@b.c' }, incomplete: true },
    );
    expect((await findSendGrid(source)).secrets?.credentials).toEqual({ apiKey: 'SG.own', from: 'a@b.c' });
  });

  test('refusals have their reasons', async () => {
    const { source } = await start({ generation });
    const sendGrid = await findSendGrid(source);
    const { integrations } = await source.list(OWNER);
    const inbox = integrations.find(
      ({ channel, environmentId }) => channel === 'IN_APP' && environmentId === DEVELOPMENT,
    );
    const sendgrid = { providerId: 'sendgrid', channel: 'EMAIL', check: false } as const;
    const reasons: readonly (readonly [Promise<unknown>, object])[] = [
      [source.create(OWNER, { ...sendgrid, identifier: sendGrid.identifier }), { kind: 'IDENTIFIER_TAKEN' }],
      [source.create(OWNER, { providerId: 'novu', channel: 'IN_APP', check: false }), { kind: 'ONE_IN_APP_ONLY' }],
      [
        source.create(OWNER, { ...sendgrid, credentials: { hmac: 'yes' } }),
        { kind: 'INVALID', fields: ['credentials.hmac'] },
      ],
      [source.create(OWNER, { ...sendgrid, environmentId: 'x' }), { kind: 'INVALID', fields: ['environmentId'] }],
      [source.create(OWNER, { ...sendgrid, name: JSON.parse('5') }), { kind: 'INVALID', fields: ['name'] }],
      [source.update(OWNER, sendGrid.id, { check: false }), { kind: 'NOTHING_TO_UPDATE' }],
      [source.update(OWNER, UNKNOWN_ID, { name: 'x' }), { kind: 'NOT_FOUND' }],
      [
        source.update(OWNER, sendGrid.id, { conditions: JSON.parse('[{"children":"x"}]'), check: false }),
        { kind: 'INVALID', fields: ['conditions'] },
      ],
      [
        source.update(OWNER, sendGrid.id, { conditions: JSON.parse('"x"'), check: false }),
        { kind: 'INVALID', fields: ['conditions'] },
      ],
      [source.setPrimary(OWNER, inbox?.id ?? ''), { kind: 'PRIMARY_NOT_SUPPORTED' }],
      [source.setPrimary(OWNER, UNKNOWN_ID), { kind: 'NOT_FOUND' }],
      [source.setPrimary(OWNER, 'fakeIntegrationId'), { kind: 'NOT_FOUND' }],
      [source.delete(OWNER, UNKNOWN_ID), { kind: 'NOT_FOUND' }],
    ];
    for (const [write, reason] of reasons) {
      expect(await errorOf(write)).toMatchObject({ name: 'UpstreamRefusedError', reason });
    }
  });

  test('an unknown caller is UNAUTHENTICATED', async () => {
    const { source } = await start({ generation });
    const stranger = callOf(readCaller('ApiKey dddddddddddddddddddddddddddddddd', undefined));
    expect(await errorOf(source.list(stranger))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await errorOf(source.delete(stranger, UNKNOWN_ID))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('webhook status, where upstream can tell', async () => {
    const { source } = await start({ generation });
    const { id } = await findSendGrid(source);
    const { integrations } = await source.list(OWNER);
    const inbox = integrations.find(
      ({ channel, environmentId }) => channel === 'IN_APP' && environmentId === DEVELOPMENT,
    );
    expect(await source.webhookSupported(OWNER, id)).toBe(true);
    expect(await source.webhookSupported(OWNER, UNKNOWN_ID)).toBeNull();
    expect(await source.webhookSupported(OWNER, inbox?.id ?? '')).toBeNull();
  });
});

describe('api2026 alone', () => {
  test('an API key is kept to its environment', async () => {
    const { source } = await start();
    const { integrations } = await source.list(OWNER);
    const foreign = integrations.find(({ environmentId }) => environmentId === PRODUCTION)?.id ?? '';
    const draft = { providerId: 'sendgrid', environmentId: PRODUCTION } as const;
    for (const write of [
      source.create(SERVER, draft),
      source.update(SERVER, foreign, { name: 'x' }),
      source.setPrimary(SERVER, foreign),
      source.delete(SERVER, foreign),
      source.autoConfigure(SERVER, foreign),
    ]) {
      expect(await errorOf(write)).toMatchObject({ reason: { kind: 'ENVIRONMENT_SCOPE' } });
    }
  });

  test('an environment that is not there', async () => {
    const { source } = await start();
    const draft = { providerId: 'sendgrid', channel: 'EMAIL', environmentId: UNKNOWN_ID } as const;
    expect(await errorOf(source.create(OWNER, draft))).toMatchObject({ reason: { kind: 'ENVIRONMENT_NOT_FOUND' } });
  });

  test('a viewer gets no credentials, and may not write', async () => {
    const { source } = await start();
    const sendGrid = await findSendGrid(source, VIEWER);
    expect(sendGrid.secrets).toMatchObject({ credentials: null, incomplete: false });
    expect(await errorOf(source.update(VIEWER, sendGrid.id, { name: 'x' }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a rate limit is reported, and then enforced', async () => {
    const now = Date.parse('2026-05-06T07:08:09.000Z');
    const { source } = await start({ rateLimit: { rps: 1, burst: 2 }, now: () => now }, { now: () => now });
    await source.list(SERVER);
    const limit = source.rateLimit(SERVER.caller);
    expect(limit).toMatchObject({ limit: 5, remaining: 1 });
    expect(limit?.resetAt.getTime()).toBeGreaterThan(now);
    expect(limit?.policy?.split(';')).toHaveLength(7);
    await source.list(SERVER);
    expect(await errorOf(source.list(SERVER))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await errorOf(source.delete(SERVER, UNKNOWN_ID))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(source.rateLimit(SERVER.caller)?.remaining).toBe(0);
    expect(source.rateLimit(OWNER.caller)).toBeNull();
  });
});

test('answers of a newer server are read all the same', async () => {
  const { backend, source } = await start();
  backend.faults.set([
    { kind: 'extraFields', times: 1 },
    { kind: 'unknownEnum', times: 1 },
    { kind: 'unknownProvider', times: 1 },
  ]);
  expect((await source.list(OWNER)).integrations.length).toBeGreaterThan(10);
  expect((await source.list(OWNER)).integrations[0]).toMatchObject({ channel: 'UNKNOWN', kind: 'UNKNOWN' });
  expect((await source.list(OWNER)).integrations.length).toBeGreaterThan(10);
  backend.faults.set([{ kind: 'missingField', times: 1 }]);
  const [first] = (await source.list(OWNER)).integrations;
  expect(first?.identifier).toBe(first?.id);
});
