import type { Cipher } from './cipher.ts';
import { newRecord } from './new-record.ts';
import type { Generation, IntegrationRecord } from './records.ts';
import type { EnvironmentSeed, OrganizationSeed, Seed } from './seed-types.ts';

/** All data of one double. Records are not copied: handlers change them in place. */
export interface Store {
  readonly seed: Seed;
  /** Every record in storage order, soft-deleted ones included. */
  all(): IntegrationRecord[];
  add(record: IntegrationRecord): void;
  /** By id, of any organization; undefined for soft-deleted records, which no endpoint shows. */
  find(id: string): IntegrationRecord | undefined;
  /** The organization's records that are not deleted, in storage order; of one environment if one is given. */
  list(organizationId: string, environmentId?: string): IntegrationRecord[];
  organization(id: string): OrganizationSeed | undefined;
  environment(id: string): EnvironmentSeed | undefined;
  environmentsOf(organizationId: string): EnvironmentSeed[];
  /** A Mongo id that no record has. The nth is the same in every run. */
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
    const organizationId = store.environment(integration.environmentId)?.organizationId;
    if (organizationId === undefined) {
      throw new Error(`The integration ${integration.id} is in an unknown environment: ${integration.environmentId}`);
    }
    store.add(newRecord({ generation, cipher, newId: store.newId }, organizationId, integration));
  }
  return store;
}
