import { createHash } from 'node:crypto';

/** A place for texts that are kept by their hash. Neither call rejects: a text that cannot be read is null. */
export interface TextStore {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}

/** What Apollo Server asks of a cache for automatic persisted queries. */
interface PersistedQueryCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * Automatic persisted queries over a store. Keys come from clients: what is no SHA-256 hash is never asked for, and a text that
 * does not have its hash (something else wrote it) never runs.
 */
export function persistedQueryCache(store: TextStore): PersistedQueryCache {
  return {
    async get(key) {
      const hash = hashIn(key);
      const text = hash && (await store.get(hash));
      return text && createHash('sha256').update(text).digest('hex') === hash ? text : undefined;
    },
    async set(key, text) {
      const hash = hashIn(key);
      if (hash) await store.set(hash, text);
    },
    // Apollo Server never does.
    async delete() {},
  };
}

/** Apollo Server puts `apq:` in front. */
function hashIn(key: string): string | null {
  return /^apq:([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}
