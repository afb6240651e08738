/** What was found out about a write whose answer was lost. `DID_NOT_RUN`: it certainly did not run. */
export type Resolution = 'RAN' | 'DID_NOT_RUN';

/** What the writes of one operation share (cache protocol §5). */
export interface WriteGroup {
  /** Must be called when the outcome of the last unknown write has been found. */
  resolve(resolution: Resolution): void;
  /**
   * Must be called when a mutation is reported as done, whichever operation has written it: that one may have died
   * before its end.
   */
  acknowledge(): void;
  /** Must be awaited before any of the writes is acknowledged. */
  end(): Promise<void>;
}

/** A lease, which is renewed until it is released. */
export interface Lease {
  /** False: the shared store did not answer, so other processes may hold the same lease. */
  readonly isShared: boolean;
  release(): Promise<void>;
}

/** Leases and outcomes of one organization, or of one caller if its organization is not known. No method rejects. */
export interface Ledger {
  /** How long outcomes are kept, in milliseconds. */
  readonly outcomeTtlMs: number;
  /** Longest time that a lease outlives its process, and longest wait for a lease, in milliseconds. */
  readonly leaseMs: number;
  /** Upstream has accepted the caller. */
  readonly isAccepted: boolean;
  /** False: once the organization is known, its ledger is used instead. */
  readonly isPermanent: boolean;
  /**
   * Waits until no other token holds any of the names of this namespace. Null: that took longer than upstream's timeout, or
   * `stop`, which is called between two attempts, returned true. {@link ALL_NAMES} stands for all names.
   */
  acquire(namespace: string, names: readonly string[], stop?: () => Promise<boolean>): Promise<Lease | null>;
  /** The text kept under a key; null: none; undefined: the store did not answer. */
  get(key: string): Promise<string | null | undefined>;
  /** False: the store did not answer. */
  set(key: string, text: string, forMs: number): Promise<boolean>;
  /**
   * Replaces `text` by `next`, which is kept as long as outcomes are; null deletes it. False: the store did not answer,
   * or has lost `text` meanwhile. A lost text is still replaced, another text is not.
   */
  compareAndSet(key: string, text: string, next: string | null): Promise<boolean>;
  /** A keyed hash, the same in all processes that share a store. */
  digest(...parts: readonly string[]): string;
}

/** Stands for all names of a namespace of leases. */
export const ALL_NAMES = '*';
