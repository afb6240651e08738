import type { IntegrationSeed } from '../../src/novu-double/state/seed-types.ts';

/** `count` inactive integrations of one environment, for tests of size. Every provider of a short list in turn. */
export function manyIntegrations(count: number, environmentId: string): IntegrationSeed[] {
  const kinds = [
    { providerId: 'sendgrid', channel: 'email', credentials: { apiKey: 'SG.many-demo', from: 'many@acme.example' } },
    { providerId: 'twilio', channel: 'sms', credentials: { accountSid: 'AC-many-demo', token: 'many-demo-token' } },
    { providerId: 'discord', channel: 'chat', credentials: {} },
    { providerId: 'expo', channel: 'push', credentials: { apiKey: 'expo-many-demo' } },
  ] as const;
  return Array.from({ length: count }, (_, index) => ({
    ...(kinds[index % kinds.length] ?? kinds[0]),
    id: `65c${environmentId.slice(-5)}${index.toString(16).padStart(16, '0')}`,
    environmentId,
    identifier: `many-${index}`,
    name: `Many ${index}`,
  }));
}
