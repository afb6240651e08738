import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { CANARY, CANARY_IDS, canarySeed } from '../helpers/canaries.ts';
import { DEV, NOBODY, PROD } from '../helpers/demo-data.ts';
import {
  ACME_DEV,
  ACME_PROD,
  callers,
  GLOBEX_DEV,
  type Headers,
  startGateway,
  type TestGateway,
} from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { error, refusal } from '../helpers/refusal.ts';
import { rewriteRow } from '../helpers/rewrite-row.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/* copyIntegration: from one environment into another, with or without credentials. */

const ERRORS = 'errors { __typename code path message }';
const ROW = 'id identifier name providerId channel active primary environment { id }';
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const copy = (input: object, caller: Headers = callers.session, at = gateway) =>
  mutate(at, caller, 'copyIntegration', input, `integration { ${ROW} } ${ERRORS}`);

const refused = (input: object, caller: Headers = callers.session, at = gateway) =>
  refusal(at, caller, 'copyIntegration', input);

const FROM_MAILGUN = { id: DEV.mailgun, environmentId: ACME_PROD, identifier: 'mail-copy' } as const;

/** What Novu holds, as a session of the environment reads it there. */
async function readBack(identifier: string, environmentId: string, at = gateway) {
  const selection = `id conditions { type value children { field value operator on } } rules configurations { inboundWebhookEnabled inboundWebhookSigningKey payloadSchema other }
    credentials { __typename ... on MailgunIntegrationCredentials { apiKey domain from extra } ... on SendGridIntegrationCredentials { apiKey region ipPoolName from senderName extra } }`;
  const document = `query ($by: IntegrationBy!) { integration(by: $by) { ${selection} } }`;
  const { data } = await at.ask({ ...callers.session, 'cache-control': 'no-cache' }, document, {
    by: { identifier: { identifier, environmentId } },
  });
  const { id: _, ...row } = data.integration;
  return row;
}

describe.each(['api2026', 'api2024'] as const)('on %s', (generation) => {
  let own: TestGateway;
  beforeAll(async () => {
    own = await startGateway({}, { generation, seed: canarySeed(generation) });
  });
  afterAll(() => own.stop());
  beforeEach(() => own.backend.reset());
  const input = { id: CANARY_IDS.sendgrid, environmentId: ACME_PROD, identifier: 'copied' };

  test('KEEP takes over all that is stored, and shows none of it', async () => {
    const { text } = await own.ask(
      callers.session,
      `mutation ($input: CopyIntegrationInput!) { copyIntegration(input: $input) { integration { ${ROW} } changedIntegrations { id } ${ERRORS} } }`,
      { input: { ...input, credentials: 'KEEP', active: true } },
    );
    expect(JSON.parse(text).data.copyIntegration).toMatchObject({
      integration: {
        identifier: 'copied',
        name: 'sendgrid',
        providerId: 'sendgrid',
        channel: 'EMAIL',
        active: true,
        environment: { id: ACME_PROD },
      },
      errors: [],
    });
    expect(text).not.toContain(CANARY);
    const before = await readBack('sendgrid', ACME_DEV, own);
    expect(await readBack('copied', ACME_PROD, own)).toEqual(before);
    expect(JSON.stringify(before.credentials)).toContain(CANARY);
  });

  test('NONE takes over all but what is secret', async () => {
    expect(await copy({ ...input, credentials: 'NONE' }, callers.session, own)).toMatchObject({
      integration: { active: false },
      errors: [],
    });
    const sent = JSON.stringify(own.backend.requests.filter(({ method }) => method === 'POST'));
    expect(sent).not.toContain(CANARY);
    expect((await readBack('copied', ACME_PROD, own)).credentials).toMatchObject({
      __typename: 'HiddenIntegrationCredentials',
    });
  });

  test('an environment of another organization gets nothing, although a server of 2024 would take it', async () => {
    for (const credentials of ['KEEP', 'NONE']) {
      const given = { ...input, environmentId: GLOBEX_DEV, credentials };
      expect(await refused(given, callers.session, own)).toMatchObject([error('INVALID_INPUT', 'environmentId')]);
    }
    expect(own.backend.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('a caller who may not read the credentials cannot have them copied', async () => {
    for (const caller of [callers.devKey, callers.prodKey]) {
      expect(await refused({ ...input, credentials: 'KEEP' }, caller, own)).toMatchObject([
        error('INVALID_INPUT', 'credentials'),
      ]);
    }
    expect(own.calls()).toEqual([]);
  });
});

test('the copy has the identifier of the original by default, and is paired with it', async () => {
  const input = { id: DEV.mailgun, environmentId: ACME_PROD, credentials: 'KEEP' };
  const { integration } = await copy(input);
  expect(integration).toMatchObject({ identifier: 'mailgun-fallback', active: false, environment: { id: ACME_PROD } });
  const document = `{ integrationEnvironmentDiff(from: "${ACME_DEV}", to: "${ACME_PROD}") { differences { identifier fields } } }`;
  const { data } = await gateway.ask(callers.session, document);
  const found = data.integrationEnvironmentDiff.differences.find(
    ({ identifier }: { identifier: string }) => identifier === 'mailgun-fallback',
  );
  // An inactive copy has no rank.
  expect(found.fields).toEqual(['active', 'priority']);
  expect(await refused(input)).toMatchObject([error('IDENTIFIER_TAKEN', 'identifier')]);
});

test('an original without a name or an identifier has a copy with both', async () => {
  const odd = rewriteRow('/v1/integrations', DEV.mailgun, (row) => ({ ...row, name: ' ', identifier: '' }));
  gateway.backend.faults.add(odd);
  const { integration, errors } = await copy({ id: DEV.mailgun, environmentId: ACME_PROD, credentials: 'NONE' });
  expect(errors).toEqual([]);
  expect(integration).toMatchObject({ name: 'Mailgun', identifier: expect.stringMatching(/^mailgun-\w{12}$/) });
});

test('parts of the original that Novu does not take share one error at its id', async () => {
  const odd = rewriteRow('/v1/integrations', DEV.mailgun, (row) => ({
    ...row,
    credentials: { apiKey: { a: 1 }, from: ['b'] },
  }));
  gateway.backend.faults.add(odd);
  expect(await refused({ ...FROM_MAILGUN, credentials: 'KEEP' })).toMatchObject([
    error('INVALID_INPUT', 'credentials'),
  ]);
});

test('an original that is deleted, as some servers list it, is not found', async () => {
  gateway.backend.faults.add(rewriteRow('/v1/integrations', DEV.mailgun, (row) => ({ ...row, deleted: true })));
  expect(await refused({ ...FROM_MAILGUN, credentials: 'NONE' })).toMatchObject([error('INTEGRATION_NOT_FOUND', 'id')]);
});

describe('refusals have the path of the input', () => {
  test.each([
    ['an unknown integration', { id: NOBODY }, error('INTEGRATION_NOT_FOUND', 'id')],
    ['no id', { id: '../x' }, error('INTEGRATION_NOT_FOUND', 'id')],
    ['its own environment', { environmentId: ACME_DEV }, error('INVALID_INPUT', 'environmentId')],
    ['an unknown environment', { environmentId: NOBODY }, error('INVALID_INPUT', 'environmentId')],
    ['an empty identifier', { identifier: ' ' }, error('INVALID_INPUT', 'identifier')],
    ['a second inbox', { id: DEV.inbox, credentials: 'KEEP' }, error('BUSINESS_RULE', 'id')],
    [
      'an active copy without credentials',
      { active: true, credentials: 'NONE' },
      ...['apiKey', 'user', 'domain', 'from', 'senderName'].map((key) => ({
        ...error('MISSING_CREDENTIAL', 'credentials'),
        key,
      })),
    ],
  ])('%s', async (_, more, ...expected) => {
    expect(await refused({ ...FROM_MAILGUN, credentials: 'NONE', ...more })).toMatchObject(expected);
  });

  test('an API key copies into no other environment than its own', async () => {
    const input = { ...FROM_MAILGUN, credentials: 'NONE' };
    expect(await refused(input, callers.devKey)).toMatchObject([error('ENVIRONMENT_SCOPE', 'environmentId')]);
    expect(await refused({ ...input, id: PROD.ses }, callers.devKey)).toMatchObject([
      error('INTEGRATION_NOT_FOUND', 'id'),
    ]);
  });
});

test('one key copies once, and serves no other copy', async () => {
  const backend = stopAtEnd(await startBackend());
  const own = await startGateway({ NOVU_API_URL: backend.url });
  const caller = { ...callers.session, 'idempotency-key': 'again' };
  const input = { id: DEV.mailgun, environmentId: ACME_PROD, credentials: 'KEEP' };
  const [first, second] = [await copy(input, caller, own), await copy(input, caller, own)];
  expect(second.integration.id).toBe(first.integration.id);
  const back = { id: first.integration.id, environmentId: ACME_DEV, identifier: 'back', credentials: 'KEEP' };
  // One key stands for one input.
  expect((await copy(back, caller, own)).errors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  const other = { ...caller, 'idempotency-key': 'and back' };
  expect((await copy(back, other, own)).integration).toMatchObject({
    identifier: 'back',
    environment: { id: ACME_DEV },
  });
  expect(backend.records()).toHaveLength((await startedWith()) + 2);
});

async function startedWith(): Promise<number> {
  return stopAtEnd(await startBackend()).records().length;
}

test('a copy whose answer is lost is found', async () => {
  gateway.backend.faults.set([{ kind: 'reset', when: 'after', method: 'POST', times: 1 }]);
  expect(await copy({ ...FROM_MAILGUN, credentials: 'KEEP' })).toMatchObject({
    integration: { environment: { id: ACME_PROD } },
    errors: [],
  });
});

test('a copy that is not found is of unknown outcome', async () => {
  gateway.backend.faults.set([{ kind: 'reset', when: 'before', method: 'POST', times: 1 }]);
  const payload = await copy({ ...FROM_MAILGUN, credentials: 'KEEP' });
  expect(payload).toMatchObject({ integration: null, errors: [{ code: 'OUTCOME_UNKNOWN', path: ['input'] }] });
});
