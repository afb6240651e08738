import { LRUCache } from 'lru-cache';
import type { CallerScope } from '../model/caller.ts';
import type { Integration } from '../model/integration.ts';
import type { Clock } from './clock.ts';
import type { Standing } from './knowledge.ts';

/** A decoded list, and what its use depends on. Times by the process clock. */
export interface Held {
  readonly integrations: readonly Integration[];
  /** Null: no store confirmed it. */
  readonly generation: number | null;
  /** Stamp of the store's entry that it was decoded from; null: of none. */
  readonly stamp: string | null;
  readonly storedAtMs: number;
  /** Last moment at which the store (without one: upstream) is known to have had nothing newer. */
  readonly confirmedAtMs: number;
  readonly standing: Standing;
  readonly epoch: number;
  /** Length of the encoded list. */
  readonly bodyLength: number;
}

/** Measured with lists of 1 to 1,000 integrations: an object with 20 fields, its share of strings, the array's slot. */
const BYTES_PER_INTEGRATION = 450;
const BYTES_PER_LIST = 1_000;

/** Decoded lists by scope (Read, step 1), bounded by an estimate of their bytes. */
export class MemoryLayer {
  readonly #clock: Clock;
  readonly #ttlMs: number;
  readonly #lists: LRUCache<CallerScope, Held> | null;

  /** `ttlMs` 0 switches the layer off. */
  constructor(clock: Clock, ttlMs: number, maxBytes: number) {
    this.#clock = clock;
    this.#ttlMs = ttlMs;
    this.#lists = ttlMs > 0 ? new LRUCache({ maxSize: Math.ceil(maxBytes), sizeCalculation: bytesOf }) : null;
  }

  /** The list of a scope, if it may be served without asking anybody. */
  serve(scope: CallerScope): Held | null {
    const held = this.#lists?.get(scope);
    if (held === undefined || held.epoch !== held.standing.epoch) return null;
    return this.#clock.now() - held.confirmedAtMs <= this.#ttlMs ? held : null;
  }

  /** The list of a scope, whatever its age: good for nothing but to save decoding a body of the same stamp again. */
  peek(scope: CallerScope): Held | null {
    return this.#lists?.get(scope) ?? null;
  }

  /** Keeps a list, unless there was news of its organization since `held.epoch`. */
  hold(scope: CallerScope, held: Held): void {
    if (held.epoch === held.standing.epoch) this.#lists?.set(scope, held);
  }

  drop(scope: CallerScope): void {
    this.#lists?.delete(scope);
  }

  clear(): void {
    this.#lists?.clear();
  }
}

function bytesOf(held: Held): number {
  return BYTES_PER_LIST + held.integrations.length * BYTES_PER_INTEGRATION + 2 * held.bodyLength;
}
