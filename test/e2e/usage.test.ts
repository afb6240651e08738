import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { ACME_DEV, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';

/* What sessions alone may ask of their own environment (contract §3.8). */

const LIMITS = `{ email: integrationChannelLimit(channel: EMAIL) { limit count } sms: integrationChannelLimit(channel: SMS) { limit }
  tool: integrationChannelLimit(channel: TOOL) { limit count } again: integrationChannelLimit(channel: EMAIL) { limit } }`;
const STATUS = '{ integrationInAppStatus { active } also: integrationInAppStatus { active } }';

describe.each(['api2026', 'api2024'] as const)('on %s', (generation) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    const seed = demoSeed(generation);
    const environments = seed.environments.map((one) => ({ ...one, inboxConnected: one.id === ACME_DEV }));
    gateway = await startGateway({}, { generation, seed: { ...seed, environments } });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  test('the limits of demo providers, one call for each channel', async () => {
    const { data, errors } = await gateway.ask(callers.session, LIMITS);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      email: { limit: 300, count: 0 },
      sms: { limit: 20 },
      tool: { limit: 0, count: 0 },
      again: { limit: 300 },
    });
    expect(gateway.calls().sort()).toEqual(
      ['email', 'sms', 'tool'].map((channel) => `GET /v1/integrations/${channel}/limit`),
    );
  });

  test('whether the inbox of the own environment is connected, as it is now', async () => {
    for (const [environment, active] of [
      [ACME_DEV, true],
      ['65a000000000000000000002', false],
      [ACME_DEV, true],
    ] as const) {
      const { data } = await gateway.ask({ ...callers.session, 'novu-environment-id': environment }, STATUS);
      expect(data).toEqual({ integrationInAppStatus: { active }, also: { active } });
    }
    expect(gateway.calls()).toEqual(Array(3).fill('GET /v1/integrations/in-app/status'));
  });

  test('any other caller is refused before Novu is asked, and keeps what it is shown', async () => {
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    gateway.calls();
    for (const document of [LIMITS, STATUS]) {
      const { data, errors } = await gateway.ask(callers.devKey, document);
      expect(Object.values(data)).toEqual(Object.values(data).map(() => null));
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    }
    await gateway.ask(callers.devKey, '{ integrations { totalCount } }');
    expect(gateway.calls()).toEqual([]);
  });

  test.each([
    [{ data: { limit: '300', count: 0 } }, 'integrationChannelLimit(channel: EMAIL) { limit }'],
    [{ data: { limit: 300, count: -1 } }, 'integrationChannelLimit(channel: EMAIL) { limit }'],
    [{ data: [] }, 'integrationInAppStatus { active }'],
    [{ data: { active: 'yes' } }, 'integrationInAppStatus { active }'],
  ])('an answer %j is not believed', async (answer, field) => {
    gateway.backend.faults.set([{ kind: 'rewrite', rewrite: () => answer }]);
    const { errors } = await gateway.ask(callers.session, `{ ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_CONTRACT' } }]);
  });

  test('a channel that is not known is refused', async () => {
    const { errors } = await gateway.ask(callers.session, '{ integrationChannelLimit(channel: UNKNOWN) { limit } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
