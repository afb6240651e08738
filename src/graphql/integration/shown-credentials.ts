import { findProvider, requiredFields } from '../../catalog/catalog.ts';
import type { Integration } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';

/** What a list shows of a row's credentials, by wire key; null where it does not show them all. */
export function shownCredentials(integrations: readonly Integration[], row: Integration): JsonObject | null {
  if (!row.secrets || row.secrets.incomplete) return null;
  return row.secrets.credentials ?? (hidesCredentials(integrations, row.id) ? null : {});
}

/**
 * A session without the right to credentials sees none in any row, which looks like storing none (contract §4.3). It is told by the
 * other rows: none shows any, although some work with a provider that requires them.
 */
function hidesCredentials(integrations: readonly Integration[], id: string): boolean {
  return showsCredentials(integrations.filter((row) => row.id !== id)) === false;
}

/** Whether rows that were read with secrets show the caller any; null where none of them has to have some. */
export function showsCredentials(rows: readonly Integration[]): boolean | null {
  if (rows.some(({ secrets }) => secrets?.credentials || secrets?.incomplete)) return true;
  return rows.some(({ active, providerId }) => active && requiresCredentials(providerId)) ? false : null;
}

function requiresCredentials(providerId: string): boolean {
  const provider = findProvider(providerId);
  return provider !== undefined && requiredFields(provider, {}).length > 0;
}
