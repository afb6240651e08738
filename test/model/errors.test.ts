import { expect, test } from '@jest/globals';
import {
  BadUserInputError,
  ForbiddenError,
  GatewayError,
  OutcomeUnknownError,
  QueryTooComplexError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamContractError,
  UpstreamRefusedError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../src/model/errors.ts';

test.each([
  [UnauthenticatedError, 'UnauthenticatedError', 'UNAUTHENTICATED', 401],
  [ForbiddenError, 'ForbiddenError', 'FORBIDDEN', 403],
  [UpstreamUnavailableError, 'UpstreamUnavailableError', 'UPSTREAM_UNAVAILABLE', 503],
  [UpstreamTimeoutError, 'UpstreamTimeoutError', 'UPSTREAM_TIMEOUT', 504],
  [UpstreamContractError, 'UpstreamContractError', 'UPSTREAM_CONTRACT', 502],
  [BadUserInputError, 'BadUserInputError', 'BAD_USER_INPUT', 400],
  [QueryTooComplexError, 'QueryTooComplexError', 'QUERY_TOO_COMPLEX', 400],
] as const)('%p has its name, code and status', (Type, name, code, httpStatus) => {
  const cause = new Error('why');
  const error = new Type('Says what to do.', { cause });
  expect(error).toBeInstanceOf(GatewayError);
  expect(error).toMatchObject({ name, code, httpStatus, message: 'Says what to do.', cause, details: {} });
});

test('a rate limit tells how long to wait, in the message and in the details', () => {
  expect(new RateLimitedError(7)).toMatchObject({
    code: 'RATE_LIMITED',
    httpStatus: 429,
    message: expect.stringContaining(' 7 s'),
    details: { retryAfterSeconds: 7 },
  });
});

test('what only a mutation answers with is not a top-level error', () => {
  expect(new OutcomeUnknownError()).not.toBeInstanceOf(GatewayError);
  expect(new UpstreamRefusedError({ kind: 'NOT_FOUND' })).not.toBeInstanceOf(GatewayError);
});
