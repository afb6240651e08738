import { describe, expect, test } from '@jest/globals';
import { GLOBEX_DEVELOPMENT, GLOBEX_SESSION } from '../../src/novu-double/seed/seed.ts';
import {
  apiKey,
  email,
  expectInvalid,
  expectRefusal,
  GENERATIONS,
  idOf,
  integrations,
  session,
  startWith,
  UNKNOWN_ID,
  V1,
} from './support.ts';

const SENDGRID = { providerId: 'sendgrid', channel: 'email', check: false };

describe.each(GENERATIONS)('contract §8, what is refused of create, update and delete on %s', (generation) => {
  test('16. PUT of an unknown id is 404, of another organization’s too', async () => {
    const backend = await startWith([email('Y', { environmentId: GLOBEX_DEVELOPMENT })], { generation });
    for (const id of [UNKNOWN_ID, idOf('Y')]) {
      const reply = await apiKey(backend).put(`${V1}/${id}`, { name: 'New', check: false });
      expectRefusal(reply, generation, 404, `Entity with id ${id} not found`);
    }
  });

  test('17. DELETE of an unknown id is 404, of another organization’s too', async () => {
    const backend = await startWith([email('Y')], { generation });
    const globex = session(backend, GLOBEX_DEVELOPMENT, GLOBEX_SESSION);
    expectRefusal(
      await apiKey(backend).delete(`${V1}/${UNKNOWN_ID}`),
      generation,
      404,
      `Entity with id ${UNKNOWN_ID} not found`,
    );
    expectRefusal(await globex.delete(`${V1}/${idOf('Y')}`), generation, 404, `Entity with id ${idOf('Y')} not found`);
    expect(integrations(await apiKey(backend).get(V1))).toHaveLength(1);
  });

  test('20. POST with active as a word is refused', async () => {
    const backend = await startWith([], { generation });
    const reply = await apiKey(backend).post(V1, { ...SENDGRID, active: 'yes' });
    expectInvalid(reply, generation, ['active must be a boolean value']);
  });

  test('21. POST {} names everything that is missing', async () => {
    const backend = await startWith([], { generation });
    const reply = await apiKey(backend).post(V1, {});
    const provider = ['providerId should not be null or undefined', 'providerId must be a string'];
    const channel = [
      'channel should not be null or undefined',
      'channel must be one of the following values: in_app, email, sms, chat, push',
    ];
    expectInvalid(reply, generation, generation === 'api2024' ? [...provider, ...channel] : provider);
  });

  test.each([
    ['fakeIntegrationId', 500],
    // Twelve bytes are an ObjectId to Mongo.
    ['twelve bytes', 404],
    ['zwölf Bytes', 404],
  ])('22. PUT and DELETE with the malformed id %s (R, R26)', async (id, status2024) => {
    const backend = await startWith([], { generation });
    const path = `${V1}/${encodeURIComponent(id)}`;
    const replies = [
      await apiKey(backend).put(path, { name: 'New', check: false }),
      await apiKey(backend).delete(path),
    ];
    expect(replies.map(({ status }) => status)).toEqual(Array(2).fill(generation === 'api2024' ? status2024 : 422));
    if (generation === 'api2024') return;
    const messages = ['integrationId must be a mongodb id'];
    for (const { body } of replies) expect(body).toMatchObject({ errors: { integrationId: { messages } } });
  });
});
