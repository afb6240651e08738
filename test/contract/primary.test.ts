import { describe, expect, test } from '@jest/globals';
import {
  ACME_DEVELOPMENT_KEY,
  ACME_PRODUCTION,
  ACME_PRODUCTION_KEY,
  GLOBEX_DEVELOPMENT,
} from '../../src/novu-double/seed/seed.ts';
import type { IntegrationSeed } from '../../src/novu-double/state/seed-types.ts';
import {
  apiKey,
  email,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  session,
  standing,
  start,
  startWith,
  UNKNOWN_ID,
  V1,
} from './support.ts';

const NEW = { providerId: 'sendgrid', channel: 'email', name: 'N', active: true, check: false };
const CONDITION = {
  isNegated: false,
  type: 'GROUP',
  value: 'AND',
  children: [{ field: 'plan', value: 'free', operator: 'EQUAL', on: 'payload' }],
};

/** Active email integrations by letter and priority, the one with `*` primary; 0 is inactive. */
function ranked(text: string): IntegrationSeed[] {
  return text.split(' ').map((entry) => {
    const priority = Number(entry[1]);
    return email(entry[0] ?? '', { priority, active: priority > 0, primary: entry.endsWith('*') });
  });
}

describe.each(GENERATIONS)('contract §8, primary and priority on %s', (generation) => {
  const startRanked = (text: string) => startWith(ranked(text), { generation });
  const put = async (backend: Awaited<ReturnType<typeof startRanked>>, letter: string, body: object) =>
    integration(await apiKey(backend).put(`${V1}/${idOf(letter)}`, { ...body, check: false }), 200);
  const setPrimary = (backend: Awaited<ReturnType<typeof startRanked>>, letter: string) =>
    apiKey(backend).post(`${V1}/${idOf(letter)}/set-primary`);
  const written = generation === 'api2024' ? 201 : 200;

  test('28. POST of the first active one is primary', async () => {
    const backend = await startWith([], { generation });
    expect(integration(await apiKey(backend).post(V1, NEW), 201)).toMatchObject({ primary: true, priority: 1 });
  });

  test('29. POST of an active one ranks just below the primary', async () => {
    const backend = await startRanked('P1*');
    integration(await apiKey(backend).post(V1, NEW), 201);
    expect(await standing(backend)).toBe('N1 P2*');
  });

  test('30. POST of an active one is primary where the top is not', async () => {
    const backend = await startRanked('A1');
    integration(await apiKey(backend).post(V1, NEW), 201);
    expect(await standing(backend)).toBe('A1 N2*');
  });

  test.each(['in_app', 'push', 'chat'])('31. POST of an active one for %s has no rank', async (channel) => {
    const backend = await startWith([], { generation });
    const created = integration(await apiKey(backend).post(V1, { ...NEW, channel }), 201);
    expect(created).toMatchObject({ active: true, primary: false, priority: 0 });
  });

  test('32. POST with conditions becomes primary all the same', async () => {
    const backend = await startWith([], { generation });
    const created = integration(await apiKey(backend).post(V1, { ...NEW, conditions: [CONDITION] }), 201);
    expect(created).toMatchObject({ primary: true, priority: 1, conditions: [CONDITION] });
  });

  test('33. PUT active never elects a primary', async () => {
    const backend = await startRanked('A0');
    expect(await put(backend, 'A', { active: true })).toMatchObject({ active: true, primary: false, priority: 1 });
  });

  test('34. PUT active ranks just below the primary', async () => {
    const backend = await startRanked('P3* A2 B1 C0');
    await put(backend, 'C', { active: true });
    expect(await standing(backend)).toBe('A2 B1 C3 P4*');
  });

  test('35. PUT active goes on top where there is no primary', async () => {
    const backend = await startRanked('A1 M0');
    await put(backend, 'M', { active: true });
    expect(await standing(backend)).toBe('A1 M2');
  });

  test('36. PUT inactive: the others close ranks under their primary', async () => {
    const backend = await startRanked('P3* A2 B1');
    await put(backend, 'A', { active: false });
    expect(await standing(backend)).toBe('A0- B1 P2*');
  });

  test('37. PUT inactive of the primary leaves no primary', async () => {
    const backend = await startRanked('P3* A2 B1');
    await put(backend, 'P', { active: false });
    expect(await standing(backend)).toBe('A2 B1 P0-');
  });

  test('38. PUT active as it is changes no rank', async () => {
    const backend = await startRanked('P5* A3 B0');
    for (const [letter, active] of [
      ['P', true],
      ['A', true],
      ['B', false],
    ] as const)
      await put(backend, letter, { active });
    expect(await standing(backend)).toBe('A3 B0- P5*');
  });

  test('39. PUT conditions on the primary demotes it', async () => {
    const backend = await startRanked('P5* A3');
    expect(await put(backend, 'P', { conditions: [CONDITION] })).toMatchObject({
      primary: false,
      active: true,
      conditions: [{ ...CONDITION, _id: expect.any(String), id: expect.any(String) }],
    });
    // Renumbered with the target on top; api2024 looks in the wrong environment and renumbers nothing.
    expect(await standing(backend)).toBe(generation === 'api2024' ? 'A3 P5' : 'A1 P2');
  });

  test('40. PUT conditions [] does not demote', async () => {
    const backend = await startRanked('P1*');
    expect(await put(backend, 'P', { conditions: [] })).toMatchObject({ primary: true, priority: 1 });
  });

  test('42. DELETE closes ranks', async () => {
    const backend = await startRanked('P3* A2 B2');
    await apiKey(backend).delete(`${V1}/${idOf('A')}`);
    expect(await standing(backend)).toBe('B1 P2*');
  });

  test('§3.5: DELETE of an inactive one changes no rank', async () => {
    const backend = await startRanked('P5* A3 B0');
    await apiKey(backend).delete(`${V1}/${idOf('B')}`);
    expect(await standing(backend)).toBe('A3 P5*');
  });

  test('43. DELETE of the primary leaves no primary', async () => {
    const backend = await startRanked('P5* A3');
    await apiKey(backend).delete(`${V1}/${idOf('P')}`);
    expect(await standing(backend)).toBe('A1');
  });

  test.each(['in_app', 'push', 'chat'] as const)('44. DELETE for %s touches no email rank', async (channel) => {
    const backend = await startWith([...ranked('P5* A3'), email('X', { channel, active: true })], { generation });
    await apiKey(backend).delete(`${V1}/${idOf('X')}`);
    expect(await standing(backend)).toBe('A3 P5*');
  });

  test('45. set-primary activates and clears conditions', async () => {
    const backend = await startWith([email('T', { conditions: [CONDITION] })], { generation });
    expect(integration(await setPrimary(backend, 'T'), written)).toMatchObject({
      active: true,
      primary: true,
      priority: 1,
      conditions: [],
    });
  });

  test('46. set-primary puts the target on top and leaves the former active', async () => {
    const backend = await startRanked('O2* A1 T0 I0');
    integration(await setPrimary(backend, 'T'), written);
    expect(await standing(backend)).toBe('A1 I0- O2 T3*');
  });

  test('47. set-primary of a primary changes nothing, even of an inactive one', async () => {
    const idle = email('T', { primary: true, active: false, conditions: [CONDITION] });
    const backend = await startWith([idle, email('A', { active: true, priority: 7 })], { generation });
    expect(integration(await setPrimary(backend, 'T'), written).conditions).toHaveLength(1);
    expect(await standing(backend)).toBe('A7 T0-*');
  });

  const channels =
    generation === 'api2024' ? (['in_app', 'push', 'chat'] as const) : (['in_app', 'push', 'chat', 'tool'] as const);
  test.each(channels)('48. set-primary for %s is refused', async (channel) => {
    const backend = await startWith([email('X', { channel })], { generation });
    expectRefusal(await setPrimary(backend, 'X'), generation, 400, `Channel ${channel} does not support primary`);
  });

  test('49. set-primary with a malformed id is refused', async () => {
    const backend = await startWith([], { generation });
    const { status, body } = await apiKey(backend).post(`${V1}/fakeIntegrationId/set-primary`);
    const text = 'integrationId must be a mongodb id';
    if (generation === 'api2024') expect({ status, body }).toMatchObject({ status: 400, body: { message: [text] } });
    else {
      const errors = { integrationId: { messages: [text], value: 'fakeIntegrationId' } };
      expect({ status, body }).toMatchObject({ status: 422, body: { message: 'Validation Error', errors } });
    }
  });

  test('50. set-primary of an unknown id is 404, of another organization’s too', async () => {
    const backend = await startWith([email('G', { environmentId: GLOBEX_DEVELOPMENT })], { generation });
    for (const id of [UNKNOWN_ID, idOf('G')]) {
      const reply = await apiKey(backend).post(`${V1}/${id}/set-primary`);
      expectRefusal(reply, generation, 404, `Integration with id ${id} not found`);
    }
  });

  test('51. set-primary in Production leaves Development alone', async () => {
    const production = ranked('Q1* T0').map((seed) => ({ ...seed, environmentId: ACME_PRODUCTION }));
    const backend = await startWith([...ranked('P5* A3'), ...production], { generation });
    integration(await apiKey(backend, ACME_PRODUCTION_KEY).post(`${V1}/${idOf('T')}/set-primary`), written);
    expect(await standing(backend)).toBe('A3 P5* Q1 T2*');
  });

  test('§3.5: email and sms have ranks of their own', async () => {
    const backend = await startWith([...ranked('P1*')], { generation });
    integration(await apiKey(backend).post(V1, { ...NEW, providerId: 'twilio', channel: 'sms' }), 201);
    expect(await standing(backend)).toBe('N1* P1*');
  });
});

describe('contract §8, set-primary on api2026', () => {
  test('78. set-primary answers 200 since September 2026, 201 before', async () => {
    const status = async (options: object) => {
      const backend = await start({ ...options });
      const target = backend.records().find(({ identifier }) => identifier === 'mailgun-fallback');
      const reply = await apiKey(backend, ACME_DEVELOPMENT_KEY).post(`${V1}/${target?._id}/set-primary`);
      expect(integration(reply, reply.status).primary).toBe(true);
      return reply.status;
    };
    expect(await status({})).toBe(200);
    expect(await status({ writeStatus: 201 })).toBe(201);
    expect(await status({ generation: 'api2024' })).toBe(201);
  });

  test('§3.4: the scope is the integration’s environment, not the caller’s', async () => {
    const production = ranked('Q1* T0').map((seed) => ({ ...seed, environmentId: ACME_PRODUCTION }));
    const backend = await startWith([...ranked('P5* A3'), ...production]);
    integration(await session(backend).post(`${V1}/${idOf('T')}/set-primary`, {}), 200);
    expect(await standing(backend)).toBe('A3 P5* Q1 T2*');
  });
});
