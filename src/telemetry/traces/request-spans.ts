import {
  type Context,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
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
  /** When the operation started, on the clock of `performance.now()`. */
  readonly begunAt: number;
  operation: Span | null;
  read: Pick<CacheReadEvent, 'result' | 'joined'> | null;
}

/** The span of each request, and its child span of the operation. */
export class RequestSpans {
  readonly #provider: TraceProvider;
  readonly #nameOf: (operation: OperationFacts) => string;
  readonly #traces = new WeakMap<RequestFacts, RequestTrace>();

  /** @param nameOf the name of an operation that may be exported, or `other`. */
  constructor(provider: TraceProvider, nameOf: (operation: OperationFacts) => string) {
    this.#provider = provider;
    this.#nameOf = nameOf;
  }

  begin(request: RequestFacts): void {
    const { traceparent, tracestate, baggage } = request;
    const isAlone = traceparent === undefined && baggage === undefined;
    // An unsampled request has no trace until the context is sent to Novu.
    if (isAlone && !this.#provider.beginsSampled()) return;
    const parent = isAlone
      ? ROOT_CONTEXT
      : this.#provider.propagator.extract(ROOT_CONTEXT, { traceparent, tracestate, baggage }, GETTER);
    const known = this.#root(request.method, request.requestId, request.startedAt, parent);
    this.#traces.set(request, known);
    noteTraceId(request, known.root.spanContext().traceId);
  }

  /** The parent of all spans of a request. */
  parentOf(request: RequestFacts): { readonly context: Context; readonly isSampled: boolean } {
    const known = this.#traces.get(request) ?? this.#unsampled(request);
    const { isSampled, context } = known;
    return { isSampled, context: isSampled ? trace.setSpan(context, this.#operation(known)) : context };
  }

  isSampled(request: RequestFacts): boolean {
    return this.#traces.get(request)?.isSampled ?? false;
  }

  #unsampled(request: RequestFacts): RequestTrace {
    const context = this.#provider.unsampled();
    const root = trace.getSpan(context) ?? trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    const known = { root, context, isSampled: false, begunAt: 0, operation: null, read: null };
    this.#traces.set(request, known);
    noteTraceId(request, root.spanContext().traceId);
    return known;
  }

  noteRead({ request, result, joined }: CacheReadEvent): void {
    const known = request && this.#traces.get(request);
    if (known?.isSampled) known.read = { result, joined };
  }

  end(event: AnswerEvent): void {
    const { request, requestId, durationMs } = event;
    const known = request ? this.#traces.get(request) : this.#refused(requestId, durationMs);
    if (!known?.isSampled) return;
    const now = performance.now();
    if (event.operation || known.operation) this.#endOperation(this.#operation(known), known, event, now);
    endRoot(known.root, event, now);
  }

  /** For a request that was refused before its headers were read. */
  #refused(requestId: string, durationMs: number): RequestTrace | undefined {
    if (!this.#provider.beginsSampled()) return undefined;
    return this.#root('POST', requestId, performance.now() - durationMs, ROOT_CONTEXT);
  }

  #root(method: string, requestId: string, startTime: number, parent: Context): RequestTrace {
    const root = this.#provider.tracer.startSpan(`${method} /graphql`, { kind: SpanKind.SERVER, startTime }, parent);
    const isSampled = (root.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    // Most requests are not sampled, and no sampler uses attributes.
    if (isSampled) {
      root.setAttributes({
        'http.request.method': method,
        'http.route': '/graphql',
        'url.path': '/graphql',
        'url.scheme': 'http',
        'igw.request.id': requestId,
      });
    }
    const context = trace.setSpan(parent, root);
    return { root, context, isSampled, begunAt: performance.now(), operation: null, read: null };
  }

  /** Started on first use: many requests are refused before there is an operation. */
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

/** By OpenTelemetry's conventions, only 5xx is an error of an HTTP server. */
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
