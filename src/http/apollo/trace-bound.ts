import type { ApolloServerPlugin, GraphQLRequestContextExecutionDidStart } from '@apollo/server';
import type { HttpContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';

/** Cost of an operation above which its trace has no fields. To trace one costs more than to answer it, and any client may ask. */
const MAX_TRACED_COST = 5_000;

/** A plugin that is told of fields only where an operation has few. */
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
