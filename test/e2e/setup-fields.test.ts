import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEV, fresh } from '../helpers/demo-data.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { rewriteRow } from '../helpers/rewrite-row.ts';

/** `connected` and `provisioning`, which newer servers have in a row (contract §11). */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const FIELDS = 'connected provisioning { status startedAt completedAt errorMessage teamsAppCatalogId }';
const read = async (caller: Headers) =>
  (await gateway.ask(caller, `{ integration(by: { id: "${DEV.slack}" }) { ${FIELDS} } }`)).data.integration;

const provisioning = {
  status: 'failed',
  startedAt: '2026-08-07T10:00:00Z',
  completedAt: '2026-08-07T10:00:05.250Z',
  errorMessage: 'The subscription of tenant t-1 is disabled',
  teamsAppCatalogId: 'app-1',
};
const shown = {
  ...provisioning,
  startedAt: '2026-08-07T10:00:00.000Z',
};

test('are null where a server does not have them', async () => {
  expect(await read(fresh(callers.session))).toEqual({ connected: null, provisioning: null });
});

test.each<[string, Headers, object]>([
  ['a session', callers.session, shown],
  ['an API key', callers.devKey, { ...shown, errorMessage: null, teamsAppCatalogId: null }],
])('are shown to %s, without what can be secret to those who see no credentials', async (_name, caller, expected) => {
  const change = (row: object) => ({ ...row, connected: true, provisioning });
  gateway.backend.faults.add(rewriteRow('/v1/integrations', DEV.slack, change));
  expect(await read(fresh(caller))).toEqual({ connected: true, provisioning: expected });
});

test('are kept in the cache without what can be secret', async () => {
  const change = (row: object) => ({
    ...row,
    connected: false,
    provisioning: { status: 'pending', errorMessage: 'x' },
  });
  gateway.backend.faults.add(rewriteRow('/v1/integrations', DEV.slack, change));
  await gateway.ask(fresh(callers.devKey), '{ integrations { totalCount } }');
  gateway.calls();
  expect(await read(callers.devKey)).toMatchObject({
    connected: false,
    provisioning: { status: 'pending', errorMessage: null },
  });
  expect(gateway.calls()).toEqual([]);
});
