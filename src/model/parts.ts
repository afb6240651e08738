import type { JsonObject, JsonValue } from './json.ts';

/** Contract §2.7. Any part may be damaged upstream: what cannot be read is null. */
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

/** As a write sends it. What is absent is not sent. */
export interface ConditionInput {
  isNegated?: boolean;
  type?: string;
  value?: string;
  children?: readonly { field?: string; value?: JsonValue; operator?: string; on?: string }[];
}

/** The conditions of most integrations; one array for all. */
export const NO_CONDITIONS: readonly ConditionGroup[] = Object.freeze([]);

/** The public part of `configurations`, contract §2.5. The signing key is in `IntegrationSecrets`. */
export interface Configurations {
  readonly inboundWebhookEnabled: boolean | null;
  readonly payloadSchema: string | null;
  /** Other keys that are known to be public, by wire key; null where there are none. */
  readonly other: JsonObject | null;
}

/** Keys of `Configurations.other`: known to be public, and without a name of their own in the model (contract §2.5). */
export const OTHER_CONFIGURATIONS = ['pushResources', 'inboxCount', 'configurationSetName'] as const;

/** Most integrations have none of them. One object for all: a list of thousands would hold thousands. */
const NO_CONFIGURATIONS: Configurations = Object.freeze({
  inboundWebhookEnabled: null,
  payloadSchema: null,
  other: null,
});

const CONFIGURATION_NAMES = Object.keys(NO_CONFIGURATIONS) as (keyof Configurations)[];

/** Every key under which `configurations` has something public, at Novu as in the model. */
export const PUBLIC_CONFIGURATIONS: readonly string[] = [
  ...CONFIGURATION_NAMES.filter((name) => name !== 'other'),
  ...OTHER_CONFIGURATIONS,
];

/** The configurations to keep in place of these: always the same ones where there is nothing in them. */
export function compactConfigurations(configurations: Configurations): Configurations {
  for (const name of CONFIGURATION_NAMES) if (configurations[name] !== null) return configurations;
  return NO_CONFIGURATIONS;
}

/** The public part of `provisioning`, contract §11. The rest is in `IntegrationSecrets`. */
export interface Provisioning {
  /** `pending`, `ready` or `failed`, as far as is known. */
  readonly status: string | null;
  /** ISO 8601 with milliseconds. */
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/** Fields of a write, in model names. What is absent is not sent. `rules: null` clears the stored rules. */
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
  /** Asks upstream to try the credentials with the provider before it saves. */
  check?: boolean;
}
