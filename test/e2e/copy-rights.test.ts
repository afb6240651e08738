import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV } from '../helpers/demo-data.ts';
import { ACME_PROD, callers, GLOBEX_DEV, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { mutate } from '../helpers/mutate.ts';
import { error, refusal } from '../helpers/refusal.ts';

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

describe('what is refused for the rights of the caller, before Novu is asked to write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-audit-'));
  const file = join(folder, 'audit.log');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lines = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  test('has a line in the audit each, also beside a write of the same operation', async () => {
    const audited = await startGateway({ AUDIT_FILE: file });
    const patch = { id: DEV.sendgrid, credentialsPatch: { apiKey: 'CANARY', 'CANARY-key': 1 } };
    const keep = { ...FROM_MAILGUN, credentials: 'KEEP' };
    for (const caller of [callers.devKey, callers.viewer, callers.session]) {
      await audited.ask(caller, '{ integrations { totalCount } }');
    }
    const CASES: readonly (readonly [
      string,
      { readonly id: string; readonly [name: string]: unknown },
      Headers,
      string,
    ])[] = [
      ['copyIntegration', keep, callers.devKey, 'credentials'],
      ['copyIntegration', keep, callers.viewer, 'credentials'],
      ['copyIntegration', { ...keep, environmentId: GLOBEX_DEV }, callers.session, 'environmentId'],
      ['updateIntegration', patch, callers.devKey, 'credentialsPatch'],
      ['updateIntegration', patch, callers.viewer, 'credentialsPatch'],
    ];
    for (const [name, input, caller] of CASES) {
      expect(await refusal(audited, caller, name, input)).toMatchObject([{ code: 'INVALID_INPUT' }]);
    }
    expect(lines()).toMatchObject(
      CASES.map(([action, { id }, caller, field]) => ({
        action,
        id,
        fields: [field],
        outcome: 'refused',
        status: null,
        code: 'INVALID_INPUT',
        scheme: caller.authorization?.startsWith('ApiKey') ? 'API_KEY' : 'SESSION',
        organization: expect.any(String),
      })),
    );
    const both = `mutation ($keep: CopyIntegrationInput!) {
      a: updateIntegration(input: { id: "${DEV.slack}", name: "Renamed" }) { errors { code } }
      b: copyIntegration(input: $keep) { errors { code } } }`;
    await audited.ask(callers.devKey, both, { keep });
    expect(lines().slice(CASES.length)).toMatchObject([{ outcome: 'done' }, { action: 'copyIntegration' }]);
    expect(readFileSync(file, 'utf8')).not.toContain('CANARY');
  });

  test('has none where the input alone is the reason', async () => {
    const audited = await startGateway({ AUDIT_FILE: file });
    const before = lines().length;
    const wrong = { ...FROM_MAILGUN, identifier: ' ', credentials: 'NONE' };
    expect(await refusal(audited, callers.session, 'copyIntegration', wrong)).toHaveLength(1);
    expect(lines()).toHaveLength(before);
  });
});

test('SHOW_CREDENTIALS=never copies none for any caller, and reads none', async () => {
  const closed = await startGateway({ SHOW_CREDENTIALS: 'never' });
  const errors = await refused({ ...FROM_MAILGUN, credentials: 'KEEP' }, callers.session, closed);
  expect(errors).toMatchObject([error('INVALID_INPUT', 'credentials')]);
  expect(closed.calls()).toEqual([]);
  expect(await copy({ ...FROM_MAILGUN, credentials: 'NONE' }, callers.session, closed)).toMatchObject({ errors: [] });
});

test('a session to which Novu shows no credentials cannot have them copied', async () => {
  const errors = await refused({ ...FROM_MAILGUN, credentials: 'KEEP' }, callers.viewer);
  expect(errors).toMatchObject([error('INVALID_INPUT', 'credentials')]);
  expect(gateway.calls()).not.toContain('POST /v1/integrations');
});

test('what Novu shows only in part is not copied as if it were the whole', async () => {
  const rewrite = (body: unknown) => JSON.parse(JSON.stringify(body).replace('"key-', '"nvsk.'));
  const damaged = await startGateway();
  damaged.backend.faults.set([{ kind: 'rewrite', method: 'GET', route: '/v1/integrations', rewrite }]);
  const outcome = await refused({ ...FROM_MAILGUN, credentials: 'KEEP' }, callers.session, damaged);
  expect(outcome).toMatchObject([error('INVALID_INPUT', 'credentials')]);
});
