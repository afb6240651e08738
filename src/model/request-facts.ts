import type { AuthScheme } from './caller.ts';

/** An operation as telemetry names it. */
export interface OperationFacts {
  readonly type: 'query' | 'mutation' | 'subscription';
  /** The name that the client chose; null if there is none. */
  readonly name: string | null;
  /** SHA-256 of the document's text, in hexadecimal. */
  readonly hash: string;
}

/** A caller as telemetry names it. */
export interface CallerFacts {
  /** Eight hexadecimal digits of the caller's scope, stable for a caller under the same secret. */
  readonly id: string;
  readonly scheme: AuthScheme;
  /** Null if not known yet. */
  readonly organization: string | null;
  readonly environment: string | null;
}

/** The request of an event. Its methods are called only by subscribers. Holds no token and no value. */
export interface RequestFacts {
  readonly requestId: string;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly method: string;
  /** The headers of W3C Trace Context and W3C Baggage, unchanged. */
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
  readonly baggage: string | undefined;
  /** Null if no caller is known. */
  callerFacts(): CallerFacts | null;
  /** Null if none was admitted yet. */
  operationFacts(): OperationFacts | null;
}
