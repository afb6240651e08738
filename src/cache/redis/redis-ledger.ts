import type { LedgerStore, Owner } from '../store/ledger-store.ts';
import type { RedisClient } from './client.ts';
import type { RedisKeys } from './keys.ts';

/** Leases and outcomes of writes in Redis. */
export class RedisLedgerStore implements LedgerStore {
  readonly #client: RedisClient;
  readonly #keys: RedisKeys;

  constructor(client: RedisClient, keys: RedisKeys) {
    this.#client = client;
    this.#keys = keys;
  }

  async acquire(
    owner: Owner,
    namespace: string,
    names: readonly string[],
    token: string,
    ttlMs: number,
  ): Promise<boolean> {
    return (
      (await this.#client.igwAcquireLeases(
        this.#keys.writeLeases(owner, namespace),
        token,
        Math.ceil(ttlMs),
        ...names,
      )) === 1
    );
  }

  async release(owner: Owner, namespace: string, token: string): Promise<void> {
    await this.#client.igwReleaseLeases(this.#keys.writeLeases(owner, namespace), token);
  }

  get(owner: Owner, key: string): Promise<string | null> {
    return this.#client.get(this.#keys.outcome(owner, key));
  }

  async set(owner: Owner, key: string, text: string, ttlMs: number): Promise<void> {
    await this.#client.set(this.#keys.outcome(owner, key), text, 'PX', Math.ceil(ttlMs));
  }

  async compareAndSet(owner: Owner, key: string, text: string, next: string | null, ttlMs: number): Promise<boolean> {
    const settled = await this.#client.igwCompareAndSet(
      this.#keys.outcome(owner, key),
      text,
      next ?? '',
      Math.ceil(ttlMs),
    );
    return settled === 1;
  }
}
