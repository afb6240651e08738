import { describe, expect, test } from '@jest/globals';
import {
  apiKey,
  email,
  expectFailure,
  expectInvalid,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  session,
  startWith,
  V1,
} from './support.ts';

const SENDGRID = { providerId: 'sendgrid', channel: 'email', check: false };

describe.each(GENERATIONS)('contract §2 and §3, bodies of create and update on %s', (generation) => {
  test('§3.2: check fails for a host that cannot be found, for an unknown provider and for wrong credentials', async () => {
    const backend = await startWith([], { generation });
    const checked = (providerId: string, credentials: object) =>
      apiKey(backend).post(V1, { providerId, channel: 'email', check: true, credentials });
    const text = "Provider gateway can't resolve the host with the given hostname smtp.acme.invalid";
    expectRefusal(await checked('nodemailer', { host: 'smtp.acme.invalid', port: '25' }), generation, 400, text);
    if (generation === 'api2024') expectFailure(await checked('foo', {}));
    else expectRefusal(await checked('foo', {}), generation, 400, 'Handler for provider was not found'); // R26
    expectFailure(await checked('sendgrid', { apiKey: 'wrong', from: 'f', senderName: 's' }));
    expect((await checked('sendgrid', { apiKey: 'SG.fine', from: 'f', senderName: 's' })).status).toBe(201);
  });

  test('§3.2: check is for email only', async () => {
    const backend = await startWith([email('S', { providerId: 'twilio', channel: 'sms' })], { generation });
    const create = await apiKey(backend).post(V1, { providerId: 'foo', channel: 'chat', check: true, credentials: {} });
    const update = await apiKey(backend).put(`${V1}/${idOf('S')}`, { name: 'New', check: true });
    expect([create.status, update.status]).toEqual([201, 200]);
  });

  test('§2.1: kind, configurations and rules exist on api2026 only', async () => {
    const backend = await startWith([], { generation });
    const sent = { configurations: { inboundWebhookEnabled: true }, rules: { var: 'a' } };
    const created = integration(await session(backend).post(V1, { ...SENDGRID, ...sent, kind: 'delivery' }), 201);
    const { kind, configurations, rules } = created;
    const stored = { kind: 'delivery', ...sent };
    const none = { kind: undefined, configurations: undefined, rules: undefined };
    expect({ kind, configurations, rules }).toEqual(generation === 'api2024' ? none : stored);
  });

  test('§2.3: on api2024 configurations and rules alone are nothing to update', async () => {
    const backend = await startWith([email('Y')], { generation });
    const sent = { configurations: { inboundWebhookEnabled: true }, rules: { var: 'a' }, check: false };
    const reply = await apiKey(backend).put(`${V1}/${idOf('Y')}`, sent);
    if (generation === 'api2024') expectRefusal(reply, generation, 400, 'No properties found for update');
    else expect(reply.status).toBe(200);
  });

  test('§2.2: check is true by default on api2024 only', async () => {
    const backend = await startWith([], { generation });
    const body = { providerId: 'sendgrid', channel: 'email', credentials: { apiKey: 'wrong' } };
    expect((await apiKey(backend).post(V1, body)).status).toBe(generation === 'api2024' ? 500 : 201);
  });

  test('§3.3: a check without credentials tries the stored ones, still encrypted', async () => {
    const credentials = { apiKey: 'SG.fine', from: 'f', senderName: 's' };
    const backend = await startWith([email('Y', { credentials })], { generation });
    const path = `${V1}/${idOf('Y')}`;
    expectFailure(await apiKey(backend).put(path, { name: 'New', check: true }));
    expect((await apiKey(backend).put(path, { name: 'New', check: true, credentials })).status).toBe(200);
    expect((await apiKey(backend).put(path, { name: 'Newer' })).status).toBe(generation === 'api2024' ? 500 : 200);
  });

  test('§2.2: null counts as not sent, and unknown fields are not looked at', async () => {
    const backend = await startWith([], { generation });
    const body = {
      ...SENDGRID,
      name: null,
      credentials: null,
      conditions: null,
      shoeSize: 44,
      primary: true,
      priority: 9,
    };
    expect(integration(await apiKey(backend).post(V1, body), 201)).toMatchObject({
      name: 'SendGrid',
      primary: false,
      priority: 0,
    });
  });

  test('§7: nested violations come with their path, all at once', async () => {
    const backend = await startWith([], { generation });
    const reply = await apiKey(backend).post(V1, {
      ...SENDGRID,
      _environmentId: 'development',
      credentials: { apiKey: 1, tlsOptions: 'none' },
      conditions: 'all',
    });
    expectInvalid(reply, generation, [
      '_environmentId must be a mongodb id',
      'credentials.apiKey must be a string',
      'credentials.tlsOptions must be an object',
      'conditions must be an array',
    ]);
    const shapes = await apiKey(backend).post(V1, { ...SENDGRID, credentials: 'none', conditions: ['all'] });
    expectInvalid(shapes, generation, [
      'nested property credentials must be either object or array',
      'conditions.each value in nested property conditions must be either object or array',
    ]);
  });

  test('§3.3: providerId, channel, kind, primary and priority of a PUT are ignored', async () => {
    const backend = await startWith([email('Y')], { generation });
    const body = { name: 'New', providerId: 'twilio', channel: 'sms', primary: true, priority: 7, check: false };
    const updated = integration(await apiKey(backend).put(`${V1}/${idOf('Y')}`, body), 200);
    expect(updated).toMatchObject({ providerId: 'sendgrid', channel: 'email', primary: false, priority: 0 });
  });
});
