import type { Loaders } from '../loaders/loaders.ts';
import type { Caller } from '../model/caller.ts';
import type { WriteGroup } from '../model/coordination.ts';
import type { GatewayError } from '../model/errors.ts';
import type { Call, IntegrationSource } from '../model/integration.ts';

/** What resolvers know of a request whose caller is known. */
export interface CallerContext {
  /** To ask is noted: the answer depends on who the caller is, and is shared with no other caller. */
  readonly caller: Caller;
  readonly call: Call;
  readonly source: IntegrationSource;
  /** Reads of this operation; made when the operation is known. */
  readonly loaders: Loaders;
  /** The operation selects secrets and the caller may read them. */
  readonly secretsWanted: boolean;
  /** `Idempotency-Key` header. */
  readonly idempotencyKey: string | undefined;
  readonly writes: OperationWrites;
}

/**
 * What became of an idempotency key.
 *
 * - `NEW`: the mutation ran, and its outcome is kept.
 * - `REPLAYED`: it ran before, and nothing was sent now.
 * - `RETRY`: nothing is kept. The same key tries again, and first finds out what became of this try.
 * - `UNPROTECTED`: the store did not answer or was lost in between, so that the same key may run again, or did.
 */
export type IdempotencyStatus = 'NEW' | 'REPLAYED' | 'RETRY' | 'UNPROTECTED';

/** What the mutations of one operation share. */
export class OperationWrites {
  /** One for each mutation with a key, by its response path. */
  readonly reports: { readonly path: readonly (string | number)[]; readonly status: IdempotencyStatus }[] = [];
  /** The fence around the writes, where there is one. */
  group: WriteGroup | null = null;
  /** What is to end before the answer: the lease, and the fence. */
  readonly #ends: (() => Promise<void>)[] = [];

  get isOpen(): boolean {
    return this.#ends.length > 0;
  }

  onEnd(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  /** To be awaited before the answer of the operation. Does not reject. */
  async end(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
  }
}

/** The GraphQL context. Apollo Server copies it for every operation, so all state is behind its one member. */
export interface GatewayContext {
  readonly request: {
    /** The caller, or why there is none: thrown by the first field that needs a caller. */
    readonly identity: CallerContext | GatewayError;
  };
}

/**
 * The caller's part of the context.
 * @throws UnauthenticatedError, BadUserInputError as {@link readCaller} of model/caller.ts found.
 */
export function callerOf(context: GatewayContext): CallerContext {
  const { identity } = context.request;
  if (identity instanceof Error) throw identity;
  return identity;
}
