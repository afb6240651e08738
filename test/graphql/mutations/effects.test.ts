import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ErrorEvent, errorChannel } from '../../../src/telemetry/channels.ts';
import { DEV } from '../../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { mutate } from '../../helpers/mutate.ts';
import { rewriteRow } from '../../helpers/rewrite-row.ts';

/** What a payload shows of a write, and what it costs. */
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  await gateway.ask(callers.session, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const LIST = 'GET /v1/integrations';
const promote = (selection: string) =>
  mutate(gateway, callers.session, 'setPrimaryIntegration', { id: DEV.nodemailer }, selection);

describe('a selection decides what is read', () => {
  const ask = async (selection: string, variables: object = {}) => {
    // Nothing else is read for an API key, which no credentials are shown to.
    const { data, errors } = await gateway.ask(
      callers.devKey,
      `mutation ($yes: Boolean = true, $no: Boolean = false) {
         setPrimaryIntegration(input: { id: "${DEV.nodemailer}" }) { __typename ${selection} } }
       fragment Changed on SetPrimaryIntegrationPayload { changedIntegrations { id } }`,
      variables,
    );
    expect(errors).toBeUndefined();
    const lists = gateway.calls().filter((call) => call === LIST).length;
    return { lists, shown: data.setPrimaryIntegration.changedIntegrations };
  };
  const unused = '... @include(if: $no) { ...Changed } ok: __typename @include(if: $yes)';

  test.each([
    ['the field', 'changedIntegrations { id }'],
    ['an alias of another field beside it', 'errors { code } changedIntegrations { id }'],
    ['an inline fragment', '... on IntegrationMutationPayload { changedIntegrations { id } }'],
    ['a fragment', '...Changed'],
    ['@include(if: true)', 'changedIntegrations @include(if: $yes) { id }'],
    ['@skip(if: false)', '...Changed @skip(if: $no)'],
  ])('%s: the list is read before and after', async (_name, selection) => {
    expect(await ask(`${selection} ${unused}`)).toEqual({ lists: 2, shown: [{ id: DEV.sendgrid }] });
  });

  test.each([
    ['no such field', 'errors { code }'],
    ['@include(if: false)', 'changedIntegrations @include(if: $no) { id }'],
    ['@skip(if: true)', 'changedIntegrations @skip(if: $yes) { id }'],
    ['a fragment under @skip(if: true)', '... @skip(if: $yes) { ...Changed }'],
  ])('%s: no list is read', async (_name, selection) => {
    expect(await ask(`${selection} ${unused}`)).toEqual({ lists: 0, shown: undefined });
  });

  test.each(['deleteIntegration', 'autoConfigureIntegration'])(
    '%s reads the row before, whose change is the proof where the answer is lost',
    async (name) => {
      const { errors } = await mutate(gateway, callers.session, name, { id: DEV.mailgun }, 'errors { code }');
      expect(errors).toEqual([]);
      expect(gateway.calls()).toHaveLength(2);
    },
  );
});

describe('changedIntegrations', () => {
  const CHANGED = 'changedIntegrations { id credentials { __typename } }';
  const changedAfter = async (change: Parameters<typeof rewriteRow>[2]) => {
    // The list before the write is another one than that after it, by this change.
    gateway.backend.faults.add(rewriteRow('/v1/integrations', DEV.slack, change));
    const { changedIntegrations } = await promote(CHANGED);
    return changedIntegrations.map(({ id }: { id: string }) => id);
  };

  test('has what differs in any field', async () => {
    expect(await changedAfter((row) => ({ ...row, name: 'Before' }))).toEqual([DEV.sendgrid, DEV.slack]);
  });

  test.each<[string, Parameters<typeof rewriteRow>[2]]>([
    ['the time of change', (row) => ({ ...row, updatedAt: '2020-01-01T00:00:00.000Z' })],
    ['credentials', (row) => ({ ...row, credentials: { clientId: 'before' } })],
    ['whether it was there: another caller has created it', () => null],
  ])('leaves out a row that differs only in %s', async (_name, change) => {
    expect(await changedAfter(change)).toEqual([DEV.sendgrid]);
  });

  test('is null, not empty, where the outcome is unknown', async () => {
    gateway.backend.faults.add({ kind: 'reset', when: 'before', method: 'POST' });
    const payload = await promote('integration { id } changedIntegrations { id } errors { code }');
    expect(payload).toEqual({ integration: null, changedIntegrations: null, errors: [{ code: 'OUTCOME_UNKNOWN' }] });
  });
});

describe('the log is told of', () => {
  const events: ErrorEvent[] = [];
  const listen = (event: unknown) => {
    events.push(event as ErrorEvent);
  };
  beforeAll(() => errorChannel.subscribe(listen));
  afterAll(() => errorChannel.unsubscribe(listen));
  beforeEach(() => {
    events.length = 0;
  });
  const codes = () => events.map(({ code, error, requestId }) => [code, error instanceof Error, requestId.length > 0]);

  test('an unknown outcome', async () => {
    gateway.backend.faults.add({ kind: 'reset', when: 'before', method: 'POST' });
    await promote('errors { code }');
    expect(codes()).toEqual(['ANSWER_LOST', 'ANSWER_LOST', 'OUTCOME_UNKNOWN'].map((code) => [code, true, true]));
  });

  test('effects that cannot be read', async () => {
    gateway.backend.faults.add({ kind: 'status', status: 500, method: 'GET' });
    const selection = 'changedIntegrations { id } errors { code }';
    const payload = await mutate(gateway, callers.devKey, 'setPrimaryIntegration', { id: DEV.nodemailer }, selection);
    expect(payload).toEqual({ changedIntegrations: null, errors: [] });
    expect(codes()).toEqual([['EFFECTS_UNREADABLE', true, true]]);
  });

  test('a promotion that failed after a delete', async () => {
    gateway.backend.faults.add({ kind: 'status', status: 500, method: 'POST' });
    const input = { id: DEV.sendgrid, successorId: DEV.mailgun };
    await mutate(gateway, callers.session, 'deleteIntegration', input, 'errors { code }');
    expect(codes()).toEqual(['ANSWER_LOST', 'ANSWER_LOST', 'EFFECTS_UNREADABLE'].map((code) => [code, true, true]));
  });
});

test('the row of the answer stays where the list that would complete it cannot be read', async () => {
  const stored = rewriteRow('/v1/integrations/{integrationId}', DEV.sendgrid, (row) => ({
    ...row,
    credentials: { apiKey: 'nvsk.00:11' },
  }));
  gateway.backend.faults.set([stored, { kind: 'status', status: 500, method: 'GET' }]);
  const selection = 'integration { name credentials { __typename } } errors { code }';
  const input = { id: DEV.sendgrid, name: 'Renamed' };
  expect(await mutate(gateway, callers.session, 'updateIntegration', input, selection)).toMatchObject({
    integration: { name: 'Renamed' },
    errors: [],
  });
});

test('credentials in stored form are read again from the list', async () => {
  const stored = rewriteRow('/v1/integrations/{integrationId}', DEV.sendgrid, (row) => ({
    ...row,
    credentials: { apiKey: 'nvsk.00:11' },
  }));
  gateway.backend.faults.add(stored);
  const selection = 'integration { credentials { ... on SendGridIntegrationCredentials { from } } } errors { code }';
  const input = { id: DEV.sendgrid, name: 'Renamed' };
  expect(await mutate(gateway, callers.session, 'updateIntegration', input, selection)).toEqual({
    integration: { credentials: { from: 'hello@dev.acme.example' } },
    errors: [],
  });
});

describe('several mutations of one operation', () => {
  test.each(['devKey', 'session'] as const)(
    'read the list once between two of them, and each tells its own effects: %s',
    async (caller) => {
      const promoted = [DEV.nodemailer, DEV.sendgrid, DEV.nodemailer];
      const { data } = await gateway.ask(
        callers[caller],
        `mutation { ${promoted.map((id, n) => `m${n}: setPrimaryIntegration(input: { id: "${id}" }) { integration { id primary } changedIntegrations { id primary } }`).join(' ')} }`,
      );
      const [first, second] = [DEV.nodemailer, DEV.sendgrid];
      const told = (id: string, demoted: string) => ({
        integration: { id, primary: true },
        changedIntegrations: [{ id: demoted, primary: false }],
      });
      expect(Object.values(data)).toEqual([told(first, second), told(second, first), told(first, second)]);
      expect(gateway.calls().filter((call) => call === LIST)).toHaveLength(promoted.length + 1);
    },
  );

  test('go on from what those before have written', async () => {
    const patch = (name: string, values: string) =>
      `${name}: updateIntegration(input: { id: "${DEV.sendgrid}", credentialsPatch: { ${values} } }) { errors { code } }`;
    const { data } = await gateway.ask(
      callers.session,
      `mutation { ${patch('a', 'from: "one@acme.example"')} ${patch('b', 'senderName: "Two"')}
         c: deleteIntegration(input: { id: "${DEV.mailgun}" }) { changedIntegrations { id } }
         d: updateIntegration(input: { id: "${DEV.mailgun}", credentialsPatch: { apiKey: "x" } }) { errors { code } } }`,
    );
    expect(data).toEqual({
      a: { errors: [] },
      b: { errors: [] },
      // Novu counts the priorities anew.
      c: { changedIntegrations: [{ id: DEV.sendgrid }] },
      d: { errors: [{ code: 'INTEGRATION_NOT_FOUND' }] },
    });
    const read = `{ integration(by: { id: "${DEV.sendgrid}" }) { credentials { ... on SendGridIntegrationCredentials { from senderName } } } }`;
    const after = await gateway.ask(callers.session, read);
    expect(after.data.integration.credentials).toEqual({ from: 'one@acme.example', senderName: 'Two' });
  });
});
