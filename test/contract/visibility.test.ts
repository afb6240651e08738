import { describe, expect, test } from '@jest/globals';
import {
  ACME_DEVELOPMENT,
  ACME_PRODUCTION,
  ACME_PRODUCTION_KEY,
  ACME_VIEWER_SESSION,
  demoSeed,
  GLOBEX_DEVELOPMENT,
} from '../../src/novu-double/seed/seed.ts';
import {
  apiKey,
  client,
  email,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  integrations,
  listed,
  type Reply,
  session,
  start,
  startWith,
  UNKNOWN_ID,
  V1,
} from './support.ts';

const SECRET = { apiKey: 'SG.secret', host: 'smtp.acme.example' };
const STORED_KEY = expect.stringMatching(/^nvsk\.[0-9a-f]{32}:([0-9a-f]{32})+$/);
const NEW = { providerId: 'sendgrid', channel: 'email', check: false, credentials: SECRET };
const inBoth = [email('D', { active: true, credentials: SECRET }), email('P', { environmentId: ACME_PRODUCTION })];
const idsOf = (found: readonly { _id: string }[]) => found.map(({ _id }) => _id);

describe.each(GENERATIONS)('contract §8, lists on %s', (generation) => {
  test('54. GET active has active ones only', async () => {
    const backend = await start({ generation });
    const all = integrations(await session(backend).get(V1));
    const active = integrations(await session(backend).get(`${V1}/active`));
    expect(idsOf(active)).toEqual(idsOf(all.filter((one) => one.active)));
    expect(active.length).toBeLessThan(all.length);
    expect(active.length).toBeGreaterThan(10);
  });

  test('55. GET active without any is an empty list', async () => {
    const backend = await startWith([email('A')], { generation });
    expect((await apiKey(backend).get(`${V1}/active`)).text).toBe('{"data":[]}');
  });

  test('§3.7: a list shows {} for empty credentials, and a write on api2026 does too (R, R26)', async () => {
    const backend = await startWith([email('A')], { generation });
    expect((await listed(backend, idOf('A'))).credentials).toEqual({});
    const updated = integration(await session(backend).put(`${V1}/${idOf('A')}`, { name: 'B', check: false }), 200);
    expect(updated.credentials).toEqual(generation === 'api2024' ? undefined : {});
  });

  test.each([
    ['GET', V1],
    ['GET', `${V1}/active`],
    ['POST', V1],
    ['PUT', `${V1}/${UNKNOWN_ID}`],
    ['POST', `${V1}/${UNKNOWN_ID}/set-primary`],
    ['DELETE', `${V1}/${UNKNOWN_ID}`],
    ['GET', '/v1/environments/me'],
  ])('§3.7: a session must name an environment: %s %s', async (method, path) => {
    const backend = await start({ generation });
    const caller = session(backend, '');
    const calls: Readonly<Record<string, () => Promise<Reply>>> = {
      GET: () => caller.get(path),
      POST: () => caller.post(path, NEW),
      PUT: () => caller.put(path, NEW),
      DELETE: () => caller.delete(path),
    };
    const { status, body } = (await calls[method]?.()) ?? {};
    const messages = ['environmentId should not be empty'];
    if (generation === 'api2024') expect({ status, ...body }).toMatchObject({ status: 400, message: messages });
    else expect({ status, ...body }).toMatchObject({ status: 422, errors: { environmentId: { messages } } });
  });

  test('§2.7: conditions carry _id in lists, and id too in writes', async () => {
    const child = { field: 'plan', value: 'pro', operator: 'EQUAL', on: 'payload' };
    const filter = {
      isNegated: true,
      type: 'GROUP',
      value: 'OR',
      children: [{ ...child, webhookUrl: 'https://dropped' }],
    };
    const backend = await startWith([], { generation });
    const created = integration(await apiKey(backend).post(V1, { ...NEW, conditions: [filter] }), 201);
    const id = expect.stringMatching(/^[0-9a-f]{24}$/);
    expect(created.conditions).toEqual([{ ...filter, _id: id, id, children: [{ ...child, _id: id, id }] }]);
    const { conditions } = await listed(backend, created._id);
    expect(conditions).toEqual([{ ...filter, _id: id, children: [{ ...child, _id: id }] }]);
  });
});

describe('contract §8, who sees what on api2024', () => {
  test('52. GET with an API key lists all environments', async () => {
    const backend = await startWith(inBoth, { generation: 'api2024' });
    expect(idsOf(integrations(await apiKey(backend).get(V1)))).toEqual([idOf('D'), idOf('P')]);
  });

  test('56. stored encrypted, listed in clear', async () => {
    const backend = await startWith(inBoth, { generation: 'api2024' });
    expect(backend.records()[0]?.credentials).toEqual({ apiKey: STORED_KEY, host: SECRET.host });
    expect(integrations(await apiKey(backend).get(V1))[0]?.credentials).toEqual(SECRET);
  });

  test('57. POST and PUT answer the stored form, clear keys in clear', async () => {
    const backend = await startWith(inBoth, { generation: 'api2024' });
    for (const caller of [apiKey(backend), session(backend)]) {
      const created = integration(await caller.post(V1, NEW), 201);
      expect(created.credentials).toEqual({ apiKey: STORED_KEY, host: SECRET.host });
      const updated = integration(await caller.put(`${V1}/${created._id}`, { name: 'New', check: false }), 200);
      expect(updated.credentials).toEqual(created.credentials);
    }
  });

  test('§4.4: an API key may change every environment of its organization', async () => {
    const backend = await startWith(inBoth, { generation: 'api2024' });
    const path = `${V1}/${idOf('P')}`;
    expect((await apiKey(backend).put(path, { name: 'New', check: false })).status).toBe(200);
    expect((await apiKey(backend).post(`${path}/set-primary`)).status).toBe(201);
    expect((await apiKey(backend).delete(path)).status).toBe(200);
  });

  test('§1.1: rows 10 to 16 do not exist', async () => {
    const backend = await startWith(inBoth, { generation: 'api2024' });
    const path = `${V1}/${idOf('D')}/auto-configure`;
    expectRefusal(await apiKey(backend).post(path), 'api2024', 404, `Cannot POST ${path}`);
  });
});

describe('contract §8, who sees what on api2026', () => {
  test('53. GET lists the key’s own environment, and all to a session', async () => {
    const backend = await startWith(inBoth);
    expect(idsOf(integrations(await apiKey(backend).get(V1)))).toEqual([idOf('D')]);
    expect(idsOf(integrations(await apiKey(backend, ACME_PRODUCTION_KEY).get(V1)))).toEqual([idOf('P')]);
    expect(idsOf(integrations(await session(backend).get(V1)))).toEqual([idOf('D'), idOf('P')]);
  });

  test('58. an API key is listed {} for every credentials', async () => {
    const backend = await start();
    for (const path of [V1, `${V1}/active`]) {
      const all = integrations(await apiKey(backend).get(path));
      expect(all.length).toBeGreaterThan(5);
      expect(all.map(({ credentials }) => credentials)).toEqual(all.map(() => ({})));
    }
  });

  test('59. writes of an API key answer no credentials, and store them', async () => {
    const backend = await startWith([]);
    const created = integration(await apiKey(backend).post(V1, NEW), 201);
    const path = `${V1}/${created._id}`;
    const updated = integration(await apiKey(backend).put(path, { credentials: { ...SECRET, from: 'f' } }), 200);
    const elected = integration(await apiKey(backend).post(`${path}/set-primary`), 200);
    for (const answer of [created, updated, elected]) expect(answer).not.toHaveProperty('credentials');
    expect(backend.records()[0]?.credentials).toEqual({ apiKey: STORED_KEY, host: SECRET.host, from: 'f' });
    expect((await listed(backend, created._id)).credentials).toEqual({ ...SECRET, from: 'f' });
  });

  test('60. a session sees clear credentials everywhere but in a delete’s answer', async () => {
    const backend = await startWith([]);
    const created = integration(await session(backend).post(V1, NEW), 201);
    const path = `${V1}/${created._id}`;
    const updated = integration(await session(backend).put(path, { name: 'New' }), 200);
    const elected = integration(await session(backend).post(`${path}/set-primary`), 200);
    for (const answer of [created, updated, elected, await listed(backend, created._id)]) {
      expect(answer.credentials).toEqual(SECRET);
    }
  });

  test('§4.3: a read-only member sees {} and may not write', async () => {
    const backend = await startWith(inBoth);
    const viewer = session(backend, ACME_DEVELOPMENT, ACME_VIEWER_SESSION);
    expect(integrations(await viewer.get(V1)).map(({ credentials }) => credentials)).toEqual([{}, {}]);
    const path = `${V1}/${idOf('D')}`;
    for (const reply of [
      await viewer.post(V1, NEW),
      await viewer.put(path, { name: 'New' }),
      await viewer.delete(path),
    ]) {
      expectRefusal(reply, 'api2026', 403, 'Insufficient permissions');
    }
  });

  test('61. POST of an API key into another environment is forbidden, PUT too', async () => {
    const backend = await startWith(inBoth);
    const text =
      'This authentication scheme is scoped to a single environment and cannot target a different `_environmentId`. ' +
      'Use credentials from the target environment, or authenticate with a session token.';
    const target = { _environmentId: ACME_PRODUCTION };
    expectRefusal(await apiKey(backend).post(V1, { ...NEW, ...target }), 'api2026', 403, text);
    expectRefusal(await apiKey(backend).put(`${V1}/${idOf('D')}`, target), 'api2026', 403, text);
    // Before any database read: an unknown id makes no difference.
    expectRefusal(await apiKey(backend).put(`${V1}/${UNKNOWN_ID}`, target), 'api2026', 403, text);
    expect(
      integration(await apiKey(backend).post(V1, { ...NEW, _environmentId: ACME_DEVELOPMENT }), 201),
    ).toBeDefined();
  });

  test('62. an API key may not touch another environment’s record, a session may', async () => {
    const backend = await startWith(inBoth);
    const path = `${V1}/${idOf('P')}`;
    const forbidden = (deed: string) =>
      `API key authentication is scoped to a single environment and cannot ${deed} an integration that belongs to a ` +
      "different environment. Use an API key from the integration's environment, or authenticate with a session token.";
    const key = apiKey(backend);
    expectRefusal(await key.put(path, { name: 'New' }), 'api2026', 403, forbidden('update'));
    expectRefusal(await key.post(`${path}/set-primary`), 'api2026', 403, forbidden('set as primary'));
    expectRefusal(await key.post(`${path}/auto-configure`), 'api2026', 403, forbidden('auto-configure'));
    expectRefusal(await key.delete(path), 'api2026', 403, forbidden('delete'));
    const user = session(backend);
    const replies = [await user.put(path, { name: 'New' }), await user.post(`${path}/set-primary`)];
    replies.push(await user.post(`${path}/auto-configure`), await user.delete(path));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test('63. an unknown environment, and one of another organization, are 404 to a session', async () => {
    const backend = await startWith(inBoth);
    for (const id of [UNKNOWN_ID, GLOBEX_DEVELOPMENT]) {
      const text = `Environment with id ${id} not found`;
      expectRefusal(await session(backend).post(V1, { ...NEW, _environmentId: id }), 'api2026', 404, text);
      expectRefusal(await session(backend).put(`${V1}/${idOf('D')}`, { _environmentId: id }), 'api2026', 404, text);
    }
  });

  test('§4.1: keyless and OAuth2 tokens reach their endpoints only', async () => {
    const seed = {
      ...demoSeed(),
      otherTokens: [
        { scheme: 'Keyless', token: 'keyless-demo', environmentId: ACME_DEVELOPMENT },
        { scheme: 'OAuth2', token: 'oauth2-demo', environmentId: ACME_DEVELOPMENT },
      ],
    } as const;
    const backend = await start({ seed });
    const keyless = client(backend, { authorization: 'Keyless keyless-demo' });
    const oauth2 = client(backend, { authorization: 'OAuth2 oauth2-demo' });
    const environmentsOf = (found: readonly Readonly<Record<string, unknown>>[]) =>
      new Set(found.map((one) => one._environmentId));
    expect(environmentsOf(integrations(await keyless.get(V1)))).toEqual(new Set([ACME_DEVELOPMENT]));
    expect(environmentsOf(integrations(await oauth2.get(V1)))).toEqual(new Set([ACME_DEVELOPMENT, ACME_PRODUCTION]));
    expectRefusal(await keyless.get(`${V1}/active`), 'api2026', 401, 'API endpoint not accessible');
    expectRefusal(await oauth2.post(V1, NEW), 'api2026', 401, 'API endpoint not accessible');
  });
});
