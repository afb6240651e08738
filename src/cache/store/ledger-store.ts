import { ALL_NAMES } from '../../model/coordination.ts';
import { boundedMap } from './bounded.ts';
import type { Clock } from './clock.ts';

/** Whose leases or outcomes: an organization's id, or a scope. */
export type Owner = string;

/** Leases and outcomes of writes as atomic steps (cache protocol §5). May reject and may never settle, as `CacheStore`. */
export interface LedgerStore {
  /**
   * Leases all names for `ttlMs`, or renews leases of `token`. False, with nothing leased, if another token has one of
   * them. {@link ALL_NAMES} conflicts with every name.
   */
  acquire(owner: Owner, namespace: string, names: readonly string[], token: string, ttlMs: number): Promise<boolean>;
  /** Releases all leases of `token`. */
  release(owner: Owner, namespace: string, token: string): Promise<void>;
  get(owner: Owner, key: string): Promise<string | null>;
  set(owner: Owner, key: string, text: string, ttlMs: number): Promise<void>;
  /**
   * Replaces `text` by `next`; null deletes it. Returns whether `text` was there. If there is no text, `next` is kept;
   * another text stays.
   */
  compareAndSet(owner: Owner, key: string, text: string, next: string | null, ttlMs: number): Promise<boolean>;
}

interface HeldLease {
  readonly token: string;
  readonly name: string;
  readonly expiresAtMs: number;
}

interface StoredOutcome {
  readonly text: string;
  readonly expiresAtMs: number;
}

const MAX_OUTCOMES = 50_000;

/** Leases and outcomes of one process. Leases are as many as writes under way; outcomes are bounded. */
export class MemoryLedgerStore implements LedgerStore {
  readonly #clock: Clock;
  readonly #held = new Map<string, readonly HeldLease[]>();
  readonly #outcomes = boundedMap<string, StoredOutcome>(MAX_OUTCOMES);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async acquire(
    owner: Owner,
    namespace: string,
    names: readonly string[],
    token: string,
    ttlMs: number,
  ): Promise<boolean> {
    const now = this.#clock.now();
    const alive = (this.#held.get(`${owner} ${namespace}`) ?? []).filter(({ expiresAtMs }) => expiresAtMs > now);
    const others = alive.filter((one) => one.token !== token);
    if (others.some(({ name }) => name === ALL_NAMES || names.includes(ALL_NAMES) || names.includes(name)))
      return false;
    const mine = names.map((name) => ({ token, name, expiresAtMs: now + ttlMs }));
    this.#held.set(`${owner} ${namespace}`, [...others, ...mine]);
    return true;
  }

  async release(owner: Owner, namespace: string, token: string): Promise<void> {
    const left = (this.#held.get(`${owner} ${namespace}`) ?? []).filter((one) => one.token !== token);
    if (left.length > 0) this.#held.set(`${owner} ${namespace}`, left);
    else this.#held.delete(`${owner} ${namespace}`);
  }

  async get(owner: Owner, key: string): Promise<string | null> {
    const kept = this.#outcomes.get(`${owner} ${key}`);
    return kept && kept.expiresAtMs > this.#clock.now() ? kept.text : null;
  }

  async set(owner: Owner, key: string, text: string, ttlMs: number): Promise<void> {
    this.#outcomes.set(`${owner} ${key}`, { text, expiresAtMs: this.#clock.now() + ttlMs });
  }

  async compareAndSet(owner: Owner, key: string, text: string, next: string | null, ttlMs: number): Promise<boolean> {
    const stored = await this.get(owner, key);
    if (stored !== null && stored !== text) return false;
    if (next === null) this.#outcomes.delete(`${owner} ${key}`);
    else await this.set(owner, key, next, ttlMs);
    return stored !== null;
  }
}
