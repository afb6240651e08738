import type { Cipher } from './cipher.ts';
import { castConditions } from './conditions.ts';
import { toStoredCredentials } from './credentials.ts';
import { defaultName } from './naming.ts';
import type { Generation, IntegrationRecord } from './records.ts';
import {
  type EnvironmentSeed,
  type IntegrationSeed,
  type OrganizationSeed,
  SEED_DATE,
  type Seed,
} from './seed-types.ts';

/** All data of one backend. Records are shared, not copied: use cases change them in place. */
export interface Store {
  readonly seed: Seed;
  /** Every record in storage order, soft-deleted ones included. */
  all(): IntegrationRecord[];
  add(record: IntegrationRecord): void;
  /** By id, whoever owns it; undefined for a soft-deleted one, which no endpoint sees. */
  find(id: string): IntegrationRecord | undefined;
  /** What the organization has and has not deleted, in storage order; of one environment where one is given. */
  list(organizationId: string, environmentId?: string): IntegrationRecord[];
  organization(id: string): OrganizationSeed | undefined;
  environment(id: string): EnvironmentSeed | undefined;
  environmentsOf(organizationId: string): EnvironmentSeed[];
  /** A Mongo id that no record has. The n-th one is the same in every run. */
  newId(): string;
}

export function createStore(seed: Seed, generation: Generation, cipher: Cipher): Store {
  const records = new Map<string, IntegrationRecord>();
  const environments = new Map(seed.environments.map((environment) => [environment.id, environment]));
  const organizations = new Map(seed.organizations.map((organization) => [organization.id, organization]));
  let made = 0;
  const store: Store = {
    seed,
    all: () => [...records.values()],
    add(record) {
      if (records.has(record._id)) throw new Error(`There are two integrations with the id ${record._id}`);
      records.set(record._id, record);
    },
    find(id) {
      const record = records.get(id.toLowerCase());
      return record?.deleted ? undefined : record;
    },
    list: (organizationId, environmentId) =>
      [...records.values()].filter(
        (record) =>
          !record.deleted &&
          record._organizationId === organizationId &&
          (environmentId === undefined || record._environmentId === environmentId),
      ),
    organization: (id) => organizations.get(id),
    environment: (id) => environments.get(id),
    environmentsOf: (id) => seed.environments.filter((environment) => environment.organizationId === id),
    newId() {
      made += 1;
      return `66${made.toString(16).padStart(22, '0')}`;
    },
  };
  for (const integration of seed.integrations) {
    store.add(toRecord(store, generation, cipher, integration));
  }
  return store;
}

function toRecord(store: Store, generation: Generation, cipher: Cipher, seed: IntegrationSeed): IntegrationRecord {
  const environment = store.environment(seed.environmentId);
  if (environment === undefined) throw new Error(`The integration ${seed.id} is in an environment that is not there`);
  const createdAt = seed.createdAt ?? SEED_DATE;
  return {
    _id: seed.id,
    _organizationId: environment.organizationId,
    _environmentId: environment.id,
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
    conditions: castConditions(seed.conditions ?? [], 'create', store.newId),
    rules: seed.rules,
    removeNovuBranding: seed.removeNovuBranding,
    deleted: false,
    deletedAt: undefined,
    createdAt,
    updatedAt: createdAt,
  };
}
