import type { IncomingMessage } from 'node:http';
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { CompiledExecutor } from '../../graphql/compiled/executor.ts';
import { contentOf } from '../../model/integration.ts';
import { publishError } from '../answer/errors.ts';
import type { MediaType } from '../answer/media-type.ts';
import type { Admitted, RequestContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';
import type { MutationRunner } from './mutations.ts';
import { type FastAnswer, type Parameters, PlanCache } from './plan-cache.ts';
import { type Owner, RequestKey, ResponseCache, type ResponseCacheOptions } from './response-cache.ts';

/** Headers that change an answer or how it is made. */
const SPECIAL_HEADERS = ['cache-control', 'x-cache-debug', 'x-cache-tags', 'apollo-federation-include-trace'];

/**
 * The one fast path, in front of Apollo Server's pipeline: first the {@link ResponseCache}, then the {@link PlanCache}.
 * Everything else goes through the pipeline, and both caches learn from its answers.
 */
export class FastPath {
  readonly #stages: Stages;

  constructor(
    executor: CompiledExecutor,
    limits: OperationLimits,
    mutations: MutationRunner,
    responses: ResponseCacheOptions,
  ) {
    this.#stages = { responses: new ResponseCache(responses), plans: new PlanCache(executor, limits), mutations };
  }

  /**
   * Puts a request on the fast path; null if only the pipeline may answer it.
   * @param mediaType of its answer. @param body its bytes, which are JSON: Apollo Server's CSRF prevention lets its type pass.
   */
  begin(request: IncomingMessage, mediaType: MediaType, body: Buffer, context: RequestContext): FastPathRequest | null {
    const { headers } = request;
    for (const name of SPECIAL_HEADERS) if (headers[name] !== undefined) return null;
    return new FastPathRequest(this.#stages, mediaType, body, context);
  }
}

interface Stages {
  readonly responses: ResponseCache;
  readonly plans: PlanCache;
  readonly mutations: MutationRunner;
}

/** One request on the fast path. Except for mutations nothing here throws: a failure is published, and the pipeline answers. */
export class FastPathRequest {
  readonly #stages: Stages;
  readonly #mediaType: MediaType;
  readonly #body: Buffer;
  readonly #context: RequestContext;
  #parameters: Parameters | null = null;
  #cached: FastAnswer | null = null;
  #key: RequestKey | null = null;
  #ownKey: RequestKey | null = null;

  constructor(stages: Stages, mediaType: MediaType, body: Buffer, context: RequestContext) {
    this.#stages = stages;
    this.#mediaType = mediaType;
    this.#body = body;
    this.#context = context;
  }

  /** The answer that was given to the same request before. */
  fromResponseCache(): FastAnswer | null {
    try {
      const held = this.#context.peekList();
      if (!held) return null;
      const { scope, integrations } = held;
      const find = (owner: Owner) => this.#stages.responses.find(this.#keyOf(owner), integrations);
      return find('all') ?? find(scope);
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** The answer of an operation that was admitted before. @param body the parsed body. */
  async fromPlanCache(body: unknown): Promise<FastAnswer | null> {
    try {
      this.#parameters = PlanCache.parametersOf(this.#mediaType, body);
      const answer =
        this.#parameters && (await this.#stages.plans.answer(this.#parameters, this.#context, this.#findCached));
      if (answer && !this.#cached) {
        this.#keep(answer);
        await this.#keepTemplate(this.#parameters, answer);
      }
      return answer;
    } catch (error) {
      return this.#failed(error);
    }
  }

  /**
   * Runs a mutation that was admitted before. Null: nothing ran. @throws what a bug throws; then the pipeline must not run it.
   */
  async runMutation(): Promise<HTTPGraphQLResponse | null> {
    const plan = this.#parameters && this.#stages.plans.mutation(this.#parameters);
    return plan ? this.#stages.mutations.run(plan, this.#parameters?.variables ?? {}, this.#context) : null;
  }

  /** Caches an answer of the pipeline if possible. */
  learn({ status = 200, headers, body }: HTTPGraphQLResponse): void {
    const admitted = this.#succeeded();
    const contentType = headers.get('content-type');
    if (!admitted || status !== 200 || body.kind !== 'complete' || contentType === undefined) return;
    try {
      // If an operation cannot be compiled, a resolver may read anything, so its answer is not cached either. Nor is a body
      // that may hold a credential.
      if (!this.#parameters || !this.#stages.plans.keep(this.#parameters, admitted, contentType)) return;
      this.#keep({
        contentType,
        isCacheable: isCacheable(admitted),
        body: Buffer.from(body.string),
        operation: this.#context.operationFacts(),
      });
    } catch (error) {
      this.#failed(error);
    }
  }

  /**
   * The operation, if it was answered without errors and extensions. Extensions of a mutation are allowed: they report
   * its idempotency key.
   */
  #succeeded(): Admitted | null {
    const { state } = this.#context;
    if (state.phase !== 'answered' || state.result.errors.length > 0) return null;
    return state.result.hasExtensions && !state.admitted?.analysis.isMutation ? null : state.admitted;
  }

  /** Caches an answer that was made from one list and nothing else. */
  #keep(answer: FastAnswer): void {
    const admitted = this.#succeeded();
    if (!admitted || !isCacheable(admitted)) return;
    const reads = this.#context.reads();
    if (!reads?.onlyList) return;
    if (!reads.dependsOnCaller) {
      this.#stages.responses.keep(this.#keyOf('all'), reads.onlyList, answer);
      return;
    }
    const held = this.#context.peekList();
    if (held?.integrations === reads.onlyList)
      this.#stages.responses.keep(this.#keyOf(held.scope), held.integrations, answer);
  }

  /**
   * Caches a template of an answer with secrets, if it was made from one list with known bytes and does not otherwise
   * depend on the caller.
   */
  async #keepTemplate(parameters: Parameters | null, { contentType, body }: FastAnswer): Promise<void> {
    const admitted = this.#succeeded();
    if (!admitted || isCacheable(admitted) || !parameters) return;
    const reads = this.#context.reads();
    if (!reads?.onlyList || reads.dependsOnCaller) return;
    const list = await this.#context.list();
    const key = this.#keyOf('all');
    if (!list?.raw || !this.#stages.responses.wantsTemplate(key, list.raw)) return;
    const made = await this.#stages.plans.template(parameters, this.#context, list);
    const template = made?.fill(list.raw.body).equals(body) === true ? made : null;
    this.#stages.responses.keepTemplate(key, list.raw, { contentType, template });
  }

  /** The cached answer for another caller with the same list. The list is read first only if there may be such an answer. */
  readonly #findCached = (admitted: Admitted): Promise<FastAnswer | null> | null => {
    const key = this.#keyOf('all');
    return this.#stages.responses.mayContain(key) ? this.#ofList(key, admitted) : null;
  };

  async #ofList(key: RequestKey, admitted: Admitted): Promise<FastAnswer | null> {
    const list = await this.#context.list();
    if (list && isCacheable(admitted)) this.#cached = this.#stages.responses.find(key, contentOf(list));
    else if (list?.raw) this.#cached = this.#stages.responses.fill(key, list.raw);
    return this.#cached;
  }

  #keyOf(owner: Owner): RequestKey {
    this.#key ??= new RequestKey('all', this.#mediaType, this.#body);
    if (owner === 'all') return this.#key;
    if (this.#ownKey?.owner !== owner) this.#ownKey = this.#key.for(owner);
    return this.#ownKey;
  }

  #failed(cause: unknown): null {
    const error = Object.assign(new Error('The fast path failed', { cause }), {
      extensions: { code: 'FAST_PATH_FAILED' },
    });
    publishError(this.#context.requestId, error);
    return null;
  }
}

/** May an answer be cached, by this gateway or by the caller? */
export function isCacheable({ analysis, mayHoldSecrets }: Admitted): boolean {
  return !analysis.isMutation && !mayHoldSecrets;
}
