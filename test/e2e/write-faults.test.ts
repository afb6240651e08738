import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault, FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { ACME_PROD, type Answer, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { sendMutation } from '../helpers/mutate.ts';

interface Write {
  readonly name: string;
  readonly method: string;
  /** Path template. */
  readonly route: string;
  readonly input: object;
  /** Has it run? Absent: nothing shows it. */
  readonly done?: (gateway: TestGateway) => boolean;
}

/** The mutations that change integrations, none of which touches what another one is judged by: they can run at once. */
const WRITES: readonly Write[] = [
  {
    name: 'createIntegration',
    method: 'POST',
    route: '/v1/integrations',
    input: { providerId: 'discord', name: 'Spoilt' },
    done: ({ backend }) => backend.records().some(({ name }) => name === 'Spoilt'),
  },
  {
    name: 'updateIntegration',
    method: 'PUT',
    route: '/v1/integrations/{integrationId}',
    input: { id: DEV.slack, name: 'Spoilt too' },
    done: ({ backend }) => stored(backend, DEV.slack).name === 'Spoilt too',
  },
  {
    name: 'setPrimaryIntegration',
    method: 'POST',
    route: '/v1/integrations/{integrationId}/set-primary',
    input: { id: DEV.nodemailer },
    done: ({ backend }) => stored(backend, DEV.nodemailer).primary,
  },
  {
    name: 'deleteIntegration',
    method: 'DELETE',
    route: '/v1/integrations/{integrationId}',
    input: { id: DEV.fcm },
    done: ({ backend }) => stored(backend, DEV.fcm).deleted,
  },
  {
    name: 'autoConfigureIntegration',
    method: 'POST',
    route: '/v1/integrations/{integrationId}/auto-configure',
    input: { id: DEV.mailgun },
    done: ({ backend }) => stored(backend, DEV.mailgun).configurations !== undefined,
  },
  {
    name: 'copyIntegration',
    method: 'POST',
    route: '/v1/integrations',
    input: { id: DEV.twilio, environmentId: ACME_PROD, identifier: 'copied', credentials: 'NONE' },
    done: ({ backend }) => backend.records().some(({ identifier }) => identifier === 'copied'),
  },
  {
    name: 'configureIntegrationWebhook',
    method: 'POST',
    route: '/v1/integrations/{integrationIdentifier}/webhook/configure',
    input: { identifier: 'telegram-bot' },
  },
];

/** Those that need no list before they are sent, and hold no more than one integration. */
const SIMPLE = WRITES.slice(0, 5);

const UNKNOWN = 'integration { id } errors { code ... on IntegrationOutcomeUnknownError { id identifier query } }';

type Claim = 'done' | 'refused' | 'unknown' | `failed: ${string}`;

/** What an answer says of the write. */
function claimOf({ data, errors }: Answer, name: string): Claim {
  if (errors) return `failed: ${String(errors[0]?.extensions.code)}`;
  const codes: string[] = data[name].errors.map(({ code }: { code: string }) => code);
  if (codes.includes('OUTCOME_UNKNOWN')) return 'unknown';
  return codes.length === 0 ? 'done' : 'refused';
}

const onWrites = (effect: FaultEffect): Fault[] => ['POST', 'PUT', 'DELETE'].map((method) => ({ ...effect, method }));

/** Sends all of them under a fault; each claim is checked against what is stored. */
async function claims(
  gateway: TestGateway,
  faults: readonly Fault[],
  caller: Readonly<Record<string, string>> = callers.session,
  sent = WRITES,
) {
  gateway.backend.faults.set(faults);
  const answers = await Promise.all(
    sent.map(({ name, input }) =>
      sendMutation(
        gateway,
        caller,
        name,
        input,
        '__typename integration { id } errors { __typename code message path }',
      ),
    ),
  );
  gateway.backend.faults.clear();
  return sent.map(({ name, done }, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error('One answer for each write');
    const claim = claimOf(answer, name);
    expect(answer.text).not.toMatch(
      /Bad Gateway|Service Unavailable|Internal server error, contact|errorId|127\.0\.0\.1|Sign in|ECONN|undici/i,
    );
    if (done && claim === 'done') expect([name, done(gateway)]).toEqual([name, true]);
    if (done && (claim === 'refused' || claim.startsWith('failed'))) {
      expect([name, done(gateway)]).toEqual([name, false]);
    }
    if (claim === 'unknown')
      expect(answer.data[name]).toMatchObject({
        integration: null,
        errors: [{ __typename: 'IntegrationOutcomeUnknownError' }],
      });
    return claim;
  });
}
const withoutId = (body: unknown) => {
  const { data } = body as { data: object };
  return { data: Array.isArray(data) ? data : { ...data, _id: undefined, id: undefined } };
};
const all = (claim: Claim): Claim[] => WRITES.map(() => claim);

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

describe('with 300 ms', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ UPSTREAM_TIMEOUT: '300ms' });
    await gateway.ask(callers.session, '{ integrations { totalCount } }');
  });
  afterAll(() => gateway.stop());
  beforeEach(() => gateway.backend.reset());

  test.each<FaultEffect>([
    { kind: 'hang', when: 'before' },
    { kind: 'hang', when: 'after' },
    { kind: 'latency', ms: 700, when: 'before' },
    { kind: 'latency', ms: 700, when: 'after' },
  ])('%j: the outcome is unknown, unless reading tells', async (effect) => {
    // As an API key, so that no mutation has a read of its own, which 300 ms may be too short for.
    const got = await claims(gateway, onWrites(effect), callers.devKey, SIMPLE);
    // What was late may have run by the time of the look.
    expect(got.filter((claim) => claim !== 'unknown' && claim !== 'done')).toEqual([]);
    if (effect.kind === 'hang') expect(got).toEqual(SIMPLE.map(() => (effect.when === 'after' ? 'done' : 'unknown')));
  });
});

test('a delete that runs late, so that the second one finds nothing, and no list to be read: not refused', async () => {
  const gateway = await startGateway({ UPSTREAM_TIMEOUT: '1s' });
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
  let open = () => {};
  let looks = 0;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  gateway.backend.faults.set([
    { kind: 'gate', open: gate, method: 'DELETE', times: 1 },
    {
      kind: 'rewrite',
      method: 'GET',
      // The first list after the delete still has the row. Then the delete runs, and no other list can be read.
      rewrite(body) {
        if (gateway.backend.requests.every(({ method }) => method !== 'DELETE')) return body;
        looks += 1;
        open();
        return looks === 1 ? body : null;
      },
    },
  ]);
  const { data } = await sendMutation(gateway, callers.session, 'deleteIntegration', { id: DEV.telegram }, UNKNOWN);
  expect(stored(gateway.backend, DEV.telegram).deleted).toBe(true);
  expect(data.deleteIntegration.errors).toMatchObject([{ code: 'OUTCOME_UNKNOWN', id: DEV.telegram }]);
});

test('nothing listens: the write has not run, and the error says so', async () => {
  const gateway = await startGateway();
  try {
    await gateway.backend.stop();
    expect(await claims(gateway, [])).toEqual(all('failed: UPSTREAM_UNAVAILABLE'));
  } finally {
    await gateway.stop();
  }
});
