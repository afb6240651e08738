import type { JsonObject, JsonValue } from './json.ts';

/** Contract §2.7. Stored data may be damaged: a part that cannot be read is null. */
export interface ConditionGroup {
  readonly isNegated: boolean | null;
  readonly type: string | null;
  readonly value: string | null;
  readonly children: readonly Condition[];
}

export interface Condition {
  readonly field: string | null;
  readonly value: JsonValue;
  readonly operator: string | null;
  readonly on: string | null;
}

/** A condition in a write. Absent members are not sent. */
export interface ConditionInput {
  isNegated?: boolean;
  type?: string;
  value?: string;
  children?: readonly { field?: string; value?: JsonValue; operator?: string; on?: string }[];
}

/** The conditions of most integrations: one shared array. */
export const NO_CONDITIONS: readonly ConditionGroup[] = Object.freeze([]);

/** The public part of `configurations`, contract §2.5. The signing key is in `IntegrationSecrets`. */
export interface Configurations {
  readonly inboundWebhookEnabled: boolean | null;
  readonly payloadSchema: string | null;
  /** Other keys that are known to be public, by wire key; null if there are none. */
  readonly other: JsonObject | null;
}

/** Keys of `Configurations.other`: known to be public, but not named in the model (contract §2.5). */
export const OTHER_CONFIGURATIONS = ['pushResources', 'inboxCount', 'configurationSetName'] as const;

/** Most integrations have none, so they share one object. */
const NO_CONFIGURATIONS: Configurations = Object.freeze({
  inboundWebhookEnabled: null,
  payloadSchema: null,
  other: null,
});

const CONFIGURATION_NAMES = Object.keys(NO_CONFIGURATIONS) as (keyof Configurations)[];

/** Every key of `configurations` with a public value, in Novu and in the model. */
export const PUBLIC_CONFIGURATIONS: readonly string[] = [
  ...CONFIGURATION_NAMES.filter((name) => name !== 'other'),
  ...OTHER_CONFIGURATIONS,
];

/** Returns one shared object for empty configurations, to save memory. */
export function compactConfigurations(configurations: Configurations): Configurations {
  for (const name of CONFIGURATION_NAMES) if (configurations[name] !== null) return configurations;
  return NO_CONFIGURATIONS;
}

/** The public part of `provisioning`, contract §11. The rest is in `IntegrationSecrets`. */
export interface Provisioning {
  /** Known values: `pending`, `ready` and `failed`. */
  readonly status: string | null;
  /** ISO 8601 with milliseconds. */
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/** Fields of a write, in model names. Absent members are not sent. `rules: null` clears the stored rules. */
export interface IntegrationFields {
  name?: string;
  identifier?: string;
  environmentId?: string;
  /** By wire key. Replaces the stored object as a whole (contract §3.3.7). */
  credentials?: JsonObject;
  /** By wire key. Replaces the stored object as a whole (contract §2.5). */
  configurations?: JsonObject;
  conditions?: readonly ConditionInput[];
  rules?: JsonObject | null;
  active?: boolean;
  /** Asks upstream to test the credentials with the provider before saving. */
  check?: boolean;
}
