import type { ApolloServerPlugin, GraphQLRequestContextExecutionDidStart } from '@apollo/server';
import type { HttpContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';

/**
 * Operations above this cost have no fields in their trace. Tracing a field costs more than answering it, and any
 * client may ask for it.
 */
const MAX_TRACED_COST = 5_000;

/** Wraps a plugin so that it sees fields only of small operations. */
export function withBoundedTraces(
  plugin: ApolloServerPlugin<HttpContext>,
  limits: OperationLimits,
): ApolloServerPlugin<HttpContext> {
  return {
    ...plugin,
    async requestDidStart(context) {
      const listener = await plugin.requestDidStart?.(context);
      const { executionDidStart } = listener ?? {};
      if (!listener || !executionDidStart) return listener;
      return {
        ...listener,
        executionDidStart: async (started) => (isSmall(started, limits) ? executionDidStart(started) : undefined),
      };
    },
  };
}

function isSmall(
  { contextValue, operation, request }: GraphQLRequestContextExecutionDidStart<HttpContext>,
  limits: OperationLimits,
): boolean {
  const { state } = contextValue.request;
  if (state.phase !== 'admitted') return false;
  return limits.costOf(state.admitted.analysis, operation, request.variables ?? {}) <= MAX_TRACED_COST;
}
