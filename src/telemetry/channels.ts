import { channel } from 'node:diagnostics_channel';

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
}

/** One cache command, or a decision of the cache that operators should see. */
export interface CacheEvent {
  readonly command: string;
  readonly outcome: 'ok' | 'error' | 'timeout' | 'skipped';
  readonly durationMs: number;
  /** Error code or class name; null where there is none. Never a key or a value. */
  readonly fault: string | null;
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
 * Which way an answer to an operation came: from the response cache, by a compiled plan, through Apollo Server's pipeline, or
 * refused before it got there.
 */
export type AnswerWay = 'response-cache' | 'plan-cache' | 'apollo' | 'refused';

/** An answer that is on its way to a client. */
export interface AnswerEvent {
  readonly requestId: string;
  readonly way: AnswerWay;
  readonly status: number;
}

export const answerChannel = channel('integrations-gateway:answer');

/** A part of the gateway went from one state to another. */
export interface StateEvent {
  /** e.g. `breaker`. */
  readonly component: string;
  /** e.g. `open`. */
  readonly state: string;
  /** Callers notice it. */
  readonly degraded: boolean;
  /** What led to it, or what the part holds at this moment. */
  readonly figures: Readonly<Record<string, number>>;
}

export const stateChannel = channel('integrations-gateway:state');

/** How long a state stays after it was last reported, where a better one follows it. A flood must not fill the log. */
const HOLD_MS = 5_000;

/**
 * The state of one part, published once for each change. `states` are in order, best first; the best two are no fault
 * where there are three.
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
