import { describe, expect, test } from '@jest/globals';
import { ACME_DEVELOPMENT, ACME_PRODUCTION, demoSeed } from '../../src/novu-double/seed/seed.ts';
import {
  apiKey,
  client,
  email,
  expectFailure,
  expectRefusal,
  GENERATIONS,
  idOf,
  session,
  start,
  startWith,
  UNKNOWN_ID,
  V1,
} from './support.ts';

const KEYS_AND_SESSIONS = { idempotency: true, rateLimit: true };

describe.each(GENERATIONS)('contract §8, access on %s', (generation) => {
  test('64. an API key may not ask for limits and the in-app status, a session may', async () => {
    const backend = await start({ generation });
    for (const path of [`${V1}/email/limit`, `${V1}/in-app/status`]) {
      const text = `API endpoint not ${generation === 'api2024' ? 'available' : 'accessible'}`; // R26
      expectRefusal(await apiKey(backend).get(path), generation, 401, text);
    }
    const data = async (path: string) => (await session(backend).get(path)).body.data;
    expect(await data(`${V1}/email/limit`)).toEqual({ limit: 300, count: 0 });
    expect(await data(`${V1}/sms/limit`)).toEqual({ limit: 20, count: 0 });
    expect(await data(`${V1}/chat/limit`)).toEqual({ limit: generation === 'api2024' ? 0 : 300, count: 0 });
    expect(await data(`${V1}/in-app/status`)).toEqual({ active: true });
    const production = await session(backend, ACME_PRODUCTION).get(`${V1}/in-app/status`);
    expect(production.body.data).toEqual({ active: false });
  });

  test('§3.8: limits of an unknown channel, and of a server without demo credentials', async () => {
    const backend = await start({ generation, demoCredentials: false });
    expect((await session(backend).get(`${V1}/email/limit`)).body.data).toEqual({ limit: 0, count: 0 });
    expect((await session(backend).get(`${V1}/pigeon/limit`)).status).toBe(generation === 'api2024' ? 400 : 422);
  });

  test('65. webhook status of every kind of record', async () => {
    const key = { apiKey: 'a' };
    const backend = await startWith(
      [
        email('E'),
        email('S', { credentials: key }),
        email('A', { providerId: 'africas-talking', channel: 'sms', credentials: key }),
        email('C', { providerId: 'getstream', channel: 'chat', credentials: key }),
        email('P', { providerId: 'expo', channel: 'push', credentials: key }),
        email('M', { providerId: 'mailgun', environmentId: ACME_PRODUCTION, credentials: key }),
        email('I', { providerId: 'novu', channel: 'in_app', credentials: { hmac: true } }),
      ],
      { generation },
    );
    const status = (value: string) => apiKey(backend).get(`${V1}/webhook/provider/${value}/status`);
    const refuse = async (value: string, code: number, text: string) =>
      expectRefusal(await status(value), generation, code, text);
    await refuse(UNKNOWN_ID, 404, `Integration for ${UNKNOWN_ID} was not found`);
    await refuse('mailgun', 404, 'Integration for mailgun was not found');
    await refuse(idOf('M'), 404, `Integration for ${idOf('M')} was not found`);
    await refuse(idOf('E'), 400, `Integration ${idOf('E')} doesn't have credentials set up`);
    await refuse('getstream', 400, 'Webhook for getstream-chat is not supported yet');
    await refuse(idOf('P'), 400, 'Webhook for expo-push is not supported yet');
    await refuse('novu', 400, 'Webhook for novu-in_app is not supported yet');
    expect((await status(idOf('S'))).text).toBe('{"data":true}');
    expect((await status('sendgrid')).text).toBe('{"data":true}');
    expect((await status('africas-talking')).text).toBe('{"data":false}');
    expectFailure(await status('neither-catalog-nor-id'));
  });

  test('66. no Authorization: 401 without headers of rate limits and idempotency', async () => {
    const backend = await start({ generation, ...KEYS_AND_SESSIONS });
    const headers = { 'idempotency-key': 'k' };
    for (const reply of [await client(backend, {}).get(V1), await client(backend, {}).post(V1, {}, headers)]) {
      expectRefusal(reply, generation, 401, 'Missing authorization header');
      expect([...reply.headers.keys()].filter((name) => /ratelimit|idempotency/.test(name))).toEqual([]);
    }
  });

  test.each(['bearer', 'apikey', 'Basic'])('§4.2: the scheme %s is not known', async (word) => {
    const backend = await start({ generation });
    const reply = await client(backend, { authorization: `${word} ${'a'.repeat(32)}` }).get(V1);
    expectRefusal(reply, generation, 401, `Invalid authentication scheme: "${word}"`);
  });

  test('§4.2: unknown, expired and orphaned tokens', async () => {
    const seed = {
      ...demoSeed(),
      apiKeys: [{ key: 'd'.repeat(32), environmentId: ACME_DEVELOPMENT, userId: null }],
      sessions: [{ token: 'left', organizationId: 'o1', userId: 'u1', role: 'owner', member: false }],
    } as const;
    const backend = await start({ generation, seed });
    const as = (authorization: string) =>
      client(backend, { authorization, 'novu-environment-id': ACME_DEVELOPMENT }).get(V1);
    expectRefusal(await as(`ApiKey ${'e'.repeat(32)}`), generation, 401, 'API Key not found');
    expectRefusal(await as(`ApiKey ${'d'.repeat(32)}`), generation, 401, 'User not found');
    expectRefusal(await as('Bearer left'), generation, 401, 'User u1 is not a member of organization o1');
    for (const reply of [await as('Bearer expired'), await as('ApiKey')]) {
      expect({ status: reply.status, ...reply.body }).toMatchObject({ status: 401, message: 'Unauthorized' });
      expect(reply.body).not.toHaveProperty('error');
    }
  });

  test('§1.1: there is no GET by id, and an unknown path is 404 before authentication', async () => {
    const backend = await start({ generation });
    const path = `${V1}/${UNKNOWN_ID}`;
    expectRefusal(await client(backend, {}).get(`${path}?a=1`), generation, 404, `Cannot GET ${path}?a=1`);
  });

  test('§6: a body over 100 kB is refused', async () => {
    const backend = await start({ generation });
    const reply = await apiKey(backend).post(V1, { name: 'x'.repeat(100 * 1024) });
    if (generation === 'api2024') expectFailure(reply);
    else expect({ status: reply.status, ...reply.body }).toMatchObject({ status: 413, statusCode: 413 });
    expect((await apiKey(backend).post(V1, { name: 'x'.repeat(100 * 1024 - 20) })).status).not.toBe(reply.status);
  });

  test('§7: malformed JSON is refused', async () => {
    const backend = await start({ generation });
    const reply = await apiKey(backend).post(V1, '{"providerId":');
    expectRefusal(reply, generation, 400, expect.stringContaining('JSON'));
  });

  const FILTER = { isNegated: false, type: 'GROUP', value: 'AND', children: 'x' };

  test('76. conditions whose children are a string are refused with the text of mongoose', async () => {
    const backend = await startWith([email('Y')], { generation });
    const body = { providerId: 'sendgrid', channel: 'email', check: false, conditions: [FILTER] };
    const created = await apiKey(backend).post(V1, body);
    const create =
      'Integration validation failed: conditions.0.children: Cast to embedded failed for value "x" (type string) at ' +
      'path "children" because of "ObjectParameterError"';
    expectRefusal(created, generation, 400, create);
    const updated = await apiKey(backend).put(`${V1}/${idOf('Y')}`, { conditions: [{ children: 'x' }], check: false });
    const update =
      'Cast to embedded failed for value "{ children: \'x\' }" (type Object) at path "conditions" because of "CastError"';
    expectRefusal(updated, generation, 400, update);
    expect(backend.records()).toHaveLength(1);
  });
});

describe('contract §8, removeNovuBranding on api2024', () => {
  test('77. stored on a paid plan, ignored on the free one', async () => {
    const seedOf = (plan: 'free' | 'business') => {
      const seed = { ...demoSeed('api2024'), integrations: [email('Y')] };
      return { ...seed, organizations: seed.organizations.map((organization) => ({ ...organization, plan })) };
    };
    const path = `${V1}/${idOf('Y')}`;
    const body = { removeNovuBranding: true, check: false };
    const paid = await start({ generation: 'api2024', seed: seedOf('business') });
    expect((await apiKey(paid).put(path, body)).body.data).toMatchObject({ removeNovuBranding: true });
    const free = await start({ generation: 'api2024', seed: seedOf('free') });
    const reply = await apiKey(free).put(path, { ...body, active: true });
    expect(reply.status).toBe(200);
    expect(reply.body.data).not.toHaveProperty('removeNovuBranding');
    expectRefusal(await apiKey(free).put(path, body), 'api2024', 400, 'No properties found for update');
  });
});
