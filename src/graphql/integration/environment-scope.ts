import { integrationsByEnvironment } from '../../loaders/integrations.ts';
import { mayAskForEnvironments } from '../../model/caller.ts';
import { BadUserInputError, ForbiddenError } from '../../model/errors.ts';
import type { CallerContext } from '../context.ts';

/**
 * The caller's own environment: a session names it by header, a key belongs to one. Novu is asked which: a key may see the whole
 * organization, so its list does not tell (contract §3.7). A keyless caller, who may not ask, sees its own environment alone.
 */
export async function ownEnvironment({ caller, loaders }: CallerContext): Promise<string> {
  if (caller.scheme === 'SESSION' && caller.environmentId) return caller.environmentId;
  if (mayAskForEnvironments(caller)) return loaders.ownEnvironment();
  const only = caller.scheme === 'KEYLESS' ? await onlyEnvironmentSeen(loaders) : null;
  if (only !== null) return only;
  throw new BadUserInputError('Novu does not tell which environment this caller acts in: name it by "environmentId".');
}

/** Who the caller is, as far as upstream tells it; null for what it does not. */
export async function whoIs({ caller, loaders }: CallerContext): Promise<{
  readonly organizationId: string | null;
  readonly environmentId: string | null;
}> {
  if (mayAskForEnvironments(caller)) return loaders.me();
  const { integrations } = await loaders.list();
  return {
    organizationId: integrations[0]?.organizationId ?? null,
    environmentId: caller.scheme === 'KEYLESS' ? await onlyEnvironmentSeen(loaders) : null,
  };
}

/**
 * Checks that the caller may ask about these environments. Newer servers show an API key its own environment alone, older ones
 * its organization, as they all do for sessions and OAuth 2 tokens (contract §3.7). Without this a question about an environment
 * that is not shown would be answered with an empty list, which is not true.
 * @throws ForbiddenError for an API key or a keyless caller that asks about an environment which Novu does not show to it.
 */
export async function assertEnvironments(
  context: CallerContext,
  ids: readonly string[] | null | undefined,
): Promise<void> {
  if (!ids?.length) return;
  const { caller, loaders } = context;
  if (caller.scheme === 'SESSION' || caller.scheme === 'OAUTH2') return;
  const seen = await environmentsSeen(loaders);
  const unseen = ids.filter((id) => !seen.has(id));
  if (unseen.length === 0) return;
  const empty = mayAskForEnvironments(caller) ? await emptyEnvironments(loaders, seen) : new Set<string>();
  if (unseen.some((id) => !empty.has(id))) {
    throw new ForbiddenError(
      'An API key sees its own environment only, or on older Novu servers those of its organization. Use a key of that environment, or a session with Novu-Environment-Id.',
    );
  }
}

/**
 * Does Novu show this environment to the caller? Most are told by the list; one without integrations costs a further call, once
 * in an operation.
 */
export async function seesEnvironment(context: CallerContext, id: string): Promise<boolean> {
  const { caller, loaders } = context;
  if (caller.environmentId === id) return true;
  const seen = await environmentsSeen(loaders);
  if (seen.has(id)) return true;
  if (!mayAskForEnvironments(caller)) return false;
  if (caller.scheme === 'API_KEY') return (await emptyEnvironments(loaders, seen)).has(id);
  return (await loaders.environments()).some((environment) => environment.id === id);
}

/** Is this the caller's organization? Costs a further call where the caller has no integrations. */
export async function seesOrganization({ caller, loaders }: CallerContext, id: string): Promise<boolean> {
  const [first] = (await loaders.list()).integrations;
  if (first) return first.organizationId === id;
  return mayAskForEnvironments(caller) && (await loaders.me()).organizationId === id;
}

/** Environments that the key may see although its list has no row of them: its own, and where it sees others, all. */
async function emptyEnvironments(
  loaders: CallerContext['loaders'],
  seen: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const own = await loaders.ownEnvironment();
  const seesOthers = [...seen].some((id) => id !== own);
  return new Set([own, ...(seesOthers ? (await loaders.environments()).map(({ id }) => id) : [])]);
}

async function onlyEnvironmentSeen(loaders: CallerContext['loaders']): Promise<string | null> {
  const [only, ...others] = await environmentsSeen(loaders);
  return only !== undefined && others.length === 0 ? only : null;
}

async function environmentsSeen(loaders: CallerContext['loaders']): Promise<ReadonlySet<string>> {
  const { integrations } = await loaders.list();
  return new Set(integrationsByEnvironment(integrations).keys());
}
