import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CompiledReads } from '../../graphql/compiled/executor.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { analyzeOperation } from '../request/analysis.ts';
import type { RequestContext } from '../request/context.ts';
import { entitiesAreWithinLimits, type QueryLimits } from '../request/limits.ts';

/** An operation of a document that is valid and within the limits. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

interface Prepared extends KnownOperation {
  /** What Apollo Server negotiated for the `Accept` header that is part of the key. */
  readonly contentType: string;
}

/** An answer without errors, ready to be sent. */
export interface ShortAnswer {
  readonly contentType: string;
  /** It holds what the caller alone may see, or what no cache may keep. */
  readonly secret: boolean;
  readonly body: Buffer;
}

/** What a request body asks for: an operation, and the values of its variables. */
export interface Parameters {
  readonly name: string;
  readonly variables: JsonObject | undefined;
}

/** Characters of the documents' texts; parsed, they take some thirty times as much memory. */
const MAX_CHARACTERS = 512 * 1024;

/** Of an operation. Apollo Server has an answer of its own to an empty name. */
const NAME = /^[_a-z]\w*$/i;

/**
 * Operations that Apollo Server let through before, by what names them: the short way for a request that differs from an earlier
 * one in its variables, its caller or the state of the data.
 *
 * It skips what depends on nothing but the document and the `Accept` header, and was done when the operation came by first:
 * parsing, validation, the limits of documents, content negotiation. Only requests that Apollo Server's CSRF prevention lets
 * pass for their content type come here. Everything else is done as on the long way and by the same code: who calls, what
 * the caller may see, values of variables, the number of entities, the list of this caller, what the answer's head says.
 * Whatever does not end in an answer without errors and extensions (an unknown caller, a failing upstream, a stale list) is
 * left to the long way, which finds the reads of this request still in its context. Where a plugin must see every operation
 * there is no short way.
 */
export class PlanCache {
  readonly #reads: CompiledReads;
  readonly #limits: QueryLimits;
  readonly #operations = new LRUCache<string, Prepared>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ document }, key) => Math.max(key.length, document.loc?.end ?? 0),
  });

  constructor(reads: CompiledReads, limits: QueryLimits) {
    this.#reads = reads;
    this.#limits = limits;
  }

  /** What names the operation of a request body; null where Apollo Server must look at the body. */
  static parametersOf(accept: string | undefined, body: unknown): Parameters | null {
    if (!isJsonObject(body)) return null;
    const { operationName = null, variables } = body;
    const document = documentName(body);
    const plain =
      document !== null &&
      (operationName === null || (typeof operationName === 'string' && NAME.test(operationName))) &&
      (variables == null || isJsonObject(variables));
    return plain
      ? { name: `${accept ?? ''}\n${operationName ?? ''}\n${document}`, variables: variables ?? undefined }
      : null;
  }

  /** Null where the long way is to answer. Never rejects. */
  async answer({ name, variables }: Parameters, context: RequestContext): Promise<ShortAnswer | null> {
    const prepared = this.#operations.get(name);
    if (!prepared) return null;
    const { document, operation, contentType } = prepared;
    const facts = analyzeOperation(document, operation);
    if (!entitiesAreWithinLimits(facts, variables, this.#limits)) return null;
    context.begin(facts);
    const body = await this.#reads.answer(document, operation, variables, { request: context });
    if (body === null || context.cacheOutcome() !== null) return null;
    context.finished = true;
    return { contentType, secret: facts.selectsSecrets, body };
  }

  keep({ name }: Parameters, known: KnownOperation, contentType: string): void {
    this.#operations.set(name, { ...known, contentType });
  }
}

/**
 * What a body asks for: a text, the hash of a persisted query, or the id of a trusted document, each of which means the same
 * text always. Null for what asks for two of them, which are to be held against each other.
 */
function documentName({ query, extensions, documentId }: JsonObject): string | null {
  if (extensions != null && !isJsonObject(extensions)) return null;
  const persisted = extensions?.persistedQuery;
  if (query !== undefined) {
    return typeof query === 'string' && persisted === undefined && documentId === undefined ? `text ${query}` : null;
  }
  if (persisted === undefined) return typeof documentId === 'string' ? `id ${documentId}` : null;
  const isHash = isJsonObject(persisted) && persisted.version === 1 && documentId === undefined;
  return isHash && typeof persisted.sha256Hash === 'string' ? `hash ${persisted.sha256Hash}` : null;
}
