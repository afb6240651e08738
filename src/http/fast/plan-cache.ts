import { LRUCache } from 'lru-cache';
import type { CompiledExecutor } from '../../graphql/compiled/executor.ts';
import type { KnownOperation } from '../../graphql/compiled/plan.ts';
import type { IntegrationList } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { OperationFacts } from '../../model/request-facts.ts';
import type { OperationAnalysis } from '../request/analysis.ts';
import type { Admitted, RequestContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';

/** An operation that was admitted, and the type of its answer. */
export interface CachedPlan {
  readonly known: KnownOperation;
  readonly analysis: OperationAnalysis;
  /** With Apollo Server's parameters; the media type is part of the key. */
  readonly contentType: string;
}

/** An answer without errors, ready to be sent. */
export interface FastAnswer {
  readonly contentType: string;
  /** Without secrets; see `AnswerFacts`. */
  readonly isCacheable: boolean;
  readonly body: Buffer;
  /** The operation, for telemetry. */
  readonly operation?: OperationFacts | null;
}

/** The operation that a request body names, and its variables. */
export interface Parameters {
  /** The text or its id. A string of its own: concatenating a long text costs as much as the rest of the request. */
  readonly document: string;
  /** The media type and the name of the operation. */
  readonly variant: string;
  readonly variables: JsonObject;
}

/** Characters of the documents' texts; the same bound as in `documentStore`. */
const MAX_CHARACTERS = 512 * 1024;

/** The name of an operation. Apollo Server treats an empty name specially. */
const NAME = /^[_a-z]\w*$/i;

/**
 * Operations that Apollo Server's pipeline has admitted. Answers requests that differ from an earlier one in variables,
 * caller or the state of the data.
 *
 * It skips the steps that depend only on the document and the media type, which were done for the first request:
 * parsing, validation and the limits of documents. Only POSTs of JSON get here, whose content type passes Apollo Server's
 * CSRF prevention. All other steps are the pipeline's and use the same code: the caller, its rights, variables, the
 * number of entities, the caller's list, the answer's head. If the result would have errors or extensions (an unknown
 * caller, a failing upstream, a stale list, unreadable rows), the pipeline answers, and reuses the reads of this
 * request. There is no fast path if a plugin must see every operation.
 */
export class PlanCache {
  readonly #executor: CompiledExecutor;
  readonly #limits: OperationLimits;
  readonly #plans = new LRUCache<string, ReadonlyMap<string, CachedPlan>>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (plans, { length }) => {
      let size = 0;
      for (const { known } of plans.values()) size += Math.max(length, known.document.loc?.end ?? 0);
      return size;
    },
  });

  constructor(executor: CompiledExecutor, limits: OperationLimits) {
    this.#executor = executor;
    this.#limits = limits;
  }

  /** The parameters of a request body; null if Apollo Server must check the body. */
  static parametersOf(mediaType: string, body: unknown): Parameters | null {
    if (!isJsonObject(body)) return null;
    const { operationName = null, variables } = body;
    const document = documentName(body);
    const plain =
      document !== null &&
      (operationName === null || (typeof operationName === 'string' && NAME.test(operationName))) &&
      (variables == null || isJsonObject(variables));
    return plain ? { document, variant: `${mediaType}\n${operationName ?? ''}`, variables: variables ?? {} } : null;
  }

  /** Null if the pipeline must answer. @param findCached looks for a cached answer. @throws what a bug in a resolver throws. */
  async answer(
    parameters: Parameters,
    context: RequestContext,
    findCached: (admitted: Admitted) => Promise<FastAnswer | null> | null,
  ): Promise<FastAnswer | null> {
    const { variables } = parameters;
    const plan = this.#find(parameters);
    if (
      !plan ||
      plan.analysis.isMutation ||
      !this.#limits.isWithinLimits(plan.analysis, plan.known.operation, variables)
    )
      return null;
    const admitted = context.admit(plan.known, plan.analysis);
    const found = findCached(admitted);
    const cached = found && (await found);
    const body = cached?.body ?? (await this.#executor.execute(plan.known, variables, { request: context }));
    if (body === null || context.extensions() !== null) return null;
    context.finish({ errors: [], data: {}, hasExtensions: false });
    const operation = context.operationFacts();
    if (cached) return { ...cached, operation };
    return { contentType: plan.contentType, isCacheable: !admitted.mayHoldSecrets, body, operation };
  }

  /** A template of the answer that was just made from a list, without its secrets; null if there can be none. */
  async template(parameters: Parameters, context: RequestContext, list: IntegrationList) {
    const plan = this.#find(parameters);
    return plan ? this.#executor.template(plan.known, parameters.variables, { request: context }, list) : null;
  }

  /** A mutation that was admitted. */
  mutation(parameters: Parameters): CachedPlan | null {
    const plan = this.#find(parameters);
    return plan?.analysis.isMutation ? plan : null;
  }

  /**
   * Keeps an admitted operation if it can be compiled or is a mutation, and its document holds no value that may be a
   * credential, in whichever of its operations.
   * @returns whether its answer may be cached: it is compiled, and its request may be kept in memory.
   */
  keep({ document, variant, variables }: Parameters, { known, analysis }: Admitted, contentType: string): boolean {
    if (analysis.hasInlineValues) return false;
    const isCompiled = this.#executor.canExecute(known, variables);
    if (isCompiled || analysis.isMutation) {
      const plan = { known, analysis, contentType };
      this.#plans.set(document, new Map([...(this.#plans.get(document) ?? []), [variant, plan]]));
    }
    return isCompiled;
  }

  #find({ document, variant }: Parameters): CachedPlan | undefined {
    return this.#plans.get(document)?.get(variant);
  }
}

/** No document starts with this character. */
const NO_TEXT = '\0';

/**
 * The key of a document: its text, the hash of a persisted query, or the id of a trusted document. Each always stands
 * for the same text. Null for a body with two of them, which must be compared.
 */
function documentName({ query, extensions, documentId }: JsonObject): string | null {
  if (extensions != null && !isJsonObject(extensions)) return null;
  const persisted = extensions?.persistedQuery;
  if (query !== undefined) {
    const isText = typeof query === 'string' && !query.startsWith(NO_TEXT);
    return isText && persisted === undefined && documentId === undefined ? query : null;
  }
  if (persisted === undefined) return typeof documentId === 'string' ? `${NO_TEXT}id ${documentId}` : null;
  const isHash = isJsonObject(persisted) && persisted.version === 1 && documentId === undefined;
  return isHash && typeof persisted.sha256Hash === 'string' ? `${NO_TEXT}hash ${persisted.sha256Hash}` : null;
}
