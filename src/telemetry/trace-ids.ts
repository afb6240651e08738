import type { RequestFacts } from '../model/request-facts.ts';

/** The trace id of each request, as the tracer started or continued it; empty without traces. */
const traceIds = new WeakMap<RequestFacts, string>();

export function noteTraceId(request: RequestFacts, traceId: string): void {
  traceIds.set(request, traceId);
}

/** The trace id of a request: the gateway's own, else the one in the client's header if that is well formed. */
export function traceIdOf(request: RequestFacts | null): string | null {
  if (request === null) return null;
  return (
    traceIds.get(request) ?? /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-/.exec(request.traceparent ?? '')?.[1] ?? null
  );
}
