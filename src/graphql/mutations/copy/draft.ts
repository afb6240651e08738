import type { Integration, IntegrationDraft } from '../../../model/integration.ts';
import { type JsonObject, withoutNulls } from '../../../model/json.ts';
import type { ConditionGroup, ConditionInput } from '../../../model/parts.ts';
import type { CopyIntegrationInput } from './copy.input.ts';

/**
 * What creates a copy of a row. Its place among the others of its channel (`primary`, `priority`) is not taken over: Novu gives
 * the copy one of its own.
 * @param credentials by wire key; null: neither they nor the signing key are taken over.
 */
export function toDraft(
  row: Integration,
  input: CopyIntegrationInput,
  credentials: JsonObject | null,
): IntegrationDraft {
  const { channel, kind } = row;
  const identifier = input.identifier ?? row.identifier;
  const configurations = configurationsOf(row, credentials !== null);
  return {
    providerId: row.providerId,
    ...(channel !== null && channel !== 'UNKNOWN' && { channel }),
    ...(kind !== 'UNKNOWN' && { kind }),
    // Some rows have an empty one. Without it a name is chosen by Novu, and an identifier by the gateway.
    ...(row.name.trim() && { name: row.name }),
    ...(identifier.trim() && { identifier }),
    environmentId: input.environmentId,
    active: input.active ?? false,
    ...(configurations && { configurations }),
    ...(row.conditions.length > 0 && { conditions: row.conditions.map(toConditionGroup) }),
    ...(row.rules && { rules: row.rules }),
    ...(credentials && { credentials }),
  };
}

function configurationsOf({ configurations, secrets }: Integration, keep: boolean): JsonObject | null {
  if (!configurations) return null;
  const { other, ...named } = configurations;
  const inboundWebhookSigningKey = keep ? secrets?.inboundWebhookSigningKey : null;
  const values: JsonObject = { ...other, ...withoutNulls({ ...named, inboundWebhookSigningKey }) };
  return Object.keys(values).length > 0 ? values : null;
}

function toConditionGroup({ children, ...group }: ConditionGroup): ConditionInput {
  return { ...withoutNulls(group), children: children.map((child) => withoutNulls({ ...child })) };
}
