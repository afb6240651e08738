import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultEffect } from '../../../src/novu-double/faults/faults.ts';
import { DEV, stored } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { sendMutation } from '../../helpers/mutate.ts';
import { REFUSAL } from '../../helpers/refusal.ts';

/** Reads of Novu fail, its writes work, and the cache holds a list that may stand in for what cannot be read. */
let gateway: TestGateway;
// One for each test: so many failing reads would open the breaker, which refuses writes too.
beforeEach(async () => {
  gateway = await startGateway({ CACHE_TTL: '0s', CACHE_STALE_WHILE_REVALIDATE: '0s', CACHE_MEMORY_TTL: '0s' });
});
afterEach(() => gateway.stop());

const LIST = '{ integrations { totalCount } }';

async function failing(effect: FaultEffect): Promise<void> {
  await gateway.ask(callers.devKey, LIST);
  gateway.backend.faults.set([{ ...effect, method: 'GET', route: '/v1/integrations' }]);
  expect((await gateway.ask(callers.devKey, LIST)).extensions).toMatchObject({ cache: { status: 'STALE' } });
  gateway.calls();
}

const FAULTS: [FaultEffect, string][] = [
  [{ kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  [{ kind: 'html' }, 'UPSTREAM_CONTRACT'],
];
const sendgrid = { apiKey: 'k', from: 'f', senderName: 's' };

describe.each(FAULTS)('%j', (effect, code) => {
  test.each<[string, string, object]>([
    ['typed credentials of another provider', 'updateIntegration', { id: DEV.twilio, credentials: { sendgrid } }],
    ['typed credentials of its provider', 'updateIntegration', { id: DEV.sendgrid, credentials: { sendgrid } }],
    ['a successor', 'deleteIntegration', { id: DEV.sendgrid, successorId: DEV.mailgun }],
    ['an id of no form that is known', 'setPrimaryIntegration', { id: 'int-1' }],
    ['an id of no form that is known', 'deleteIntegration', { id: 'int-1' }],
  ])('%s: %s is not sent', async (_name, name, input) => {
    await failing(effect);
    const { data, errors } = await sendMutation(gateway, callers.devKey, name, input, REFUSAL);
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ path: [name], extensions: { code } }]);
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

test.each<[string, object]>([
  ['setPrimaryIntegration', { id: DEV.mailgun }],
  ['updateIntegration', { id: DEV.nodemailer, active: true }],
  ['updateIntegration', { id: DEV.nodemailer, credentialsPatch: { from: 'a@b.c' } }],
])('%s of a session that sees the credentials depends on them: it is not sent', async (name, input) => {
  await failing({ kind: 'status', status: 500 });
  const { data, errors } = await sendMutation(gateway, callers.session, name, input, REFUSAL);
  expect(data).toEqual({ [name]: null });
  expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
});

test('what depends on no list is sent, and no stale list is compared for its effects', async () => {
  await failing({ kind: 'status', status: 500 });
  const input = { id: DEV.sendgrid };
  const { data } = await sendMutation(gateway, callers.devKey, 'deleteIntegration', input, REFUSAL);
  expect(data.deleteIntegration).toEqual({ integration: { id: DEV.sendgrid }, changedIntegrations: null, errors: [] });
  expect(stored(gateway.backend, DEV.sendgrid).deleted).toBe(true);
});
