import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACME_DEV, ACME_PROD, callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { comparable, PIPELINE } from '../../helpers/pipeline.ts';
import { countWays } from '../../helpers/ways.ts';

/** Both see the whole organization, and act in different environments. */
const inDev = callers.session;
const inProd = { ...callers.session, 'novu-environment-id': ACME_PROD };

let gateway: TestGateway;
/** The same, of which the pipeline is asked. */
let plain: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' });
  plain = await startGateway();
});
afterAll(async () => {
  await gateway.stop();
  await plain.stop();
});

const ways = countWays();

async function expectSame(caller: Headers, query: string): Promise<void> {
  const { text } = await plain.ask({ ...caller, ...PIPELINE }, query);
  expect(comparable((await gateway.ask(caller, query)).text)).toBe(comparable(text));
}

test('a caller who comes the first time gets the answer of others who see the same list, once Novu has sent it', async () => {
  const query = '{ integrations(first: 50) { nodes { id name primary } } }';
  for (let time = 0; time < 4; time++) await gateway.ask(inDev, query);
  expect(ways.count('response-cache')).toBeGreaterThan(0);
  gateway.calls();
  await expectSame(inProd, query);
  expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  ways.clear();
  await expectSame(inProd, query);
  expect(ways.count('response-cache')).toBe(1);
});

test('who asks makes a difference where the own environment is the default', async () => {
  const query = '{ primaryIntegration(channel: EMAIL) { id name } }';
  for (let time = 0; time < 4; time++) await gateway.ask(inDev, query);
  ways.clear();
  const ofDev = await gateway.ask(inDev, query);
  expect(ways.count('response-cache')).toBe(1);
  expect((await gateway.ask(inProd, query)).text).not.toBe(ofDev.text);
  for (let time = 0; time < 4; time++) await expectSame(inProd, query);
  await expectSame(inDev, query);
});

test('a key that may not ask about an environment is refused, also when a session was answered', async () => {
  const query = `{ integrations(filter: { environmentIds: ["${'65a0000000000000000000ff'}"] }) { totalCount } }`;
  ways.clear();
  for (let time = 0; time < 4; time++) await gateway.ask(inDev, query);
  expect(ways.count('response-cache')).toBeGreaterThan(0);
  for (let time = 0; time < 2; time++) await expectSame(callers.prodKey, query);
});

test('keys of two environments see one list where a key sees the whole organization, and each gets its own', async () => {
  const older = await startGateway({ CACHE_TTL: '1h', CACHE_MEMORY_TTL: '1h' }, { generation: 'api2024' });
  try {
    const query = '{ primaryIntegration(channel: EMAIL) { environment { id } } }';
    const environmentOf = async (caller: Headers) =>
      (await older.ask(caller, query)).data.primaryIntegration.environment.id;
    ways.clear();
    for (let time = 0; time < 4; time++) expect(await environmentOf(callers.devKey)).toBe(ACME_DEV);
    expect(ways.count('response-cache')).toBeGreaterThan(0);
    for (let time = 0; time < 4; time++) expect(await environmentOf(callers.prodKey)).toBe(ACME_PROD);
    expect(await environmentOf(callers.devKey)).toBe(ACME_DEV);
  } finally {
    await older.stop();
  }
});
