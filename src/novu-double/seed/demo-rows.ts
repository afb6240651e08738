import type { WireChannel } from '../state/records.ts';
import type { IntegrationSeed } from '../state/seed-types.ts';

/** A demo integration before it is put into its environment. */
type DemoRow = Omit<IntegrationSeed, 'id' | 'environmentId'>;

/** An active integration of a channel, or of none for an agent. */
function active(channel: WireChannel | undefined, providerId: string, identifier: string, name: string): DemoRow {
  return { providerId, identifier, name, active: true, ...(channel && { channel }) };
}

/** Acme Development. All credentials in this file are invented and have the shape of real ones. */
export const developmentRows: readonly DemoRow[] = [
  {
    ...active('email', 'sendgrid', 'sendgrid', 'SendGrid'),
    credentials: {
      apiKey: 'SG.demoAcmeDevelopment.0123456789abcdefghijklmnopqrstuvwxyz',
      ipPoolName: 'transactional',
      from: 'hello@dev.acme.example',
      senderName: 'Acme (dev)',
    },
    configurations: { inboundWebhookEnabled: true, inboundWebhookSigningKey: 'demo-signing-key-acme-dev' },
    primary: true,
    priority: 2,
  },
  {
    ...active('email', 'mailgun', 'mailgun-fallback', 'Mailgun fallback'),
    credentials: {
      apiKey: 'key-demo0123456789abcdef0123456789ab',
      baseUrl: 'https://api.eu.mailgun.net',
      user: 'postmaster',
      domain: 'mg.acme.example',
      from: 'fallback@mg.acme.example',
      senderName: 'Acme',
    },
    priority: 1,
  },
  {
    ...active('email', 'nodemailer', 'office-smtp', 'Office SMTP'),
    credentials: {
      user: 'mailer',
      password: 'demo-smtp-password',
      host: 'smtp.acme.example',
      port: '587',
      secure: false,
      requireTls: true,
      tlsOptions: { rejectUnauthorized: false, minVersion: 'TLSv1.2' },
      from: 'office@acme.example',
      senderName: 'Acme Office',
    },
    active: false,
  },
  {
    ...active('sms', 'twilio', 'twilio', 'Twilio'),
    credentials: { accountSid: 'ACdemo0000000000000000000000000001', token: 'demo-twilio-token', from: '+15005550006' },
    primary: true,
    priority: 1,
  },
  { ...active('in_app', 'novu', 'inbox', 'Inbox'), credentials: { hmac: true } },
  {
    ...active('chat', 'slack', 'slack', 'Slack'),
    credentials: {
      applicationId: 'A0DEMO00001',
      clientId: '1000000000001.2000000000002',
      secretKey: 'demo-slack-client-secret',
      signingSecret: 'demo-slack-signing-secret',
      redirectUrl: 'https://acme.example/slack/done',
      hmac: false,
    },
  },
  {
    ...active('chat', 'telegram', 'telegram-bot', 'Telegram bot'),
    credentials: { apiToken: '110201543:demo-telegram-bot-token' },
  },
  {
    ...active('push', 'fcm', 'fcm', 'Firebase Cloud Messaging'),
    credentials: {
      serviceAccount: '{"type":"service_account","project_id":"acme-dev","private_key":"demo-not-a-key"}',
    },
  },
  {
    ...active('tool', 'tool-webhook', 'ticket-desk', 'Ticket desk'),
    kind: 'delivery',
    credentials: {
      method: 'POST',
      webhookUrl: 'https://tickets.acme.example/hooks/demo-4f1c',
      headers: '{"X-Token":"demo-ticket-token"}',
      body: '{"title":"{{payload.title}}"}',
      secretKey: 'demo-ticket-secret',
    },
  },
  {
    ...active(undefined, 'anthropic', 'support-agent', 'Support agent'),
    kind: 'agent',
    credentials: { apiKey: 'sk-ant-demo-0123456789', externalEnvironmentId: 'env_demo_acme' },
  },
  // A provider that the catalog lacks: the API accepts any string.
  {
    ...active('chat', 'acme-postbox', 'acme-postbox', 'Acme Postbox'),
    credentials: { apiKey: 'demo-postbox-key', baseUrl: 'https://postbox.acme.example' },
  },
];

/** Acme Production. */
export const productionRows: readonly DemoRow[] = [
  {
    ...active('email', 'sendgrid', 'sendgrid', 'SendGrid'),
    credentials: {
      apiKey: 'SG.demoAcmeProduction.zyxwvutsrqponmlkjihgfedcba9876543210',
      region: 'eu',
      from: 'hello@acme.example',
      senderName: 'Acme',
    },
    primary: true,
    priority: 3,
  },
  {
    ...active('email', 'ses', 'ses', 'SES'),
    credentials: {
      apiKey: 'AKIADEMODEMODEMODEMO',
      secretKey: 'demo/aws/secret/key/0123456789abcdef',
      region: 'eu-central-1',
      from: 'hello@acme.example',
      senderName: 'Acme',
    },
    priority: 2,
  },
  {
    ...active('email', 'mailjet', 'mailjet-enterprise', 'Mailjet for enterprise customers'),
    credentials: {
      apiKey: 'demo0123456789abcdef0123456789ab',
      secretKey: 'demofedcba9876543210fedcba987654',
      from: 'enterprise@acme.example',
      senderName: 'Acme Enterprise',
    },
    priority: 1,
    conditions: [
      {
        isNegated: false,
        type: 'GROUP',
        value: 'AND',
        children: [{ field: 'plan', value: 'enterprise', operator: 'EQUAL', on: 'payload' }],
      },
    ],
  },
  {
    ...active('sms', 'nexmo', 'vonage', 'Vonage'),
    credentials: { apiKey: 'demo4f1c', secretKey: 'demo-vonage-secret', from: 'Acme' },
    primary: true,
    priority: 1,
  },
  { ...active('in_app', 'novu', 'inbox', 'Inbox'), credentials: { hmac: false } },
  {
    ...active('chat', 'msteams', 'teams', 'Microsoft Teams'),
    credentials: {
      clientId: '00000000-0000-4000-8000-00000000c1d1',
      secretKey: 'demo-teams-client-secret',
      tenantId: '00000000-0000-4000-8000-0000000007e4',
    },
  },
  {
    ...active('push', 'apns', 'apns', 'APNs'),
    credentials: {
      secretKey: 'demo-not-a-p8-key',
      apiKey: 'DEMOKEYID1',
      projectName: 'DEMOTEAM01',
      applicationId: 'com.acme.example',
      secure: true,
    },
  },
  {
    ...active('push', 'one-signal', 'one-signal', 'OneSignal'),
    credentials: {
      applicationId: '00000000-0000-4000-8000-000000000051',
      apiKey: 'os_v2_app_demo',
      apiVersion: 'externalId',
    },
    active: false,
  },
  { ...active('tool', 'pagerduty', 'pagerduty', 'PagerDuty'), kind: 'delivery' },
];

/** Globex Development. */
export const globexRows: readonly DemoRow[] = [
  {
    ...active('email', 'postmark', 'postmark', 'Postmark'),
    credentials: { apiKey: '00000000-0000-4000-8000-00000000d3e0', from: 'post@globex.example', senderName: 'Globex' },
    primary: true,
    priority: 1,
  },
  {
    ...active('sms', 'plivo', 'plivo', 'Plivo'),
    credentials: { accountSid: 'MADEMOGLOBEX00000001', token: 'demo-plivo-token', from: '+15005550001' },
    primary: true,
    priority: 1,
  },
  { ...active('in_app', 'novu', 'inbox', 'Inbox'), credentials: { hmac: false } },
  { ...active('chat', 'discord', 'discord', 'Discord') },
  { ...active('push', 'expo', 'expo', 'Expo Push'), credentials: { apiKey: 'demo-expo-access-token' } },
];
