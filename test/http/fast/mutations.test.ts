import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/novu-double/faults/faults.ts';
import { DEV, NOBODY } from '../../helpers/demo-data.ts';
import { type Answer, callers, type Headers, startGateway, type TestGateway } from '../../helpers/gateway.ts';
import { comparable, head, PIPELINE } from '../../helpers/pipeline.ts';
import { countWays } from '../../helpers/ways.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const ways = countWays();

const ERRORS = 'errors { __typename code message path }';
const CREATE = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { integration { identifier name providerId active } integrationEdge { node { name } } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { integration { id name credentials { __typename } } changedIntegrations { id } ${ERRORS} } }`;
const DELETE = `mutation ($input: DeleteIntegrationInput!) { deleteIntegration(input: $input) { deletedIntegrationId ${ERRORS} } }`;
const TWO = `mutation ($input: UpdateIntegrationInput!, $other: DeleteIntegrationInput!) { a: updateIntegration(input: $input) { integration { name } ${ERRORS} } b: deleteIntegration(input: $other) { deletedIntegrationId ${ERRORS} } }`;
const WRITTEN = `mutation { updateIntegration(input: { id: "${DEV.slack}", name: "Good" }) { integration { name } ${ERRORS} } }`;

/** What has no errors, so that the document is known afterwards. */
const GOOD: Readonly<Record<string, object>> = {
  [CREATE]: { providerId: 'discord', name: 'Good', identifier: 'good' },
  [UPDATE]: { id: DEV.slack, name: 'Good' },
  [DELETE]: { id: DEV.slack },
  [TWO]: { id: DEV.slack, name: 'Good' },
  [WRITTEN]: {},
};

interface Asked {
  readonly caller?: Headers;
  readonly variables: object;
  readonly faults?: readonly Fault[];
}

/** The answer to it by the pipeline or, where it can be, without; and what Novu was asked. */
async function ask(query: string, { caller = callers.session, variables, faults = [] }: Asked, more: Headers = {}) {
  gateway.backend.reset();
  gateway.calls();
  gateway.backend.faults.set(faults);
  const answer = await gateway.ask({ ...caller, ...more }, query, { other: { id: DEV.fcm }, ...variables });
  gateway.backend.faults.clear();
  // What is read before depends on what is known of the caller.
  return { answer, calls: gateway.calls().filter((call) => !call.startsWith('GET')) };
}

const told = ({ answer, calls }: { answer: Answer; calls: string[] }) => [
  comparable(answer.text),
  answer.status,
  head(answer.headers),
  calls,
];

describe('a mutation that was admitted before is answered as by the pipeline', () => {
  test.each<[string, string, Asked, 'plan-cache' | 'apollo']>([
    [
      'a create',
      CREATE,
      { variables: { input: { providerId: 'discord', identifier: 'one', name: 'One' } } },
      'plan-cache',
    ],
    [
      'an identifier that is taken',
      CREATE,
      { variables: { input: { providerId: 'slack', identifier: 'sendgrid-email' } } },
      'plan-cache',
    ],
    ['a refused input', CREATE, { variables: { input: { providerId: 'sendgrid', active: true } } }, 'plan-cache'],
    ['an update', UPDATE, { variables: { input: { id: DEV.twilio, name: 'Two' } } }, 'plan-cache'],
    ['an id of nothing', UPDATE, { variables: { input: { id: NOBODY, name: 'Three' } } }, 'plan-cache'],
    ['a delete', DELETE, { variables: { input: { id: DEV.mailgun } } }, 'plan-cache'],
    ['two of them', TWO, { variables: { input: { id: DEV.twilio, name: 'Four' } } }, 'plan-cache'],
    [
      'an API key',
      UPDATE,
      { caller: callers.devKey, variables: { input: { id: DEV.twilio, name: 'Five' } } },
      'plan-cache',
    ],
    [
      'a caller without the right',
      UPDATE,
      { caller: callers.viewer, variables: { input: { id: DEV.twilio, name: 'Six' } } },
      'plan-cache',
    ],
    [
      'a token that Novu refuses',
      UPDATE,
      { caller: { authorization: `ApiKey ${'d'.repeat(32)}` }, variables: { input: { id: DEV.twilio, name: 'x' } } },
      'plan-cache',
    ],
    [
      'an answer that is lost',
      CREATE,
      {
        variables: { input: { providerId: 'discord', identifier: 'lost' } },
        faults: [{ kind: 'reset', when: 'after', method: 'POST' }],
      },
      'plan-cache',
    ],
    [
      'a Novu that fails',
      UPDATE,
      {
        variables: { input: { id: DEV.twilio, name: 'Seven' } },
        faults: [{ kind: 'status', status: 500, method: 'PUT' }],
      },
      'plan-cache',
    ],
    ['nobody', UPDATE, { caller: {}, variables: { input: { id: DEV.twilio, name: 'x' } } }, 'apollo'],
    [
      'a variable of another type',
      UPDATE,
      { variables: { input: { id: DEV.twilio, name: { not: 'text' } } } },
      'apollo',
    ],
    ['no variables', UPDATE, { variables: {} }, 'apollo'],
    ['values that are written into it, which may be credentials', WRITTEN, { variables: {} }, 'apollo'],
  ])('%s', async (_, query, asked, way) => {
    expect((await ask(query, { variables: { input: GOOD[query] } })).answer.errors).toBeUndefined();
    const long = await ask(query, asked, PIPELINE);
    const before = gateway.backend.records().map(({ name, deleted }) => [name, deleted]);
    ways.clear();
    const short = await ask(query, asked);
    expect(ways.count(way)).toBe(1);
    expect(told(short)).toEqual(told(long));
    expect(gateway.backend.records().map(({ name, deleted }) => [name, deleted])).toEqual(before);
  });

  test('with an idempotency key it runs once, and says so', async () => {
    const variables = { input: { id: DEV.slack, name: 'Once' } };
    await ask(UPDATE, { variables: { input: GOOD[UPDATE] } });
    ways.clear();
    const statuses = [];
    for (let time = 0; time < 3; time++) {
      const { extensions } = await gateway.ask({ ...callers.session, 'idempotency-key': 'once' }, UPDATE, variables);
      statuses.push(extensions?.idempotency);
    }
    const path = ['updateIntegration'];
    expect(statuses).toEqual(['NEW', 'REPLAYED', 'REPLAYED'].map((status) => [{ path, status }]));
    expect(gateway.calls().filter((call) => call.startsWith('PUT'))).toHaveLength(1);
    expect(ways.count('plan-cache')).toBe(3);
  });

  test('one whose answer is too long has run, and is told so', async () => {
    const small = await startGateway({ MAX_ANSWER: '1KiB' });
    const fields = Array.from({ length: 60 }, (_, n) => `a${n}: name`).join(' ');
    const query = `mutation ($input: UpdateIntegrationInput!, $all: Boolean!) { updateIntegration(input: $input) { integration { id ...All @include(if: $all) } errors { code } } } fragment All on Integration { ${fields} }`;
    const send = (name: string, all: boolean, more: Headers = {}) =>
      small.ask({ ...callers.session, ...more }, query, { input: { id: DEV.slack, name }, all });
    expect((await send('Short', false)).errors).toBeUndefined();
    const long = await send('A long name of an integration', true, PIPELINE);
    small.calls();
    const short = await send('Another name of an integration', true);
    expect([short.status, comparable(short.text)]).toEqual([long.status, comparable(long.text)]);
    expect(short.errors?.[0]?.message).toContain('The mutations have run');
    expect(small.calls().filter((call) => call.startsWith('PUT'))).toHaveLength(1);
  });
});
