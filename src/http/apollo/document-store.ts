import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of the documents' texts. Parsed and analyzed, documents take about a hundred times as much memory: 50 MB. */
const MAX_CHARACTERS = 512 * 1024;
/** A short document counts as at least this many characters. */
const MIN_CHARACTERS = 100;

/**
 * Parsed and validated documents, by Apollo Server's keys. Clients can send any number of documents. Apollo Server's
 * own store bounds the JSON of their nodes at 30 MiB, which is 150 MB of memory.
 * @param isSecret must a document not be kept?
 */
export function documentStore(isSecret: (document: DocumentNode) => boolean): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => MIN_CHARACTERS + (loc?.end ?? 0),
  });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      if (!isSecret(document)) documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
