import type { JsonObject } from '../../model/json.ts';
import { type Call, param, requireEnvironment } from '../state/call.ts';
import { castConditions } from '../state/conditions.ts';
import { castConfigurations } from '../state/configurations.ts';
import { toStoredCredentials } from '../state/credentials.ts';
import { badRequest } from '../state/errors.ts';
import type { IntegrationRecord } from '../state/records.ts';
import { timestamp } from '../state/server-state.ts';
import { readUpdateBody, type UpdateBody } from './integration-body.ts';
import { writeAnswer } from './present.ts';
import { placeActivated, placeDeactivated, renumber } from './priorities.ts';
import { requireSafeTarget, tryProvider } from './provider-check.ts';
import {
  requireEntity,
  requireEnvironmentOfOrganization,
  requireFreeIdentifier,
  requireOwnRecord,
  requireOwnTarget,
} from './scope.ts';

/** PUT /v1/integrations/{integrationId}: a partial update, despite the method (contract §3.3). */
export function updateIntegration(call: Call): object {
  const { state } = call;
  const body = readUpdateBody(state.generation, call.body);
  requireEnvironment(call);
  requireOwnTarget(call, body.environmentId);
  const record = requireEntity(call, param(call, 'integrationId'));
  requireOwnRecord(call, record, 'update');
  requireNewIdentifier(call, record, body.identifier);
  if (body.environmentId !== undefined && body.environmentId !== record._environmentId) {
    requireEnvironmentOfOrganization(call, body.environmentId);
  }
  tryCredentials(call, record, body);

  const changes = changesOf(call, record, body);
  if (Object.keys(changes).length === 0) throw badRequest('No properties found for update');
  apply(call, record, changes);
  return writeAnswer(call, record);
}

type Changes = Partial<IntegrationRecord>;

function requireNewIdentifier(
  { state, caller }: Call,
  record: IntegrationRecord,
  identifier: string | undefined,
): void {
  if (!identifier || identifier === record.identifier) return;
  requireFreeIdentifier(state.store.list(caller.organizationId), identifier);
}

function tryCredentials({ state }: Call, record: IntegrationRecord, { check, credentials }: UpdateBody): void {
  if (state.generation === 'api2026' && (check || credentials !== undefined)) {
    requireSafeTarget(record.providerId, credentials ?? state.cipher.decryptAll(record.credentials));
  }
  if (check && record.channel === 'email')
    tryProvider(state.generation, record.providerId, credentials ?? record.credentials);
}

/** The fields to set, without those that were not sent or that upstream treats as not sent. */
function changesOf({ state }: Call, record: IntegrationRecord, body: UpdateBody): Changes {
  const { name, identifier, environmentId, active, credentials, configurations, conditions, rules } = body;
  return {
    ...(name ? { name } : {}),
    ...(identifier && identifier !== record.identifier ? { identifier } : {}),
    ...(environmentId !== undefined ? { _environmentId: environmentId } : {}),
    ...(active !== undefined ? { active } : {}),
    ...(credentials !== undefined ? { credentials: storedAnew(state, record, credentials) } : {}),
    ...(configurations !== undefined ? { configurations: castConfigurations(configurations, 'update') } : {}),
    ...(conditions !== undefined
      ? { conditions: conditions && castConditions(conditions, 'update', state.store.newId) }
      : {}),
    ...(rules !== undefined ? { rules, ...(rules === null ? {} : { conditions: [] }) } : {}),
    ...branding(state, record, body),
  };
}

/** In upstream's order: ranks are updated in the old environment before the record moves. */
function apply({ state }: Call, record: IntegrationRecord, changes: Changes): void {
  const { store, generation } = state;
  const at = timestamp(state);
  const wasActive = record.active;
  const filtered = (changes.conditions?.length ?? 0) > 0 || Boolean(changes.rules);
  const demoted = filtered && record.primary;
  record.active = changes.active === undefined ? wasActive : changes.active;
  if (!wasActive && record.active) placeActivated(store, at, record);
  if (wasActive && !record.active) placeDeactivated(store, at, record);
  if (demoted) record.primary = false;
  // api2024 uses the organization's id instead of the environment's here, which finds nothing.
  if (demoted && generation === 'api2026') renumber(store, at, record, record);
  Object.assign(record, changes, { updatedAt: at });
}

/** Credentials are replaced as a whole, unless api2026 merges them or manages keys itself (contract §3.3, point 7). */
function storedAnew(
  { generation, cipher }: Call['state'],
  record: IntegrationRecord,
  sent: IntegrationRecord['credentials'],
) {
  const stored = toStoredCredentials(generation, cipher, sent);
  if (generation === 'api2024') return stored;
  if (record.providerId === 'whatsapp-business') return merged(record.credentials, stored, sent);
  if (record.providerId !== 'novu-email-agent') return stored;
  const isKept = ([key]: [string, unknown]) => ['secretKey', 'inboxRoutingKey', 'sharedInboxDisabled'].includes(key);
  const sentEntries = Object.entries(stored).filter((entry) => !isKept(entry));
  return Object.fromEntries([...sentEntries, ...Object.entries(record.credentials).filter(isKept)]);
}

/** WhatsApp: omitted and blank values stay unchanged, and clients cannot set who manages the number. */
function merged(current: JsonObject, stored: JsonObject, sent: JsonObject): JsonObject {
  const isGiven = ([key]: [string, unknown]) => sent[key] !== '' && sent[key] !== null && key !== 'isNovuManaged';
  return { ...current, ...Object.fromEntries(Object.entries(stored).filter(isGiven)) };
}

/** api2024 applies `removeNovuBranding` for organizations on a paid plan only (contract §3.3, point 8). */
function branding({ store }: Call['state'], record: IntegrationRecord, { removeNovuBranding }: UpdateBody): Changes {
  const free = store.organization(record._organizationId)?.plan === 'free';
  const same = removeNovuBranding === undefined || removeNovuBranding === record.removeNovuBranding;
  return free || same ? {} : { removeNovuBranding };
}
