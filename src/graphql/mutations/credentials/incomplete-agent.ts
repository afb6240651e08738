import { findProvider } from '../../../catalog/catalog.ts';
import { UpstreamRefusedError } from '../../../model/errors.ts';
import type { Integration, IntegrationDraft } from '../../../model/integration.ts';
import type { CallerContext } from '../../context.ts';
import { reportUnreadable } from '../effects.ts';
import { missingKeys } from './required.ts';
import { findStored, type StoredIntegration } from './stored.ts';

/** What a refused create has left. */
export interface IncompleteAgent {
  readonly integration: Integration;
  /** It is known to be incomplete. */
  readonly certain: boolean;
}

/**
 * The integration that a refused create has left behind: Novu saves an agent before it finds its credentials incomplete (contract
 * §11). Repeating the create meets the row of the first attempt, which is told in the same way and not as a taken identifier.
 * Where the list does not show credentials, this is told of any such agent that may be incomplete (`certain` is false).
 * Null where the refusal left nothing, or where the list cannot be read.
 */
export async function findIncompleteAgent(
  caller: CallerContext,
  draft: IntegrationDraft,
  error: unknown,
): Promise<IncompleteAgent | null> {
  if (draft.kind !== 'AGENT' || !(error instanceof UpstreamRefusedError)) return null;
  const matches = matcherOf(caller, draft, error);
  if (!matches) return null;
  try {
    caller.loaders.clear();
    const stored = await findStored(caller, matches);
    if (!stored) return null;
    const isRefused = error.reason.kind === 'INCOMPLETE_SETUP';
    if (!isRefused && !isIncomplete(stored, draft)) return null;
    return { integration: stored.row, certain: isRefused || stored.credentials !== null };
  } catch (failure) {
    reportUnreadable(caller, failure);
    return null;
  }
}

/** Did a create whose answer is lost leave an agent without its setup? Novu would have refused it after saving it. */
export function isIncompleteAgent(row: Integration, draft: IntegrationDraft): boolean {
  return draft.kind === 'AGENT' && isIncomplete({ row, credentials: draft.credentials ?? {} }, draft);
}

type Matcher = (row: Integration) => boolean;

/** What to look for; null where the refusal says nothing of a row, or where there is nothing to know it by. */
function matcherOf(
  { caller }: CallerContext,
  draft: IntegrationDraft,
  { reason }: UpstreamRefusedError,
): Matcher | null {
  if (reason.kind === 'INCOMPLETE_SETUP' && reason.integrationId !== null) {
    const { integrationId } = reason;
    return (row) => row.id === integrationId;
  }
  const mayBeLeft = reason.kind === 'INCOMPLETE_SETUP' || reason.kind === 'IDENTIFIER_TAKEN';
  if (!mayBeLeft || draft.identifier === undefined) return null;
  // An API key has an environment without naming it, and sees that one alone.
  const environmentId = draft.environmentId ?? caller.environmentId;
  return (row) =>
    row.identifier === draft.identifier &&
    row.providerId === draft.providerId &&
    row.kind === 'AGENT' &&
    (environmentId === undefined || row.environmentId === environmentId);
}

/**
 * Where the list does not show the credentials, a complete row and an incomplete one look alike. The answer must not tell them
 * apart either, so it goes by what the list shows: a row of the same name that is not known to be set up is taken for one's own.
 */
function isIncomplete({ row, credentials }: StoredIntegration, draft: IntegrationDraft): boolean {
  const provider = findProvider(row.providerId);
  if (provider === undefined) return false;
  if (credentials) return missingKeys(provider, credentials).length > 0;
  const isSetUp = row.connected === true || row.provisioning?.status === 'ready';
  return !isSetUp && (draft.name === undefined || draft.name === row.name);
}
