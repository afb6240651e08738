import { EVERY } from '../../model/coordination.ts';
import { boundedMap } from './bounded.ts';
import type { Clock } from './clock.ts';

/** Whose leases or outcomes: an organization's id, or a scope. */
export type Owner = string;

/** Leases and outcomes of writes as atomic steps (cache protocol §5). May reject and may never settle, as `CacheStore`. */
export interface LedgerStore {
  /**
   * Leases all names for `ttlMs`, or renews leases of `token`. False, with nothing leased, if another token has one of
   * them. {@link EVERY} conflicts with every name.
   */
  hold(owner: Owner, book: string, names: readonly string[], token: string, ttlMs: number): Promise<boolean>;
  /** Releases all leases of `token`. */
  letGo(owner: Owner, book: string, token: string): Promise<void>;
  outcome(owner: Owner, key: string): Promise<string | null>;
  keep(owner: Owner, key: string, text: string, ttlMs: number): Promise<void>;
  /**
   * Replaces `text` by `next`; null deletes it. Returns whether `text` was there. If there is no text, `next` is kept;
   * another text stays.
   */
  settle(owner: Owner, key: string, text: string, next: string | null, ttlMs: number): Promise<boolean>;
}

interface Held {
  readonly token: string;
  readonly name: string;
  readonly expiresAtMs: number;
}

interface Kept {
  readonly text: string;
  readonly expiresAtMs: number;
}

const MAX_OUTCOMES = 50_000;

/** Leases and outcomes of one process. Leases are as many as writes under way; outcomes are bounded. */
export class MemoryLedgerStore implements LedgerStore {
  readonly #clock: Clock;
  readonly #held = new Map<string, readonly Held[]>();
  readonly #outcomes = boundedMap<string, Kept>(MAX_OUTCOMES);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async hold(owner: Owner, book: string, names: readonly string[], token: string, ttlMs: number): Promise<boolean> {
    const now = this.#clock.now();
    const alive = (this.#held.get(`${owner} ${book}`) ?? []).filter(({ expiresAtMs }) => expiresAtMs > now);
    const others = alive.filter((one) => one.token !== token);
    if (others.some(({ name }) => name === EVERY || names.includes(EVERY) || names.includes(name))) return false;
    const mine = names.map((name) => ({ token, name, expiresAtMs: now + ttlMs }));
    this.#held.set(`${owner} ${book}`, [...others, ...mine]);
    return true;
  }

  async letGo(owner: Owner, book: string, token: string): Promise<void> {
    const left = (this.#held.get(`${owner} ${book}`) ?? []).filter((one) => one.token !== token);
    if (left.length > 0) this.#held.set(`${owner} ${book}`, left);
    else this.#held.delete(`${owner} ${book}`);
  }

  async outcome(owner: Owner, key: string): Promise<string | null> {
    const kept = this.#outcomes.get(`${owner} ${key}`);
    return kept && kept.expiresAtMs > this.#clock.now() ? kept.text : null;
  }

  async keep(owner: Owner, key: string, text: string, ttlMs: number): Promise<void> {
    this.#outcomes.set(`${owner} ${key}`, { text, expiresAtMs: this.#clock.now() + ttlMs });
  }

  async settle(owner: Owner, key: string, text: string, next: string | null, ttlMs: number): Promise<boolean> {
    const stored = await this.outcome(owner, key);
    if (stored !== null && stored !== text) return false;
    if (next === null) this.#outcomes.delete(`${owner} ${key}`);
    else await this.keep(owner, key, next, ttlMs);
    return stored !== null;
  }
}
