import type { JsonObject } from '../../src/model/json.ts';
import { ACME_DEVELOPMENT, ACME_PRODUCTION, demoSeed, GLOBEX_DEVELOPMENT } from '../../src/novu-double/seed/seed.ts';
import type { Generation } from '../../src/novu-double/state/records.ts';
import type { Seed } from '../../src/novu-double/state/seed-types.ts';

/** Part of every secret value of {@link canarySeed}; no other value has it. */
export const CANARY = 'CANARY';
/** Part of every secret value of the other organization. */
export const GLOBEX_CANARY = 'CANARY-globex';

/** Of the form of an API key, and all the same a session token that Novu knows. */
export const HEX_SESSION = 'e'.repeat(32);

export const CANARY_IDS = {
  sendgrid: '65f100000000000000000001',
  nodemailer: '65f100000000000000000002',
  twilio: '65f100000000000000000003',
  slack: '65f100000000000000000004',
  unknown: '65f100000000000000000005',
  spare: '65f100000000000000000006',
  sns: '65f100000000000000000007',
  production: '65f200000000000000000001',
  globex: '65f300000000000000000001',
} as const;

/** A marker under every key, public or not: a caller who may see none sees none. */
const marked = (name: string, keys: readonly string[], more: JsonObject = {}): JsonObject => ({
  ...Object.fromEntries(keys.map((key) => [key, `${CANARY}-${name}-${key}`])),
  ...more,
});

const configurations = (name: string): JsonObject => ({
  inboundWebhookEnabled: true,
  inboundWebhookSigningKey: `${CANARY}-${name}-signing`,
  unheardOf: `${CANARY}-${name}-configuration`,
});

/** The demo data with integrations whose credentials can be found again wherever they turn up. */
export function canarySeed(generation: Generation): Seed {
  const seed = demoSeed(generation);
  const [owner] = seed.sessions;
  if (owner === undefined) throw new Error('The demo data has a session');
  const row = (
    name: keyof typeof CANARY_IDS,
    providerId: string,
    channel: 'email' | 'sms' | 'chat',
    credentials: JsonObject,
  ) => ({
    id: CANARY_IDS[name],
    identifier: name,
    name,
    providerId,
    channel,
    credentials,
    configurations: configurations(name),
    active: true,
  });
  const dev = { environmentId: ACME_DEVELOPMENT };
  const sendgrid = ['apiKey', 'region', 'ipPoolName', 'from', 'senderName', 'secretKey', 'accessKey', 'token'];
  return {
    ...seed,
    sessions: [...seed.sessions, { ...owner, token: HEX_SESSION }, { ...owner, token: HEX_SESSION.toUpperCase() }],
    otherTokens:
      generation === 'api2024'
        ? []
        : [
            { scheme: 'Keyless', token: 'keyless-token', environmentId: ACME_DEVELOPMENT },
            { scheme: 'OAuth2', token: 'oauth2-token', environmentId: ACME_DEVELOPMENT },
          ],
    integrations: [
      { ...row('sendgrid', 'sendgrid', 'email', marked('sendgrid', sendgrid)), ...dev, primary: true, priority: 3 },
      {
        ...row(
          'nodemailer',
          'nodemailer',
          'email',
          marked('nodemailer', ['user', 'password', 'secretKey', 'domain', 'accountSid', 'from', 'senderName'], {
            host: `${CANARY}-host.invalid`,
            port: '25',
            tlsOptions: { deep: [{ key: `${CANARY}-nodemailer-tls` }] },
          }),
        ),
        ...dev,
        priority: 2,
      },
      { ...row('spare', 'sendgrid', 'email', marked('spare', sendgrid)), ...dev, priority: 1 },
      {
        ...row('twilio', 'twilio', 'sms', marked('twilio', ['accountSid', 'token', 'from'])),
        ...dev,
        primary: true,
        priority: 2,
      },
      { ...row('sns', 'sns', 'sms', marked('sns', ['apiKey', 'secretKey', 'region'])), ...dev, priority: 1 },
      {
        ...row('slack', 'slack', 'chat', marked('slack', ['applicationId', 'clientId', 'secretKey', 'redirectUrl'])),
        ...dev,
      },
      { ...row('unknown', 'carrier-pigeon', 'chat', marked('unknown', ['apiKey', 'baseUrl', 'webhookUrl'])), ...dev },
      { ...row('production', 'sendgrid', 'email', marked('production', sendgrid)), environmentId: ACME_PRODUCTION },
      { ...row('globex', 'sendgrid', 'email', marked('globex', sendgrid)), environmentId: GLOBEX_DEVELOPMENT },
    ],
  };
}
