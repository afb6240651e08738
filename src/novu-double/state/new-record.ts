import type { Cipher } from './cipher.ts';
import { castConditions } from './conditions.ts';
import { toStoredCredentials } from './credentials.ts';
import { defaultName } from './naming.ts';
import type { Generation, IntegrationRecord } from './records.ts';
import { type IntegrationSeed, SEED_DATE } from './seed-types.ts';

/** The parts of the server that make a new record. */
interface Maker {
  readonly generation: Generation;
  readonly cipher: Cipher;
  readonly newId: () => string;
}

/**
 * A record from the demo data or from a create, with the API's defaults and its credentials encrypted.
 * @throws ApiError 400 for conditions that cannot be cast (contract §3.10).
 */
export function newRecord(maker: Maker, organizationId: string, seed: IntegrationSeed): IntegrationRecord {
  const { generation, cipher, newId } = maker;
  const createdAt = seed.createdAt ?? SEED_DATE;
  return {
    _id: seed.id,
    _organizationId: organizationId,
    _environmentId: seed.environmentId,
    name: seed.name ?? defaultName(generation, seed.providerId),
    identifier: seed.identifier,
    providerId: seed.providerId,
    channel: seed.channel,
    kind: seed.kind,
    credentials: toStoredCredentials(generation, cipher, seed.credentials ?? {}),
    configurations: seed.configurations,
    active: seed.active ?? false,
    primary: seed.primary ?? false,
    priority: seed.priority ?? 0,
    conditions: castConditions(seed.conditions ?? [], 'create', newId),
    rules: seed.rules,
    removeNovuBranding: seed.removeNovuBranding,
    deleted: false,
    deletedAt: undefined,
    createdAt,
    updatedAt: createdAt,
  };
}
