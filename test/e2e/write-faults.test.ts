import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { sendMutation } from '../helpers/mutate.ts';
import { all, claimOf, claims, onWrites, UNKNOWN, WRITES, withoutId } from '../helpers/write-claims.ts';

describe('with time enough', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ UPSTREAM_MAX_BODY: '64KiB' });
    await gateway.ask(callers.session, '{ integrations { totalCount } }');
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  test('all run where nothing is wrong', async () => {
    expect(await claims(gateway, [])).toEqual(all('done'));
  });

  /** What is lost or unreadable at both moments. */
  const LOST: readonly FaultEffect[] = [
    { kind: 'status', status: 502 },
    { kind: 'status', status: 504 },
    { kind: 'reset' },
    { kind: 'html' },
    { kind: 'invalidJson' },
  ];
  const at = (when: 'before' | 'after') => LOST.map((effect) => ({ ...effect, when }) as FaultEffect);
  const writesSent = () => gateway.calls().filter((call) => !call.startsWith('GET'));

  test.each<FaultEffect>([
    ...at('after'),
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'status', status: 503, when: 'after' },
    { kind: 'halfBody' },
    { kind: 'oversizedBody', bytes: 100_000 },
    { kind: 'rewrite', rewrite: () => null },
    { kind: 'rewrite', rewrite: () => ({ data: { message: 'queued' } }) },
  ])('%j: what has run is found by reading, and none is sent again that a list can show', async (effect) => {
    const got = await claims(gateway, onWrites(effect));
    expect(got.slice(0, -1)).toEqual(all('done').slice(0, -1));
    // Any object is an answer to the last one, which no list shows.
    const isReadable = effect.kind === 'rewrite' && effect.rewrite(null) !== null;
    expect(got.at(-1)).toBe(isReadable ? 'done' : 'unknown');
    expect(writesSent()).toHaveLength(isReadable ? 7 : 8);
  });

  test.each(at('before'))(
    '%j: PUT, DELETE, set-primary and configure-webhook are sent once more, the others are unknown',
    async (effect) => {
      const once = WRITES.map(({ method, route }) => ({ ...effect, method, route, times: 1 }));
      expect(await claims(gateway, once)).toEqual(['unknown', 'done', 'done', 'done', 'unknown', 'unknown', 'done']);
      expect(writesSent()).toHaveLength(11);
    },
  );

  test.each(at('before'))('%j, each time: the outcome is unknown, and none is sent a third time', async (effect) => {
    expect(await claims(gateway, onWrites(effect))).toEqual(all('unknown'));
    expect(writesSent()).toHaveLength(11);
  });

  test.each([500, 503] as const)('%d of Novu itself, and nothing to be seen: it has not run', async (status) => {
    const failed = 'failed: UPSTREAM_UNAVAILABLE';
    const got = await claims(gateway, onWrites({ kind: 'status', status, when: 'before' }));
    // What was done at the provider does not show.
    expect(got).toEqual([failed, failed, failed, failed, 'unknown', failed, 'unknown']);
  });

  test('a setting that Novu fails to cast is known not to be made, since a list would show it', async () => {
    const inboxCount = { id: DEV.mailgun, configurations: { other: { inboxCount: 'many' } } };
    const answer = await sendMutation(gateway, callers.session, 'updateIntegration', inboxCount, UNKNOWN);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(stored(gateway.backend, DEV.mailgun).configurations).toBeUndefined();
  });

  test('a list that cannot be read either: unknown, and the error says what to ask', async () => {
    gateway.backend.faults.set([
      { kind: 'reset', when: 'after', method: 'POST', times: 1 },
      { kind: 'reset', when: 'after', method: 'PUT', times: 1 },
      { kind: 'status', status: 500, method: 'GET' },
    ]);
    const created = await sendMutation(gateway, callers.session, 'createIntegration', WRITES[0]?.input ?? {}, UNKNOWN);
    const updated = await sendMutation(gateway, callers.session, 'updateIntegration', WRITES[1]?.input ?? {}, UNKNOWN);
    gateway.backend.faults.clear();
    const [byName] = created.data.createIntegration.errors;
    expect(byName).toMatchObject({ code: 'OUTCOME_UNKNOWN', id: null, identifier: expect.stringMatching(/^spoilt-/) });
    const found = await gateway.ask(fresh(callers.session), byName.query);
    expect(found.data.integration).toMatchObject({ identifier: byName.identifier, name: 'Spoilt' });
    const [byId] = updated.data.updateIntegration.errors;
    expect(byId).toMatchObject({ code: 'OUTCOME_UNKNOWN', id: DEV.slack, identifier: null });
    expect((await gateway.ask(fresh(callers.session), byId.query)).data.integration.name).toBe('Spoilt too');
  });

  test('a create with a key that Novu refuses as taken, and no list to be read: unknown until one can be', async () => {
    const keyed = { ...callers.session, 'idempotency-key': 'taken by itself' };
    const send = () =>
      sendMutation(gateway, keyed, 'createIntegration', WRITES[0]?.input ?? {}, 'integration { id } errors { code }');
    gateway.backend.faults.set([
      { kind: 'reset', when: 'after', method: 'POST', times: 1 },
      { kind: 'status', status: 500, method: 'GET' },
    ]);
    for (const attempt of ['lost', 'refused']) {
      const { data } = await send();
      expect([attempt, data.createIntegration.errors]).toEqual([attempt, [{ code: 'OUTCOME_UNKNOWN' }]]);
    }
    expect(writesSent()).toHaveLength(2);
    gateway.backend.faults.clear();
    const { data } = await send();
    const row = gateway.backend.records().find(({ name }) => name === 'Spoilt');
    expect(data.createIntegration).toEqual({ integration: { id: row?._id }, errors: [] });
    expect(writesSent()).toEqual([]);
  });

  test('an identifier that was taken before is no proof of a create whose answer was lost', async () => {
    gateway.backend.faults.set([{ kind: 'reset', when: 'after', method: 'POST' }]);
    const input = { providerId: 'slack', identifier: stored(gateway.backend, DEV.slack).identifier };
    const { data } = await sendMutation(
      gateway,
      callers.session,
      'createIntegration',
      input,
      'integration { id } errors { code }',
    );
    expect(data.createIntegration).toEqual({ integration: null, errors: [{ code: 'IDENTIFIER_TAKEN' }] });
  });

  test('a row that was never seen is not deleted by being absent', async () => {
    gateway.backend.faults.set([{ kind: 'reset', when: 'after', method: 'DELETE' }]);
    const input = { id: 'ffffffffffffffffffffffff' };
    const { data } = await sendMutation(gateway, callers.session, 'deleteIntegration', input, 'errors { code }');
    expect(data.deleteIntegration.errors).toEqual([{ code: 'OUTCOME_UNKNOWN' }]);
  });

  test.each<FaultEffect>([
    { kind: 'reset', when: 'after' },
    { kind: 'status', status: 502, when: 'after' },
  ])('%j: the next read sees what has been written', async (effect) => {
    await gateway.ask(callers.session, '{ integrations { totalCount } }');
    await claims(gateway, onWrites(effect));
    const query = `{ slack: integration(by: { id: "${DEV.slack}" }) { name } fcm: integration(by: { id: "${DEV.fcm}" }) { id }
      created: integrations(filter: { search: "Spoilt" }) { totalCount } primaryIntegration(channel: EMAIL) { id } }`;
    expect((await gateway.ask(callers.session, query)).data).toEqual({
      slack: { name: 'Spoilt too' },
      fcm: null,
      created: { totalCount: 2 },
      primaryIntegration: { id: DEV.nodemailer },
    });
  });

  test.each<FaultEffect>([{ kind: 'extraFields' }, { kind: 'unknownProvider' }, { kind: 'unknownEnum' }])(
    '%j does not matter',
    async (effect) => {
      expect(await claims(gateway, onWrites(effect))).toEqual(all('done'));
    },
  );

  test('a row without a field that is needed is no readable answer: the list shows what was written', async () => {
    const [create, update, promote] = await claims(gateway, onWrites({ kind: 'missingField', field: 'providerId' }));
    expect([create, update, promote]).toEqual(['done', 'done', 'done']);
    gateway.backend.reset();
    const unnamed = await claims(gateway, onWrites({ kind: 'rewrite', rewrite: withoutId }));
    expect(unnamed.slice(0, 3)).toEqual(['done', 'done', 'done']);
    gateway.backend.reset();
    expect(await claims(gateway, onWrites({ kind: 'missingField', field: 'priority' }))).toEqual(all('done'));
  });

  test('too many requests: none has run, and when to come back is told', async () => {
    expect(await claims(gateway, onWrites({ kind: 'tooManyRequests', retryAfterSeconds: 7 }), callers.devKey)).toEqual(
      all('failed: RATE_LIMITED'),
    );
  });

  test('effects that cannot be read are null beside a write that is done', async () => {
    gateway.backend.faults.set([{ kind: 'status', status: 500, method: 'GET' }]);
    // A copy and a session's set-primary depend on a read, so they are not sent (test/graphql/mutations/stale.test.ts).
    const depend = ['setPrimaryIntegration', 'copyIntegration'];
    for (const { name, input, done = () => true } of WRITES.filter((write) => !depend.includes(write.name))) {
      const answer = await sendMutation(
        gateway,
        callers.session,
        name,
        input,
        'changedIntegrations { id } integration { id } errors { code }',
      );
      expect([name, claimOf(answer, name), done(gateway)]).toEqual([name, 'done', true]);
      expect(answer.data[name].changedIntegrations).toBeNull();
    }
  });

  test('a successor that could not be promoted is told beside a delete that is done', async () => {
    const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
    for (const [effect, code] of [
      [{ kind: 'reset', when: 'before' }, 'OUTCOME_UNKNOWN'],
      [{ kind: 'tooManyRequests' }, 'BUSINESS_RULE'],
    ] as const) {
      gateway.backend.reset();
      gateway.backend.faults.set([{ ...effect, method: 'POST' }]);
      const { data } = await sendMutation(
        gateway,
        fresh(callers.session),
        'deleteIntegration',
        input,
        'integration { id } errors { code path }',
      );
      expect(data.deleteIntegration).toEqual({
        integration: { id: DEV.sendgrid },
        errors: [{ code, path: ['input', 'successorId'] }],
      });
      expect(stored(gateway.backend, DEV.sendgrid).deleted).toBe(true);
    }
  });
});
