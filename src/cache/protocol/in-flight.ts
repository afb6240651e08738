import type { Integration } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import type { Slot } from '../store/store.ts';
import type { CachedList } from './local-state.ts';

/** What makes two fetches the same: which caller reads, and which writes were known, of all processes and of this one. */
export interface FetchKey {
  /** A generation is one organization's: the same number of another says nothing. */
  readonly slot: Slot;
  /** Null: no store told it. */
  readonly generation: number | null;
  /** Count of this process's writes. */
  readonly writes: number;
}

/** A list that was fetched, by this process or (`cached`) by another one meanwhile. */
export interface FetchResult {
  readonly integrations: readonly Integration[];
  readonly cached: CachedList | null;
  /** Settles when the list has been offered to the store; till then readers of the same key still join. */
  readonly offered: Promise<void>;
}

/** A request that reads. */
export interface Reader {
  readonly requestId: string;
  /** Id of the request whose fetch it joined. */
  joined: string | null;
}

interface Fetch<Result> {
  phase: 'pending' | 'fetched' | 'abandoned';
  readonly startedAtMs: number;
  /** Cleared when the fetch is removed: old tables of the map still refer to it, and must not keep the list alive. */
  result: Promise<Result>;
  readonly controller: AbortController;
  /** Id of the request that began it. */
  readonly by: string;
  waiting: number;
}

/**
 * One fetch per {@link FetchKey} in this process (Read, step 3). The key holds the generation that the reader saw just
 * now, so a reader that starts after a write was acknowledged finds no fetch that began before.
 */
export class InFlight<Result extends Pick<FetchResult, 'offered'> = FetchResult> {
  readonly #clock: Clock;
  readonly #unfencedMs: number;
  readonly #fetches = new Map<string, Fetch<Result>>();

  /**
   * @param unfencedMs how long a fetch without a generation may be joined: other processes' writes do not show in its
   * key, so it is bound like everything else that this process knows by itself.
   */
  constructor(clock: Clock, unfencedMs: number) {
    this.#clock = clock;
    this.#unfencedMs = unfencedMs;
  }

  /**
   * Waits for the fetch of this key, begun by `start` if there is none. @throws what the fetch rejects with, or the
   * reason of `signal`; the fetch is aborted when the last reader that waits for it is gone.
   */
  async join(
    key: FetchKey,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Result>,
    reader: Reader = { requestId: '', joined: null },
  ): Promise<Result> {
    signal?.throwIfAborted();
    const name = `${key.slot.organization} ${key.slot.scope} ${key.generation} ${key.writes}`;
    const joined = this.#joinable(name, key.generation);
    if (joined) reader.joined = joined.by;
    const fetch = joined ?? this.#begin(name, start, reader.requestId);
    fetch.waiting += 1;
    try {
      return await unlessAborted(fetch.result, signal);
    } finally {
      fetch.waiting -= 1;
      if (fetch.waiting === 0) this.#leave(name, fetch);
    }
  }

  #joinable(name: string, generation: number | null): Fetch<Result> | null {
    const fetch = this.#fetches.get(name);
    if (fetch === undefined) return null;
    return generation !== null || this.#clock.now() - fetch.startedAtMs < this.#unfencedMs ? fetch : null;
  }

  #begin(name: string, start: (signal: AbortSignal) => Promise<Result>, by: string): Fetch<Result> {
    const controller = new AbortController();
    const result = start(controller.signal);
    const startedAtMs = this.#clock.now();
    const fetch: Fetch<Result> = { phase: 'pending', startedAtMs, result, controller, by, waiting: 0 };
    this.#fetches.set(name, fetch);
    const forget = () => this.#forget(name, fetch);
    result
      .then(({ offered }) => {
        fetch.phase = 'fetched';
        return offered;
      })
      .then(forget, forget);
    return fetch;
  }

  /** No reader waits any more. What has been fetched is still offered to the store. */
  #leave(name: string, fetch: Fetch<Result>): void {
    if (fetch.phase !== 'pending') return;
    fetch.phase = 'abandoned';
    this.#forget(name, fetch);
    fetch.controller.abort(new DOMException('No reader waits for this fetch any more', 'AbortError'));
  }

  #forget(name: string, fetch: Fetch<Result>): void {
    if (this.#fetches.get(name) === fetch) this.#fetches.delete(name);
    fetch.result = FORGOTTEN;
  }
}

/** No reader can join any more. */
const FORGOTTEN = new Promise<never>(() => {});

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
