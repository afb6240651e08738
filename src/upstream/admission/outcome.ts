import { isHandlerMissing } from '../refusal.ts';
import { ERROR_CODES, type HttpResult } from '../send-request.ts';
import type { Outcome } from './breaker.ts';

/** Codes that concern one answer or one request, not Novu as a whole. */
const SINGLE_CALL_ERRORS: ReadonlySet<string | null> = new Set([
  ERROR_CODES.aborted,
  ERROR_CODES.tooLarge,
  ERROR_CODES.notJson,
  ERROR_CODES.noRoute,
  ERROR_CODES.unwritable,
  'UND_ERR_INVALID_ARG',
]);

/** What a result says about Novu as a whole: no answer, an incomplete answer and 5xx are failures, 4xx is not. */
export function outcomeOf(result: HttpResult): Outcome {
  if (isHandlerMissing(result)) return 'ok';
  if (result.phase === 'answered' && result.status >= 500) return 'failed';
  if (result.errorCode === null) return 'ok';
  return SINGLE_CALL_ERRORS.has(result.errorCode) ? 'unknown' : 'failed';
}

/** Did Novu accept the caller? Only a success proves it: other statuses can come from a proxy in front of Novu. */
export function provesAcceptance(result: HttpResult): boolean {
  return result.phase === 'answered' && result.status >= 200 && result.status < 300 && result.errorCode === null;
}
