// Apollo Client: copy this file and embedded-types.generated.ts into your frontend. The tests run this file.
import {
  type FieldPolicy,
  InMemoryCache,
  type PossibleTypesMap,
  type Reference,
  type StoreObject,
} from '@apollo/client/cache';
import { EMBEDDED_TYPES } from './embedded-types.generated.ts';

/**
 * A cache in which queries add to what others have read, and pages of a list are put together.
 * @param possibleTypes of ../possible-types.json
 */
export function createApolloCache(possibleTypes: PossibleTypesMap): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      // What has no id belongs to the object around it, such as credentials to their integration.
      ...Object.fromEntries(EMBEDDED_TYPES.map((type) => [type, { keyFields: false, merge: true }])),
      Query: { fields: { integrations: pages } },
      Environment: { fields: { integrations: pages } },
      IntegrationProvider: { fields: { credentialFields: byPosition } },
      IntegrationProviderField: { keyFields: false, fields: { options: byPosition } },
      // These lists are replaced as a whole, so that old and new items do not mix: select them in one fragment.
      Integration: { fields: { conditions: { merge: false }, credentialState: { merge: false } } },
      IntegrationConditionGroup: { keyFields: false, fields: { children: { merge: false } } },
    },
  });
}

/** The catalog does not change while a page is open, so lists of it keep their order. */
const byPosition: FieldPolicy<readonly StoreObject[]> = {
  merge: (known = [], incoming, { mergeObjects }) =>
    incoming.map((item, index) => mergeObjects(known[index] ?? item, item)),
};

interface Edge {
  readonly cursor?: string;
  readonly node?: Reference;
}

interface PageInfo {
  readonly hasNextPage?: boolean;
  readonly hasPreviousPage?: boolean;
  readonly startCursor?: string | null;
  readonly endCursor?: string | null;
}

/** What is selected of an IntegrationConnection. */
interface Page {
  readonly edges?: readonly Edge[];
  readonly nodes?: readonly Reference[];
  readonly pageInfo?: PageInfo;
  readonly totalCount?: number;
}

/** The pages of one filter and order as one list, whether they are read by `edges` or by `nodes`. */
const pages: FieldPolicy<Page | null> = {
  keyArgs: ['filter', 'orderBy'],
  merge(known, incoming, { args }) {
    // A list that failed is null, with an error beside it. What is known of it stays.
    if (!incoming) return known ?? null;
    const rows = incoming.edges ?? incoming.nodes?.map((node) => ({ __typename: 'IntegrationEdge', node }));
    if (!rows) return { ...known, ...incoming };
    return { ...known, ...incoming, ...joined(known ?? {}, rows, incoming.pageInfo, args ?? {}) };
  },
  /** Without integrations that were removed from the cache. */
  read(page, { canRead }) {
    const edges = page?.edges?.filter(({ node }) => !node || canRead(node));
    return edges && edges.length !== page?.edges?.length ? { ...page, ...asPage(edges) } : page;
  },
};

/** The list with a page put where it belongs: over its own rows, where some are known, else at the end that it was asked for. */
function joined(
  known: Page,
  rows: readonly Edge[],
  pageInfo: PageInfo | undefined,
  args: Record<string, unknown>,
): Page {
  const edges = known.edges ?? [];
  const isRow = ({ node }: Edge) => rows.some((row) => isSame(row, node));
  const merged = rows.map((row) => ({ ...edges.find(({ node }) => isSame(row, node)), ...row }));
  // Without a cursor it is the start of the list. If that is as it was, what follows is still known.
  const isStart = !args.last && rows.every((row, index) => isSame(row, edges[index]?.node));
  if (!args.after && !args.before && !isStart) return asPage(merged, pageInfo);
  const first = edges.findIndex(isRow);
  const at = first >= 0 ? first : args.before ? 0 : edges.length;
  const [head, tail] = [edges.slice(0, at), edges.slice(at).filter((edge) => !isRow(edge))];
  const { startCursor = null, hasPreviousPage = false, endCursor = null, hasNextPage = false } = known.pageInfo ?? {};
  const around = {
    ...pageInfo,
    ...(head.length > 0 ? { startCursor, hasPreviousPage } : {}),
    ...(tail.length > 0 ? { endCursor, hasNextPage } : {}),
  };
  return asPage([...head, ...merged, ...tail], pageInfo && around);
}

function isSame({ node }: Edge, other: Reference | undefined): boolean {
  return node?.__ref !== undefined && node.__ref === other?.__ref;
}

function asPage(edges: readonly Edge[], pageInfo?: PageInfo): Page {
  const nodes = edges.flatMap(({ node }) => node ?? []);
  return { edges, ...(nodes.length === edges.length && { nodes }), ...(pageInfo && { pageInfo }) };
}
