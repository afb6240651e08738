import { channel } from 'node:diagnostics_channel';
import type { OperationFacts, RequestFacts } from '../model/request-facts.ts';

/** One attempt at an upstream request, published when it has ended in any way. Holds no URL, header, token or body. */
export interface UpstreamEvent {
  readonly requestId: string;
  readonly method: string;
  /** Path template, e.g. `/v1/integrations/{id}`. */
  readonly route: string;
  /** Null where no response arrived. */
  readonly status: number | null;
  readonly attempt: number;
  readonly durationMs: number;
  /** Name or code of what went wrong, e.g. `ECONNRESET`; null where a response arrived and could be read. */
  readonly fault: string | null;
  /** Absent if no request waits for it. */
  readonly request?: RequestFacts | undefined;
  /** The event that was published at its start. */
  readonly attempted?: UpstreamAttempt;
}

/** An attempt at an upstream request, before it is sent. A subscriber may set the headers of W3C Trace Context. */
export interface UpstreamAttempt {
  readonly request: RequestFacts | undefined;
  readonly method: string;
  readonly route: string;
  readonly attempt: number;
  traceHeaders: Readonly<Record<string, string>> | undefined;
}

/** One cache command, or a decision of the cache that operators should see. */
export interface CacheEvent {
  readonly command: string;
  readonly outcome: 'ok' | 'error' | 'timeout' | 'skipped';
  readonly durationMs: number;
  /** Error code or class name; null where there is none. Never a key or a value. */
  readonly fault: string | null;
  /** The request whose time budget was used; absent if no request waited. */
  readonly request?: RequestFacts | undefined;
}

/** A write that was sent to Novu has ended, or one was refused before that for the caller's rights. */
export interface WriteEvent {
  readonly requestId: string;
  readonly request: RequestFacts | undefined;
  /** Method and path template; for a write that was not sent, the name of the mutation. */
  readonly action: string;
  /** Of the integration, where it is known and well formed. */
  readonly id: string | null;
  /** Names of the fields that were sent, such as `credentials.apiKey`; unknown names are `other`. Never a value. */
  readonly fields: readonly string[];
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** Null where no response arrived. */
  readonly status: number | null;
  /** Of a refusal by the gateway itself. */
  readonly code?: string;
}

/** Where a list came from. `joined`: from a call to Novu that another request had started. */
export type CacheResult = 'memory' | 'redis' | 'stale' | 'miss' | 'bypass' | 'joined';

/** A list was read. Answers from the response cache read no list. */
export interface CacheReadEvent {
  readonly requestId: string;
  readonly result: CacheResult;
  /** Id of the request whose call was joined. */
  readonly joined: string | null;
  readonly request?: RequestFacts | undefined;
}

/** Why work was refused to protect the gateway, Novu or other callers. */
export type ShedReason = 'overload' | 'breaker' | 'queue-full' | 'queue-timeout' | 'caller-rate' | 'rate-limit';

export interface ShedEvent {
  readonly reason: ShedReason;
}

/** Rows of upstream's answer that cannot be shown and were left out of a list. Published once for each answer. */
export interface UnreadableEvent {
  readonly requestId: string;
  /** Path template. */
  readonly route: string;
  readonly rows: number;
}

/** An error on its way to a client, with the cause that the client is not shown. */
export interface ErrorEvent {
  readonly requestId: string;
  readonly code: string;
  readonly error: unknown;
}

export const upstreamChannel = channel('integrations-gateway:upstream');
export const unreadableChannel = channel('integrations-gateway:unreadable');
export const cacheChannel = channel('integrations-gateway:cache');
export const errorChannel = channel('integrations-gateway:error');

/**
 * How an operation was answered: from the response cache, from the plan cache (a compiled plan or a mutation), through
 * Apollo Server's pipeline, refused before that, or by the handler of uncaught errors.
 */
export type AnswerWay = 'response-cache' | 'plan-cache' | 'apollo' | 'refused' | 'failed';

/** An answer that is about to be sent. */
export interface AnswerEvent {
  readonly requestId: string;
  readonly way: AnswerWay;
  readonly status: number;
  /** Since the head of the request arrived. */
  readonly durationMs: number;
  /** Of the errors in the answer, each once. */
  readonly codes: readonly string[];
  /** Null if none was admitted. */
  readonly operation: OperationFacts | null;
  /** Null: refused before its headers were read. */
  readonly request: RequestFacts | null;
}

/** An HTTP request of any kind has ended: its answer was sent, or its client left. */
export interface HttpEvent {
  readonly method: string;
  /** One of the gateway's own paths, else `other`. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

/** A document that was sent by its hash, by a caller that Novu accepted. */
export interface RegisteredEvent {
  /** As in {@link OperationFacts}. */
  readonly hash: string;
}

export const answerChannel = channel('integrations-gateway:answer');
export const writeChannel = channel('integrations-gateway:write');
/** {@link RequestFacts} of an operation that begins. */
export const requestChannel = channel('integrations-gateway:request');
export const httpChannel = channel('integrations-gateway:http');
export const attemptChannel = channel('integrations-gateway:attempt');
export const cacheReadChannel = channel('integrations-gateway:cache-read');
export const shedChannel = channel('integrations-gateway:shed');
export const registeredChannel = channel('integrations-gateway:registered');

/** Publishes that work was refused. */
export function publishShed(reason: ShedReason): void {
  if (shedChannel.hasSubscribers) shedChannel.publish({ reason } satisfies ShedEvent);
}

/** A component of the gateway changed its state. */
export interface StateEvent {
  /** e.g. `breaker`. */
  readonly component: string;
  /** e.g. `open`. */
  readonly state: string;
  /** Whether callers notice it. */
  readonly degraded: boolean;
  /** The cause, or the current load of the component. */
  readonly figures: Readonly<Record<string, number>>;
  /** Why, as a code: `ECONNREFUSED`, `WRONGPASS`. Never a message. */
  readonly reason?: string | undefined;
}

export const stateChannel = channel('integrations-gateway:state');

/** Publishes the new state of a component. */
export function publishState(event: StateEvent): void {
  if (stateChannel.hasSubscribers) stateChannel.publish(event);
}

/** Shortest time before a better state is published, so that a flapping component does not fill the log. */
const HOLD_MS = 5_000;

/**
 * The state of one component, published once for each change. `states` are ordered, best first; only the last one is degraded.
 */
export class ReportedState<S extends string> {
  readonly #component: string;
  readonly #states: readonly S[];
  readonly #now: () => number;
  readonly #holdMs: number;
  #rank = 0;
  #reportedAt = 0;

  /** @param now milliseconds that only go up. */
  constructor(component: string, states: readonly S[], now: () => number, holdMs = HOLD_MS) {
    this.#component = component;
    this.#states = states;
    this.#now = now;
    this.#holdMs = holdMs;
  }

  set(state: S, figures: () => object = () => ({})): void {
    const rank = this.#states.indexOf(state);
    const now = this.#now();
    if (rank < this.#rank && now - this.#reportedAt < this.#holdMs) return;
    this.#reportedAt = now;
    if (rank === this.#rank) return;
    this.#rank = rank;
    if (!stateChannel.hasSubscribers) return;
    const degraded = rank === this.#states.length - 1;
    stateChannel.publish({ component: this.#component, state, degraded, figures: { ...figures() } });
  }
}
