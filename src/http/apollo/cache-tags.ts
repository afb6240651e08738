import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { type ArgumentNode, Kind, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { CallerContext } from '../../graphql/context.ts';
import { GatewayError } from '../../model/errors.ts';
import { normalizeId } from '../../model/ids.ts';
import type { Integration } from '../../model/integration.ts';
import { isJsonObject } from '../../model/json.ts';
import type { HttpContext } from '../request/context.ts';

/**
 * Names what an answer was made from, so that a router's response cache can be purged by tags: `apolloCacheTags` for
 * root fields, and `apolloEntityCacheTags` with one list for each representation of `_entities`. Apollo Router does not
 * announce that it caches, so it must be configured to send `x-cache-tags: 1`; other requests pay nothing. Only
 * cacheable answers have tags: no mutations, no errors, no secrets.
 */
export function cacheTagsPlugin(): ApolloServerPlugin<HttpContext> {
  const listener = { willSendResponse: tagAnswer };
  return {
    requestDidStart: async ({ request }) => (request.http?.headers.get('x-cache-tags') === '1' ? listener : undefined),
  };
}

async function tagAnswer(context: GraphQLRequestContextWillSendResponse<HttpContext>): Promise<void> {
  const { contextValue, operation, request, response } = context;
  const { state } = contextValue.request;
  if (state.phase !== 'admitted' || response.body.kind !== 'single' || response.body.singleResult.errors) return;
  const { analysis, identity, mayHoldSecrets } = state.admitted;
  if (identity instanceof GatewayError || !operation || analysis.isMutation || mayHoldSecrets) return;
  const representations = representationsOf(operation, request.variables ?? {});
  // The provider catalog and the schema are the same for all callers.
  if (!representations && analysis.needsCaller === 'NONE') return;
  const tags = await Tags.of(identity);
  const named = representations
    ? { apolloEntityCacheTags: await Promise.all(representations.map((given) => tags.ofEntity(given))) }
    : { apolloCacheTags: await tags.ofRoot() };
  const { singleResult } = response.body;
  singleResult.extensions = { ...singleResult.extensions, ...named };
}

/**
 * The representations for `_entities`; null if the field is not selected, or selected twice, when its tags could not be
 * told apart.
 */
function representationsOf(
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): unknown[] | null {
  const [field, another] = selectionSet.selections.filter(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === '_entities',
  );
  if (field?.kind !== Kind.FIELD || another) return null;
  const isRepresentations = ({ name }: ArgumentNode) => name.value === 'representations';
  const value = field.arguments?.find(isRepresentations)?.value;
  const given: unknown = value && valueFromASTUntyped(value, variables);
  return Array.isArray(given) ? given : null;
}

/** The tags of one operation, from its loaders and lists. Only {@link ofRoot} may call Novu. */
class Tags {
  readonly #caller: CallerContext;
  /** Every integration that the caller sees; empty where the operation did not read the list. */
  readonly #seen: readonly Integration[];

  private constructor(caller: CallerContext, seen: readonly Integration[]) {
    this.#caller = caller;
    this.#seen = seen;
  }

  static async of(caller: CallerContext): Promise<Tags> {
    const { loaders } = caller;
    return new Tags(caller, loaders.summary().cache ? (await loaders.list()).integrations : []);
  }

  async ofEntity(representation: unknown): Promise<string[]> {
    if (!isJsonObject(representation) || typeof representation.id !== 'string') return [];
    const { __typename, id } = representation;
    if (__typename === 'Organization') return [organizationTag(id)];
    if (__typename === 'Environment') return this.#inEnvironment(normalizeId(id));
    const row = __typename === 'Integration' ? await this.#caller.loaders.integration(id) : null;
    return row ? distinct([...this.#inEnvironment(row.environmentId), integrationTag(row)]) : [];
  }

  /** Asks Novu for the caller's organization if no integration tells it. */
  async ofRoot(): Promise<string[]> {
    const { loaders } = this.#caller;
    const { lookups } = loaders.summary();
    const rows = lookups.flatMap(({ integrations }) => integrations);
    const environmentIds = lookups.flatMap((one) => one.environmentIds ?? this.#environmentsSeen());
    const own = this.#seen.length > 0 ? [] : await loaders.me().then(scopeTags, () => []);
    return distinct([
      ...this.#organization(),
      ...own,
      ...environmentIds.map(environmentTag),
      ...rows.map(({ environmentId }) => environmentTag(environmentId)),
      ...rows.map(integrationTag),
    ]);
  }

  #inEnvironment(environmentId: string): string[] {
    const rows = this.#caller.loaders.summary().lookups.flatMap(({ integrations }) => integrations);
    const here = rows.filter((row) => row.environmentId === environmentId);
    return distinct([...this.#organization(), environmentTag(environmentId), ...here.map(integrationTag)]);
  }

  /** A caller sees one organization, so any integration tells it. */
  #organization(): string[] {
    return this.#seen.slice(0, 1).map(({ organizationId }) => organizationTag(organizationId));
  }

  #environmentsSeen(): string[] {
    const { environmentId } = this.#caller.caller;
    return [...(environmentId ? [environmentId] : []), ...this.#seen.map((row) => row.environmentId)];
  }
}

function scopeTags({ organizationId, environmentId }: { organizationId: string; environmentId: string }): string[] {
  return [organizationTag(organizationId), environmentTag(environmentId)];
}

function organizationTag(id: string): string {
  return `integrations-organization-${id}`;
}

function environmentTag(id: string): string {
  return `integrations-environment-${id}`;
}

function integrationTag({ id }: Integration): string {
  return `integration-${id}`;
}

function distinct(tags: readonly string[]): string[] {
  return [...new Set(tags)];
}
