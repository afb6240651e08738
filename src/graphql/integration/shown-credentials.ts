import { findProvider, requiredFields } from '../../catalog/catalog.ts';
import type { Integration } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import { memoize } from '../../model/memoize.ts';

/** A row's credentials in a list, by wire key; null if the list does not show all of them. */
export function shownCredentials(integrations: readonly Integration[], row: Integration): JsonObject | null {
  if (!row.secrets || row.secrets.incomplete) return null;
  return row.secrets.credentials ?? (hidesCredentials(integrations, row) ? null : {});
}

/**
 * A session without the right to credentials sees none in any row, as if none were stored (contract §4.3). The other
 * rows tell the difference: none shows any, although some are active and their provider requires them.
 */
function hidesCredentials(integrations: readonly Integration[], row: Integration): boolean {
  const { showing, requiring } = countsOf(integrations);
  return !showing && requiring > (mustHaveCredentials(row) ? 1 : 0);
}

/** Whether rows that were read with secrets show any to the caller; null if none of them requires any. */
export function showsCredentials(rows: readonly Integration[]): boolean | null {
  const { showing, requiring } = countsOf(rows);
  if (showing) return true;
  return requiring > 0 ? false : null;
}

interface Counts {
  readonly showing: boolean;
  /** Active rows of providers that require credentials. */
  readonly requiring: number;
}

/** Computed once for each list, because every row of a comparison needs it. */
const countsOf = memoize(
  (rows: readonly Integration[]): Counts => ({
    showing: rows.some(({ secrets }) => secrets?.credentials || secrets?.incomplete),
    requiring: rows.filter(mustHaveCredentials).length,
  }),
);

function mustHaveCredentials({ active, providerId }: Integration): boolean {
  return active && requiresCredentials(providerId);
}

function requiresCredentials(providerId: string): boolean {
  const provider = findProvider(providerId);
  return provider !== undefined && requiredFields(provider, {}).length > 0;
}
