import { describe, expect, test } from '@jest/globals';
import { unreadableIn } from '../../src/model/lists.ts';
import { answering, callOf, ENVIRONMENT, errorOf, ID, json, row, sourceOf, startScripted } from './harness.ts';

describe('reads', () => {
  test('me returns environment and organization', async () => {
    const upstream = await answering(200, {
      data: { _id: ENVIRONMENT, name: 'Dev', _organizationId: 'org', apiKeys: [] },
    });
    expect(await sourceOf(upstream.url).me(callOf())).toStrictEqual({
      environmentId: ENVIRONMENT,
      organizationId: 'org',
    });
    expect(upstream.seen[0]?.url).toBe('/v1/environments/me');
  });

  test.each([{ data: { _id: 'e' } }, { data: { _organizationId: 'o' } }, { data: [] }, {}])(
    'me with %j is UPSTREAM_CONTRACT',
    async (body) => {
      const upstream = await answering(200, body);
      expect(await errorOf(sourceOf(upstream.url).me(callOf()))).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
    },
  );

  test('environments returns ids and names', async () => {
    const upstream = await answering(200, { data: [{ _id: 'e1', name: 'Dev', slug: 'x' }] });
    expect(await sourceOf(upstream.url).environments(callOf())).toStrictEqual([{ id: 'e1', name: 'Dev' }]);
    expect(upstream.seen[0]?.url).toBe('/v1/environments');
  });

  test('an environment without a name is called by its id, and one without an id is left out', async () => {
    const upstream = await answering(200, { data: [{ _id: 'e1' }, { name: 'Lost' }, 7] });
    const environments = await sourceOf(upstream.url).environments(callOf());
    expect(environments).toStrictEqual([{ id: 'e1', name: 'e1' }]);
    expect(unreadableIn(environments)).toBe(2);
  });

  test.each([
    [200, { data: true }, true],
    [200, { data: false }, false],
    [200, true, true],
    [200, { data: 'yes' }, null],
    [200, { data: {} }, null],
    [400, { statusCode: 400, message: "Integration x doesn't have credentials set up" }, null],
    [404, { statusCode: 404, message: 'Integration for x was not found' }, null],
  ])('webhookSupported: %d %j is %j', async (status, body, expected) => {
    const upstream = await answering(status, body);
    expect(await sourceOf(upstream.url).webhookSupported(callOf(), ID)).toBe(expected);
    expect(upstream.seen[0]?.url).toBe(`/v1/integrations/webhook/provider/${ID}/status`);
  });
});

describe('writes', () => {
  test('create sends what the model names, in the words of the wire', async () => {
    const upstream = await answering(201, { data: row({ providerId: 'novu' }) });
    const draft = {
      providerId: 'novu',
      channel: 'IN_APP',
      kind: 'DELIVERY',
      name: 'Inbox',
      identifier: 'inbox',
      environmentId: ENVIRONMENT,
      credentials: { hmac: true },
      configurations: { inboundWebhookEnabled: true },
      conditions: [{ isNegated: false, children: [{ on: 'tenant', value: null }] }],
      rules: null,
      active: true,
      check: false,
      primary: true,
    } as const;
    const created = await sourceOf(upstream.url).create(callOf(), draft);
    expect(created.id).toBe(ID);
    expect(upstream.seen).toMatchObject([{ method: 'POST', url: '/v1/integrations' }]);
    const { environmentId, primary, ...rest } = draft;
    expect(bodyOf(upstream.seen[0]?.body)).toEqual({
      ...rest,
      channel: 'in_app',
      kind: 'delivery',
      _environmentId: environmentId,
    });
    expect(primary).toBe(true);
  });

  test('create sends nothing that is absent, except `check: false`', async () => {
    const upstream = await answering(201, { data: row() });
    await sourceOf(upstream.url).create(callOf(), { providerId: 'sendgrid' });
    expect(upstream.seen[0]?.body).toBe('{"providerId":"sendgrid","check":false}');
  });

  test('update sends the patch', async () => {
    const upstream = await answering(200, { data: row() });
    const patch = { removeNovuBranding: false, rules: null, conditions: [], environmentId: 'e2' };
    await sourceOf(upstream.url).update(callOf(), ID, patch);
    expect(upstream.seen).toMatchObject([{ method: 'PUT', url: `/v1/integrations/${ID}` }]);
    expect(bodyOf(upstream.seen[0]?.body)).toEqual({
      removeNovuBranding: false,
      rules: null,
      conditions: [],
      _environmentId: 'e2',
      check: false,
    });
  });

  test('a check that is asked for is sent', async () => {
    const upstream = await answering(200, { data: row() });
    await sourceOf(upstream.url).update(callOf(), ID, { check: true });
    expect(upstream.seen[0]?.body).toBe('{"check":true}');
  });

  test('the others send no body', async () => {
    const upstream = await startScripted((response) => json(response, 200, { data: { ...row(), success: false } }));
    const source = sourceOf(upstream.url);
    await source.setPrimary(callOf(), ID);
    await source.delete(callOf(), ID);
    expect(await source.autoConfigure(callOf(), ID)).toStrictEqual({ success: false, webhookUrl: null });
    expect(upstream.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', `/v1/integrations/${ID}/set-primary`, ''],
      ['DELETE', `/v1/integrations/${ID}`, ''],
      ['POST', `/v1/integrations/${ID}/auto-configure`, ''],
    ]);
  });

  const INBOUND = `https://api.novu.example/v2/inbound-webhooks/delivery-providers/${'e'.repeat(24)}/${ID}`;
  test.each([
    [{ data: { success: true, message: 'the key SG.1 is fine' } }, { success: true, webhookUrl: null }],
    [
      { success: false, message: 5 },
      { success: false, webhookUrl: null },
    ],
    [
      { success: true, webhookUrl: INBOUND },
      { success: true, webhookUrl: INBOUND },
    ],
    [
      { success: false, message: `Set SG.1 up: ${INBOUND}.` },
      { success: false, webhookUrl: INBOUND },
    ],
    [
      { success: false, message: `Set it up: ${INBOUND}?key=SG.1` },
      { success: false, webhookUrl: null },
    ],
    [
      { success: false, message: `${INBOUND}/SG.1` },
      { success: false, webhookUrl: null },
    ],
    [
      { success: false, message: `${INBOUND.slice(0, -1)}0` },
      { success: false, webhookUrl: null },
    ],
    [
      { success: false, message: INBOUND.replace('api.', 'user:SG.1@api.') },
      { success: false, webhookUrl: null },
    ],
    [
      { success: true, webhookUrl: 'https://hooks.example/SG.1' },
      { success: true, webhookUrl: null },
    ],
  ])('autoConfigure reads %j, and of its message no more than an address of ids', async (body, expected) => {
    const upstream = await answering(201, body);
    expect(await sourceOf(upstream.url).autoConfigure(callOf(), ID)).toStrictEqual(expected);
  });
});

describe('ids', () => {
  test.each([
    ['a/b', 'a%2Fb'],
    ['../environments', '..%2Fenvironments'],
    ['a?b#c', 'a%3Fb%23c'],
    ['%2e%2e', '%252e%252e'],
    ['$&', '%24%26'],
    ['é\n', '%C3%A9%0A'],
  ])('%j stays one part of the path', async (id, part) => {
    const answer = { data: { ...row(), _id: id, success: true } };
    const upstream = await startScripted((response) => json(response, 200, answer));
    const source = sourceOf(upstream.url);
    await source.update(callOf(), id, { name: 'x' });
    await source.setPrimary(callOf(), id);
    await source.delete(callOf(), id);
    await source.autoConfigure(callOf(), id);
    await source.webhookSupported(callOf(), id);
    expect(upstream.seen.map(({ url }) => url)).toEqual([
      `/v1/integrations/${part}`,
      `/v1/integrations/${part}/set-primary`,
      `/v1/integrations/${part}`,
      `/v1/integrations/${part}/auto-configure`,
      `/v1/integrations/webhook/provider/${part}/status`,
    ]);
  });

  test.each(['', '.', '..', '\ud800'])('%j reaches no route', async (id) => {
    const upstream = await answering(200, { data: row() });
    const source = sourceOf(upstream.url);
    const refused = { name: 'UpstreamRefusedError', reason: { kind: 'NOT_FOUND' } };
    expect(await errorOf(source.update(callOf(), id, { name: 'x' }))).toMatchObject(refused);
    expect(await errorOf(source.setPrimary(callOf(), id))).toMatchObject(refused);
    expect(await errorOf(source.delete(callOf(), id))).toMatchObject(refused);
    expect(await errorOf(source.autoConfigure(callOf(), id))).toMatchObject(refused);
    expect(await source.webhookSupported(callOf(), id)).toBeNull();
    expect(upstream.seen).toHaveLength(0);
  });
});

function bodyOf(text: string | undefined): unknown {
  return JSON.parse(text ?? 'null');
}
