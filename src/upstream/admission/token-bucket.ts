/** A number of calls in a period. It is also the size of the bucket. */
export interface Rate {
  readonly count: number;
  readonly perMs: number;
}

/** Lets through `rate.count` at once, and as many in each `rate.perMs` from then on. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds that only go up. */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.count;
    this.#filledAt = now;
  }

  /** Takes a token. Returns 0, or the milliseconds until the next token if there is none. */
  take(now: number): number {
    const { count, perMs } = this.#rate;
    this.#tokens = Math.min(count, this.#tokens + ((now - this.#filledAt) * count) / perMs);
    this.#filledAt = now;
    if (this.#tokens < 1) return ((1 - this.#tokens) * perMs) / count;
    this.#tokens -= 1;
    return 0;
  }
}
