import type { IntegrationSeed } from './seed.ts';
import { type DemoRow, developmentRows } from './seed-development.ts';

const productionRows: readonly DemoRow[] = [
  {
    providerId: 'sendgrid',
    channel: 'email',
    identifier: 'sendgrid',
    name: 'SendGrid',
    credentials: {
      apiKey: 'SG.demoAcmeProduction.zyxwvutsrqponmlkjihgfedcba9876543210',
      region: 'eu',
      from: 'hello@acme.example',
      senderName: 'Acme',
    },
    active: true,
    primary: true,
    priority: 3,
  },
  {
    providerId: 'ses',
    channel: 'email',
    identifier: 'ses',
    name: 'SES',
    credentials: {
      apiKey: 'AKIADEMODEMODEMODEMO',
      secretKey: 'demo/aws/secret/key/0123456789abcdef',
      region: 'eu-central-1',
      from: 'hello@acme.example',
      senderName: 'Acme',
    },
    active: true,
    priority: 2,
  },
  {
    providerId: 'mailjet',
    channel: 'email',
    identifier: 'mailjet-enterprise',
    name: 'Mailjet for enterprise customers',
    credentials: {
      apiKey: 'demo0123456789abcdef0123456789ab',
      secretKey: 'demofedcba9876543210fedcba987654',
      from: 'enterprise@acme.example',
      senderName: 'Acme Enterprise',
    },
    active: true,
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
    providerId: 'nexmo',
    channel: 'sms',
    identifier: 'vonage',
    name: 'Vonage',
    credentials: { apiKey: 'demo4f1c', secretKey: 'demo-vonage-secret', from: 'Acme' },
    active: true,
    primary: true,
    priority: 1,
  },
  {
    providerId: 'novu',
    channel: 'in_app',
    identifier: 'inbox',
    name: 'Inbox',
    credentials: { hmac: false },
    active: true,
  },
  {
    providerId: 'msteams',
    channel: 'chat',
    identifier: 'teams',
    name: 'Microsoft Teams',
    credentials: {
      clientId: '00000000-0000-4000-8000-00000000c1d1',
      secretKey: 'demo-teams-client-secret',
      tenantId: '00000000-0000-4000-8000-0000000007e4',
    },
    active: true,
  },
  {
    providerId: 'apns',
    channel: 'push',
    identifier: 'apns',
    name: 'APNs',
    credentials: {
      secretKey: 'demo-not-a-p8-key',
      apiKey: 'DEMOKEYID1',
      projectName: 'DEMOTEAM01',
      applicationId: 'com.acme.example',
      secure: true,
    },
    active: true,
  },
  {
    providerId: 'one-signal',
    channel: 'push',
    identifier: 'one-signal',
    name: 'OneSignal',
    credentials: {
      applicationId: '00000000-0000-4000-8000-000000000051',
      apiKey: 'os_v2_app_demo',
      apiVersion: 'externalId',
    },
    active: false,
  },
  {
    providerId: 'pagerduty',
    channel: 'tool',
    kind: 'delivery',
    identifier: 'pagerduty',
    name: 'PagerDuty',
    active: true,
  },
];

const globexRows: readonly DemoRow[] = [
  {
    providerId: 'postmark',
    channel: 'email',
    identifier: 'postmark',
    name: 'Postmark',
    credentials: { apiKey: '00000000-0000-4000-8000-00000000d3e0', from: 'post@globex.example', senderName: 'Globex' },
    active: true,
    primary: true,
    priority: 1,
  },
  {
    providerId: 'plivo',
    channel: 'sms',
    identifier: 'plivo',
    name: 'Plivo',
    credentials: { accountSid: 'MADEMOGLOBEX00000001', token: 'demo-plivo-token', from: '+15005550001' },
    active: true,
    primary: true,
    priority: 1,
  },
  {
    providerId: 'novu',
    channel: 'in_app',
    identifier: 'inbox',
    name: 'Inbox',
    credentials: { hmac: false },
    active: true,
  },
  { providerId: 'discord', channel: 'chat', identifier: 'discord', name: 'Discord', active: true },
  {
    providerId: 'expo',
    channel: 'push',
    identifier: 'expo',
    name: 'Expo Push',
    credentials: { apiKey: 'demo-expo-access-token' },
    active: true,
  },
];

/** The 25 demo integrations; ids `65b` + last digit of the environment + running number. */
export const demoIntegrations: readonly IntegrationSeed[] = [
  ...place(developmentRows, '65a000000000000000000001'),
  ...place(productionRows, '65a000000000000000000002'),
  ...place(globexRows, '65a000000000000000000003'),
];

function place(rows: readonly DemoRow[], environmentId: string): IntegrationSeed[] {
  return rows.map((row, index) => ({
    ...row,
    id: `65b${environmentId.slice(-1)}${String(index + 1).padStart(20, '0')}`,
    environmentId,
  }));
}
