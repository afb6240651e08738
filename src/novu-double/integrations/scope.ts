import type { Call } from '../state/call.ts';
import { isEnvironmentScoped } from '../state/call.ts';
import { conflict, forbidden, notFound, ServerFailureError, ValidationError } from '../state/errors.ts';
import type { IntegrationRecord } from '../state/records.ts';
import { isMongoId } from '../state/validation.ts';

/** @throws ApiError 403 if an API key of api2026 names another environment in its body (contract §4.4). */
export function requireOwnTarget(call: Call, environmentId: string | undefined): void {
  if (environmentId === undefined || !isEnvironmentScoped(call) || environmentId === call.caller.environmentId) return;
  throw forbidden(
    'This authentication scheme is scoped to a single environment and cannot target a different `_environmentId`. ' +
      'Use credentials from the target environment, or authenticate with a session token.',
  );
}

/** @throws ApiError 403 if an API key of api2026 acts on another environment's integration (contract §4.4). */
export function requireOwnRecord(
  call: Call,
  record: IntegrationRecord,
  action: 'update' | 'delete' | 'set as primary' | 'auto-configure',
): void {
  if (!isEnvironmentScoped(call) || record._environmentId === call.caller.environmentId) return;
  throw forbidden(
    `API key authentication is scoped to a single environment and cannot ${action} an integration that belongs to a ` +
      "different environment. Use an API key from the integration's environment, or authenticate with a session token.",
  );
}

/**
 * @throws ApiError 404 on api2026 if the environment is not the organization's; api2024 does not check (contract §3.2).
 */
export function requireEnvironmentOfOrganization({ state, caller }: Call, environmentId: string): void {
  if (state.generation === 'api2024') return;
  if (state.store.environment(environmentId)?.organizationId !== caller.organizationId) {
    throw notFound(`Environment with id ${environmentId} not found`);
  }
}

/** An integration of the caller's organization, in any of its environments. */
export function findOwned({ state, caller }: Call, id: string): IntegrationRecord | undefined {
  const record = state.store.find(id);
  return record?._organizationId === caller.organizationId ? record : undefined;
}

/**
 * For PUT and DELETE. api2024 does not check the id: one that Mongo cannot cast is a server failure (contract §3.9).
 * @throws ServerFailureError or ValidationError for an invalid id, ApiError 404 for an unknown one.
 */
export function requireEntity(call: Call, id: string): IntegrationRecord {
  if (call.state.generation === 'api2026') requireMongoId(id);
  else if (!isObjectId(id)) throw new ServerFailureError();
  const record = findOwned(call, id);
  if (record === undefined) throw notFound(`Entity with id ${id} not found`);
  return record;
}

/** @throws ValidationError for an id that is not 24 hexadecimal digits (contract §3.9). */
export function requireMongoId(id: string): void {
  if (!isMongoId(id)) throw new ValidationError(['integrationId must be a mongodb id'], 'integrationId', id);
}

/** Can Mongo cast it to an ObjectId? That is 24 hexadecimal digits, or any text of 12 bytes. */
export function isObjectId(id: string): boolean {
  return isMongoId(id) || Buffer.byteLength(id) === 12;
}

/** @throws ApiError 409 if one of `others` has the identifier. */
export function requireFreeIdentifier(others: readonly IntegrationRecord[], identifier: string): void {
  if (others.some((record) => record.identifier === identifier)) {
    throw conflict('Integration with identifier already exists');
  }
}
