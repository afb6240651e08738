import { expect, test } from '@jest/globals';
import { headOf } from '../../../src/http/answer/head.ts';

test.each([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['RATE_LIMITED', 429],
  ['UPSTREAM_UNAVAILABLE', 503],
  ['UPSTREAM_TIMEOUT', 504],
  ['UPSTREAM_CONTRACT', 502],
  ['BAD_USER_INPUT', 400],
  ['QUERY_TOO_COMPLEX', 400],
  ['INTERNAL_SERVER_ERROR', 500],
])('an operation without data that fails with %p has the status %p', (code, status) => {
  const errors = [{ message: 'Says what to do.', extensions: { code } }];
  const answer = { requestId: 'id', status: 200, errors };
  const [json, graphql] = ['application/json', 'application/graphql-response+json'];
  expect(headOf({ ...answer, contentType: graphql, data: null }).status).toBe(status);
  expect(headOf({ ...answer, contentType: json }).status).toBe(status);
  expect(headOf({ ...answer, contentType: json, data: null }).status).toBe(200);
});
