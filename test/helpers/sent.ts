import { expect } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import type { TestGateway } from './gateway.ts';

/** The body of the only write that upstream got. */
export function sentTo(gateway: TestGateway): JsonObject {
  const bodies = gateway.backend.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ body }) => body as JsonObject);
  expect(bodies).toHaveLength(1);
  return bodies[0] ?? {};
}
