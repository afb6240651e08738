import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DEV, NOBODY, stored } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { error, refusal } from '../../helpers/refusal.ts';
import { rewriteRow } from '../../helpers/rewrite-row.ts';

/** `successorId` of deleteIntegration. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({}, { idempotency: true });
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const remove = (input: object, caller: Readonly<Record<string, string>> = callers.session) =>
  mutate(gateway, caller, 'deleteIntegration', input, 'integration { id } errors { code path }');
const writes = () => gateway.backend.requests.filter(({ method }) => method !== 'GET');

test('nothing is promoted where the deleted integration was not primary', async () => {
  const payload = await remove({ id: DEV.mailgun, successorId: DEV.nodemailer });
  expect(payload).toEqual({ integration: { id: DEV.mailgun }, errors: [] });
  expect(writes().map(({ method }) => method)).toEqual(['DELETE']);
  expect(stored(gateway.backend, DEV.sendgrid).primary).toBe(true);
  expect(stored(gateway.backend, DEV.nodemailer)).toMatchObject({ primary: false, active: false });
});

test('a channel that has no primary has no successor either', async () => {
  const input = { id: DEV.slack, successorId: DEV.telegram };
  expect(await refusal(gateway, callers.session, 'deleteIntegration', input)).toMatchObject([
    error('INVALID_INPUT', 'successorId'),
  ]);
});

test.each(['', ' ', NOBODY, 'no-id'])(
  'a successor %j, which is no integration, is not found, and nothing is deleted',
  async (successorId) => {
    for (const caller of [callers.session, callers.devKey]) {
      expect(await refusal(gateway, caller, 'deleteIntegration', { id: DEV.sendgrid, successorId })).toMatchObject([
        error('INTEGRATION_NOT_FOUND', 'successorId'),
      ]);
    }
    expect(writes()).toEqual([]);
  },
);

test('a successor that is deleted, as some servers list it, is not found', async () => {
  gateway.backend.faults.add(rewriteRow('/v1/integrations', DEV.mailgun, (row) => ({ ...row, deleted: true })));
  const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
  expect(await refusal(gateway, callers.session, 'deleteIntegration', input)).toMatchObject([
    error('INTEGRATION_NOT_FOUND', 'successorId'),
  ]);
  expect(writes()).toEqual([]);
});

test('an integration that is not there is not found, whatever its successor', async () => {
  const input = { id: NOBODY, successorId: DEV.mailgun };
  expect(await refusal(gateway, callers.session, 'deleteIntegration', input)).toMatchObject([
    error('INTEGRATION_NOT_FOUND', 'id'),
  ]);
  expect(writes()).toEqual([]);
});

test('a repeated delete finishes what an earlier one left: the channel gets its primary', async () => {
  const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
  gateway.backend.faults.set([{ kind: 'reset', when: 'before', method: 'POST' }]);
  expect((await remove(input)).errors).toEqual([error('OUTCOME_UNKNOWN', 'successorId')]);
  expect(stored(gateway.backend, DEV.mailgun).primary).toBe(false);
  gateway.backend.faults.clear();
  expect(await remove(input)).toEqual({ integration: null, errors: [] });
  expect(stored(gateway.backend, DEV.mailgun).primary).toBe(true);
  expect(writes().filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  expect((await remove(input)).errors).toEqual([error('INTEGRATION_NOT_FOUND', 'id')]);
});

test.each(['DELETE', 'POST'])('a lost answer to its %s is found by reading', async (method) => {
  gateway.backend.faults.set([{ kind: 'reset', when: 'after', method, times: 1 }]);
  expect(await remove({ id: DEV.sendgrid, successorId: DEV.mailgun })).toEqual({
    integration: { id: DEV.sendgrid },
    errors: [],
  });
  expect([stored(gateway.backend, DEV.sendgrid).deleted, stored(gateway.backend, DEV.mailgun).primary]).toEqual([
    true,
    true,
  ]);
  expect(writes()).toHaveLength(2);
});

test('a successor that is gone by the time of its promotion is not found, beside a delete that is done', async () => {
  // The list before the delete has a row that is not there any more.
  gateway.backend.faults.add(
    rewriteRow('/v1/integrations', DEV.mailgun, (row) => ({ ...row, _id: NOBODY, id: NOBODY })),
  );
  expect(await remove({ id: DEV.sendgrid, successorId: NOBODY })).toEqual({
    integration: { id: DEV.sendgrid },
    errors: [error('INTEGRATION_NOT_FOUND', 'successorId')],
  });
  expect(stored(gateway.backend, DEV.sendgrid).deleted).toBe(true);
});

test('a keyed delete that is repeated is replayed, its promotion with it', async () => {
  const caller = { ...callers.session, 'idempotency-key': 'delete and promote' };
  const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
  expect((await remove(input, caller)).errors).toEqual([]);
  expect(await remove(input, caller)).toEqual({ integration: null, errors: [] });
  expect(writes()).toHaveLength(2);
});
