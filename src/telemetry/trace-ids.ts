import type { RequestFacts } from '../model/request-facts.ts';

/** The trace of each request, as the tracer began or continued it; empty where there are no traces. */
const traceIds = new WeakMap<RequestFacts, string>();

export function noteTraceId(request: RequestFacts, traceId: string): void {
  traceIds.set(request, traceId);
}

/** The trace that a request belongs to: this gateway's, else the one that its client names where the header is well formed. */
export function traceIdOf(request: RequestFacts | null): string | null {
  if (request === null) return null;
  return (
    traceIds.get(request) ?? /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-/.exec(request.traceparent ?? '')?.[1] ?? null
  );
}
