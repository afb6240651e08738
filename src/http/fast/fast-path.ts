import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { CompiledReads } from '../../graphql/compiled/executor.ts';
import type { HeldList } from '../../model/integration.ts';
import { isJsonObject } from '../../model/json.ts';
import type { RequestContext } from '../request/context.ts';
import type { QueryLimits } from '../request/limits.ts';
import { type Parameters, PlanCache, type ShortAnswer } from './plan-cache.ts';
import { Asked, ResponseCache } from './response-cache.ts';

/** Headers that change an answer, or what it takes to make it. */
const SPECIAL_HEADERS = ['cache-control', 'x-cache-debug', 'x-cache-tags', 'apollo-federation-include-trace'];

/** The two short ways to an answer, {@link ResponseCache} and {@link PlanCache}, and what they learn from the long one. */
export class ShortWays {
  readonly #ready: ResponseCache;
  readonly #prepared: PlanCache;

  /** @param maxBytes for ready answers. */
  constructor(reads: CompiledReads, limits: QueryLimits, maxBytes: number) {
    this.#ready = new ResponseCache(maxBytes);
    this.#prepared = new PlanCache(reads, limits);
  }

  /** The request on its short ways; null for one that must take the long way. @param body its bytes. */
  start(request: IncomingMessage, body: Buffer, context: RequestContext): ShortWay | null {
    const { method, headers } = request;
    if (method !== 'POST' || headers['content-type'] !== 'application/json') return null;
    for (const name of SPECIAL_HEADERS) if (headers[name] !== undefined) return null;
    return new ShortWay(this.#ready, this.#prepared, headers.accept, body, context);
  }
}

/** One request. */
export class ShortWay {
  readonly #ready: ResponseCache;
  readonly #prepared: PlanCache;
  readonly #accept: string | undefined;
  readonly #body: Buffer;
  readonly #context: RequestContext;
  #parameters: Parameters | null = null;
  #registers = false;
  #asked: Asked | null = null;

  constructor(
    ready: ResponseCache,
    prepared: PlanCache,
    accept: string | undefined,
    body: Buffer,
    context: RequestContext,
  ) {
    this.#ready = ready;
    this.#prepared = prepared;
    this.#accept = accept;
    this.#body = body;
    this.#context = context;
  }

  /** The answer that was given to the same request before. */
  ready(): ShortAnswer | null {
    const held = this.#context.heldList();
    return held && this.#ready.find(this.#askedBy(held), held.integrations);
  }

  /** The answer of an operation that was let through before. @param body the parsed body. */
  async prepared(body: unknown): Promise<ShortAnswer | null> {
    this.#registers = registersText(body);
    this.#parameters = PlanCache.parametersOf(this.#accept, body);
    const answer = this.#parameters && (await this.#prepared.answer(this.#parameters, this.#context));
    if (answer) this.#keep(answer);
    return answer;
  }

  /** Keeps what the long way found out. */
  learn({ status = 200, headers, body }: HTTPGraphQLResponse): void {
    const { compiled, facts, special, finished } = this.#context;
    const contentType = headers.get('content-type');
    // Apollo Server refuses an `Accept` header after the operation has been answered.
    if (status !== 200 || body.kind !== 'complete' || contentType === undefined) return;
    if (!finished || special || !facts) return;
    if (this.#parameters && compiled) this.#prepared.keep(this.#parameters, compiled, contentType);
    this.#keep({ contentType, secret: facts.selectsSecrets, body: Buffer.from(body.string) });
  }

  /** If nothing but the list that the process holds for this caller went into the answer, and nothing else came of the request. */
  #keep(answer: ShortAnswer): void {
    const held = this.#registers ? null : this.#context.onlyList();
    if (held) this.#ready.keep(this.#askedBy(held), held.integrations, answer);
  }

  #askedBy({ scope }: HeldList): Asked {
    this.#asked ??= new Asked(scope, this.#accept, this.#body);
    return this.#asked;
  }
}

/** Is it an automatic persisted query with its text, which is stored each time? */
function registersText(body: unknown): boolean {
  return (
    isJsonObject(body) &&
    body.query !== undefined &&
    isJsonObject(body.extensions) &&
    body.extensions.persistedQuery !== undefined
  );
}

/** Bytes. */
const ONE_PIECE = 4_096;

/** Sends it as the long way would. */
export function sendShort(
  response: ServerResponse,
  { contentType, secret, body }: ShortAnswer,
  requestId: string,
): void {
  // What CORS said before stays.
  const vary = response.getHeader('vary');
  response.writeHead(200, [
    'x-request-id',
    requestId,
    'cache-control',
    secret ? 'no-store' : 'private, no-cache',
    'vary',
    `${vary === undefined ? '' : `${vary}, `}Authorization, Novu-Environment-Id`,
    'content-type',
    contentType,
    'content-length',
    String(body.length),
  ]);
  // A text leaves in one piece with the head; of a long answer it would be a copy.
  response.end(body.length <= ONE_PIECE ? body.toString() : body);
}
