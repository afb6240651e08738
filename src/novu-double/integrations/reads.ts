import { findProvider } from '../../catalog/catalog.ts';
import { type Call, isEnvironmentScoped, param, requireEnvironment } from '../state/call.ts';
import { ApiError, badRequest, notFound, ServerFailureError, ValidationError } from '../state/errors.ts';
import { CHANNELS, type IntegrationRecord } from '../state/records.ts';
import { listItem } from './present.ts';
import { supportsPrimary } from './priorities.ts';
import { isObjectId } from './scope.ts';

/** GET /v1/integrations: all environments; API keys of api2026 see only their own (contract §3.7). */
export function listIntegrations(call: Call): object[] {
  return visible(call).map((record) => listItem(call, record));
}

/** GET /v1/integrations/active. */
export function listActive(call: Call): object[] {
  return visible(call)
    .filter((record) => record.active)
    .map((record) => listItem(call, record));
}

/** GET /v1/integrations/webhook/provider/{providerOrIntegrationId}/status (contract §3.8). */
export function webhookStatus(call: Call): boolean {
  requireEnvironment(call);
  const value = param(call, 'providerOrIntegrationId');
  const record = findForWebhook(call, value);
  if (record === undefined) throw notFound(`Integration for ${value} was not found`);
  if (Object.keys(record.credentials).length === 0) {
    throw badRequest(`Integration ${record._id} doesn't have credentials set up`);
  }
  if (!supportsPrimary(record)) {
    throw badRequest(`Webhook for ${record.providerId}-${record.channel} is not supported yet`);
  }
  requireHandler(record);
  return WITH_WEBHOOK[call.state.generation].has(record.providerId);
}

/**
 * Upstream cannot read delivery events of some providers.
 * @throws ApiError 404 for sms, 500 for email.
 */
function requireHandler({ _id, providerId, channel }: IntegrationRecord): void {
  if (findProvider(providerId) !== undefined && providerId !== 'bulk-sms') return;
  const text = `Handler for integration of ${_id} was not found`;
  throw channel === 'email' ? new ApiError(500, text) : notFound(text);
}

/** GET /v1/integrations/{channelType}/limit: use of Novu's demo providers, which is always 0 here (contract §3.8). */
export function channelLimit(call: Call): { limit: number; count: number } {
  requireEnvironment(call);
  const channel = param(call, 'channelType');
  const known = CHANNELS[call.state.generation];
  if (!known.some((name) => name === channel)) {
    const message = `channelType must be one of the following values: ${known.join(', ')}`;
    throw new ValidationError([message], 'channelType', channel);
  }
  const limits: Readonly<Record<string, number>> = call.state.demoCredentials
    ? { email: 300, sms: 20, ...(call.state.generation === 'api2026' && { chat: 300 }) }
    : {};
  return { limit: limits[channel] ?? 0, count: 0 };
}

/** GET /v1/integrations/in-app/status (contract §3.8). */
export function inAppStatus(call: Call): { active: boolean } {
  requireEnvironment(call);
  return { active: call.state.store.environment(call.caller.environmentId)?.inboxConnected ?? false };
}

const WEBHOOKS_2024 = 'sendgrid novu-email novu-sms plivo termii ring-central'.split(' ');
/** Providers whose delivery events Novu reads (contract §3.8). Of api2026 only resend was seen beside those of 2024. */
const WITH_WEBHOOK = {
  api2024: new Set(WEBHOOKS_2024),
  api2026: new Set([
    ...WEBHOOKS_2024,
    ...'resend mailgun mailjet mandrill postmark sendinblue ses netcore twilio telnyx'.split(' '),
  ]),
};

function visible(call: Call): IntegrationRecord[] {
  requireEnvironment(call);
  const { state, caller } = call;
  return state.store.list(caller.organizationId, isEnvironmentScoped(call) ? caller.environmentId : undefined);
}

function findForWebhook({ state, caller }: Call, value: string): IntegrationRecord | undefined {
  const own = state.store.list(caller.organizationId, caller.environmentId);
  if (findProvider(value) !== undefined) {
    return own.find(({ providerId, credentials }) => providerId === value && Object.keys(credentials).length > 0);
  }
  if (!isObjectId(value)) throw new ServerFailureError();
  return own.find((record) => record._id === value.toLowerCase());
}
