import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { OperationFacts, RequestFacts } from '../../model/request-facts.ts';
import type { AnswerEvent, CacheReadEvent } from '../channels.ts';
import { noteTraceId } from '../trace-ids.ts';
import type { TraceProvider } from './provider.ts';

/** What is known of a request's trace. */
interface RequestTrace {
  readonly root: Span;
  /** Of the root. */
  readonly context: Context;
  readonly isSampled: boolean;
  /** When the operation began, on the clock of `performance.now()`. */
  readonly begunAt: number;
  operation: Span | null;
  read: Pick<CacheReadEvent, 'result' | 'joined'> | null;
}

/** The span of each request, and of its operation below it. */
export class RequestSpans {
  readonly #provider: TraceProvider;
  readonly #nameOf: (operation: OperationFacts) => string;
  readonly #traces = new WeakMap<RequestFacts, RequestTrace>();

  /** @param nameOf the name of an operation as it may be shown; `other` for one that a client made up. */
  constructor(provider: TraceProvider, nameOf: (operation: OperationFacts) => string) {
    this.#provider = provider;
    this.#nameOf = nameOf;
  }

  begin(request: RequestFacts): void {
    const { traceparent, tracestate, baggage } = request;
    const parent = this.#provider.propagator.extract(ROOT_CONTEXT, { traceparent, tracestate, baggage }, GETTER);
    const known = this.#root(request.method, request.requestId, request.startedAt, parent);
    this.#traces.set(request, known);
    noteTraceId(request, known.root.spanContext().traceId);
  }

  /** Where the spans of what is done for a request belong; null: it has no trace. */
  parentOf(request: RequestFacts | undefined): { readonly context: Context; readonly isSampled: boolean } | null {
    const known = request && this.#traces.get(request);
    if (!known) return null;
    const { isSampled, context } = known;
    return { isSampled, context: isSampled ? trace.setSpan(context, this.#operation(known)) : context };
  }

  noteRead({ request, result, joined }: CacheReadEvent): void {
    const known = request && this.#traces.get(request);
    if (known?.isSampled) known.read = { result, joined };
  }

  end(event: AnswerEvent): void {
    const { request, requestId, durationMs } = event;
    // Refused before its headers were read.
    const known =
      (request && this.#traces.get(request)) ??
      this.#root('POST', requestId, performance.now() - durationMs, ROOT_CONTEXT);
    if (!known.isSampled) return;
    const now = performance.now();
    if (event.operation || known.operation) this.#endOperation(this.#operation(known), known, event, now);
    endRoot(known.root, event, now);
  }

  #root(method: string, requestId: string, startTime: number, parent: Context): RequestTrace {
    const attributes = {
      'http.request.method': method,
      'http.route': '/graphql',
      'url.path': '/graphql',
      'url.scheme': 'http',
      'igw.request.id': requestId,
    };
    const options = { kind: SpanKind.SERVER, startTime, attributes };
    const root = this.#provider.tracer.startSpan(`${method} /graphql`, options, parent);
    const isSampled = (root.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    const context = trace.setSpan(parent, root);
    return { root, context, isSampled, begunAt: performance.now(), operation: null, read: null };
  }

  /** Made when it is first needed: many requests are refused before there is one. */
  #operation(known: RequestTrace): Span {
    known.operation ??= this.#provider.tracer.startSpan(
      'GraphQL operation',
      { startTime: known.begunAt },
      known.context,
    );
    return known.operation;
  }

  #endOperation(
    span: Span,
    { read }: RequestTrace,
    { operation, way, codes, request }: AnswerEvent,
    now: number,
  ): void {
    if (operation) {
      const name = this.#nameOf(operation);
      span.updateName(name === 'other' ? operation.type : `${operation.type} ${name}`);
      span.setAttributes({ 'graphql.operation.type': operation.type, 'graphql.operation.name': name });
    }
    const caller = request?.callerFacts();
    const result = read?.result ?? (way === 'response-cache' ? 'memory' : undefined);
    span.setAttributes({
      'igw.way': way,
      ...(result !== undefined && { 'igw.cache.result': result }),
      ...(read?.joined && { 'igw.cache.joined': read.joined }),
      ...(caller && { 'igw.caller': caller.id }),
      ...(caller?.organization && { 'igw.organization': caller.organization }),
    });
    if (codes.length > 0) {
      span.setAttributes({ 'error.type': codes[0], 'igw.error.codes': [...codes] });
      span.setStatus({ code: SpanStatusCode.ERROR, message: codes.join(' ') });
    }
    span.end(now);
  }
}

/** By the conventions for HTTP servers only 5xx are errors of the server's. */
function endRoot(root: Span, { status, codes }: AnswerEvent, now: number): void {
  root.setAttribute('http.response.status_code', status);
  if (status >= 500) {
    root.setAttribute('error.type', codes[0] ?? String(status));
    root.setStatus({ code: SpanStatusCode.ERROR, message: codes.join(' ') });
  }
  root.end(now);
}

type Carrier = Readonly<Record<string, string | undefined>>;
const GETTER = {
  get: (carrier: Carrier, key: string) => carrier[key],
  keys: (carrier: Carrier) => Object.keys(carrier),
};
