import { type Call, param, requireEnvironment } from '../state/call.ts';
import { notFound } from '../state/errors.ts';
import type { IntegrationRecord } from '../state/records.ts';
import { timestamp } from '../state/server-state.ts';
import { writeAnswer } from './present.ts';
import { missingCredentials } from './provider-check.ts';
import { findOwned, requireMongoId, requireOwnRecord } from './scope.ts';

/** Providers for which Novu can set up its inbound webhook (contract §2.5). */
const CONFIGURABLE = new Set('mailgun sendgrid ses resend anypost pushpad fcm expo apns push-webhook'.split(' '));

/**
 * POST /v1/integrations/{integrationId}/auto-configure (contract §2.6): a refusal by the provider is `success: false`
 * with a 2xx status. The answer shows credentials in clear to every caller (contract §4.3). The simulated provider
 * accepts complete credentials.
 */
export function autoConfigure(call: Call): { success: boolean; message?: string; integration?: object } {
  const id = param(call, 'integrationId');
  requireEnvironment(call);
  requireMongoId(id);
  const record = findOwned(call, id);
  if (record === undefined) throw notFound(`Integration not found, id: ${id}`);
  requireOwnRecord(call, record, 'auto-configure');
  const refusal = refusalOf(record);
  if (refusal !== undefined) return { success: false, message: refusal };
  record.configurations = {
    ...record.configurations,
    inboundWebhookEnabled: true,
    inboundWebhookSigningKey: `demo-signing-key-${record._id}`,
  };
  record.updatedAt = timestamp(call.state);
  return {
    success: true,
    message: 'The inbound webhook is set up',
    integration: { ...writeAnswer(call, record), credentials: call.state.cipher.decryptAll(record.credentials) },
  };
}

function refusalOf({ providerId, credentials }: IntegrationRecord): string | undefined {
  if (!CONFIGURABLE.has(providerId)) return `Auto-configuration is not supported for ${providerId}`;
  const missing = missingCredentials(providerId, credentials);
  return missing.length > 0 ? `Credentials are incomplete: ${missing.join(', ')}` : undefined;
}
