/** What was found out about a write whose answer was lost. `VOID`: it certainly did not run. */
export type Found = 'RAN' | 'VOID';

/** What the writes of one operation share (cache protocol §5). */
export interface WriteGroup {
  /** To be called where it is found out what became of the last write whose outcome was not known. */
  resolve(found: Found): void;
  /** To be called where a mutation is told as done, whichever operation has written it: that one may have died before its end. */
  acknowledge(): void;
  /** To be awaited before any of the writes is acknowledged. */
  end(): Promise<void>;
}

/** What one holds until it is released; prolonged meanwhile. */
export interface Lease {
  /** False: the shared store did not answer, so that only luck keeps others away. */
  readonly isShared: boolean;
  release(): Promise<void>;
}

/** Leases and outcomes of one organization; of a caller whose organization is not known, its own. None of it rejects. */
export interface Ledger {
  /** How long outcomes are kept, in milliseconds. */
  readonly keepMs: number;
  /** How long a lease outlives its process at the most, and how long it is worth waiting for one, in milliseconds. */
  readonly holdMs: number;
  /** Upstream has accepted the caller. */
  readonly isAccepted: boolean;
  /** False: once it is known whose they are, they are looked for elsewhere. */
  readonly isLasting: boolean;
  /**
   * Waits until no one else holds any of the names of this book. Null: that took longer than upstream's timeout, or `stop` said so,
   * which is asked between two tries. {@link EVERY} stands for all names.
   */
  hold(book: string, names: readonly string[], stop?: () => Promise<boolean>): Promise<Lease | null>;
  /** The text kept under a key; null: none; undefined: the store did not say. */
  recall(key: string): Promise<string | null | undefined>;
  /** False: the store did not hear of it. */
  keep(key: string, text: string, forMs: number): Promise<boolean>;
  /**
   * Replaces `text` by `next`, which is kept as long as outcomes are; null: by nothing. False: the store did not hear of it, or has
   * lost `text` meanwhile. In place of nothing `next` is kept all the same, in place of another text it is not.
   */
  settle(key: string, text: string, next: string | null): Promise<boolean>;
  /** A keyed hash, the same in all processes that share a store. */
  digest(...parts: readonly string[]): string;
}

/** Every name of a book of leases. */
export const EVERY = '*';
