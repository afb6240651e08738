import type { HTTPGraphQLResponse } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { type Answer, type Cacheable, codesOf, errorAnswer, headOf, withRequestId } from './answer/head.ts';
import { SANDBOX_POLICY } from './explore/explore.ts';
import { isCacheable } from './fast/fast-path.ts';
import type { Admitted, RequestContext, RequestState, Result } from './request/context.ts';

/** Headers of an answer that depends on the caller. */
export const PER_CALLER = { vary: 'Authorization, Novu-Environment-Id' };

/** An answer that is the same for all callers still depends on the requested media type. */
const PER_MEDIA_TYPE = { vary: 'Accept' };

/** The codes of the errors that a request ended with. */
export function codesIn(state: RequestState): readonly string[] {
  if (state.phase === 'refused') return [state.error.code];
  return state.phase === 'answered' ? codesOf(state.result.errors) : [];
}

/** The answer to a request that went through Apollo Server's pipeline, wherever it ended there. */
export function answerOf(
  { status = 200, headers: given, body }: HTTPGraphQLResponse,
  request: RequestContext,
): Answer & { readonly isCacheable?: boolean } {
  const { requestId, state } = request;
  if (body.kind !== 'complete') throw new Error('Apollo Server answered in parts, which is not offered.');
  const { 'content-type': contentType = 'application/json', ...others } = Object.fromEntries(given);
  const facts = { requestId, contentType, status, headers: others };
  // Apollo Server refuses the `Accept` header of a GET only at the end: the result of the operation is not in that answer.
  const ended: RequestState = status === 406 ? { phase: 'received' } : state;
  switch (ended.phase) {
    case 'refused': {
      const { code, message, details } = ended.error;
      return errorAnswer({ code, message, details }, requestId, contentType);
    }
    case 'answered': {
      const { admitted, result } = ended;
      const cacheable = admitted ? cacheableOf(admitted, result, request.reads()) : 'NEVER';
      const headers = { ...others, ...(cacheable === 'ALL' ? PER_MEDIA_TYPE : PER_CALLER) };
      return {
        head: headOf({ ...facts, ...result, cacheable, headers }),
        body: body.string,
        isCacheable: cacheable !== 'NEVER',
      };
    }
    default:
      return contentType.startsWith('text/html')
        ? { head: headOf({ ...facts, headers: { ...others, ...SANDBOX_POLICY } }), body: body.string }
        : { head: headOf(facts), body: withRequestIds(body.string, requestId) };
  }
}

/** @param reads null: there were none, because no caller is known. */
function cacheableOf(
  admitted: Admitted,
  { errors, hasExtensions }: Result,
  reads: ReturnType<RequestContext['reads']>,
): Cacheable {
  if (errors.length > 0 || !isCacheable(admitted)) return 'NEVER';
  // A public root field can have fields below it that are not. Extensions, such as a trace, belong to this answer only.
  return admitted.analysis.isPublic && !hasExtensions && reads?.isEmpty !== false ? 'ALL' : 'CALLER';
}

/** Adds the request id to errors that Apollo Server reports before its pipeline (CSRF, media types, no query). */
function withRequestIds(body: string, requestId: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors: GraphQLFormattedError[] };
    return JSON.stringify({ errors: errors.map((error) => withRequestId(error, requestId)) });
  } catch {
    return body;
  }
}
