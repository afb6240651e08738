import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault, FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
import { type Answer, callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { sendMutation } from '../helpers/mutate.ts';

interface Write {
  readonly name: string;
  readonly input: object;
  /** Has it run? */
  readonly done: (gateway: TestGateway) => boolean;
}

/** The five mutations, none of which touches what another one is judged by: they can run at once. */
const WRITES: readonly Write[] = [
  {
    name: 'createIntegration',
    input: { providerId: 'discord', name: 'Spoilt' },
    done: ({ backend }) => backend.records().some(({ name }) => name === 'Spoilt'),
  },
  {
    name: 'updateIntegration',
    input: { id: DEV.slack, name: 'Spoilt too' },
    done: ({ backend }) => stored(backend, DEV.slack).name === 'Spoilt too',
  },
  {
    name: 'setPrimaryIntegration',
    input: { id: DEV.nodemailer },
    done: ({ backend }) => stored(backend, DEV.nodemailer).primary,
  },
  {
    name: 'deleteIntegration',
    input: { id: DEV.telegram },
    done: ({ backend }) => stored(backend, DEV.telegram).deleted,
  },
  {
    name: 'autoConfigureIntegration',
    input: { id: DEV.mailgun },
    done: ({ backend }) => stored(backend, DEV.mailgun).configurations !== undefined,
  },
];

type Claim = 'done' | 'refused' | 'unknown' | `failed: ${string}`;

/** What an answer says of the write. */
function claimOf({ data, errors }: Answer, name: string): Claim {
  if (errors) return `failed: ${String(errors[0]?.extensions.code)}`;
  const codes: string[] = data[name].errors.map(({ code }: { code: string }) => code);
  if (codes.includes('OUTCOME_UNKNOWN')) return 'unknown';
  return codes.length === 0 ? 'done' : 'refused';
}

const onWrites = (effect: FaultEffect): Fault[] => ['POST', 'PUT', 'DELETE'].map((method) => ({ ...effect, method }));

/** Sends all five under a fault; each claim is checked against what is stored. */
async function claims(
  gateway: TestGateway,
  faults: readonly Fault[],
  caller: Readonly<Record<string, string>> = callers.session,
) {
  gateway.backend.faults.set(faults);
  const answers = await Promise.all(
    WRITES.map(({ name, input }) =>
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
  return WRITES.map(({ name, done }, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error('One answer for each write');
    const claim = claimOf(answer, name);
    expect(answer.text).not.toMatch(
      /Bad Gateway|Service Unavailable|Internal server error, contact|errorId|127\.0\.0\.1|Sign in|ECONN|undici/i,
    );
    if (claim === 'done') expect([name, done(gateway)]).toEqual([name, true]);
    if (claim === 'refused' || claim.startsWith('failed')) expect([name, done(gateway)]).toEqual([name, false]);
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

  test('all five run where nothing is wrong', async () => {
    expect(await claims(gateway, [])).toEqual(all('done'));
  });

  test.each<FaultEffect>([
    ...([500, 502, 503, 504] as const).flatMap((status) =>
      (['before', 'after'] as const).map((when) => ({ kind: 'status', status, when }) as const),
    ),
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
    { kind: 'html', when: 'before' },
    { kind: 'html', when: 'after' },
    { kind: 'invalidJson', when: 'before' },
    { kind: 'invalidJson', when: 'after' },
    { kind: 'halfBody' },
    { kind: 'oversizedBody', bytes: 100_000 },
    { kind: 'rewrite', rewrite: () => null },
    { kind: 'rewrite', rewrite: () => ({ data: { message: 'queued' } }) },
  ])('%j: the outcome is unknown, and the write is not sent again', async (effect) => {
    const got = await claims(gateway, onWrites(effect));
    // An answer that is not needed may be odd: what is deleted is known before.
    const odd = effect.kind === 'rewrite';
    expect(got.filter((claim) => claim !== 'unknown' && !(odd && claim === 'done'))).toEqual([]);
    if (!odd) expect(got).toEqual(all('unknown'));
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toHaveLength(5);
  });

  test.each<FaultEffect>([
    { kind: 'reset', when: 'after' },
    { kind: 'status', status: 502, when: 'after' },
  ])('%j: the next read sees what has been written', async (effect) => {
    await gateway.ask(callers.session, '{ integrations { totalCount } }');
    await claims(gateway, onWrites(effect));
    const query = `{ slack: integration(by: { id: "${DEV.slack}" }) { name } telegram: integration(by: { id: "${DEV.telegram}" }) { id }
      created: integrations(filter: { search: "Spoilt" }) { totalCount } primaryIntegration(channel: EMAIL) { id } }`;
    expect((await gateway.ask(callers.session, query)).data).toEqual({
      slack: { name: 'Spoilt too' },
      telegram: null,
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

  test('a row without a field that is needed is no readable answer, unless the list shows what was written', async () => {
    const [create, update, promote] = await claims(gateway, onWrites({ kind: 'missingField', field: 'providerId' }));
    expect([create, update, promote]).toEqual(['unknown', 'done', 'done']);
    gateway.backend.reset();
    const unnamed = await claims(gateway, onWrites({ kind: 'rewrite', rewrite: withoutId }));
    expect(unnamed.slice(0, 3)).toEqual(['unknown', 'unknown', 'unknown']);
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
    // A session's set-primary depends on a read, so it is not sent (test/graphql/mutations/stale.test.ts).
    for (const { name, input, done } of WRITES.filter((write) => write.name !== 'setPrimaryIntegration')) {
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
      [{ kind: 'reset', when: 'after' }, 'OUTCOME_UNKNOWN'],
      [{ kind: 'tooManyRequests' }, 'BUSINESS_RULE'],
    ] as const) {
      gateway.backend.reset();
      gateway.backend.faults.set([{ ...effect, method: 'POST', times: 1 }]);
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
  ])('%j: the outcome is unknown', async (effect) => {
    // As an API key, so that no mutation has a read of its own, which 300 ms may be too short for.
    expect(await claims(gateway, onWrites(effect), callers.devKey)).toEqual(all('unknown'));
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toHaveLength(5);
  });
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
