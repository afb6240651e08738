import { credentialFieldName, findProvider } from '../../../catalog/catalog.ts';
import { mayReadSecrets } from '../../../model/caller.ts';
import type { Integration } from '../../../model/integration.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { CallerContext } from '../../context.ts';
import { shownCredentials } from '../../integration/shown-credentials.ts';
import { UserErrors, userError } from '../user-errors.ts';
import { hasNoneRequired, missingKeys } from './required.ts';

/** An integration as it is stored now, and what its list shows of its credentials. */
export interface StoredIntegration {
  readonly row: Integration;
  /** By wire key. Null where this caller's list does not show them all. */
  readonly credentials: JsonObject | null;
}

/**
 * The integration, read past every cache; null where the list lacks it: then upstream says why.
 * @throws GatewayError where the list cannot be read. Nothing that depends on it may be sent then.
 */
export function readStored(caller: CallerContext, id: string): Promise<StoredIntegration | null> {
  return findStored(caller, (row) => row.id === id);
}

/** As {@link readStored}, for the first integration that `matches`. Deleted ones, which some servers list, are not there. */
export async function findStored(
  caller: CallerContext,
  matches: (row: Integration) => boolean,
): Promise<StoredIntegration | null> {
  const { integrations } = await caller.loaders.currentList(mayReadSecrets(caller.caller));
  const row = integrations.find((one) => !one.deleted && matches(one));
  return row ? { row, credentials: shownCredentials(integrations, row) } : null;
}

const NO_CREDENTIALS =
  'The integration stores none of the credentials that its provider requires. Give them before you make it primary.';

/**
 * Upstream activates what becomes primary, with or without credentials (contract §3.4).
 * @param path of the id in the input.
 * @throws UserErrors where the caller's list shows that the integration has none of the credentials that its provider requires.
 */
export function assertCanBePrimary({ row, credentials }: StoredIntegration, path: string): void {
  const provider = findProvider(row.providerId);
  if (!provider || !credentials || row.primary || !hasNoneRequired(provider, credentials)) return;
  const keys = missingKeys(provider, credentials).map(credentialFieldName);
  throw new UserErrors(...keys.map((key) => userError('MISSING_CREDENTIAL', [path], { key, message: NO_CREDENTIALS })));
}
