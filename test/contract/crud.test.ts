import { describe, expect, test } from '@jest/globals';
import { ACME_PRODUCTION, demoSeed } from '../../src/novu-double/seed/seed.ts';
import {
  apiKey,
  email,
  expectInvalid,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  integrations,
  listed,
  session,
  start,
  startWith,
  V1,
} from './support.ts';

const SENDGRID = { providerId: 'sendgrid', channel: 'email', check: false };

describe.each(GENERATIONS)('contract §8, create, update and delete on %s', (generation) => {
  test('1. POST sendgrid gets the defaults', async () => {
    const backend = await startWith([], { generation });
    const created = integration(await apiKey(backend).post(V1, SENDGRID), 201);
    const slug = generation === 'api2024' ? 'sendgrid' : 'send-grid';
    expect(created).toMatchObject({ name: 'SendGrid', active: false, primary: false, priority: 0, deleted: false });
    expect(created.identifier).toMatch(new RegExp(`^${slug}-[\\w-]{7,14}$`));
    expect(created).toMatchObject({ id: created._id, conditions: [], __v: 0 });
    expect(created._id).toMatch(/^[0-9a-f]{24}$/);
    expect(created.kind).toBe(generation === 'api2024' ? undefined : 'delivery');
  });

  test('2. POST of an unknown provider without a name is named after it', async () => {
    const backend = await startWith([], { generation });
    const created = integration(await apiKey(backend).post(V1, { ...SENDGRID, providerId: 'foo' }), 201);
    expect(created.name).toBe('Foo');
  });

  test('3. POST twice makes two records', async () => {
    const backend = await startWith([], { generation });
    const first = integration(await apiKey(backend).post(V1, SENDGRID), 201);
    const second = integration(await apiKey(backend).post(V1, SENDGRID), 201);
    const ids = integrations(await apiKey(backend).get(V1)).map(({ _id }) => _id);
    expect(ids.sort()).toEqual([first._id, second._id].sort());
    expect(first.identifier).not.toBe(second.identifier);
  });

  test('4. POST with an identifier that the environment has is refused', async () => {
    const backend = await startWith([email('X')], { generation });
    const reply = await apiKey(backend).post(V1, { ...SENDGRID, identifier: 'x' });
    expectRefusal(reply, generation, 409, 'Integration with identifier already exists');
    expect(backend.records()).toHaveLength(1);
  });

  test('5. POST with an identifier of another environment: refused on api2024, created on api2026', async () => {
    const backend = await startWith([email('X', { environmentId: ACME_PRODUCTION })], { generation });
    const reply = await apiKey(backend).post(V1, { ...SENDGRID, identifier: 'x' });
    if (generation === 'api2024') expectRefusal(reply, generation, 409, 'Integration with identifier already exists');
    else expect(integration(reply, 201).identifier).toBe('x');
  });

  test('6. PUT to an identifier that the organization has anywhere is refused', async () => {
    const backend = await startWith([email('X', { environmentId: ACME_PRODUCTION }), email('Y')], { generation });
    const reply = await apiKey(backend).put(`${V1}/${idOf('Y')}`, { identifier: 'x', check: false });
    expectRefusal(reply, generation, 409, 'Integration with identifier already exists');
  });

  test('7. PUT with its own identifier and a name is no conflict', async () => {
    const backend = await startWith([email('Y')], { generation });
    const reply = await apiKey(backend).put(`${V1}/${idOf('Y')}`, { identifier: 'y', name: 'New', check: false });
    expect(integration(reply, 200)).toMatchObject({ identifier: 'y', name: 'New' });
  });

  test('§3.6: DELETE in another environment answers what is left in the caller’s own', async () => {
    const there = { environmentId: ACME_PRODUCTION };
    const backend = await startWith([email('D'), email('P', there), email('Q', there)], { generation });
    const left = integrations(await session(backend).delete(`${V1}/${idOf('P')}`));
    expect(left.map(({ _id }) => _id)).toEqual([idOf('D')]);
  });

  test('§2.2: an environment id in upper case is the same environment', async () => {
    const target = 'ABCDEF'.padEnd(24, '0');
    const seed = demoSeed();
    const [first] = seed.environments;
    if (first === undefined) throw new Error('The demo data has no environment');
    const environments = [...seed.environments, { ...first, id: target.toLowerCase() }];
    const backend = await start({ generation, seed: { ...seed, environments } });
    const created = await session(backend).post(V1, { ...SENDGRID, _environmentId: target });
    expect(integration(created, 201)._environmentId).toBe(target.toLowerCase());
  });

  test('8. POST into another environment by a caller that may', async () => {
    const backend = await startWith([], { generation });
    const callers = generation === 'api2024' ? [session(backend), apiKey(backend)] : [session(backend)];
    for (const caller of callers) {
      const created = integration(await caller.post(V1, { ...SENDGRID, _environmentId: ACME_PRODUCTION }), 201);
      expect(created._environmentId).toBe(ACME_PRODUCTION);
    }
  });

  test('9. PUT _environmentId moves the record with its rank', async () => {
    const standing = { active: true, primary: true, priority: 4 };
    const backend = await startWith([email('P', standing), email('Q', { active: true, priority: 3 })], { generation });
    const body = { _environmentId: ACME_PRODUCTION, check: false };
    const moved = integration(await session(backend).put(`${V1}/${idOf('P')}`, body), 200);
    expect(moved).toMatchObject({ ...standing, _environmentId: ACME_PRODUCTION });
    expect(await listed(backend, idOf('Q'))).toMatchObject({ priority: 3, primary: false });
  });

  test.each([
    { check: false },
    { identifier: 'y', check: false },
    { name: '', check: false },
    { name: null, check: false },
  ])('10. PUT %j is refused: nothing to apply', async (body) => {
    const backend = await startWith([email('Y')], { generation });
    const reply = await apiKey(backend).put(`${V1}/${idOf('Y')}`, body);
    expectRefusal(reply, generation, 400, 'No properties found for update');
  });

  test('11. PUT of one field changes that field only', async () => {
    const backend = await startWith([email('Y', { active: true, priority: 2, credentials: { from: 'f' } })], {
      generation,
    });
    const before = await listed(backend, idOf('Y'));
    await apiKey(backend).put(`${V1}/${idOf('Y')}`, { name: 'New', check: false });
    const named = await listed(backend, idOf('Y'));
    expect(named).toEqual({ ...before, name: 'New', updatedAt: named.updatedAt });
    await apiKey(backend).put(`${V1}/${idOf('Y')}`, { identifier: 'new', check: false });
    const identified = await listed(backend, idOf('Y'));
    expect(identified).toEqual({ ...named, identifier: 'new', updatedAt: identified.updatedAt });
  });

  test('§2.1: update and set-primary move updatedAt, and createdAt stays', async () => {
    let now = Date.parse('2026-03-01T00:00:00.000Z');
    const backend = await start({ generation, seed: { ...demoSeed(), integrations: [] }, now: () => now });
    const created = integration(await apiKey(backend).post(V1, SENDGRID), 201);
    const path = `${V1}/${created._id}`;
    const times = async () => {
      const { createdAt, updatedAt } = await listed(backend, created._id);
      return [createdAt, updatedAt];
    };
    expect(await times()).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
    now += 1000;
    await apiKey(backend).put(path, { name: 'New', check: false });
    expect(await times()).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:01.000Z']);
    now += 1000;
    await apiKey(backend).post(`${path}/set-primary`);
    expect(await times()).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:02.000Z']);
  });

  test('12. PUT replaces credentials whole', async () => {
    const backend = await startWith([email('Y', { credentials: { apiKey: 'a', secretKey: 's' } })], { generation });
    const body = { credentials: { apiKey: 'n' }, check: false };
    integration(await apiKey(backend).put(`${V1}/${idOf('Y')}`, body), 200);
    expect((await listed(backend, idOf('Y'))).credentials).toEqual({ apiKey: 'n' });
  });

  test('13. POST drops credential keys that the schema does not know', async () => {
    const backend = await startWith([], { generation });
    const credentials = { apiKey: 'a', shoeSize: '44', appID: 'braze-app' };
    const { _id } = integration(await apiKey(backend).post(V1, { ...SENDGRID, credentials }), 201);
    const stored = generation === 'api2024' ? { apiKey: 'a' } : { apiKey: 'a', appID: 'braze-app' };
    expect((await listed(backend, _id)).credentials).toEqual(stored);
  });

  test('14. POST converts the text of some booleans and refuses that of others', async () => {
    const backend = await startWith([], { generation });
    const credentials = { secure: 'true', requireTls: 'false', ignoreTls: true, hmac: false };
    const { _id } = integration(await apiKey(backend).post(V1, { ...SENDGRID, credentials }), 201);
    expect((await listed(backend, _id)).credentials).toEqual({ ...credentials, secure: true, requireTls: false });
    const refused = await apiKey(backend).post(V1, { ...SENDGRID, credentials: { hmac: 'true', secure: 'yes' } });
    expectInvalid(refused, generation, [
      'credentials.secure must be a boolean value',
      'credentials.hmac must be a boolean value',
    ]);
  });

  test('15. tlsOptions come back as the object they were', async () => {
    const backend = await startWith([], { generation });
    const credentials = { host: 'smtp.acme.example', port: '25', tlsOptions: { rejectUnauthorized: false } };
    const body = { providerId: 'nodemailer', channel: 'email', check: false, credentials };
    const created = integration(await session(backend).post(V1, body), 201);
    expect(created.credentials).toEqual(credentials);
    expect((await listed(backend, created._id)).credentials).toEqual(credentials);
  });

  test('18. DELETE answers what the caller’s environment has left and keeps the record', async () => {
    const elsewhere = email('Z', { environmentId: ACME_PRODUCTION });
    const secret = { credentials: { apiKey: 'a', from: 'f' } };
    const backend = await startWith([email('X'), email('Y', secret), elsewhere], { generation });
    const left = integrations(await apiKey(backend).delete(`${V1}/${idOf('X')}`));
    expect(left.map(({ _id }) => _id)).toEqual([idOf('Y')]);
    // Stored form for every caller, in both generations (contract §3.6).
    expect(left[0]?.credentials).toEqual({
      apiKey: expect.stringMatching(/^nvsk\.[0-9a-f]{32}:[0-9a-f]+$/),
      from: 'f',
    });
    expect(backend.records().find(({ _id }) => _id === idOf('X'))).toMatchObject({
      deleted: true,
      deletedAt: expect.any(String),
    });
    const again = await apiKey(backend).delete(`${V1}/${idOf('X')}`);
    expectRefusal(again, generation, 404, `Entity with id ${idOf('X')} not found`);
  });

  test('19. a deleted identifier is free again', async () => {
    const backend = await startWith([email('X')], { generation });
    await apiKey(backend).delete(`${V1}/${idOf('X')}`);
    const created = integration(await apiKey(backend).post(V1, { ...SENDGRID, identifier: 'x' }), 201);
    expect(created.identifier).toBe('x');
    expect(created._id).not.toBe(idOf('X'));
  });
});
