import type { Integration } from '../../../src/model/integration.ts';

const PROVIDERS = [
  'sendgrid',
  'mailgun',
  'ses',
  'twilio',
  'vonage',
  'slack',
  'msteams',
  'fcm',
  'apns',
  'onesignal',
] as const;
const CHANNELS = ['EMAIL', 'EMAIL', 'EMAIL', 'SMS', 'SMS', 'CHAT', 'CHAT', 'PUSH', 'PUSH', 'PUSH'] as const;

/** A list as real organizations have it: ids of 24 hex digits, slugs with a short code, and few rare fields. */
export function sampleList(length: number): readonly Integration[] {
  return Array.from({ length }, (_, index) => sampleIntegration(index));
}

function sampleIntegration(index: number): Integration {
  const provider = index % PROVIDERS.length;
  const providerId = PROVIDERS[provider] ?? 'sendgrid';
  const name = `${providerId[0]?.toUpperCase()}${providerId.slice(1)} for team ${index}`;
  return {
    id: hex(index, 24),
    environmentId: hex(index % 2, 24),
    organizationId: hex(77, 24),
    identifier: `${providerId}-for-team-${index}-${hex(index, 6)}`,
    name,
    providerId,
    channel: CHANNELS[provider] ?? null,
    kind: 'DELIVERY',
    active: index % 3 !== 0,
    primary: index === 1,
    priority: index % 20,
    configurations: index % 8 === 0 ? { inboundWebhookEnabled: true, payloadSchema: null, other: null } : null,
    conditions: index % 5 === 0 ? [CONDITION] : [],
    rules: null,
    removeNovuBranding: index % 4 === 0 ? false : null,
    createdAt: new Date(1_700_000_000_000 + index * 86_461_003).toISOString(),
    updatedAt: new Date(1_710_000_000_000 + index * 43_261_007).toISOString(),
    deleted: false,
    deletedAt: null,
    deletedBy: null,
    connected: null,
    provisioning: null,
  };
}

const CONDITION = {
  isNegated: false,
  type: 'GROUP',
  value: 'AND',
  children: [{ field: 'identifier', value: 'pepper', operator: 'EQUAL', on: 'tenant' }],
};

/** Digits without a pattern that compression or sharing could live on. */
function hex(seed: number, digits: number): string {
  let state = (seed + 1) * 2_654_435_761;
  let text = '';
  while (text.length < digits) {
    state = (state * 1_103_515_245 + 12_345) % 4_294_967_296;
    text += Math.floor(state).toString(16).padStart(8, '0');
  }
  return text.slice(0, digits);
}
