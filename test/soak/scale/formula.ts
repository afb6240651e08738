/** What a deployment is asked. Rates a second. */
export interface Load {
  readonly copies: number;
  /** Callers that ask at all. */
  readonly callers: number;
  /** Reads of one caller. */
  readonly reads: number;
  /** Mutations in one organization. */
  readonly mutations: number;
  readonly organizations: number;
  /** Integrations of an organization. */
  readonly rows: number;
  /** `CACHE_TTL` and `CACHE_MEMORY_TTL` in seconds. */
  readonly ttl: number;
  readonly memoryTtl: number;
}

/** Steps of the cache protocol, counted in the code and checked by measurement. */
export const OPERATIONS = {
  /** The first read of a caller that no copy knows. */
  first: 8,
  /** The first read at a copy of a caller that Redis knows. */
  known: 2,
  /** A read after `CACHE_MEMORY_TTL`. */
  confirm: 1,
  /** A read that has to ask Novu, of a caller that the copy knows. */
  refill: 4,
  /** A mutation. */
  mutation: 6,
} as const;

/** Bytes. */
export const BYTES = {
  /** In Redis: the entry of a caller, the key that tells its organization, and what Redis takes for two keys that expire. */
  redisCaller: 780,
  /** Of a list in Redis, for each organization once: of the laboratory's rows, which are much alike. Of the sample data 207. */
  redisRow: 81,
} as const;

/** Calls to Novu a second for lists: an entry lives until its time is over or its organization changes, and is missed by the next read. */
export function upstreamCalls({ callers, reads, mutations, ttl }: Load): number {
  const life = mutations === 0 ? ttl : (1 - Math.exp(-mutations * ttl)) / mutations;
  return callers / (life + 1 / reads);
}

/** Steps a second: reads that the memory of a copy does not answer, fills, and mutations. */
export function redisOperations(load: Load): number {
  const { callers, copies, reads, mutations, organizations, memoryTtl } = load;
  const confirms = (callers * reads) / (1 + (reads * memoryTtl) / copies);
  return (
    confirms * OPERATIONS.confirm +
    upstreamCalls(load) * (OPERATIONS.refill - OPERATIONS.confirm) +
    organizations * mutations * OPERATIONS.mutation
  );
}

/** Bytes in Redis, without the outcomes of mutations. */
export function redisBytes({ callers, organizations, rows }: Pick<Load, 'callers' | 'organizations' | 'rows'>): number {
  return callers * BYTES.redisCaller + organizations * rows * BYTES.redisRow;
}

/** Steps of the first reads of new callers, at all copies. */
export function firstSteps({ callers, copies }: Pick<Load, 'callers' | 'copies'>): number {
  return callers * (OPERATIONS.first + OPERATIONS.known * (copies - 1));
}
