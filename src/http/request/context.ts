import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { KnownOperation } from '../../graphql/compiled/plan.ts';
import { type CallerContext, OperationWrites } from '../../graphql/context.ts';
import { Loaders, type ReadSummary } from '../../loaders/loaders.ts';
import { type Caller, mayReadSecrets, type ShowCredentials } from '../../model/caller.ts';
import { GatewayError } from '../../model/errors.ts';
import type { CacheOutcome, Call, IntegrationList, IntegrationSource, PeekedList } from '../../model/integration.ts';
import type { CallerFacts, OperationFacts, RequestFacts } from '../../model/request-facts.ts';
import type { OperationAnalysis } from './analysis.ts';
import { callerOfRequest, singleHeader } from './caller.ts';
import { RequestCall, type WaitingClient } from './client.ts';
import { operationFactsOf } from './operation-facts.ts';

/** The GraphQL context as this folder knows it. */
export interface HttpContext {
  readonly request: RequestContext;
}

/** An operation that may run: it is valid and within the limits. */
export interface Admitted {
  readonly known: KnownOperation;
  readonly analysis: OperationAnalysis;
  /** It selects a field that may be secret for some caller of this gateway. */
  readonly mayHoldSecrets: boolean;
  /** Who runs it, or why no caller is known. */
  readonly identity: CallerContext | GatewayError;
}

/** The result of an operation. */
export interface Result {
  readonly errors: readonly GraphQLFormattedError[];
  /** Undefined: the operation never ran. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly hasExtensions: boolean;
}

/** Members that the gateway adds to the `extensions` of an answer. */
export interface ListExtensions {
  cache?: CacheOutcome;
  /** Rows that Novu sent and that cannot be shown. */
  unreadable?: number;
  /** The status of each idempotency key. */
  idempotency?: OperationWrites['reports'];
}

/** How far a request has come, and in the end how it ended. */
export type RequestState =
  | { readonly phase: 'received' }
  /** Refused before validation: this error is the answer, whatever follows. */
  | { readonly phase: 'refused'; readonly error: GatewayError }
  | { readonly phase: 'admitted'; readonly admitted: Admitted }
  /** `admitted` is null if it ended before it was admitted. */
  | { readonly phase: 'answered'; readonly admitted: Admitted | null; readonly result: Result };

/** The headers of a request and its state. */
export class RequestContext implements RequestFacts {
  readonly requestId: string;
  readonly startedAt: number;
  readonly method: string;
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
  readonly baggage: string | undefined;
  readonly #caller: Caller | GatewayError;
  readonly #source: IntegrationSource;
  readonly #client: WaitingClient;
  readonly #showCredentials: ShowCredentials;
  readonly #fresh: boolean;
  readonly #idempotencyKey: string | undefined;
  readonly #cacheDebug: boolean;
  #state: RequestState = { phase: 'received' };

  /** @throws RequestRefusal where the headers contradict each other. */
  constructor(
    request: IncomingMessage,
    requestId: string,
    source: IntegrationSource,
    showCredentials: ShowCredentials,
    client: WaitingClient,
    startedAt = performance.now(),
  ) {
    const { headers } = request;
    this.requestId = requestId;
    this.startedAt = startedAt;
    this.method = request.method ?? 'GET';
    this.traceparent = singleHeader(headers.traceparent);
    this.tracestate = singleHeader(headers.tracestate);
    this.baggage = singleHeader(headers.baggage);
    this.#source = source;
    this.#showCredentials = showCredentials;
    this.#client = client;
    this.#caller = callerOfRequest(request, showCredentials);
    this.#fresh = /\bno-(cache|store)\b/i.test(headers['cache-control'] ?? '');
    this.#idempotencyKey = singleHeader(headers['idempotency-key']);
    this.#cacheDebug = headers['x-cache-debug'] === '1';
  }

  /** The client will not see what becomes of the request. */
  get clientLeft(): boolean {
    return this.#client.left;
  }

  get state(): RequestState {
    return this.#state;
  }

  /** For resolvers, which run only once the operation is admitted. */
  get identity(): CallerContext | GatewayError {
    return this.#admitted?.identity ?? (this.#caller instanceof GatewayError ? this.#caller : NOT_ADMITTED);
  }

  refuse(error: GatewayError): void {
    this.#state = { phase: 'refused', error };
  }

  /** The operation may run. Where the fast path admitted it before and then declined, its reads so far are kept. */
  admit(known: KnownOperation, analysis: OperationAnalysis): Admitted {
    const before = this.#admitted;
    if (before) return before;
    const mayHoldSecrets = analysis.selectsSecrets && this.#showCredentials !== 'never';
    const admitted = { known, analysis, mayHoldSecrets, identity: this.#identityFor(analysis) };
    this.#state = { phase: 'admitted', admitted };
    return admitted;
  }

  finish(result: Result): void {
    this.#state = { phase: 'answered', admitted: this.#admitted, result };
  }

  /** The list from which this process could answer the caller now, without I/O. */
  peekList(): PeekedList | null {
    return this.#caller instanceof GatewayError ? null : this.#source.peek(this.#caller);
  }

  /** The list of an admitted operation, read as its own fields read it; null if that fails. */
  async list(): Promise<IntegrationList | null> {
    try {
      return (await this.#admittedCaller?.loaders.list()) ?? null;
    } catch {
      return null; // The next read meets the same error and reports it.
    }
  }

  callerFacts(): CallerFacts | null {
    return this.#caller instanceof GatewayError ? null : (this.#source.identify?.(this.#caller) ?? null);
  }

  operationFacts(): OperationFacts | null {
    const admitted = this.#admitted;
    return admitted && operationFactsOf(admitted.known);
  }

  /** What the operation has read so far; null where it reads for no caller. */
  reads(): ReadSummary | null {
    return this.#admittedCaller?.loaders.summary() ?? null;
  }

  /**
   * The extensions for the client; null if there are none. They say where the list came from, if the client asked for
   * that or the list is stale, and how many rows could not be read.
   */
  extensions(): Readonly<ListExtensions> | null {
    const { cache = null, unreadable = 0 } = this.reads() ?? {};
    const told: ListExtensions = {
      ...(cache && (this.#cacheDebug || cache.status === 'STALE') && { cache }),
      ...(unreadable > 0 && { unreadable }),
      ...this.#idempotency(),
    };
    return Object.keys(told).length > 0 ? told : null;
  }

  /** Must be awaited before the answer, which acknowledges the writes. */
  async endWrites(): Promise<void> {
    await this.#admittedCaller?.writes.end();
  }

  #idempotency(): Pick<ListExtensions, 'idempotency'> {
    const reports = this.#admittedCaller?.writes.reports ?? [];
    return reports.length > 0 ? { idempotency: reports } : {};
  }

  get #admitted(): Admitted | null {
    return this.#state.phase === 'admitted' || this.#state.phase === 'answered' ? this.#state.admitted : null;
  }

  /** Who runs the operation; null if it is not admitted, or needs no caller and has none. */
  get #admittedCaller(): CallerContext | null {
    const identity = this.#admitted?.identity;
    return !identity || identity instanceof GatewayError ? null : identity;
  }

  #identityFor(analysis: OperationAnalysis): CallerContext | GatewayError {
    const caller = this.#caller;
    if (caller instanceof GatewayError) return caller;
    const secretsWanted = analysis.selectsSecrets && mayReadSecrets(caller);
    const call = new RequestCall(caller, this, this.#client);
    const loaders = new Loaders(this.#source, call, { secrets: secretsWanted, fresh: this.#fresh });
    return new AdmittedCaller(call, loaders, this.#source, secretsWanted, this.#idempotencyKey);
  }
}

/** A class, because a getter in an object literal is expensive: see CONTRIBUTING. */
class AdmittedCaller implements CallerContext {
  readonly call: Call;
  readonly loaders: Loaders;
  readonly source: IntegrationSource;
  readonly secretsWanted: boolean;
  readonly idempotencyKey: string | undefined;
  readonly writes = new OperationWrites();

  constructor(
    call: Call,
    loaders: Loaders,
    source: IntegrationSource,
    secretsWanted: boolean,
    idempotencyKey: string | undefined,
  ) {
    this.call = call;
    this.loaders = loaders;
    this.source = source;
    this.secretsWanted = secretsWanted;
    this.idempotencyKey = idempotencyKey;
  }

  get caller(): Caller {
    this.loaders.noteCallerDependency();
    return this.call.caller;
  }
}

/** The request id to use: the client's where it is well formed, so that nothing else gets into logs and headers. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

class NotAdmittedError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';
}

const NOT_ADMITTED = new NotAdmittedError('The operation is not known yet.');
