import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CANARY, CANARY_IDS, canarySeed } from '../helpers/canaries.ts';
import { fresh } from '../helpers/demo-data.ts';
import { callers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { secretSelection, waysToSecrets } from '../helpers/ways-to-secrets.ts';

const SECRETS = secretSelection(['sendgrid', 'nodemailer', 'twilio', 'slack', 'sns']);
const OPERATIONS = waysToSecrets(SECRETS);
const LIST = `{ integrations { nodes { id ${SECRETS} } } }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ SHOW_CREDENTIALS: 'never' }, { seed: canarySeed('api2026') });
});
afterAll(() => gateway.stop());

test.each(Object.entries(OPERATIONS))('a session is shown no secret: %s', async (_, { query, variables }) => {
  gateway.backend.reset();
  for (const headers of [fresh(callers.session), callers.session, callers.session]) {
    const { text } = await gateway.ask(headers, query, variables);
    expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toContain(CANARY);
    const reasons = [...text.matchAll(/"reason":"(\w+)"/g)].map(([, reason]) => reason);
    expect(new Set(reasons)).toEqual(new Set(reasons.map(() => 'SWITCHED_OFF')));
  }
});

test('all say why, and a session learns beforehand that it sees none', async () => {
  for (const caller of [callers.session, callers.devKey]) {
    const { data } = await gateway.ask(caller, `{ integrationsViewer { canReadCredentials } ${LIST.slice(1)}`);
    expect(data.integrationsViewer).toEqual({ canReadCredentials: false });
    const credentials = data.integrations.nodes.map((node: { credentials: unknown }) => node.credentials);
    expect(credentials.length).toBeGreaterThan(5);
    expect(new Set(credentials.map((one: unknown) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ __typename: 'HiddenIntegrationCredentials', reason: 'SWITCHED_OFF' })]),
    );
  }
});

test('reads that select credentials are answered from the cache, and clients may keep the answers', async () => {
  await gateway.ask(callers.session, LIST);
  gateway.calls();
  for (const times of [1, 2, 3]) {
    const { headers, data } = await gateway.ask(callers.session, LIST);
    expect([times, headers.get('cache-control')]).toEqual([times, 'private, no-cache']);
    expect(data.integrations.nodes.length).toBeGreaterThan(5);
  }
  expect(gateway.calls()).toEqual([]);
});

test('credentialsPatch is refused in words and sends nothing; credentials can still be replaced', async () => {
  gateway.calls();
  const update = (input: object) =>
    gateway.ask(
      callers.session,
      'mutation ($input: UpdateIntegrationInput!) { updateIntegration(input: $input) { integration { id } errors { code message path } } }',
      { input: { id: CANARY_IDS.spare, ...input } },
    );
  const refused = await update({ credentialsPatch: { apiKey: 'x' } });
  expect(JSON.stringify(refused.data ?? refused.errors)).toContain('This gateway shows no caller the current values');
  expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  const replaced = await update({ credentials: { sendgrid: { apiKey: 'x', from: 'a@b.c', senderName: 'y' } } });
  expect(replaced.data.updateIntegration).toEqual({ integration: { id: CANARY_IDS.spare }, errors: [] });
});

test('a mutation that is repeated under its idempotency key shows none either', async () => {
  gateway.backend.reset();
  const operation = OPERATIONS['update of credentials'];
  const ask = () =>
    gateway.ask(
      { ...callers.session, 'idempotency-key': 'shows-none' },
      operation?.query ?? '',
      operation?.variables ?? {},
    );
  const [first, again] = [await ask(), await ask()];
  expect([first, again].map(({ extensions }) => extensions?.idempotency)).toMatchObject([
    [{ status: 'NEW' }],
    [{ status: 'REPLAYED' }],
  ]);
  for (const { text } of [first, again]) {
    expect(text).toContain('"reason":"SWITCHED_OFF"');
    expect(text).not.toContain(CANARY);
  }
});
