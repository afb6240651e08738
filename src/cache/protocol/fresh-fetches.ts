import type { Clock } from '../store/clock.ts';
import { type FetchKey, type FetchResult, InFlight, type Reader } from './in-flight.ts';

/**
 * Fetches for readers that want nothing that was read before they asked. Those of one key that ask in one turn of the event loop share a
 * call, which is sent when the turn is over: it begins after each of them has asked.
 */
export class FreshFetches {
  readonly #clock: Clock;
  #turn: { readonly fetches: InFlight; readonly over: Promise<void> } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** As {@link InFlight.join}, with a fetch that has not been sent yet. */
  join(
    key: FetchKey,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<FetchResult>,
    reader: Reader,
  ): Promise<FetchResult> {
    this.#turn ??= this.#begin();
    const { fetches, over } = this.#turn;
    const later = async (ended: AbortSignal) => {
      await over;
      ended.throwIfAborted();
      return start(ended);
    };
    return fetches.join(key, signal, later, reader);
  }

  #begin() {
    const over = new Promise<void>((resolve) => {
      setImmediate(() => {
        this.#turn = null;
        resolve();
      });
    });
    return { fetches: new InFlight(this.#clock, Number.POSITIVE_INFINITY), over };
  }
}
