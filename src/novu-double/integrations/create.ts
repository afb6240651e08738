import type { Call } from '../state/call.ts';
import { requireCastableEnvironment, requireEnvironment } from '../state/call.ts';
import { castConfigurations } from '../state/configurations.ts';
import { badRequest, conflict, ServerFailureError, ValidationError } from '../state/errors.ts';
import { defaultIdentifier, defaultName } from '../state/naming.ts';
import { newRecord } from '../state/new-record.ts';
import type { Generation, IntegrationRecord } from '../state/records.ts';
import { timestamp } from '../state/server-state.ts';
import { type CreateBody, readCreateBody } from './integration-body.ts';
import { writeAnswer } from './present.ts';
import { placeCreated } from './priorities.ts';
import { isProvisioned, requireAgentCredentials, requireSafeTarget, tryProvider } from './provider-check.ts';
import { requireEnvironmentOfOrganization, requireFreeIdentifier, requireOwnTarget } from './scope.ts';

/** POST /v1/integrations (contract §3.2). */
export function createIntegration(call: Call): object {
  const { state, caller } = call;
  const body = readCreateBody(state.generation, call.body);
  requireEnvironment(call);
  requireCastableEnvironment(call);
  const environmentId = body.environmentId ?? caller.environmentId;
  requireOwnTarget(call, environmentId);
  requireEnvironmentOfOrganization(call, environmentId);
  refuseSecond(call, body, state.store.list(caller.organizationId, environmentId));
  tryCredentials(call, body);

  const record = draft(call, body, environmentId);
  placeCreated(state.store, timestamp(state), record);
  state.store.add(record);
  // The record stays (contract §3.2, point 8).
  if (body.kind === 'agent') requireAgentCredentials(record._id, body);
  if (body.kind === 'agent' && !isProvisioned(body)) {
    record.deleted = true;
    record.deletedAt = timestamp(state);
    throw new ServerFailureError();
  }
  return writeAnswer(call, record);
}

/** @throws ValidationError if there is nothing to check, for any channel (contract §3.2, point 3). */
function tryCredentials({ state }: Call, { kind, channel, check, credentials, providerId }: CreateBody): void {
  if (kind === 'agent') return;
  if (check && credentials === undefined) {
    throw new ValidationError(['credentials should not be null or undefined'], 'credentials', undefined);
  }
  if (state.generation === 'api2026' && credentials !== undefined) requireSafeTarget(providerId, credentials);
  if (check && channel === 'email') tryProvider(state.generation, providerId, credentials ?? {});
}

/** Novu's own providers, which a server offers only with credentials for them (contract §3.2). */
const DEMO_PROVIDERS = {
  api2024: ['novu-sms', 'novu-email'],
  api2026: ['novu-sms', 'novu-email', 'novu-slack', 'novu-anthropic'],
} as const;

/** Refuses a duplicate of what an environment can have only once, in upstream's order. `present`: its integrations. */
function refuseSecond({ state, caller }: Call, body: CreateBody, present: readonly IntegrationRecord[]): void {
  const { providerId, channel, kind, identifier } = body;
  const exists = present.some((record) => record.providerId === providerId && record.channel === channel);
  if (providerId === 'novu' && channel === 'in_app' && exists) {
    throw badRequest('One environment can only have one In app provider');
  }
  if (DEMO_PROVIDERS[state.generation].some((id) => id === providerId) && !state.demoCredentials) {
    throw badRequest(`Creating Novu integration for ${providerId} provider is not allowed`);
  }
  if ((providerId === 'novu-sms' || providerId === 'novu-email') && exists) {
    throw conflict(`Integration with novu provider for ${channel} channel already exists`);
  }
  if (kind === 'agent' && providerId === 'novu-anthropic' && exists) {
    throw conflict('Integration with novu provider for agent runtime already exists');
  }
  if (identifier) {
    requireFreeIdentifier(
      state.generation === 'api2024' ? state.store.list(caller.organizationId) : present,
      identifier,
    );
  }
}

/** api2026 makes a token for WhatsApp, and does not let clients say that Novu manages the number. */
function createdCredentials(generation: Generation, { providerId, credentials }: CreateBody, id: string) {
  if (generation === 'api2024' || providerId !== 'whatsapp-business') return credentials;
  const { isNovuManaged: _, token, ...sent } = credentials ?? {};
  return { ...sent, token: token || `whatsapp-${id}` };
}

function draft({ state, caller }: Call, body: CreateBody, environmentId: string): IntegrationRecord {
  const { generation, cipher, store } = state;
  const id = store.newId();
  const name = body.name ?? defaultName(generation, body.providerId);
  const identifier = body.identifier ?? defaultIdentifier(generation, name, id);
  const credentials = createdCredentials(state.generation, body, id);
  const configurations = body.configurations && castConfigurations(body.configurations, 'create');
  const seed = {
    ...body,
    active: body.active ?? undefined,
    conditions: body.conditions ?? undefined,
    credentials,
    configurations,
    id,
    environmentId,
    name,
    identifier,
    createdAt: timestamp(state),
  };
  return newRecord({ generation, cipher, newId: store.newId }, caller.organizationId, seed);
}
