import {
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  type TextMapPropagator,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
  ParentBasedSampler,
  RandomIdGenerator,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { TraceSettings } from '../../otel-settings.ts';
import { createExporter } from './exporter.ts';

export interface TraceProvider {
  readonly tracer: Tracer;
  readonly propagator: TextMapPropagator;
  /**
   * Decides whether the next trace is sampled; if so, the next span is its root. Much cheaper than a span that is not recorded.
   */
  beginsSampled(): boolean;
  /** The context of a new trace that is not sampled. */
  unsampled(): Context;
  /** Sends pending spans. Takes as long as the exporter takes. */
  shutdown(): Promise<void>;
}

/** Configures OpenTelemetry's SDK. Nothing is global, because a process may run several gateways. */
export function createProvider(settings: TraceSettings, version: string): TraceProvider {
  const [ids, sampler] = [new TraceIds(), samplerOf(settings)];
  const processor = new BatchSpanProcessor(createExporter(settings), { ...settings.batch });
  const attributes = { 'service.version': version, ...settings.resource };
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(attributes)),
    sampler,
    idGenerator: ids,
    spanProcessors: [processor],
  });
  return {
    tracer: provider.getTracer('integrations-gateway', version),
    propagator: propagatorOf(settings),
    beginsSampled() {
      const traceId = ids.generateTraceId();
      const { decision } = sampler.shouldSample(ROOT_CONTEXT, traceId, 'request', SpanKind.SERVER, {}, []);
      if (decision !== SamplingDecision.RECORD_AND_SAMPLED) return false;
      ids.next = traceId;
      return true;
    },
    unsampled: () =>
      trace.setSpanContext(ROOT_CONTEXT, {
        traceId: ids.generateTraceId(),
        spanId: ids.generateSpanId(),
        traceFlags: TraceFlags.NONE,
      }),
    shutdown: () => provider.shutdown(),
  };
}

/** Random ids, except for the trace that was just sampled. */
class TraceIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  next: string | null = null;

  generateTraceId(): string {
    const { next } = this;
    this.next = null;
    return next ?? this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.#random.generateSpanId();
  }
}

function samplerOf({ sampler, ratio }: TraceSettings): Sampler {
  const root = rootSampler(sampler, ratio);
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function rootSampler(name: TraceSettings['sampler'], ratio: number): Sampler {
  if (name.endsWith('always_on')) return new AlwaysOnSampler();
  return name.endsWith('always_off') ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
}

function propagatorOf({ propagators }: TraceSettings): TextMapPropagator {
  return new CompositePropagator({
    propagators: [
      ...(propagators.has('tracecontext') ? [new W3CTraceContextPropagator()] : []),
      ...(propagators.has('baggage') ? [new W3CBaggagePropagator()] : []),
    ],
  });
}
