import { createHash } from 'node:crypto';
import { type EnvironmentSeed, SEED_DATE } from '../seed/seed.ts';
import { requireEnvironment } from './auth.ts';
import { notFound } from './errors.ts';
import type { Call } from './state.ts';

/** GET /v1/environments/me: the caller's own environment, without its API keys (contract §1.2). */
export function myEnvironment(call: Call): object {
  requireEnvironment(call);
  const { environmentId } = call.caller;
  const environment = call.world.store.environment(environmentId);
  if (environment === undefined) throw notFound(`Environment ${environmentId} not found`);
  return present(call, environment);
}

/** GET /v1/environments: all of the organization; an API key sees no other environment's keys. */
export function listEnvironments(call: Call): object[] {
  const { world, caller } = call;
  const environments = world.store.environmentsOf(caller.organizationId);
  if (environments.length === 0) throw notFound(`No environments were found for organization ${caller.organizationId}`);
  return environments.map((environment) => ({ ...present(call, environment), apiKeys: apiKeysOf(call, environment) }));
}

function present({ world }: Call, environment: EnvironmentSeed): object {
  const { id, organizationId, name, identifier, parentId, type } = environment;
  return {
    _id: id,
    name,
    _organizationId: organizationId,
    identifier,
    _parentId: parentId,
    ...(world.generation === 'api2026' ? { type } : {}),
    createdAt: SEED_DATE,
    updatedAt: SEED_DATE,
    __v: 0,
  };
}

function apiKeysOf({ world, caller }: Call, { id }: EnvironmentSeed): object[] {
  if (caller.scheme !== 'Bearer' && caller.environmentId !== id) return [];
  return world.store.seed.apiKeys
    .filter((apiKey) => apiKey.environmentId === id)
    .map(({ key, userId }) => ({ key, _userId: userId, hash: createHash('sha256').update(key).digest('hex') }));
}
