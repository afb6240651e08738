import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hasInlineValues } from '../request/inline-values.ts';

/** What Apollo Server asks of a place for documents. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Characters of the documents' texts. Parsed, and with what is worked out for them, documents take some hundred times as much: 50 MB. */
const MAX_CHARACTERS = 512 * 1024;
/** A short document takes more than its text tells. */
const MIN_CHARACTERS = 100;

/**
 * Documents that were parsed and validated, by what Apollo Server calls them. Clients can think of any number of documents. Apollo
 * Server's own store bounds the JSON of their nodes at 30 MiB, which is 150 MB of memory.
 */
export function documentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => MIN_CHARACTERS + (loc?.end ?? 0),
  });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      if (!hasInlineValues(document)) documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
