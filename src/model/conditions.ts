import type { JsonValue } from './json.ts';

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
