import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { ConsoleSpanExporter, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { TraceSettings } from '../../otel-settings.ts';
import { publishState } from '../channels.ts';

/** Makes the exporter of the settings. */
export function createExporter({ exporter, url, headers, timeoutMs, compression }: TraceSettings): SpanExporter {
  if (exporter === 'console') return new ConsoleSpanExporter();
  // The option's type is an enum of a package that is not a dependency.
  const options = { url, headers: { ...headers }, timeoutMillis: timeoutMs, compression: compression as never };
  return new WatchedExporter(new OTLPTraceExporter(options));
}

/** Publishes as a state, once for each change, that spans are lost, and why. */
class WatchedExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  #reason: string | null = null;

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter;
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.#exporter.export(spans, (result) => {
      this.#note(result.code === ExportResultCode.SUCCESS ? null : reasonOf(result.error));
      done(result);
    });
  }

  #note(reason: string | null): void {
    if ((reason === null) === (this.#reason === null)) return;
    this.#reason = reason;
    const [state, degraded] = reason === null ? ['exported', false] : ['lost', true];
    publishState({ component: 'traces', state, degraded, figures: {}, reason: reason ?? undefined });
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }
}

/** A code, or the status of the collector's answer. Never a message, because others write it. */
function reasonOf(error: (Error & { code?: unknown }) | undefined): string {
  const { code } = error ?? {};
  if (typeof code === 'string' || typeof code === 'number') return String(code);
  // The exporter's own timeout, and failures after its retries, have no code.
  return error?.message === 'Request timed out' ? 'TIMEOUT' : 'REFUSED';
}
