import { findProvider, requiredFields } from '../../catalog/catalog.ts';
import type { Integration } from '../../model/integration.ts';
import type { JsonObject } from '../../model/json.ts';
import { oncePer } from '../../model/once-per.ts';

/** What a list shows of a row's credentials, by wire key; null where it does not show them all. */
export function shownCredentials(integrations: readonly Integration[], row: Integration): JsonObject | null {
  if (!row.secrets || row.secrets.incomplete) return null;
  return row.secrets.credentials ?? (hidesCredentials(integrations, row) ? null : {});
}

/**
 * A session without the right to credentials sees none in any row, which looks like storing none (contract §4.3). It is told by the
 * other rows: none shows any, although some work with a provider that requires them.
 */
function hidesCredentials(integrations: readonly Integration[], row: Integration): boolean {
  const { showing, requiring } = countsOf(integrations);
  return !showing && requiring > (mustHaveCredentials(row) ? 1 : 0);
}

/** Whether rows that were read with secrets show the caller any; null where none of them has to have some. */
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

/** Once for each list: every row of a comparison asks about all the others. */
const countsOf = oncePer(
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
