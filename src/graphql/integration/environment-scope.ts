import { integrationsByEnvironment } from '../../loaders/integrations.ts';
import { mayAskForEnvironments } from '../../model/caller.ts';
import { BadUserInputError, ForbiddenError } from '../../model/errors.ts';
import type { CallerContext } from '../context.ts';

/**
 * The caller's own environment. A session names it in a header. An API key belongs to one, which only Novu can tell: the key may
 * see the whole organization (contract §3.7). A keyless caller may not ask, but sees only its own environment.
 */
export async function ownEnvironment({ caller, loaders }: CallerContext): Promise<string> {
  if (caller.scheme === 'SESSION' && caller.environmentId) return caller.environmentId;
  if (mayAskForEnvironments(caller)) return loaders.ownEnvironment();
  const only = caller.scheme === 'KEYLESS' ? await onlyEnvironmentSeen(loaders) : null;
  if (only !== null) return only;
  throw new BadUserInputError('Novu does not tell which environment this caller acts in: name it by "environmentId".');
}

/** The caller's organization and environment; null for what upstream does not tell. */
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
 * Checks that the caller may see these environments. Newer servers show an API key only its own environment, older ones
 * its organization. Sessions and OAuth 2 tokens see the organization on all servers (contract §3.7). Without this
 * check, a hidden environment would look empty.
 * @throws ForbiddenError for an API key or a keyless caller that may not see one of them.
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
 * Does Novu show this environment to the caller? The list usually tells; an environment without integrations costs one
 * more call in an operation.
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

/** Is this the caller's organization? Costs one more call if the caller has no integrations. */
export async function seesOrganization({ caller, loaders }: CallerContext, id: string): Promise<boolean> {
  const [first] = (await loaders.list()).integrations;
  if (first) return first.organizationId === id;
  return mayAskForEnvironments(caller) && (await loaders.me()).organizationId === id;
}

/** Environments without integrations that the key may see: its own, and all if it sees others. */
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
