import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import { callerOf } from '../../graphql/context.ts';
import { leftOutFailures, MAX_FAILURES } from '../../graphql/failures.ts';
import { GatewayError, QueryTooComplexError } from '../../model/errors.ts';
import { formatError, publishError } from '../answer/errors.ts';
import { withRequestId } from '../answer/head.ts';
import { answerTooLarge, isLongerThan } from '../answer/size.ts';
import type { OperationAnalyzer } from '../request/analysis.ts';
import type { HttpContext, RequestContext } from '../request/context.ts';
import type { OperationLimits } from '../request/limits.ts';
import { assertFewFaults } from '../request/variable-faults.ts';

/** What the gateway does around each operation: limits, the caller, and what becomes of its errors and extensions. */
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
      // Several operations and no name, or a wrong one: the executor says so.
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
    async willSendResponse(context) {
      finish(context, maxBytes);
    },
  };
  return {
    requestDidStart: async () => listener,
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      publishError(requestContext.contextValue.request.requestId, error);
    },
  };
}

/** Apollo Server answers what these hooks throw as a bug of its own, so the answer is made of the request's state instead. */
function refuseIf(request: RequestContext, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof GatewayError) request.refuse(error);
    throw error;
  }
}

function finish(
  { contextValue: { request }, operation, response }: GraphQLRequestContextWillSendResponse<HttpContext>,
  maxBytes: number,
): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  if (isLongerThan(singleResult, maxBytes)) {
    request.refuse(answerTooLarge(maxBytes, operation?.operation === 'mutation'));
    // Apollo Server prints what is left here, and the answer is made of the refusal.
    singleResult.data = null;
    delete singleResult.errors;
    delete singleResult.extensions;
    return;
  }
  if (leftOutFailures(request)) singleResult.errors = [...(singleResult.errors ?? []), FAILURES_LEFT_OUT];
  const errors = singleResult.errors?.map((error) => withRequestId(error, request.requestId));
  if (errors) singleResult.errors = errors;
  const told = request.extensions();
  if (told) singleResult.extensions = { ...singleResult.extensions, ...told };
  const { data, extensions } = singleResult;
  request.finish({ errors: errors ?? [], data, hasExtensions: extensions !== undefined });
}

const FAILURES_LEFT_OUT = formatError(
  { message: '' },
  new QueryTooComplexError('Too many fields failed: further ones are null, and their errors are left out', {
    name: 'errors',
    value: null,
    limit: MAX_FAILURES,
  }),
);
