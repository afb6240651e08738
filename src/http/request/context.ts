import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CallerContext } from '../../graphql/context.ts';
import { Loaders } from '../../loaders/loaders.ts';
import { type Caller, mayReadSecrets } from '../../model/caller.ts';
import { GatewayError } from '../../model/errors.ts';
import type { CacheOutcome, Call, HeldList, IntegrationSource } from '../../model/integration.ts';
import type { KnownOperation } from '../fast/plan-cache.ts';
import type { OperationAnalysis } from './analysis.ts';
import { callerOfRequest, singleHeader } from './caller.ts';

/** The GraphQL context as this folder knows it. */
export interface HttpContext {
  readonly request: RequestContext;
}

/** What the headers of a request say, and what is made of them once the operation is known. */
export class RequestContext {
  readonly requestId: string;
  /** Set by {@link begin}; until then no resolver runs. */
  identity: CallerContext | GatewayError;
  /** Set by {@link begin}. */
  facts: OperationAnalysis | null = null;
  /** The GraphQL pipeline has finished the answer: its errors carry the request id. */
  finished = false;
  /** Why the request was refused before it was validated: the answer, whatever else comes of it. */
  refusal: GatewayError | null = null;
  /** The answer has errors or extensions. */
  special = false;
  /** The operation, where it was answered without graphql-js. */
  compiled: KnownOperation | null = null;

  readonly #caller: Caller | GatewayError;
  readonly #source: IntegrationSource;
  readonly #signal: () => AbortSignal;
  readonly #fresh: boolean;
  readonly #idempotencyKey: string | undefined;
  readonly #cacheDebug: boolean;

  /** `signal` makes the signal that fires when nobody waits for the answer any more; called once at the most. */
  constructor(request: IncomingMessage, requestId: string, source: IntegrationSource, signal: () => AbortSignal) {
    const { headers } = request;
    this.requestId = requestId;
    this.#source = source;
    this.#signal = signal;
    this.#caller = callerOfRequest(request);
    this.identity = this.#caller instanceof GatewayError ? this.#caller : NOT_BEGUN;
    this.#fresh = /\bno-(cache|store)\b/i.test(headers['cache-control'] ?? '');
    this.#idempotencyKey = singleHeader(headers['idempotency-key']);
    this.#cacheDebug = headers['x-cache-debug'] === '1';
  }

  /** Runs a check; what it throws is the {@link refusal}, and ends the pipeline. */
  refuseIf(check: () => void): void {
    try {
      check();
    } catch (error) {
      if (error instanceof GatewayError) this.refusal = error;
      throw error;
    }
  }

  /** To be called when the operation is known, before it runs. A second call, on the long way after a short one, changes nothing. */
  begin(facts: OperationAnalysis): void {
    if (this.facts) return;
    this.facts = facts;
    const caller = this.#caller;
    if (caller instanceof GatewayError) return;
    const secretsWanted = facts.selectsSecrets && mayReadSecrets(caller);
    const call = new RequestCall(caller, this.requestId, this.#signal);
    const options = { secrets: secretsWanted, fresh: this.#fresh };
    this.identity = {
      caller,
      call,
      source: this.#source,
      loaders: new Loaders(this.#source, call, options),
      secretsWanted,
      idempotencyKey: this.#idempotencyKey,
      given: [],
    };
  }

  /** The list that the process could answer this caller with right now, without asking anybody. */
  heldList(): HeldList | null {
    return this.#caller instanceof GatewayError ? null : this.#source.held(this.#caller);
  }

  /**
   * The list that the answer was made of, if it was made of nothing else, is free of secrets and errors, and changed nothing;
   * only where that is the list that the process holds for this caller.
   */
  onlyList(): HeldList | null {
    const { identity, facts } = this;
    if (identity instanceof GatewayError || !facts || facts.isMutation || facts.selectsSecrets) return null;
    const { onlySource } = identity.loaders;
    if (!this.finished || this.special || onlySource === null) return null;
    // A list that upstream gave just now is not the one that is held: to look would only decode that one.
    if (!this.wasCached()) return null;
    const held = this.heldList();
    return held?.integrations === onlySource ? held : null;
  }

  /** Nothing but this process and Redis were asked for the operation's list. */
  wasCached(): boolean {
    return !(this.identity instanceof GatewayError) && this.identity.loaders.outcome?.status === 'HIT';
  }

  /** How the operation's list came about, where the client is to be told: it asked to be, or the list is stale. */
  cacheOutcome(): CacheOutcome | null {
    const outcome = this.identity instanceof GatewayError ? null : this.identity.loaders.outcome;
    return outcome && (this.#cacheDebug || outcome.status === 'STALE') ? outcome : null;
  }
}

/** Makes the signal when somebody waits for something, which most reads need not. */
class RequestCall implements Call {
  readonly caller: Caller;
  readonly requestId: string;
  readonly #makeSignal: () => AbortSignal;
  #signal: AbortSignal | undefined;

  constructor(caller: Caller, requestId: string, makeSignal: () => AbortSignal) {
    this.caller = caller;
    this.requestId = requestId;
    this.#makeSignal = makeSignal;
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#makeSignal();
    return this.#signal;
  }
}

/** The request id to use: the client's where it is well formed, so that nothing else gets into logs and headers. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

class NotBegunError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';
  readonly httpStatus = 400;
}

const NOT_BEGUN = new NotBegunError('The operation is not known yet.');
