import type { AuthScheme } from './caller.ts';

/** An operation as telemetry names it. */
export interface OperationFacts {
  readonly type: 'query' | 'mutation' | 'subscription';
  /** As its client wrote it; null: it has none. */
  readonly name: string | null;
  /** SHA-256 of the document's text, in hexadecimal. */
  readonly hash: string;
}

/** A caller as telemetry names it. */
export interface CallerFacts {
  /** Eight hexadecimal digits of the caller's scope: the same caller has the same ones under the same secret. */
  readonly id: string;
  readonly scheme: AuthScheme;
  /** Null: not learned yet. */
  readonly organization: string | null;
  readonly environment: string | null;
}

/** What events say of the request that they belong to. Asked only where a subscriber wants to know. Holds no token and no value. */
export interface RequestFacts {
  readonly requestId: string;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly method: string;
  /** The headers of W3C Trace Context and W3C Baggage, as they came. */
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
  readonly baggage: string | undefined;
  /** Null: no caller is known. */
  callerFacts(): CallerFacts | null;
  /** Null: none was admitted yet. */
  operationFacts(): OperationFacts | null;
}
