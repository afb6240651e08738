import { LRUCache } from 'lru-cache';
import type { CompiledExecutor } from '../../graphql/compiled/executor.ts';
import type { KnownOperation } from '../../graphql/compiled/plan.ts';
import type { IntegrationList } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { OperationFacts } from '../../model/request-facts.ts';
import type { OperationAnalysis } from '../request/analysis.ts';
import type { Admitted, RequestContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';

/** An operation that was admitted, and what the answer to it was. */
export interface CachedPlan {
  readonly known: KnownOperation;
  readonly analysis: OperationAnalysis;
  /** Of the answer, with the parameters that Apollo Server writes; the media type is a part of the key. */
  readonly contentType: string;
}

/** An answer without errors, ready to be sent. */
export interface FastAnswer {
  readonly contentType: string;
  /** Without secrets; see `AnswerFacts`. */
  readonly keepable: boolean;
  readonly body: Buffer;
  /** What telemetry calls it. */
  readonly operation?: OperationFacts | null;
}

/** What a request body asks for: an operation, and the values of its variables. */
export interface Parameters {
  /** The text, or what stands for it. By itself: to put a long text together with something else costs as much as all else that is done for it. */
  readonly document: string;
  /** Which operation of it, and in which media type. */
  readonly variant: string;
  readonly variables: JsonObject;
}

/** Characters of the documents' texts, which are those of `documentStore`. */
const MAX_CHARACTERS = 512 * 1024;

/** Of an operation. Apollo Server has an answer of its own to an empty name. */
const NAME = /^[_a-z]\w*$/i;

/**
 * Operations that Apollo Server's pipeline has admitted, by what names them: answers a request that differs from an earlier one in
 * its variables, its caller or the state of the data.
 *
 * It skips what depends on nothing but the document and the media type of the answer, and was done when the operation first came:
 * parsing, validation, the limits of documents. Only POSTs of JSON come here, which pass Apollo Server's CSRF prevention by
 * their content type. Everything else is done as in the pipeline and by the same code: who calls, what the caller may
 * see, values of variables, the number of entities, the caller's list, the answer's head. A query that does not end in an answer
 * without errors and extensions (an unknown caller, a failing upstream, a stale list, one with unreadable rows) is left to the
 * pipeline, which finds the reads of this request still in its context. Where a plugin must see every operation there is no fast path.
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

  /** What names the operation of a request body; null where Apollo Server must look at the body. */
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

  /**
   * Null where the pipeline is to answer. @param findReady the answer, where it need not be made. @throws what a bug in a resolver throws.
   */
  async answer(
    parameters: Parameters,
    context: RequestContext,
    findReady: (admitted: Admitted) => Promise<FastAnswer | null> | null,
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
    const found = findReady(admitted);
    const ready = found && (await found);
    const body = ready?.body ?? (await this.#executor.execute(plan.known, variables, { request: context }));
    if (body === null || context.extensions() !== null) return null;
    context.finish({ errors: [], data: {}, hasExtensions: false });
    const operation = context.operationFacts();
    if (ready) return { ...ready, operation };
    return { contentType: plan.contentType, keepable: !admitted.mayHoldSecrets, body, operation };
  }

  /** The answer that was just made of a list, without its secrets; null where there is none. */
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
   * Keeps an operation that was admitted, if it can be compiled or is a mutation, and its document holds no value that may be a
   * credential. @returns whether its answer may be kept: it is compiled, and its request may stand in memory.
   */
  keep({ document, variant, variables }: Parameters, { known, analysis }: Admitted, contentType: string): boolean {
    if (analysis.hasWrittenValues) return false;
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

/** No document begins with it. */
const NO_TEXT = '\0';

/**
 * What a body asks for: a text, the hash of a persisted query, or the id of a trusted document, each of which means the same
 * text always. Null for what asks for two of them, which are to be held against each other.
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
