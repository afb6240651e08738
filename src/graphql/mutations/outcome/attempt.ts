/** One run of a mutation. */
export interface Attempt {
  /** An earlier run with the same key has sent the write, or was about to. `provable`: the list did not show it as done before that. */
  readonly earlier: { readonly provable: boolean } | null;
  /** Decides the identifier that a create is given; null: chance does. */
  readonly seed: Buffer | null;
  /** An older row of that identifier belongs to a key that has expired, in milliseconds. */
  readonly outcomeTtlMs: number;
  /** To be awaited before the write is sent: from then on a run with the same key looks for it first. */
  readonly begin: (provable: boolean) => Promise<void>;
}

/** Without a key. */
export const UNKEYED: Attempt = {
  earlier: null,
  seed: null,
  outcomeTtlMs: Number.POSITIVE_INFINITY,
  begin: async () => {},
};
