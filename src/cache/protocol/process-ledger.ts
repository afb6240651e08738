import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import type { Lease, Ledger } from '../../model/coordination.ts';
import type { RequestFacts } from '../../model/request-facts.ts';
import type { Clock } from '../store/clock.ts';
import type { LedgerStore, Owner } from '../store/ledger-store.ts';
import { isSameMac, MAC_LENGTH } from '../store/mac.ts';
import type { GuardedStore } from './guarded-store.ts';

export interface LedgerSettings {
  readonly clock: Clock;
  readonly store: GuardedStore<LedgerStore>;
  /** See {@link ledgerKey}. */
  readonly key: Buffer;
  readonly upstreamTimeoutMs: number;
  /** How long outcomes are kept. */
  readonly outcomeTtlMs: number;
}

/** Whose leases and outcomes. */
export interface LedgerOwner {
  readonly name: Owner;
  /** See {@link Ledger}. */
  readonly isAccepted: boolean;
  readonly isPermanent: boolean;
}

/** How long a lease outlives upstream's deadline, where its process has died. */
const MARGIN_MS = 5_000;
/** Waits between tries, in milliseconds; the last one repeats. */
const RETRY_DELAYS_MS = [5, 10, 20, 40, 80, 100] as const;
/** A lease is renewed three times in its lifetime, so that one command may fail. */
const RENEWALS_PER_LIFETIME = 3;

/**
 * What seals outcomes and hashes keys and inputs, derived from a secret so that it is not the one that names callers. Once for each
 * process: to derive it takes as long as some reads. @param secret the same for all processes that share a store.
 */
export function ledgerKey(secret: string | Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'igw outcomes', 32));
}

/** One process's view of an owner's leases and outcomes. */
export class ProcessLedger implements Ledger {
  readonly leaseMs: number;
  readonly outcomeTtlMs: number;
  readonly isAccepted: boolean;
  readonly isPermanent: boolean;
  readonly #settings: LedgerSettings;
  readonly #owner: Owner;
  readonly #request: RequestFacts | undefined;

  /** @param request for telemetry: what waits for it. */
  constructor(settings: LedgerSettings, { name, isAccepted, isPermanent }: LedgerOwner, request?: RequestFacts) {
    this.#request = request;
    this.#settings = settings;
    this.#owner = name;
    this.isAccepted = isAccepted;
    this.isPermanent = isPermanent;
    this.outcomeTtlMs = settings.outcomeTtlMs;
    this.leaseMs = settings.upstreamTimeoutMs + MARGIN_MS;
  }

  async acquire(namespace: string, names: readonly string[], stop?: () => Promise<boolean>): Promise<Lease | null> {
    const { clock, upstreamTimeoutMs } = this.#settings;
    const token = randomUUID();
    const untilMs = clock.now() + upstreamTimeoutMs;
    for (let tries = 0; ; tries += 1) {
      const held = await this.#tryAcquire(namespace, names, token);
      if (held !== false) return this.#leaseOf(namespace, names, token, held === true);
      if (clock.now() >= untilMs || (await stop?.()) === true) return null;
      await new Promise<void>((resolve) => {
        clock.after(RETRY_DELAYS_MS[Math.min(tries, RETRY_DELAYS_MS.length - 1)] ?? 0, resolve);
      });
    }
  }

  async get(key: string): Promise<string | null | undefined> {
    const sealed = await this.#send('outcome.read', (to) => to.get(this.#owner, key));
    if (!sealed) return sealed;
    const text = sealed.slice(MAC_LENGTH);
    return isSameMac(sealed.slice(0, MAC_LENGTH), this.#seal(key, text)) ? text : null;
  }

  async set(key: string, text: string, forMs: number): Promise<boolean> {
    const sealed = this.#sealed(key, text);
    return (await this.#send('outcome.keep', (to) => to.set(this.#owner, key, sealed, forMs).then(done))) === true;
  }

  async compareAndSet(key: string, text: string, next: string | null): Promise<boolean> {
    const sealed = next === null ? null : this.#sealed(key, next);
    const before = this.#sealed(key, text);
    const { outcomeTtlMs } = this;
    const settled = await this.#send('outcome.settle', (to) =>
      to.compareAndSet(this.#owner, key, before, sealed, outcomeTtlMs),
    );
    return settled === true;
  }

  digest(...parts: readonly string[]): string {
    return createHmac('sha256', this.#settings.key).update(JSON.stringify(parts)).digest('base64url');
  }

  /** Undefined: the store did not say. */
  #tryAcquire(namespace: string, names: readonly string[], token: string): Promise<boolean | undefined> {
    return this.#send('lease.hold', (to) => to.acquire(this.#owner, namespace, names, token, this.leaseMs));
  }

  /** No request's budget cuts short what coordinates writes. */
  #send<T>(name: string, command: (to: LedgerStore) => Promise<T>): Promise<T | undefined> {
    return this.#settings.store.send(null, name, command, this.#request);
  }

  #leaseOf(namespace: string, names: readonly string[], token: string, isShared: boolean): Lease {
    const { clock } = this.#settings;
    let cancel = () => {};
    const renew = () => {
      cancel = clock.after(this.leaseMs / RENEWALS_PER_LIFETIME, async () => {
        renew();
        await this.#tryAcquire(namespace, names, token);
      });
    };
    renew();
    return {
      isShared,
      release: async () => {
        cancel();
        await this.#send('lease.release', (to) => to.release(this.#owner, namespace, token));
      },
    };
  }

  #sealed(key: string, text: string): string {
    return this.#seal(key, text) + text;
  }

  /** An attacker who can write to Redis cannot forge or move an outcome. */
  #seal(key: string, text: string): string {
    return this.digest('seal', this.#owner, key, text);
  }
}

const done = () => true;
