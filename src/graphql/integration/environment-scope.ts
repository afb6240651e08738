import { mayAskForEnvironments } from '../../model/caller.ts';
import { BadUserInputError, ForbiddenError } from '../../model/errors.ts';
import type { CallerContext } from '../context.ts';

/**
 * The caller's own environment: a session names it by header, a key belongs to one. A key whose list shows a single
 * environment belongs to that one; only where that does not tell is upstream asked.
 */
export async function ownEnvironment({ caller, loaders }: CallerContext): Promise<string> {
  if (caller.scheme === 'SESSION' && caller.environmentId) return caller.environmentId;
  const seen = await environmentsSeen(loaders);
  const [only] = seen;
  if (only !== undefined && seen.size === 1) return only;
  if (mayAskForEnvironments(caller)) return (await loaders.me()).environmentId;
  throw new BadUserInputError('Novu does not tell which environment this caller acts in: name it by "environmentId".');
}

/** Who the caller is, as far as upstream tells it; null for what it does not. */
export async function whoIs({ caller, loaders }: CallerContext): Promise<{
  readonly organizationId: string | null;
  readonly environmentId: string | null;
}> {
  if (mayAskForEnvironments(caller)) return loaders.me();
  const { integrations } = await loaders.list();
  const [only, ...others] = await environmentsSeen(loaders);
  return {
    organizationId: integrations[0]?.organizationId ?? null,
    environmentId: only !== undefined && others.length === 0 ? only : null,
  };
}

/**
 * Checks that the caller may ask about these environments. Upstream shows an API key its own environment alone (and sessions
 * and OAuth 2 tokens all of their organization, contract §3.7), so without this a question about another one would be answered
 * with an empty list, which is not true.
 * @throws ForbiddenError for an API key or a keyless caller that asks about another environment.
 */
export async function assertEnvironments(
  { caller, loaders }: CallerContext,
  ids: readonly string[] | null | undefined,
): Promise<void> {
  if (caller.scheme === 'SESSION' || caller.scheme === 'OAUTH2' || !ids?.length) return;
  const seen = await environmentsSeen(loaders);
  const unseen = ids.filter((id) => !seen.has(id));
  if (unseen.length === 0) return;
  const own = seen.size > 0 || !mayAskForEnvironments(caller) ? null : (await loaders.me()).environmentId;
  if (unseen.some((id) => id !== own)) {
    throw new ForbiddenError(
      'An API key sees its own environment only. Use a key of that environment, or a session with Novu-Environment-Id.',
    );
  }
}

async function environmentsSeen(loaders: CallerContext['loaders']): Promise<ReadonlySet<string>> {
  const { integrations } = await loaders.list();
  return new Set(integrations.map((integration) => integration.environmentId));
}
