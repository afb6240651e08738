import type { Loaders } from '../loaders/loaders.ts';
import type { Caller } from '../model/caller.ts';
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
