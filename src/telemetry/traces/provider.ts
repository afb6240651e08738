import type { TextMapPropagator, Tracer } from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { TraceSettings } from '../../otel-settings.ts';
import { createExporter } from './exporter.ts';

export interface TraceProvider {
  readonly tracer: Tracer;
  readonly propagator: TextMapPropagator;
  /** Sends what is pending. Takes as long as the exporter does. */
  shutdown(): Promise<void>;
}

/** OpenTelemetry's SDK as the settings want it. Nothing of it is global: a process may hold several gateways. */
export function createProvider(settings: TraceSettings, version: string): TraceProvider {
  const processor = new BatchSpanProcessor(createExporter(settings), { ...settings.batch });
  const attributes = { 'service.version': version, ...settings.resource };
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(attributes)),
    sampler: samplerOf(settings),
    spanProcessors: [processor],
  });
  return {
    tracer: provider.getTracer('integrations-gateway', version),
    propagator: propagatorOf(settings),
    shutdown: () => provider.shutdown(),
  };
}

function samplerOf({ sampler, ratio }: TraceSettings): Sampler {
  switch (sampler) {
    case 'always_on':
      return new AlwaysOnSampler();
    case 'always_off':
      return new AlwaysOffSampler();
    case 'traceidratio':
      return new TraceIdRatioBasedSampler(ratio);
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: new AlwaysOnSampler() });
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: new AlwaysOffSampler() });
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) });
    default:
      return sampler satisfies never;
  }
}

function propagatorOf({ propagators }: TraceSettings): TextMapPropagator {
  return new CompositePropagator({
    propagators: [
      ...(propagators.has('tracecontext') ? [new W3CTraceContextPropagator()] : []),
      ...(propagators.has('baggage') ? [new W3CBaggagePropagator()] : []),
    ],
  });
}
