import type { JsonObject } from '../../model/json.ts';
import { ServerFailureError, ValidationError } from './errors.ts';
import type { Role } from './seed-types.ts';
import type { ServerState } from './server-state.ts';
import { isMongoId } from './validation.ts';

/** Scheme word of `Authorization`; api2024 knows the first two (contract §4.1). */
export type Scheme = 'ApiKey' | 'Bearer' | 'Keyless' | 'OAuth2';

/** The sender of a request, authenticated. */
export interface Caller {
  readonly scheme: Scheme;
  readonly organizationId: string;
  /** Empty for a session without the header. On api2024 a session may name an environment that does not exist (contract §3.7). */
  readonly environmentId: string;
  readonly role: Role;
}

/** One authenticated request on its way into a handler. */
export interface Call {
  readonly state: ServerState;
  readonly caller: Caller;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** A named part of the path. @throws Error if the route has no such part. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no part named ${name}`);
  return value;
}

/** @throws ValidationError for a session that names no environment (contract §3.7). */
export function requireEnvironment({ caller }: Call): void {
  if (caller.environmentId === '')
    throw new ValidationError(['environmentId should not be empty'], 'environmentId', '');
}

/** @throws ServerFailureError if Mongo cannot cast the environment id of a session, which api2024 does not check. */
export function requireCastableEnvironment({ caller }: Call): void {
  if (!isMongoId(caller.environmentId)) throw new ServerFailureError();
}

/** Whether the caller is shown credentials in clear (contract §4.3). api2024 does not distinguish callers. */
export function mayReadCredentials({ state, caller }: Call): boolean {
  return state.generation === 'api2024' || (caller.scheme === 'Bearer' && caller.role !== 'viewer');
}

/** Whether the caller may act in its own environment only: API keys and keyless tokens of api2026 (contract §4.4). */
export function isEnvironmentScoped({ state, caller }: Call): boolean {
  return state.generation === 'api2026' && (caller.scheme === 'ApiKey' || caller.scheme === 'Keyless');
}
