import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  BadUserInputError,
  ForbiddenError,
  GatewayError,
  HTTP_STATUS,
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
  [UnauthenticatedError, 'UnauthenticatedError', 'UNAUTHENTICATED'],
  [ForbiddenError, 'ForbiddenError', 'FORBIDDEN'],
  [UpstreamUnavailableError, 'UpstreamUnavailableError', 'UPSTREAM_UNAVAILABLE'],
  [UpstreamTimeoutError, 'UpstreamTimeoutError', 'UPSTREAM_TIMEOUT'],
  [UpstreamContractError, 'UpstreamContractError', 'UPSTREAM_CONTRACT'],
  [BadUserInputError, 'BadUserInputError', 'BAD_USER_INPUT'],
] as const)('%p has its name and code', (Type, name, code) => {
  const cause = new Error('why');
  const error = new Type('Says what to do.', { cause });
  expect(error).toBeInstanceOf(GatewayError);
  expect(error).toMatchObject({ name, code, message: 'Says what to do.', cause, details: {} });
});

test('an exceeded limit is told, with what the operation came to where that is known', () => {
  expect(new QueryTooComplexError('Too much', { name: 'cost', value: 3, limit: 2 })).toMatchObject({
    name: 'QueryTooComplexError',
    code: 'QUERY_TOO_COMPLEX',
    message: 'Too much (cost: 3, at most 2).',
    details: { cost: 3, limit: 2 },
  });
  expect(new QueryTooComplexError('Too long', { name: 'bytes', value: null, limit: 2 })).toMatchObject({
    message: 'Too long (at most 2 bytes).',
    details: { limit: 2 },
  });
});

test('a rate limit tells how long to wait, in the message and in the details', () => {
  expect(new RateLimitedError(7)).toMatchObject({
    code: 'RATE_LIMITED',
    message: expect.stringContaining(' 7 s'),
    details: { retryAfterSeconds: 7 },
  });
});

test('a rate limit of the gateway itself says so', () => {
  expect(new RateLimitedError(7, { own: true }).message).toMatch(/this gateway.* 7 s/);
  expect([new RateLimitedError(7).own, new RateLimitedError(7, { own: true }).own]).toEqual([false, true]);
});

test('a call that was not sent may tell when to come back', () => {
  const error = new UpstreamUnavailableError('Says what to do.', { retryAfterSeconds: 3 });
  expect([error.details, error.cause]).toEqual([{ retryAfterSeconds: 3 }, undefined]);
});

test('what only a mutation answers with is not a top-level error', () => {
  expect(new OutcomeUnknownError()).not.toBeInstanceOf(GatewayError);
  expect(new UpstreamRefusedError({ kind: 'NOT_FOUND' })).not.toBeInstanceOf(GatewayError);
});

test('schema/DESIGN.md has every code with its status', () => {
  const design = readFileSync(new URL('../../schema/DESIGN.md', import.meta.url), 'utf8');
  const rows = [...design.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, code = '', status]) => [
    code,
    Number(status),
  ]);
  expect(Object.fromEntries(rows)).toMatchObject(HTTP_STATUS);
});
