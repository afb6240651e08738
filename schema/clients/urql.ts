// urql with Graphcache: copy this file and embedded-types.generated.ts into your frontend. The tests run this file.
import { stringifyVariables } from '@urql/core';
import type { Cache, CacheExchangeOpts, Resolver, UpdateResolver } from '@urql/exchange-graphcache';
import { EMBEDDED_TYPES } from './embedded-types.generated.ts';

/**
 * Options of `cacheExchange`: queries add to what others have read, pages of a list are put together, and a mutation makes the
 * lists that it may have changed be read again.
 * @param types `schema`, the introspection of ../schema.graphql; or `possibleTypes` of ../possible-types.json, which is smaller,
 * but then Graphcache warns in development of each member of a union that it was not given.
 */
export function urqlCacheOptions(
  types: Pick<CacheExchangeOpts, 'schema' | 'possibleTypes'>,
): Partial<CacheExchangeOpts> {
  return {
    ...types,
    // What has no id belongs to the object around it, such as credentials to their integration.
    keys: Object.fromEntries(EMBEDDED_TYPES.map((type) => [type, () => null])),
    resolvers: {
      Query: { integrations: pages },
      Environment: { integrations: pages },
    },
    updates: {
      Mutation: {
        createIntegration: forgetLists,
        copyIntegration: forgetLists,
        updateIntegration: forgetLists,
        setPrimaryIntegration: forgetLists,
        deleteIntegration(data, args, cache, info) {
          forgetLists(data, args, cache, info);
          const { deletedIntegrationId: id } = (data.deleteIntegration ?? {}) as {
            deletedIntegrationId?: string | null;
          };
          if (id) cache.invalidate({ __typename: 'Integration', id });
        },
      },
    },
  };
}

const LISTS: ReadonlySet<string> = new Set(['integrations', 'primaryIntegration', 'integrationEnvironmentDiff']);

const forgetLists: UpdateResolver = (_data, _args, cache: Cache) => {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (LISTS.has(fieldName)) cache.invalidate('Query', fieldKey);
  }
  // Each has a list of its own.
  cache.invalidate('Environment');
};

/** One page that was read, as far as it was selected. */
interface Page {
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly edges: readonly string[] | null;
  readonly nodes: readonly string[] | null;
  readonly info: Readonly<Record<string, unknown>>;
}

/**
 * A page with all that were read before and after it without a gap. Not `relayPagination` of Graphcache: that one loses a page
 * without arguments, and takes `edges` that were not selected for empty ones.
 */
const pages: Resolver = (_parent, args, cache, { parentKey, fieldName }) => {
  // Graphcache keeps a field without arguments under its bare name.
  const given = Object.keys(args).length > 0 ? args : undefined;
  const current = pageAt(cache, cache.resolve(parentKey, fieldName, given), args);
  if (!current) return undefined;
  const others = cache
    .inspectFields(parentKey)
    .filter((field) => field.fieldName === fieldName && listOf(field.arguments ?? {}) === listOf(args))
    .flatMap((field) => pageAt(cache, cache.resolve(parentKey, field.fieldKey), field.arguments ?? {}) ?? [])
    .filter(({ key, edges, nodes }) => key !== current.key && (edges || !current.edges) && (nodes || !current.nodes));
  const chain = inOneRow(current, others);
  const [first = current, last = current] = [chain[0], chain.at(-1)];
  if (first === last) return current.key;
  const { startCursor, hasPreviousPage } = first.info;
  const { endCursor, hasNextPage } = last.info;
  return {
    __typename: 'IntegrationConnection',
    ...(current.edges && { edges: chain.flatMap(({ edges }) => edges ?? []) }),
    ...(current.nodes && { nodes: chain.flatMap(({ nodes }) => nodes ?? []) }),
    pageInfo: { __typename: 'PageInfo', startCursor, hasPreviousPage, endCursor, hasNextPage },
  };
};

function pageAt(cache: Cache, key: unknown, args: Page['args']): Page | null {
  if (typeof key !== 'string') return null;
  const keysIn = (name: string) => {
    const rows = cache.resolve(key, name);
    return Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : null;
  };
  const infoKey = cache.resolve(key, 'pageInfo');
  const names = typeof infoKey === 'string' ? ['startCursor', 'hasPreviousPage', 'endCursor', 'hasNextPage'] : [];
  const info = Object.fromEntries(names.map((name) => [name, cache.resolve(infoKey as string, name)]));
  return { key, args, edges: keysIn('edges'), nodes: keysIn('nodes'), info };
}

/** What makes two pages parts of one list: filter and order. */
function listOf({ first: _first, after: _after, last: _last, before: _before, ...list }: Page['args']): string {
  return stringifyVariables(list);
}

function inOneRow(current: Page, others: readonly Page[]): readonly Page[] {
  const chain = [current];
  const add = (isNext: (page: Page) => boolean, put: (page: Page) => void) => {
    const isNew = (page: Page) => !chain.includes(page) && isNext(page);
    for (let page = others.find(isNew); page; page = others.find(isNew)) put(page);
  };
  add(
    (page) => follows(chain[0] ?? current, page),
    (page) => chain.unshift(page),
  );
  add(
    (page) => follows(page, chain.at(-1) ?? current),
    (page) => chain.push(page),
  );
  return chain;
}

function follows(page: Page, before: Page): boolean {
  const { endCursor } = before.info;
  const { startCursor } = page.info;
  return (!!endCursor && page.args.after === endCursor) || (!!startCursor && before.args.before === startCursor);
}
