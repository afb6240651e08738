import { defaultTextMapSetter, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CacheEvent, UpstreamAttempt, UpstreamEvent } from '../channels.ts';
import { isStoreCommand } from '../store-commands.ts';
import type { TraceProvider } from './provider.ts';
import type { RequestSpans } from './request-spans.ts';

/** Client spans: attempts at calls to Novu, and commands to Redis. */
export class ClientSpans {
  readonly #provider: TraceProvider;
  readonly #requests: RequestSpans;
  readonly #server: Readonly<Record<string, string | number>>;
  readonly #attempts = new WeakMap<UpstreamAttempt, Span>();

  constructor(provider: TraceProvider, requests: RequestSpans, upstreamUrl: string) {
    this.#provider = provider;
    this.#requests = requests;
    const { hostname, port, protocol } = new URL(upstreamUrl);
    const known = protocol === 'https:' ? 443 : 80;
    this.#server = { 'server.address': hostname, 'server.port': port === '' ? known : Number(port) };
  }

  /**
   * The trace context is sent to Novu even if the trace is not sampled. A call that no request waits for starts its own trace.
   */
  beginAttempt(attempted: UpstreamAttempt): void {
    const { method, route, attempt } = attempted;
    const parent = attempted.request ? this.#requests.parentOf(attempted.request) : null;
    let context = parent?.context ?? ROOT_CONTEXT;
    if (parent === null || parent.isSampled) {
      const attributes = {
        ...this.#server,
        'http.request.method': method,
        'url.template': route,
        ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
      };
      const options = { kind: SpanKind.CLIENT, attributes };
      const span = this.#provider.tracer.startSpan(`${method} ${route}`, options, context);
      this.#attempts.set(attempted, span);
      context = trace.setSpan(context, span);
    }
    const headers: Record<string, string> = {};
    this.#provider.propagator.inject(context, headers, defaultTextMapSetter);
    attempted.traceHeaders = headers;
  }

  endAttempt({ attempted, status, fault }: UpstreamEvent): void {
    const span = attempted && this.#attempts.get(attempted);
    if (!span) return;
    if (status !== null) span.setAttribute('http.response.status_code', status);
    endWith(span, fault ?? (status !== null && status >= 400 ? String(status) : null));
  }

  /** Commands that no request waits for have no span. */
  addCommand(event: CacheEvent): void {
    const { request, command, outcome, fault, durationMs } = event;
    if (!request || !this.#requests.isSampled(request) || outcome === 'skipped' || !isStoreCommand(event)) return;
    const { context } = this.#requests.parentOf(request);
    const attributes = { 'db.system.name': 'redis', 'db.operation.name': command };
    const options = { kind: SpanKind.CLIENT, startTime: performance.now() - durationMs, attributes };
    const span = this.#provider.tracer.startSpan(command, options, context);
    endWith(span, outcome === 'ok' ? null : (fault ?? outcome));
  }
}

/** @param error a code, never a message. */
function endWith(span: Span, error: string | null): void {
  if (error !== null) {
    span.setAttribute('error.type', error);
    span.setStatus({ code: SpanStatusCode.ERROR, message: error });
  }
  span.end(performance.now());
}
