import { describe, expect, test } from '@jest/globals';
import { apiKey, email, expectRefusal, GENERATIONS, idOf, integration, standing, startWith, V1 } from './support.ts';

describe.each(GENERATIONS)('contract §8, Novu’s own providers on %s', (generation) => {
  test('23. POST of a second in-app inbox is refused', async () => {
    const backend = await startWith([email('I', { providerId: 'novu', channel: 'in_app' })], { generation });
    const reply = await apiKey(backend).post(V1, { providerId: 'novu', channel: 'in_app' });
    expectRefusal(reply, generation, 400, 'One environment can only have one In app provider');
  });

  test('24. POST of a second novu-email is refused', async () => {
    const backend = await startWith([email('N', { providerId: 'novu-email' })], { generation });
    const reply = await apiKey(backend).post(V1, { providerId: 'novu-email', channel: 'email', check: false });
    expectRefusal(reply, generation, 409, 'Integration with novu provider for email channel already exists');
  });

  test('25. POST of a second novu-sms is refused', async () => {
    const backend = await startWith([email('N', { providerId: 'novu-sms', channel: 'sms' })], { generation });
    const reply = await apiKey(backend).post(V1, { providerId: 'novu-sms', channel: 'sms' });
    expectRefusal(reply, generation, 409, 'Integration with novu provider for sms channel already exists');
  });

  test('26. POST of novu-email is refused where the server has no credentials for it', async () => {
    const backend = await startWith([], { generation, demoCredentials: false });
    const refused = await apiKey(backend).post(V1, { providerId: 'novu-email', channel: 'email', check: false });
    expectRefusal(refused, generation, 400, 'Creating Novu integration for novu-email provider is not allowed');
    const slack = await apiKey(backend).post(V1, { providerId: 'novu-slack', channel: 'chat', check: false });
    expect(slack.status).toBe(generation === 'api2024' ? 201 : 400);
  });

  test('27. POST of an active one ranks just below an active primary novu-email', async () => {
    const demo = email('N', { providerId: 'novu-email', active: true, primary: true, priority: 1 });
    const backend = await startWith([demo], { generation });
    const body = { providerId: 'sendgrid', channel: 'email', name: 'S', active: true, check: false };
    expect(integration(await apiKey(backend).post(V1, body), 201)).toMatchObject({ primary: false, priority: 1 });
    expect(await standing(backend)).toBe('N2* S1');
  });

  test('§3.2: a deleted demo integration does not block a new one', async () => {
    const backend = await startWith([email('N', { providerId: 'novu-email' })], { generation });
    await apiKey(backend).delete(`${V1}/${idOf('N')}`);
    const again = await apiKey(backend).post(V1, { providerId: 'novu-email', channel: 'email', check: false });
    expect(integration(again, 201).name).toBe('Novu Email');
  });
});

describe('contract §3.2, agents on api2026', () => {
  const AGENT = { providerId: 'anthropic', kind: 'agent', channel: 'chat' };

  test('an agent has no channel and needs its credentials', async () => {
    const backend = await startWith([]);
    const refused = await apiKey(backend).post(V1, { ...AGENT, identifier: 'draft' });
    const [kept] = backend.records();
    const text = `Integration "${kept?._id}" has incomplete runtime credentials. Complete setup before provisioning.`;
    expectRefusal(refused, 'api2026', 400, text);
    // The record stays, and has the identifier (R26).
    const again = await apiKey(backend).post(V1, { ...AGENT, identifier: 'draft' });
    expectRefusal(again, 'api2026', 409, 'Integration with identifier already exists');
    const created = integration(
      await apiKey(backend).post(V1, { ...AGENT, credentials: { apiKey: 'sk-ant-demo' } }),
      201,
    );
    expect(created).not.toHaveProperty('channel');
    expect(created).toMatchObject({ kind: 'agent', primary: false, priority: 0 });
  });

  test('an agent that cannot be provisioned is soft-deleted, and the answer is 500', async () => {
    const backend = await startWith([]);
    const reply = await apiKey(backend).post(V1, { ...AGENT, credentials: { apiKey: 'wrong' } });
    expect(reply.status).toBe(500);
    expect(backend.records()).toMatchObject([{ providerId: 'anthropic', deleted: true }]);
  });

  test('a second novu-anthropic is refused', async () => {
    const backend = await startWith([]);
    const body = { providerId: 'novu-anthropic', kind: 'agent' };
    integration(await apiKey(backend).post(V1, body), 201);
    const again = await apiKey(backend).post(V1, body);
    expectRefusal(again, 'api2026', 409, 'Integration with novu provider for agent runtime already exists');
  });
});
