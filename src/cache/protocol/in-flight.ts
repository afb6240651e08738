import type { Clock } from '../store/clock.ts';
import type { Slot } from '../store/store.ts';

/** What makes two reads the same: who reads, what was known to be written, by anybody and by this process. */
export interface FlightKey {
  /** A generation is one organization's: the same number of another says nothing. */
  readonly slot: Slot;
  /** Null: no store told it. */
  readonly generation: number | null;
  /** Count of this process's writes. */
  readonly writes: number;
}

/** The end of a flight. */
export interface Landing {
  /** Settles when the answer has been offered to the store; till then readers of the same key still join. */
  readonly kept: Promise<void>;
}

interface Flight<T> {
  phase: 'flying' | 'landed' | 'abandoned';
  readonly startedAtMs: number;
  readonly landing: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * One fetch per {@link FlightKey} in this process (Read, step 3). The key holds the generation that the reader saw just
 * now, so a reader that starts after a write was acknowledged finds no flight that began before.
 */
export class InFlight<T extends Landing> {
  readonly #clock: Clock;
  readonly #unfencedMs: number;
  readonly #flights = new Map<string, Flight<T>>();

  /**
   * @param unfencedMs how long a flight without a generation may be joined: other processes' writes do not show in its
   * key, so it is bound like everything else that this process knows by itself.
   */
  constructor(clock: Clock, unfencedMs: number) {
    this.#clock = clock;
    this.#unfencedMs = unfencedMs;
  }

  /**
   * Waits for the flight of this key, begun by `start` if there is none. @throws what the flight rejects with, or the
   * reason of `signal`; the flight is aborted when the last of those who wait for it is gone.
   */
  async join(key: FlightKey, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const flight = this.#joinable(key) ?? this.#begin(key, start);
    flight.waiting += 1;
    try {
      return await unlessAborted(flight.landing, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#leave(key, flight);
    }
  }

  #joinable(key: FlightKey): Flight<T> | null {
    const flight = this.#flights.get(nameOf(key));
    if (flight === undefined) return null;
    const fenced = key.generation !== null || this.#clock.now() - flight.startedAtMs < this.#unfencedMs;
    return fenced ? flight : null;
  }

  #begin(key: FlightKey, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const landing = start(controller.signal);
    const flight: Flight<T> = { phase: 'flying', startedAtMs: this.#clock.now(), landing, controller, waiting: 0 };
    this.#flights.set(nameOf(key), flight);
    const forget = () => this.#forget(key, flight);
    landing
      .then((landed) => {
        flight.phase = 'landed';
        return landed.kept;
      })
      .then(forget, forget);
    return flight;
  }

  /** Nobody waits any more. What has landed is left to be kept. */
  #leave(key: FlightKey, flight: Flight<T>): void {
    if (flight.phase !== 'flying') return;
    flight.phase = 'abandoned';
    this.#forget(key, flight);
    flight.controller.abort(new DOMException('Nobody waits for this read any more', 'AbortError'));
  }

  #forget(key: FlightKey, flight: Flight<T>): void {
    if (this.#flights.get(nameOf(key)) === flight) this.#flights.delete(nameOf(key));
  }
}

function nameOf(key: FlightKey): string {
  return `${key.slot.organization} ${key.slot.scope} ${key.generation} ${key.writes}`;
}

async function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
