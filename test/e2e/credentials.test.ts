import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DEV, fresh, stored } from '../helpers/demo-data.ts';
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

describe('typed credentials', () => {
  test('go upstream under the keys of the wire', async () => {
    const credentials = { appio: { appIOBaseUrl: 'https://appio.example' } };
    const selection = `integration { credentials { ... on AppIOIntegrationCredentials { appIOBaseUrl } } } ${ERRORS}`;
    const payload = await mutate(gateway, callers.session, 'createIntegration', { credentials }, selection);
    expect(payload).toEqual({ integration: { credentials: { appIOBaseUrl: 'https://appio.example' } }, errors: [] });
    expect(sentTo(gateway)).toMatchObject({
      providerId: 'appio',
      channel: 'push',
      credentials: { AppIOBaseUrl: 'https://appio.example' },
    });
  });

  test('have switches as Boolean, TLS options as an object, the port as text', async () => {
    const nodemailer = {
      host: 'smtp.acme.example',
      port: '587',
      secure: true,
      ignoreTls: false,
      tlsOptions: { minVersion: 'TLSv1.3' },
    };
    const fields = Object.keys(nodemailer).join(' ');
    const selection = `integration { credentials { ... on NodemailerIntegrationCredentials { ${fields} } } } ${ERRORS}`;
    const payload = await mutate(
      gateway,
      callers.session,
      'createIntegration',
      { credentials: { nodemailer } },
      selection,
    );
    expect(payload).toEqual({ integration: { credentials: nodemailer }, errors: [] });
    expect(sentTo(gateway).credentials).toEqual(nodemailer);
  });

  test('let a dropdown value pass that the catalog has not heard of', async () => {
    const credentials = { sendgrid: { apiKey: 'k', from: 'f', senderName: 's', region: 'moon' } };
    const payload = await mutate(gateway, callers.session, 'createIntegration', { active: true, credentials });
    expect(payload.errors).toEqual([]);
    expect(sentTo(gateway).credentials).toMatchObject({ region: 'moon' });
  });

  test('replace the stored object whole', async () => {
    const credentials = { mailgun: { apiKey: 'k', user: 'u', domain: 'd', from: 'f', senderName: 's' } };
    expect((await update(callers.devKey, { id: DEV.mailgun, credentials })).errors).toEqual([]);
    expect(Object.keys(stored(gateway.backend, DEV.mailgun).credentials).sort()).toEqual(
      Object.keys(credentials.mailgun).sort(),
    );
  });

  test('hold what does not fit as `extra`, and what fits after conversion where it belongs', async () => {
    gateway.backend.faults.add({
      kind: 'rewrite',
      route: '/v1/integrations',
      rewrite: (body) => {
        const { data } = body as { data: { _id: string; credentials: object }[] };
        const row = data.find(({ _id }) => _id === DEV.nodemailer);
        if (row) row.credentials = { port: 25, secure: 'true', requireTls: 'perhaps', host: ['a'], sinceTomorrow: 1 };
        return body;
      },
    });
    const { data } = await gateway.ask(
      fresh(callers.session),
      `{ integration(by: { id: "${DEV.nodemailer}" }) { credentials { ... on NodemailerIntegrationCredentials { port secure requireTls host extra } } } }`,
    );
    expect(data.integration.credentials).toEqual({
      port: '25',
      secure: true,
      requireTls: null,
      host: null,
      extra: { requireTls: 'perhaps', host: ['a'], sinceTomorrow: 1 },
    });
  });
});

describe('a form for any provider', () => {
  const FORM = `credentials { __typename ... on IntegrationProviderCredentials { providerId values } } credentialState { key isSet }`;
  const read = async (id: string, caller: Headers = callers.session) => {
    const { data } = await gateway.ask(fresh(caller), `{ integration(by: { id: "${id}" }) { ${FORM} } }`);
    return data.integration;
  };
  const rewritten = (providerId: string, credentials: unknown) => {
    const rewrite = (body: unknown) => {
      const { data } = body as { data: { _id: string; providerId: string; credentials: unknown }[] };
      const row = data.find(({ _id }) => _id === DEV.nodemailer);
      if (row) Object.assign(row, { providerId, credentials });
      return body;
    };
    gateway.backend.faults.add({ kind: 'rewrite', route: '/v1/integrations', rewrite });
    return read(DEV.nodemailer);
  };

  test('reads all values by the keys of the catalog, and which of them are there, in its order', async () => {
    const stored = {
      sinceTomorrow: 1,
      port: 25,
      secure: 'true',
      requireTls: 'perhaps',
      host: '',
      user: null,
      from: 'f',
    };
    const { credentials, credentialState } = await rewritten('nodemailer', { ...stored, tlsOptions: { a: 1 } });
    expect(credentials).toEqual({
      __typename: 'NodemailerIntegrationCredentials',
      providerId: 'nodemailer',
      values: { ...stored, port: '25', secure: true, tlsOptions: { a: 1 } },
    });
    const fields = ['user', 'password', 'host', 'port', 'secure', 'requireTls', 'ignoreTls', 'tlsOptions', 'domain'];
    const keys = [...fields, 'secretKey', 'accountSid', 'from', 'senderName', 'sinceTomorrow'];
    expect(credentialState.map(({ key }: { key: string }) => key)).toEqual(keys);
    expect(credentialState.flatMap((one: { key: string; isSet: boolean }) => (one.isSet ? [one.key] : []))).toEqual([
      'port',
      'secure',
      'requireTls',
      'tlsOptions',
      'from',
      'sinceTomorrow',
    ]);
  });

  test('finds a value under the name of its field, whatever a stray key is called', async () => {
    const stored = { AppIOBaseUrl: 'https://one.example', appIOBaseUrl: 'stray' };
    const { credentials, credentialState } = await rewritten('appio', stored);
    expect(credentials.values).toEqual({ appIOBaseUrl: 'https://one.example' });
    expect(credentialState[0]).toEqual({ key: 'appIOBaseUrl', isSet: true });
  });

  test.each(['acme-postbox', 'discord'])('reads what is stored of %s, which has no fields', async (providerId) => {
    const values = { token: 't', deep: { a: [null] } };
    expect(await rewritten(providerId, values)).toEqual({
      credentials: { __typename: 'UnknownProviderIntegrationCredentials', providerId, values },
      credentialState: [
        { key: 'token', isSet: true },
        { key: 'deep', isSet: true },
      ],
    });
  });

  test('reads that a provider that takes none has none', async () => {
    expect(await rewritten('discord', {})).toEqual({
      credentials: { __typename: 'NoIntegrationCredentials', providerId: 'discord', values: null },
      credentialState: [],
    });
  });

  test('is not told what is stored where Novu does not show all of it, or the caller may not see it', async () => {
    const part = await rewritten('sendgrid', { apiKey: 'nvsk.00:11', from: 'f' });
    expect(part).toMatchObject({ credentials: { values: { from: 'f' } }, credentialState: null });
    gateway.backend.faults.clear();
    for (const caller of [callers.devKey, callers.viewer]) {
      expect(await read(DEV.sendgrid, caller)).toEqual({
        credentials: { __typename: 'HiddenIntegrationCredentials' },
        credentialState: null,
      });
    }
  });

  test('creates an integration of a provider without fields by its id, and with raw ones should Novu ask for some', async () => {
    const { data } = await gateway.ask({}, '{ integrationProviders { id kind credentialsInputField } }');
    const catalog: { id: string; kind: string; credentialsInputField: string | null }[] = data.integrationProviders;
    const without = catalog.filter(({ credentialsInputField }) => credentialsInputField === null);
    expect(without.map(({ id }) => id)).toEqual(expect.arrayContaining(['discord', 'mattermost', 'opsgenie']));
    for (const providerId of ['discord', 'mattermost', 'opsgenie']) {
      for (const more of [{}, { credentials: { raw: { apiKey: 'k' } } }]) {
        const input = { providerId, active: true, ...more };
        expect((await mutate(gateway, callers.session, 'createIntegration', input)).errors).toEqual([]);
      }
    }
  });
});

describe('raw credentials', () => {
  test('go upstream as they are, for any provider', async () => {
    const raw = { apiKey: 'k', ipPoolName: 'pool', tlsOptions: { a: [1] } };
    expect((await update(callers.devKey, { id: DEV.sendgrid, credentials: { raw } })).errors).toEqual([]);
    expect(sentTo(gateway)).toEqual({ credentials: raw, check: false });
  });
});

test.each([
  [
    'typed',
    { credentials: { sendgrid: { apiKey: 'nvsk.00:11', from: 'f', senderName: 's' } } },
    ['credentials', 'sendgrid', 'apiKey'],
  ],
  ['raw', { credentials: { raw: { token: { deep: 'nvsk.00:11' } } } }, ['credentials', 'raw', 'token']],
  ['patched', { credentialsPatch: { apiKey: 'nvsk.00:11' } }, ['credentialsPatch', 'apiKey']],
  [
    'in the depth of a patch',
    { credentialsPatch: { tlsOptions: { ca: ['nvsk.00:11'] } } },
    ['credentialsPatch', 'tlsOptions'],
  ],
  [
    'in the depth of a typed one',
    { credentials: { nodemailer: { tlsOptions: '{"ca":"nvsk.00:11"}' } } },
    ['credentials', 'nodemailer', 'tlsOptions'],
  ],
  [
    'in the depth of an extra one',
    { credentials: { sendgrid: { extra: { a: { b: 'nvsk.00:11' } } } } },
    ['credentials', 'sendgrid', 'extra', 'a'],
  ],
  [
    'a signing key',
    { configurations: { inboundWebhookSigningKey: 'nvsk.00:11' } },
    ['configurations', 'inboundWebhookSigningKey'],
  ],
  [
    'another configuration',
    { configurations: { other: { pushResources: [{ a: 'nvsk.00:11' }] } } },
    ['configurations', 'other', 'pushResources'],
  ],
])('a value in stored form is no credential (%s), and nothing is sent', async (_name, given, path) => {
  gateway.calls();
  expect(await refusal(gateway, callers.session, 'updateIntegration', { id: DEV.sendgrid, ...given })).toMatchObject([
    error('INVALID_INPUT', ...path),
  ]);
  expect(gateway.calls()).toEqual([]);
});
