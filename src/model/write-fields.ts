import type { JsonObject } from './json.ts';
import type { ConditionInput } from './parts.ts';

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
