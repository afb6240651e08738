import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { callerOf } from '../../graphql/context.ts';
import { GatewayError } from '../../model/errors.ts';
import { publishError } from '../answer/errors.ts';
import type { OperationAnalyzer } from '../request/analysis.ts';
import type { HttpContext, RequestContext } from '../request/context.ts';
import { finish } from '../request/finish.ts';
import type { OperationLimits } from '../request/limits.ts';
import { assertFewFaults } from '../request/variable-faults.ts';

/** The gateway's part in each operation: limits, the caller, errors and extensions. */
export function operationPlugin(
  analyzer: OperationAnalyzer,
  limits: OperationLimits,
  maxBytes: number,
): ApolloServerPlugin<HttpContext> {
  const listener: GraphQLRequestListener<HttpContext> = {
    async didResolveSource({ contextValue, source }) {
      refuseIf(contextValue.request, () => limits.assertParsable(source));
    },
    async validationDidStart({ contextValue, document }) {
      refuseIf(contextValue.request, () => limits.assertDocument(document));
    },
    async didResolveOperation({ contextValue, document, operation, request, schema }) {
      // Several operations and no name, or a wrong name: the executor reports that.
      if (!operation) return;
      const analysis = analyzer.analyze(document, operation);
      contextValue.request.admit({ document, operation }, analysis);
      if (analysis.needsCaller === 'ALL') callerOf(contextValue);
      const variables = request.variables ?? {};
      limits.assertOperation(analysis, operation, variables);
      assertFewFaults(schema, operation, variables);
    },
    async executionDidStart({ contextValue }) {
      return { executionDidEnd: () => contextValue.request.endWrites() };
    },
    async didEncounterErrors({ contextValue, errors }) {
      const { requestId, clientLeft } = contextValue.request;
      for (const error of errors) publishError(requestId, error, clientLeft);
    },
    async willSendResponse({ contextValue, operation, response }) {
      if (response.body?.kind !== 'single') return;
      const isMutation = operation?.operation === 'mutation';
      finish(contextValue.request, response.body.singleResult, { maxBytes, isMutation });
    },
  };
  return {
    requestDidStart: async () => listener,
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      publishError(requestContext.contextValue.request.requestId, error);
    },
  };
}

/** Apollo Server treats an error of these hooks as an internal error, so the answer is made from the request's state. */
function refuseIf(request: RequestContext, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof GatewayError) request.refuse(error);
    throw error;
  }
}
