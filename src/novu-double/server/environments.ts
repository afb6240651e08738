import { createHash } from 'node:crypto';
import type { Call } from '../state/call.ts';
import { requireCastableEnvironment, requireEnvironment } from '../state/call.ts';
import { notFound } from '../state/errors.ts';
import { type EnvironmentSeed, SEED_DATE } from '../state/seed-types.ts';

/** GET /v1/environments/me: the caller's own environment, without its API keys (contract §1.2). */
export function myEnvironment(call: Call): object {
  requireEnvironment(call);
  requireCastableEnvironment(call);
  const { environmentId } = call.caller;
  const environment = call.state.store.environment(environmentId);
  if (environment === undefined) throw notFound(`Environment ${environmentId} not found`);
  return present(call, environment);
}

/** GET /v1/environments: all of the organization; an API key sees only the keys of its own environment (contract §1.2). */
export function listEnvironments(call: Call): object[] {
  const { state, caller } = call;
  const environments = state.store.environmentsOf(caller.organizationId);
  if (environments.length === 0) throw notFound(`No environments were found for organization ${caller.organizationId}`);
  return environments.map((environment) => ({ ...present(call, environment), apiKeys: apiKeysOf(call, environment) }));
}

function present({ state }: Call, environment: EnvironmentSeed): object {
  const { id, organizationId, name, identifier, parentId, type } = environment;
  return {
    _id: id,
    name,
    _organizationId: organizationId,
    identifier,
    _parentId: parentId,
    ...(state.generation === 'api2026' ? { type } : {}),
    createdAt: SEED_DATE,
    updatedAt: SEED_DATE,
    __v: 0,
  };
}

function apiKeysOf({ state, caller }: Call, { id }: EnvironmentSeed): object[] {
  if (caller.scheme !== 'Bearer' && caller.environmentId !== id) return [];
  return state.store.seed.apiKeys
    .filter((apiKey) => apiKey.environmentId === id)
    .map(({ key, userId }) => ({ key, _userId: userId, hash: createHash('sha256').update(key).digest('hex') }));
}
