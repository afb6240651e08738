import type { GraphQLFormattedError } from 'graphql';
import { leftOutFailures, MAX_FAILURES } from '../../graphql/failures.ts';
import { QueryTooComplexError } from '../../model/errors.ts';
import { formatError } from '../answer/errors.ts';
import { withRequestId } from '../answer/head.ts';
import { answerTooLarge, isLongerThan } from '../answer/size.ts';
import type { RequestContext } from './context.ts';

/** The result of an operation, before it is printed. */
export interface SingleResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/**
 * Ends a request with a result, which it completes for the client: errors get the request id, extensions tell about the
 * list and idempotency keys. A result that is too long is emptied and refused.
 */
export function finish(
  request: RequestContext,
  result: SingleResult,
  { maxBytes, isMutation }: { readonly maxBytes: number; readonly isMutation: boolean },
): void {
  if (isLongerThan(result, maxBytes)) {
    request.refuse(answerTooLarge(maxBytes, isMutation));
    // This empty result is printed, and the answer is made from the refusal.
    result.data = null;
    delete result.errors;
    delete result.extensions;
    return;
  }
  if (leftOutFailures(request)) result.errors = [...(result.errors ?? []), FAILURES_LEFT_OUT];
  const errors = result.errors?.map((error) => withRequestId(error, request.requestId));
  if (errors) result.errors = errors;
  const told = request.extensions();
  if (told) result.extensions = { ...result.extensions, ...told };
  const { data, extensions } = result;
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
