import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { callerOf } from '../../graphql/context.ts';
import { GatewayError } from '../../model/errors.ts';
import { errorChannel } from '../../telemetry/channels.ts';
import { gatewayErrorIn } from '../answer/errors.ts';
import { analyzeOperation } from '../request/analysis.ts';
import type { HttpContext } from '../request/context.ts';
import { assertEntitiesWithinLimits, assertWithinLimits, type QueryLimits } from '../request/limits.ts';

/** What the gateway does around each operation: limits, the caller, and what the answer's head and errors say. */
export function operationPlugin(limits: QueryLimits): ApolloServerPlugin<HttpContext> {
  const listener: GraphQLRequestListener<HttpContext> = {
    async validationDidStart({ contextValue, document }) {
      // What this hook throws, Apollo Server answers as a bug of its own; so the answer is made of `refusal` instead.
      contextValue.request.refuseIf(() => assertWithinLimits(document, limits));
    },
    async didResolveOperation({ contextValue, document, operation, request }) {
      // Several operations and no name, or a wrong one: the executor says so.
      if (!operation) return;
      const facts = analyzeOperation(document, operation);
      contextValue.request.begin(facts);
      if (facts.needsCaller) callerOf(contextValue);
      assertEntitiesWithinLimits(facts, request.variables, limits);
    },
    async didEncounterErrors({ contextValue, errors }) {
      for (const error of errors) publish(contextValue.request.requestId, error);
    },
    async willSendResponse(context) {
      finish(context);
    },
  };
  return {
    requestDidStart: async () => listener,
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      publish(requestContext.contextValue.request.requestId, error);
    },
  };
}

/** Tells the log of an error, with the code that the client sees. */
export function publish(requestId: string, error: unknown): void {
  if (!errorChannel.hasSubscribers) return;
  const own = error instanceof GatewayError ? error : gatewayErrorIn(error);
  const code = own?.code ?? (error as { extensions?: { code?: unknown } }).extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  errorChannel.publish({ requestId, code: String(code), error: own ?? error });
}

function finish({ contextValue, response, request }: GraphQLRequestContextWillSendResponse<HttpContext>): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const { facts } = contextValue.request;
  contextValue.request.finished = true;
  const errors = singleResult.errors?.map((error) => withRequestId(error, contextValue.request.requestId));
  if (errors) singleResult.errors = errors;
  const outcome = contextValue.request.cacheOutcome();
  if (outcome) singleResult.extensions = { ...singleResult.extensions, cache: outcome };
  const uncacheable = errors !== undefined || !facts || facts.isMutation || facts.selectsSecrets;
  contextValue.request.special = errors !== undefined || singleResult.extensions !== undefined;
  response.http.headers.set('cache-control', uncacheable ? 'no-store' : 'private, no-cache');
  response.http.headers.set('vary', 'Authorization, Novu-Environment-Id');
  if (errors) setErrorHead(response.http, singleResult.data, errors, request.http?.headers.get('accept'));
}

/** An error as clients get it: `extensions.requestId` leads to the log. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_TIMEOUT: 504,
  UPSTREAM_CONTRACT: 502,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * Status and `Retry-After` of an answer with errors. Where some root field has data it stays 200. Where none has, the status
 * is that of the first error: for a request that never ran under every media type, for one that ran only under
 * `application/graphql-response+json`, whose clients read the body whatever the status is.
 */
function setErrorHead(
  http: GraphQLRequestContextWillSendResponse<HttpContext>['response']['http'],
  data: Record<string, unknown> | null | undefined,
  errors: readonly GraphQLFormattedError[],
  accept: string | undefined,
): void {
  const limited = errors.find((error) => error.extensions?.code === 'RATE_LIMITED');
  if (limited) http.headers.set('retry-after', String(limited.extensions?.retryAfterSeconds));
  const ran = data !== undefined;
  if (data && Object.values(data).some((value) => value !== null)) return;
  const status = STATUS_BY_CODE[String(errors[0]?.extensions?.code)];
  const modern = accept?.includes('application/graphql-response+json') ?? false;
  if (status !== undefined && (modern || !ran)) http.status = status;
}
