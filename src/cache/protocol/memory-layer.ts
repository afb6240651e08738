import { LRUCache } from 'lru-cache';
import type { CallerScope } from '../../model/caller.ts';
import type { Integration } from '../../model/integration.ts';
import type { Clock } from '../store/clock.ts';
import { decodeList } from '../store/entry.ts';
import type { OrganizationState } from './local-state.ts';

/** A list as it may be answered. */
export interface Found {
  readonly integrations: readonly Integration[];
  /** By the process clock. */
  readonly storedAtMs: number;
  /** Null: no store told it. */
  readonly generation: number | null;
}

/** A list that this process holds, and what its use depends on. Times by the process clock. */
export interface Held {
  /** Always the same array; null where it cannot be decoded. */
  list(): readonly Integration[] | null;
  /** Null: no store confirmed it. */
  readonly generation: number | null;
  /** Stamp of the store's entry that it was decoded from; null: of none. */
  readonly stamp: string | null;
  readonly storedAtMs: number;
  /** Last moment at which the store (without one: upstream) is known to have had nothing newer. */
  readonly confirmedAtMs: number;
  readonly standing: OrganizationState;
  readonly epoch: number;
  /** What it counts for, see {@link bytesOf}. */
  readonly bytes: number;
}

/**
 * Decodes `body` when it is first asked for: most callers do not come back within a layer's time, and an encoded list takes
 * a third of a decoded one.
 */
export function decodeLater(scope: CallerScope, body: string): Held['list'] {
  let packed: string | null = body;
  let list: readonly Integration[] | null = null;
  return () => {
    if (packed !== null) list = decodeList(scope, packed);
    packed = null;
    return list;
  };
}

/**
 * Measured with lists of 1 to 1,000 integrations: 450 for an object with 20 fields, its share of strings and the array's slot,
 * and as much again for the texts that answers are put together from and for the room that the collector needs.
 */
const BYTES_PER_INTEGRATION = 1_000;
const BYTES_PER_LIST = 1_000;

/** Lists by scope (Read, step 1), bounded by an estimate of the bytes that they take once decoded. */
export class MemoryLayer {
  readonly #clock: Clock;
  readonly #ttlMs: number;
  readonly #lists: LRUCache<CallerScope, Held> | null;

  /** `ttlMs` 0 switches the layer off. */
  constructor(clock: Clock, ttlMs: number, maxBytes: number) {
    this.#clock = clock;
    this.#ttlMs = ttlMs;
    this.#lists =
      ttlMs > 0 ? new LRUCache({ maxSize: Math.ceil(maxBytes), sizeCalculation: (held) => held.bytes }) : null;
  }

  /** The list of a scope, if it may be served without asking anybody. */
  serve(scope: CallerScope): Found | null {
    const held = this.#lists?.get(scope);
    if (held === undefined || held.epoch !== held.standing.epoch) return null;
    if (this.#clock.now() - held.confirmedAtMs > this.#ttlMs) return null;
    const integrations = held.list();
    return integrations && { integrations, storedAtMs: held.storedAtMs, generation: held.generation };
  }

  /** The list of a scope, whatever its age: good for nothing but to save decoding a body of the same stamp again. */
  peek(scope: CallerScope): Held | null {
    return this.#lists?.get(scope) ?? null;
  }

  /** Keeps a list. Where there was news of its organization since `held.epoch`, it is good for {@link peek} only. */
  hold(scope: CallerScope, held: Held): void {
    this.#lists?.set(scope, held);
  }

  drop(scope: CallerScope): void {
    this.#lists?.delete(scope);
  }

  clear(): void {
    this.#lists?.clear();
  }
}

/** An estimate of what a list of so many integrations takes in memory, decoded. */
export function bytesOf(length: number, body: string): number {
  return BYTES_PER_LIST + length * BYTES_PER_INTEGRATION + 2 * body.length;
}
