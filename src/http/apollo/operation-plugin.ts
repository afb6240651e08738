import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import { callerOf } from '../../graphql/context.ts';
import { GatewayError } from '../../model/errors.ts';
import { publishError } from '../answer/errors.ts';
import { withRequestId } from '../answer/head.ts';
import type { OperationAnalyzer } from '../request/analysis.ts';
import type { HttpContext } from '../request/context.ts';
import { assertEntitiesWithinLimits, assertWithinLimits, type QueryLimits } from '../request/limits.ts';

/** What the gateway does around each operation: limits, the caller, and what becomes of its errors and extensions. */
export function operationPlugin(analyzer: OperationAnalyzer, limits: QueryLimits): ApolloServerPlugin<HttpContext> {
  const listener: GraphQLRequestListener<HttpContext> = {
    async validationDidStart({ contextValue, document }) {
      try {
        assertWithinLimits(document, analyzer, limits);
      } catch (error) {
        // Apollo Server answers what this hook throws as a bug of its own, so the answer is made of the state instead.
        if (error instanceof GatewayError) contextValue.request.refuse(error);
        throw error;
      }
    },
    async didResolveOperation({ contextValue, document, operation, request }) {
      // Several operations and no name, or a wrong one: the executor says so.
      if (!operation) return;
      const analysis = analyzer.analyze(document, operation);
      contextValue.request.admit({ document, operation }, analysis);
      if (analysis.needsCaller) callerOf(contextValue);
      assertEntitiesWithinLimits(analysis, request.variables, limits);
    },
    async didEncounterErrors({ contextValue, errors }) {
      for (const error of errors) publishError(contextValue.request.requestId, error);
    },
    async willSendResponse(context) {
      finish(context);
    },
  };
  return {
    requestDidStart: async () => listener,
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      publishError(requestContext.contextValue.request.requestId, error);
    },
  };
}

function finish({ contextValue: { request }, response }: GraphQLRequestContextWillSendResponse<HttpContext>): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const errors = singleResult.errors?.map((error) => withRequestId(error, request.requestId));
  if (errors) singleResult.errors = errors;
  const outcome = request.cacheOutcome();
  if (outcome) singleResult.extensions = { ...singleResult.extensions, cache: outcome };
  const { data, extensions } = singleResult;
  request.finish({ errors: errors ?? [], data, hasExtensions: extensions !== undefined });
}
