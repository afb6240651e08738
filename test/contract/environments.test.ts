import { describe, expect, test } from '@jest/globals';
import {
  ACME,
  ACME_DEVELOPMENT,
  ACME_DEVELOPMENT_KEY,
  ACME_PRODUCTION,
  ACME_PRODUCTION_KEY,
  ACME_SESSION,
  demoSeed,
  GLOBEX,
} from '../../src/novu-double/seed/seed.ts';
import { apiKey, expectRefusal, GENERATIONS, session, start } from './support.ts';

describe.each(GENERATIONS)('contract §1.2, environments on %s', (generation) => {
  test('me is the caller’s environment, without its keys', async () => {
    const backend = await start({ generation });
    const mine = { _id: ACME_PRODUCTION, name: 'Production', _organizationId: ACME, _parentId: ACME_DEVELOPMENT };
    for (const caller of [apiKey(backend, ACME_PRODUCTION_KEY), session(backend, ACME_PRODUCTION, ACME_SESSION)]) {
      const { body, status } = await caller.get('/v1/environments/me');
      expect({ status, ...body }).toMatchObject({ status: 200, data: mine });
      expect(body.data).not.toHaveProperty('apiKeys');
    }
  });

  test('the list shows an API key its own key only, and a session all', async () => {
    const backend = await start({ generation });
    const keys = async (caller: ReturnType<typeof apiKey>) => {
      const list = (await caller.get('/v1/environments')).body.data as {
        _organizationId: string;
        apiKeys: { key: string }[];
      }[];
      expect(list.map((environment) => environment._organizationId)).not.toContain(GLOBEX);
      return list.map(({ apiKeys }) => apiKeys.map(({ key }) => key));
    };
    expect(await keys(apiKey(backend))).toEqual([[ACME_DEVELOPMENT_KEY], []]);
    expect(await keys(session(backend))).toEqual([[ACME_DEVELOPMENT_KEY], [ACME_PRODUCTION_KEY]]);
  });

  test('the type of an environment is known to api2026 only', async () => {
    const backend = await start({ generation });
    const { data } = (await session(backend, ACME_PRODUCTION).get('/v1/environments/me')).body;
    expect((data as { type?: string }).type).toBe(generation === 'api2024' ? undefined : 'prod');
  });

  test('§1.2: an organization without environments has none to list', async () => {
    const seed = { ...demoSeed(), environments: [], integrations: [] };
    const backend = await start({ generation, seed });
    const reply = await session(backend).get('/v1/environments');
    // api2026 does not know the session's environment then (R26).
    if (generation === 'api2026') expectRefusal(reply, generation, 401, 'Cannot find environment');
    else expectRefusal(reply, generation, 404, `No environments were found for organization ${ACME}`);
  });
});
