import { type Call, param, requireEnvironment } from '../state/call.ts';
import { castConditions } from '../state/conditions.ts';
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

/** PUT /v1/integrations/{integrationId}: a partial update all the same (contract §3.3). */
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
    requireSafeTarget(record.providerId, credentials ?? record.credentials);
  }
  if (check && record.channel === 'email') tryProvider(record.providerId, credentials ?? record.credentials);
}

/** What is to be set; a field that is not in here was not sent, or sent in a way that upstream takes for that. */
function changesOf({ state }: Call, record: IntegrationRecord, body: UpdateBody): Changes {
  const { name, identifier, environmentId, active, credentials, configurations, conditions, rules } = body;
  return {
    ...(name ? { name } : {}),
    ...(identifier && identifier !== record.identifier ? { identifier } : {}),
    ...(environmentId !== undefined ? { _environmentId: environmentId } : {}),
    ...(active !== undefined ? { active } : {}),
    ...(credentials !== undefined ? { credentials: storedAnew(state, record, credentials) } : {}),
    ...(configurations !== undefined ? { configurations } : {}),
    ...(conditions !== undefined ? { conditions: castConditions(conditions, 'update', state.store.newId) } : {}),
    ...(rules !== undefined ? { rules, ...(rules === null ? {} : { conditions: [] }) } : {}),
    ...branding(state, record, body),
  };
}

/** The order is upstream's: ranks are settled in the environment that the record is in before it moves. */
function apply({ state }: Call, record: IntegrationRecord, changes: Changes): void {
  const { store, generation } = state;
  const wasActive = record.active;
  const filtered = (changes.conditions?.length ?? 0) > 0 || Boolean(changes.rules);
  const demoted = filtered && record.primary;
  record.active = changes.active ?? wasActive;
  if (!wasActive && record.active) placeActivated(store, record);
  if (wasActive && !record.active) placeDeactivated(store, record);
  if (demoted) record.primary = false;
  // api2024 renumbers with the organization's id for the environment's, which finds nothing.
  if (demoted && record.active && generation === 'api2026') renumber(store, record, record);
  Object.assign(record, changes, { updatedAt: timestamp(state) });
}

/** Credentials are replaced whole, save the keys that api2026 looks after itself (contract §3.3.7). */
function storedAnew(
  { generation, cipher }: Call['state'],
  record: IntegrationRecord,
  sent: IntegrationRecord['credentials'],
) {
  const stored = toStoredCredentials(generation, cipher, sent);
  if (generation === 'api2024') return stored;
  if (record.providerId === 'whatsapp-business' && stored.token === undefined) {
    return { ...stored, token: record.credentials.token ?? cipher.encrypt(`whatsapp-${record._id}`) };
  }
  if (record.providerId !== 'novu-email-agent') return stored;
  const { secretKey: _, inboxRoutingKey: __, sharedInboxDisabled: ___, ...rest } = stored;
  const kept = ['secretKey', 'inboxRoutingKey', 'sharedInboxDisabled'].filter(
    (key) => record.credentials[key] !== undefined,
  );
  return { ...rest, ...Object.fromEntries(kept.map((key) => [key, record.credentials[key] ?? null])) };
}

/** api2024 lets paying organizations remove Novu's name; for the others the field is not there (contract §3.3.8). */
function branding({ store }: Call['state'], record: IntegrationRecord, { removeNovuBranding }: UpdateBody): Changes {
  const free = store.organization(record._organizationId)?.plan === 'free';
  const same = removeNovuBranding === undefined || removeNovuBranding === record.removeNovuBranding;
  return free || same ? {} : { removeNovuBranding };
}
