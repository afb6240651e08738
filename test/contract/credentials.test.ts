import { describe, expect, test } from '@jest/globals';
import {
  apiKey,
  email,
  expectInvalid,
  expectRefusal,
  GENERATIONS,
  idOf,
  integration,
  listed,
  startWith,
  V1,
} from './support.ts';

/** The 67 keys of contract §2.4 by the set that added them, and the three that only the server's code names. */
const SETS = {
  AB: `apiKey user secretKey domain password host port secure region accountSid messageProfileId token from senderName
    projectName applicationId clientId requireTls ignoreTls tlsOptions baseUrl webhookUrl redirectUrl hmac serviceAccount
    ipPoolName apiKeyRequestHeader secretKeyRequestHeader idPath datePath apiToken authenticateByToken
    authenticationTokenKey instanceId alertUid title imageUrl state externalLink channelId phoneNumberIdentification
    accessKey`,
  CDE: `appSid senderId tenantId AppIOBaseUrl signingSecret outboundIntegrationId useFromAddressOverride
    fromAddressOverride emailSlugPrefix externalEnvironmentId externalVaultId externalWorkspaceId hmacSecretKeyEncoding
    configurationSetName outboundConnectedAt whatsNextCompletedAt contentType apiURL appID businessAccountId apiVersion
    servicePlanId method headers body isNovuManaged inboxRoutingKey sharedInboxDisabled`,
};
const VALUES: Readonly<Record<string, unknown>> = {
  secure: true,
  requireTls: true,
  ignoreTls: false,
  hmac: true,
  authenticateByToken: true,
  useFromAddressOverride: false,
  sharedInboxDisabled: true,
  isNovuManaged: true,
  tlsOptions: { ca: 'x' },
  hmacSecretKeyEncoding: 'hex',
};
const everything = Object.fromEntries(
  [...SETS.AB.split(/\s+/), ...SETS.CDE.split(/\s+/)].map((key) => [key, VALUES[key] ?? `value of ${key}`]),
);
const SECURE = ['apiKey', 'apiToken', 'password', 'secretKey', 'serviceAccount', 'token'];

describe.each(GENERATIONS)('contract §2.4, credentials on %s', (generation) => {
  test('the generation’s keys are stored, the secure ones encrypted', async () => {
    const backend = await startWith([], { generation });
    const body = { providerId: 'foo', channel: 'chat', credentials: everything };
    const { _id } = integration(await apiKey(backend).post(V1, body), 201);
    const { credentials = {} } = await listed(backend, _id);
    const keys = (generation === 'api2024' ? SETS.AB : `${SETS.AB} ${SETS.CDE}`).split(/\s+/);
    expect(keys).toHaveLength(generation === 'api2024' ? 42 : 70);
    expect(credentials).toEqual(Object.fromEntries(keys.map((key) => [key, everything[key]])));
    const stored = Object.entries(backend.records()[0]?.credentials ?? {});
    const encrypted = stored
      .filter(([, value]) => /^nvsk\.[0-9a-f]{32}:[0-9a-f]+$/.test(String(value)))
      .map(([key]) => key);
    const secure = generation === 'api2024' ? SECURE : [...SECURE, 'headers', 'signingSecret'];
    expect(encrypted.sort()).toEqual(secure.sort());
  });

  test('each value is encrypted with an iv of its own', async () => {
    const same = { credentials: { apiKey: 'same' } };
    const backend = await startWith([email('A', same), email('B', same)], { generation });
    const [a, b] = backend.records().map(({ credentials }) => credentials.apiKey);
    expect(a).not.toBe(b);
  });

  test.each([
    ['SendGrid', 'sendgrid', 'send-grid'],
    ['MSTeams', 'msteams', 'ms-teams'],
    ['Brevo (formerly Sendinblue)', 'brevo-formerly-sendinblue', 'brevo-formerly-sendinblue'],
    ['Büro  Süd', 'buro-sud', 'buero-sued'],
    ['Mail & SMS', 'mail-and-sms', 'mail-and-sms'],
    ['100% Œuvre', '100percent-oeuvre', '100percent-oeuvre'],
    ["Anna's", 'annas', 'annas'],
  ])('§3.2: the identifier of %s', async (name, api2024, api2026) => {
    const backend = await startWith([], { generation });
    const { identifier } = integration(
      await apiKey(backend).post(V1, { name, providerId: 'foo', channel: 'chat', check: false }),
      201,
    );
    expect(identifier.slice(0, -11)).toBe(generation === 'api2024' ? api2024 : api2026);
  });

  test('§2.8: the name of the inbox is the same on both generations (R)', async () => {
    const backend = await startWith([], { generation });
    const { name } = integration(
      await apiKey(backend).post(V1, { providerId: 'novu', channel: 'in_app', check: false }),
      201,
    );
    expect(name).toBe('Novu Inbox');
  });
});

const PORT = 'SMTP port must be an integer between 1 and 65535.';
const PRIVATE = (address: string) =>
  `Requests to private or reserved IP addresses are not allowed (resolved: ${address}).`;

describe('contract §3.3, credentials that api2026 manages', () => {
  const put = async (id: string, seed: Parameters<typeof email>[1], body: object) => {
    const backend = await startWith([email('W', seed)]);
    integration(await apiKey(backend).put(`${V1}/${id}`, body), 200);
    return (await listed(backend, id)).credentials;
  };
  const whatsapp = { providerId: 'whatsapp-business', channel: 'chat' } as const;

  test('WhatsApp merges: what is left out or blank stays (R26)', async () => {
    const stored = { ...whatsapp, credentials: { apiToken: 'a', token: 't' } };
    const apiToken = { credentials: { apiToken: 'b' } };
    expect(await put(idOf('W'), stored, apiToken)).toEqual({ apiToken: 'b', token: 't' });
    const blank = { credentials: { apiToken: '', token: 'u', isNovuManaged: true } };
    expect(await put(idOf('W'), stored, blank)).toEqual({ apiToken: 'a', token: 'u' });
  });

  test('an email agent keeps its own three keys, whatever is sent', async () => {
    const credentials = { secretKey: 's', inboxRoutingKey: 'r', senderName: 'old' };
    const sent = { secretKey: 'x', inboxRoutingKey: 'y', sharedInboxDisabled: true, senderName: 'new' };
    const kept = await put(idOf('W'), { providerId: 'novu-email-agent', credentials }, { credentials: sent });
    expect(kept).toEqual({ secretKey: 's', inboxRoutingKey: 'r', senderName: 'new' });
  });

  test.each([
    ['nodemailer', 'email', { host: '127.0.0.1' }, PRIVATE('127.0.0.1')],
    ['nodemailer', 'email', { host: 'smtp.acme.example', port: '70000' }, PORT],
    ['nodemailer', 'email', { host: 'LOCALHOST' }, 'Requests to "localhost" are not allowed.'],
    ['nodemailer', 'email', { host: '10.1.2.3' }, PRIVATE('10.1.2.3')],
    ['nodemailer', 'email', { host: '192.168.0.1' }, PRIVATE('192.168.0.1')],
    ['nodemailer', 'email', { host: '172.31.0.1' }, PRIVATE('172.31.0.1')],
    ['nodemailer', 'email', { host: '169.254.169.254' }, PRIVATE('169.254.169.254')],
    ['nodemailer', 'email', { host: '[::1]' }, 'SMTP host contains invalid characters.'],
    ['nodemailer', 'email', { host: 'smtp.acme.example', port: '0' }, PORT],
    ['nodemailer', 'email', { host: 'smtp.acme.example', port: '65536' }, PORT],
    ['sinch', 'sms', { region: 'moon' }, 'Invalid Sinch region. Allowed regions: eu, us, au, br, ca.'],
    ['nodemailer', 'email', { host: 'smtp.acme.example' }, PORT],
  ] as const)('%s for %s: %j is not safe', async (providerId, channel, credentials, text) => {
    const backend = await startWith([email('W', { providerId, channel })]);
    expectRefusal(await apiKey(backend).put(`${V1}/${idOf('W')}`, { credentials }), 'api2026', 400, text);
  });

  test('an unknown encoding is refused', async () => {
    const backend = await startWith([email('W')]);
    const reply = await apiKey(backend).put(`${V1}/${idOf('W')}`, { credentials: { hmacSecretKeyEncoding: 'rot13' } });
    const text = 'credentials.hmacSecretKeyEncoding must be one of the following values: text, base64, hex';
    expectInvalid(reply, 'api2026', [text]);
  });

  test('§2.5: configurations are replaced whole', async () => {
    const backend = await startWith([
      email('W', { configurations: { inboundWebhookEnabled: true, payloadSchema: '{}' } }),
    ]);
    const configurations = { inboundWebhookEnabled: false };
    const updated = integration(await apiKey(backend).put(`${V1}/${idOf('W')}`, { configurations }), 200);
    expect(updated.configurations).toEqual(configurations);
  });
});
