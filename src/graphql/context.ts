import type { Loaders } from '../loaders/loaders.ts';
import type { Caller } from '../model/caller.ts';
import type { WriteGroup } from '../model/coordination.ts';
import type { GatewayError } from '../model/errors.ts';
import type { Call, IntegrationSource } from '../model/integration.ts';

/** The context of resolvers if the caller is known. */
export interface CallerContext {
  /** Reading it is recorded: the answer then depends on the caller, and is not shared with other callers. */
  readonly caller: Caller;
  readonly call: Call;
  readonly source: IntegrationSource;
  /** The reads of this operation. */
  readonly loaders: Loaders;
  /** The operation selects secrets and the caller may read them. */
  readonly secretsWanted: boolean;
  /** `Idempotency-Key` header. */
  readonly idempotencyKey: string | undefined;
  readonly writes: OperationWrites;
}

/**
 * The status of an idempotency key.
 *
 * - `NEW`: the mutation ran, and its outcome was stored.
 * - `REPLAYED`: it ran before, and nothing was sent this time.
 * - `RETRY`: no outcome was stored. The same key tries again, and first checks the effect of this attempt.
 * - `UNPROTECTED`: the store did not answer or lost data, so the same key may run again, or already has.
 */
export type IdempotencyStatus = 'NEW' | 'REPLAYED' | 'RETRY' | 'UNPROTECTED';

/** What the mutations of one operation share. */
export class OperationWrites {
  /** One for each mutation with a key, by its response path. */
  readonly reports: { readonly path: readonly (string | number)[]; readonly status: IdempotencyStatus }[] = [];
  /** The fence around the writes, if there is one. */
  group: WriteGroup | null = null;
  /** What must end before the answer: the lease and the fence. */
  readonly #ends: (() => Promise<void>)[] = [];

  get isOpen(): boolean {
    return this.#ends.length > 0;
  }

  onEnd(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  /** Must be awaited before the answer. Never rejects. */
  async end(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
  }
}

/** The GraphQL context. Apollo Server copies it for every operation, so all state is in its only member. */
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
