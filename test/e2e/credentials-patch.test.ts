import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { DEV, stored } from '../helpers/demo-data.ts';
import { callers, type Headers, startGateway, type TestGateway } from '../helpers/gateway.ts';
import { ERRORS, mutate } from '../helpers/mutate.ts';
import { error, refusal } from '../helpers/refusal.ts';
import { sentTo } from '../helpers/sent.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (const caller of Object.values(callers)) await gateway.ask(caller, '{ integrations { totalCount } }');
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.backend.reset());

const update = (caller: Headers, input: object, selection?: string) =>
  mutate(gateway, caller, 'updateIntegration', input, selection);

describe('a credential that is an object', () => {
  const object = { minVersion: 'TLSv1.3', ca: [{ deep: null }] };
  const nodemailer = { host: 'smtp.acme.example', port: '587' };
  const create = (tlsOptions: unknown) =>
    mutate(gateway, callers.session, 'createIntegration', {
      credentials: { nodemailer: { ...nodemailer, tlsOptions } },
    });

  test.each([
    ['an object', object],
    ['its JSON text', ` ${JSON.stringify(object, null, 2)}\n`],
  ])('is given as %s, and Novu is sent the object', async (_name, tlsOptions) => {
    expect((await create(tlsOptions)).errors).toEqual([]);
    expect(sentTo(gateway).credentials).toEqual({ ...nodemailer, tlsOptions: object });
    gateway.backend.requests.clear();
    const { errors } = await update(callers.session, { id: DEV.nodemailer, credentialsPatch: { tlsOptions } });
    expect(errors).toEqual([]);
    expect(sentTo(gateway).credentials).toMatchObject({ tlsOptions: object });
  });

  test('is removed by blank text, as an empty form has it', async () => {
    expect((await create(' ')).errors).toEqual([]);
    gateway.backend.requests.clear();
    const input = { id: DEV.nodemailer, credentialsPatch: { tlsOptions: '' } };
    expect((await update(callers.session, input)).errors).toEqual([]);
    expect(stored(gateway.backend, DEV.nodemailer).credentials).not.toHaveProperty('tlsOptions');
  });

  test.each<[string, unknown]>([
    ['text that is not JSON', '{ minVersion: "TLSv1.3" }'],
    ['the JSON text of a list', '[1]'],
    ['the JSON text of null', 'null'],
    ['JSON text beyond the bounds', `{"a":${'['.repeat(40)}${']'.repeat(40)}}`],
    ['a list', [object]],
    ['a number', 5],
    ['false', false],
  ])('cannot be %s, which is told at its field before anything is sent', async (_name, tlsOptions) => {
    const created = await refusal(gateway, callers.session, 'createIntegration', {
      credentials: { nodemailer: { ...nodemailer, tlsOptions } },
    });
    expect(created).toMatchObject([error('INVALID_INPUT', 'credentials', 'nodemailer', 'tlsOptions')]);
    const patched = await refusal(gateway, callers.session, 'updateIntegration', {
      id: DEV.nodemailer,
      credentialsPatch: { tlsOptions },
    });
    expect(patched).toMatchObject([error('INVALID_INPUT', 'credentialsPatch', 'tlsOptions')]);
    expect(JSON.stringify([created, patched])).not.toContain('TLSv1.3');
    expect(gateway.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

describe('credentialsPatch', () => {
  const selection = `integration { credentials { ... on SendGridIntegrationCredentials { apiKey from senderName ipPoolName region extra }
    ... on UnknownProviderIntegrationCredentials { values } ... on NodemailerIntegrationCredentials { host tlsOptions user } } } ${ERRORS}`;

  test('changes the keys given, clears those that are null, keeps all others', async () => {
    const input = { id: DEV.sendgrid, credentialsPatch: { apiKey: 'SG.patched', ipPoolName: null } };
    const { integration, errors } = await update(callers.session, input, selection);
    expect(errors).toEqual([]);
    expect(integration.credentials).toEqual({
      apiKey: 'SG.patched',
      from: 'hello@dev.acme.example',
      senderName: 'Acme (dev)',
      ipPoolName: null,
      region: null,
      extra: null,
    });
    expect(Object.keys(stored(gateway.backend, DEV.sendgrid).credentials)).not.toContain('ipPoolName');
    expect(gateway.calls()).toEqual(['GET /v1/integrations', `PUT /v1/integrations/${DEV.sendgrid}`]);
  });

  test('keeps keys that the catalog lacks', async () => {
    await update(callers.session, {
      id: DEV.sendgrid,
      credentials: { raw: { apiKey: 'k', from: 'f', senderName: 's', whatsNextCompletedAt: 'now' } },
    });
    const { integration } = await update(
      callers.session,
      { id: DEV.sendgrid, credentialsPatch: { from: 'g' } },
      selection,
    );
    expect(integration.credentials).toMatchObject({ apiKey: 'k', from: 'g', extra: { whatsNextCompletedAt: 'now' } });
    const unknown = await update(
      callers.session,
      { id: DEV.postbox, credentialsPatch: { token: 't', baseUrl: null } },
      selection,
    );
    expect(unknown.integration.credentials).toEqual({ values: { apiKey: 'demo-postbox-key', token: 't' } });
  });

  test('replaces an object value whole', async () => {
    const input = { id: DEV.nodemailer, credentialsPatch: { tlsOptions: { minVersion: 'TLSv1.3' } } };
    const { integration } = await update(callers.session, input, selection);
    expect(integration.credentials).toMatchObject({
      host: 'smtp.acme.example',
      user: 'mailer',
      tlsOptions: { minVersion: 'TLSv1.3' },
    });
  });

  test('must leave an active integration whole', async () => {
    const input = { id: DEV.sendgrid, credentialsPatch: { apiKey: null } };
    expect(await refusal(gateway, callers.session, 'updateIntegration', input)).toMatchObject([
      error('MISSING_CREDENTIAL', 'credentialsPatch', 'apiKey'),
    ]);
  });

  test('is refused for API keys, before any upstream call', async () => {
    const input = { id: DEV.sendgrid, credentialsPatch: { from: 'x' } };
    expect(await refusal(gateway, callers.devKey, 'updateIntegration', input)).toMatchObject([
      error('INVALID_INPUT', 'credentialsPatch'),
    ]);
    expect(gateway.calls()).toEqual([]);
  });

  test('is refused where the current values are hidden, and writes nothing', async () => {
    const input = { id: DEV.sendgrid, credentialsPatch: { from: 'x' } };
    expect(await refusal(gateway, callers.viewer, 'updateIntegration', input)).toMatchObject([
      error('INVALID_INPUT', 'credentialsPatch'),
    ]);
    expect(gateway.calls()).toEqual(['GET /v1/integrations']);
  });

  test('is refused where some of them are, instead of losing those', async () => {
    const rewrite = (body: unknown) => {
      const { data } = body as { data: { _id: string; credentials: JsonObject }[] };
      const row = data.find(({ _id }) => _id === DEV.sendgrid);
      if (row) row.credentials = { ...row.credentials, apiKey: 'nvsk.00:11' };
      return body;
    };
    gateway.backend.faults.add({ kind: 'rewrite', route: '/v1/integrations', rewrite });
    const input = { id: DEV.sendgrid, credentialsPatch: { from: 'x' } };
    expect(await refusal(gateway, callers.session, 'updateIntegration', input)).toMatchObject([
      error('INVALID_INPUT', 'credentialsPatch'),
    ]);
  });

  test('merges over the values of now, not over those of the cache', async () => {
    const query = `{ integration(by: { id: "${DEV.sendgrid}" }) { credentials { ... on SendGridIntegrationCredentials { from } } } }`;
    await gateway.ask(callers.session, query);
    const direct = await fetch(`${gateway.backend.url}/v1/integrations/${DEV.sendgrid}`, {
      method: 'PUT',
      headers: { ...callers.session, 'content-type': 'application/json' },
      body: JSON.stringify({ credentials: { apiKey: 'k2', from: 'changed@acme.example', senderName: 's' } }),
    });
    expect(direct.status).toBe(200);
    const { integration } = await update(
      callers.session,
      { id: DEV.sendgrid, credentialsPatch: { senderName: 't' } },
      selection,
    );
    expect(integration.credentials).toMatchObject({ apiKey: 'k2', from: 'changed@acme.example', senderName: 't' });
  });
});
