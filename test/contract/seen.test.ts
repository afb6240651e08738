import { describe, expect, test } from '@jest/globals';
import { ACME, ACME_PRODUCTION, GLOBEX_DEVELOPMENT } from '../../src/novu-double/seed/seed.ts';
import {
  apiKey,
  client,
  email,
  expectFailure,
  expectInvalid,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  integrations,
  listed,
  session,
  startWith,
  UNKNOWN_ID,
  V1,
} from './support.ts';

/*
 * Facts that were seen on running code of Novu: R on api2024 (contract §10), R26 on release 3.19.0 (contract §11).
 */

const SENDGRID = { providerId: 'sendgrid', channel: 'email', check: false };
const ENVIRONMENT_NOWHERE = '65fabcabcabcabcabcabcabc';

describe('10.3 and 11.2: the environment of a session', () => {
  test.each([ENVIRONMENT_NOWHERE, GLOBEX_DEVELOPMENT])('is not checked by api2024: %s (R)', async (environmentId) => {
    const backend = await startWith([email('A')], { generation: 'api2024' });
    const caller = session(backend, environmentId);
    expect(integrations(await caller.get(V1))).toHaveLength(1);
    expect(integration(await caller.put(`${V1}/${idOf('A')}`, { name: 'B', check: false }), 200).name).toBe('B');
    expect((await caller.post(`${V1}/${idOf('A')}/set-primary`)).status).toBe(201);
    const orphan = integration(await caller.post(V1, { ...SENDGRID, name: 'Orphan' }), 201);
    expect(orphan).toMatchObject({ _environmentId: environmentId, _organizationId: ACME });
    expect(integrations(await session(backend).get(V1)).map(({ name }) => name)).toContain('Orphan');
    expect((await caller.delete(`${V1}/${idOf('A')}`)).status).toBe(200);
  });

  test('that is nowhere is 404 to `me` of api2024 (R)', async () => {
    const backend = await startWith([], { generation: 'api2024' });
    const reply = await session(backend, ENVIRONMENT_NOWHERE).get('/v1/environments/me');
    expectRefusal(reply, 'api2024', 404, `Environment ${ENVIRONMENT_NOWHERE} not found`);
  });

  test('that is no id fails on api2024 where it is used, after the delete (R)', async () => {
    const backend = await startWith([email('A')], { generation: 'api2024' });
    const caller = session(backend, 'production');
    expect(integrations(await caller.get(V1))).toHaveLength(1);
    expectFailure(await caller.get('/v1/environments/me'));
    expectFailure(await caller.post(V1, SENDGRID));
    expectFailure(await caller.delete(`${V1}/${idOf('A')}`));
    expect(backend.records()).toMatchObject([{ deleted: true }]);
  });

  test('is checked by api2026 (R26)', async () => {
    const backend = await startWith([email('A')]);
    for (const environmentId of [ENVIRONMENT_NOWHERE, GLOBEX_DEVELOPMENT]) {
      expectRefusal(await session(backend, environmentId).get(V1), 'api2026', 401, 'Cannot find environment');
    }
    expectFailure(await session(backend, 'production').get(V1));
  });
});

describe.each(GENERATIONS)('on %s', (generation) => {
  test('10.6: ids mean the same in any case of letters (R)', async () => {
    const backend = await startWith([email('Z')], { generation });
    const id = idOf('Z').toUpperCase();
    const caller = session(backend, ACME_PRODUCTION.toUpperCase());
    expect(integrations(await caller.get(V1))).toHaveLength(1);
    expect(integration(await caller.put(`${V1}/${id}`, { name: 'B', check: false }), 200)._id).toBe(idOf('Z'));
    expect((await caller.delete(`${V1}/${id}`)).status).toBe(200);
  });

  test('10.1: an update stores null in `active` (R)', async () => {
    const backend = await startWith([email('A', { active: true, primary: true, priority: 1 })], { generation });
    const path = `${V1}/${idOf('A')}`;
    expect(integration(await apiKey(backend).put(path, { active: null, check: false }), 200).active).toBeNull();
    expect(await listed(backend, idOf('A'))).toMatchObject({ active: null, primary: false, priority: 0 });
    expect(integrations(await session(backend).get(`${V1}/active`))).toEqual([]);
  });

  test('10.4, 11.8: a check without credentials is refused on every channel (R, R26)', async () => {
    const backend = await startWith([], { generation });
    for (const channel of ['email', 'chat', 'push']) {
      const reply = await apiKey(backend).post(V1, { providerId: 'foo', channel, check: true });
      expect(reply.status).toBe(generation === 'api2024' ? 400 : 422);
      expect(reply.text).toContain('credentials should not be null or undefined');
    }
    // The default of api2024.
    const unsaid = await apiKey(backend).post(V1, { providerId: 'foo', channel: 'chat' });
    expect(unsaid.status).toBe(generation === 'api2024' ? 400 : 201);
  });

  test('10.7: conditions are cast, and nulls in them are kept (R)', async () => {
    const backend = await startWith([email('A')], { generation });
    const put = async (conditions: unknown) => {
      const reply = await apiKey(backend).put(`${V1}/${idOf('A')}`, { conditions, check: false });
      return reply.status === 200 ? (await listed(backend, idOf('A'))).conditions : reply.status;
    };
    const any = expect.any(String);
    const id = '65fabcabcabcabcabcabcabc';
    expect(
      await put([{ isNegated: 'yes', type: 5, value: null, children: { field: 7, value: {}, on: null } }]),
    ).toEqual([{ _id: any, isNegated: true, type: '5', value: null, children: [{ _id: any, field: '7', on: null }] }]);
    expect(await put([{ _id: id, isNegated: 0, children: null }])).toEqual([
      { _id: id, isNegated: false, children: null },
    ]);
    expect(await put([{ children: [null, { value: null }] }])).toEqual([
      { _id: any, children: [null, { _id: any, value: null }] },
    ]);
    expect(await put(null)).toBeNull();
    expect(await put([{ isNegated: 'maybe' }])).toBe(400);
    expect(await put([{ type: { a: 1 } }])).toBe(400);
    expect(await put([{ children: [{ field: ['a'] }] }])).toBe(400);
  });

  test('10.8: null is stored in clear keys and fails in encrypted ones; empty tlsOptions vanish (R)', async () => {
    const backend = await startWith([email('A')], { generation });
    const put = (credentials: unknown) =>
      apiKey(backend).put(`${V1}/${idOf('A')}`, { credentials, check: false, active: false });
    expect((await put({ from: null, tlsOptions: {}, senderName: 's' })).status).toBe(200);
    expect((await listed(backend, idOf('A'))).credentials).toEqual({ from: null, senderName: 's' });
    expectFailure(await put({ apiKey: null }));
    const text = 'each value in nested property credentials must be either object or array';
    expectInvalid(await put(['a']), generation, [text]);
    expect((await put([{ apiKey: 'a' }])).status).toBe(200);
  });

  test.each([
    ['sendgrid', 'email', true, true],
    ['resend', 'email', false, true],
    ['plivo', 'sms', true, true],
    ['africas-talking', 'sms', false, false],
    ['bulk-sms', 'sms', 404, 404],
    ['pigeon', 'sms', 404, 404],
    ['pigeon', 'email', 500, 500],
  ] as const)('10.9: webhook status of %s (%s) (R, R26)', async (providerId, channel, in2024, in2026) => {
    const backend = await startWith([email('A', { providerId, channel, credentials: { from: 'f' } })], { generation });
    const { status, body } = await apiKey(backend).get(`${V1}/webhook/provider/${idOf('A')}/status`);
    expect(status === 200 ? body.data : status).toBe(generation === 'api2024' ? in2024 : in2026);
    const twelve = await apiKey(backend).get(`${V1}/webhook/provider/${encodeURIComponent('twelve bytes')}/status`);
    expect(twelve.status).toBe(404);
  });

  test.each([
    ['sendinblue', 'Sendinblue', 'Brevo (formerly Sendinblue)'],
    ['burst-sms', 'BurstSMS', 'Kudosity (formerly BurstSMS)'],
    ['generic-sms', 'Generic SMS', 'SMS Webhook'],
  ])('10.10: the default name of %s (R)', async (providerId, in2024, in2026) => {
    const backend = await startWith([], { generation });
    const { name } = integration(await apiKey(backend).post(V1, { ...SENDGRID, providerId }), 201);
    expect(name).toBe(generation === 'api2024' ? in2024 : in2026);
  });

  test('10.12: renumbering touches siblings; a delete’s rows lack empty credentials (R)', async () => {
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const rows = [
      email('P', { active: true, primary: true, priority: 3, credentials: { from: 'f' } }),
      email('A', { active: true, priority: 2 }),
      email('B', { active: true, priority: 1 }),
      email('C'),
    ];
    const backend = await startWith(rows, { generation, now: () => now });
    now += 1000;
    const left = integrations(await apiKey(backend).delete(`${V1}/${idOf('B')}`));
    const touched = left.filter(({ updatedAt }) => updatedAt === new Date(now).toISOString());
    expect(touched.map(({ name }) => name)).toEqual(['P', 'A']);
    expect(left.map((row) => 'credentials' in row)).toEqual([true, false, false]);
  });

  test('10.14: HEAD, OPTIONS, case of paths, %-escapes, byte order marks, two spaces after ApiKey (R)', async () => {
    const backend = await startWith([email('A')], { generation });
    const headers = { authorization: `ApiKey ${'a'.repeat(32)}` };
    const send = (method: string, path: string) => fetch(backend.url + path, { method, headers });
    expect((await send('HEAD', V1)).status).toBe(200);
    expect((await send('OPTIONS', V1)).status).toBe(204);
    expect((await send('GET', '/V1/Integrations')).status).toBe(200);
    const escaped = await apiKey(backend).put(`${V1}/%E0%A4%A`, { name: 'x', check: false });
    expectRefusal(escaped, generation, 400, "Failed to decode param '%E0%A4%A'");
    const marked = await apiKey(backend).put(`${V1}/${idOf('A')}`, '\ufeff{"name":"Marked","check":false}');
    expect(integration(marked, 200).name).toBe('Marked');
    const spaced = await client(backend, { authorization: `ApiKey  ${'a'.repeat(32)}` }).get(V1);
    expectRefusal(spaced, generation, 401, 'API Key not found');
  });

  test('11.5: SMTP and Sinch are checked for safety when credentials are sent (R26)', async () => {
    const backend = await startWith([], { generation });
    const create = (providerId: string, channel: string, credentials: object) =>
      apiKey(backend).post(V1, { providerId, channel, check: false, credentials });
    const unsafe = await create('nodemailer', 'email', { host: 'localhost' });
    const hostless = await create('nodemailer', 'email', { port: '25' });
    const sinch = await create('sinch', 'sms', { region: 'EU' });
    const refused = generation === 'api2024' ? 201 : 400;
    expect([unsafe.status, hostless.status, sinch.status]).toEqual([refused, refused, 201]);
    if (generation === 'api2026') expect(hostless.body.message).toBe('SMTP host is required.');
  });
});

test('11.10: configurations are cast, and only five keys are stored (R26)', async () => {
  const backend = await startWith([email('A')]);
  const sent = { inboundWebhookEnabled: 'true', inboxCount: '3', payloadSchema: 5, pushResources: ['a'], mine: 1 };
  const stored = { inboundWebhookEnabled: true, inboxCount: 3, payloadSchema: '5' };
  const created = await session(backend).post(V1, { ...SENDGRID, configurations: sent });
  expect(integration(created, 201).configurations).toEqual(stored);
  const put = (configurations: unknown) => session(backend).put(`${V1}/${idOf('A')}`, { configurations });
  expect(integration(await put(sent), 200).configurations).toEqual(stored);
  expect((await put(['a'])).status).toBe(422);
  const odd = { inboundWebhookEnabled: 'maybe' };
  expect((await session(backend).post(V1, { ...SENDGRID, configurations: odd })).status).toBe(400);
  expectFailure(await put(odd));
});

test('11.11: an old row has a kind in the answers to writes, and none in lists (R26)', async () => {
  const backend = await startWith([email('A')]);
  expect(await listed(backend, idOf('A'))).not.toHaveProperty('kind');
  const updated = integration(await apiKey(backend).put(`${V1}/${idOf('A')}`, { name: 'B' }), 200);
  expect(updated.kind).toBe('delivery');
});

test('11.11: a primary that gets conditions and is deactivated has the top priority (R26)', async () => {
  const rows = [email('P', { active: true, primary: true, priority: 2 }), email('A', { active: true, priority: 1 })];
  const backend = await startWith(rows);
  const body = { active: false, conditions: [{ children: [] }] };
  expect(integration(await apiKey(backend).put(`${V1}/${idOf('P')}`, body), 200)).toMatchObject({
    active: false,
    primary: false,
    priority: 2,
  });
});

test('a body that is too long is 413 with the text of api2026 (R26)', async () => {
  const backend = await startWith([]);
  const reply = await apiKey(backend).put(`${V1}/${UNKNOWN_ID}`, { name: 'x'.repeat(110_000) });
  expect([reply.status, reply.body.message]).toEqual([413, 'Payload Too Large']);
});
