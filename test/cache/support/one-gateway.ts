import { beforeEach } from '@jest/globals';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { type ManualClock, settle } from './clock.ts';
import { apiKey, callOf, FakeUpstream, shownBy } from './fake-upstream.ts';
import { gateway } from './gateways.ts';

/** Two callers of one organization. */
export const alice = apiKey('alice');
export const bob = apiKey('bob');

/** Made anew for each test of the file that imports this: one process over a store of its own. */
export let upstream: FakeUpstream;
export let clock: ManualClock;
export let source: IntegrationSource;

beforeEach(() => {
  upstream = new FakeUpstream();
  ({ clock, source } = gateway(upstream));
});

/** One read, and what was kept of it. */
export async function read(from: IntegrationSource, caller = alice, options = {}) {
  const list = await from.list(callOf(caller), options);
  await settle();
  return { shown: shownBy(list), ...list.cache };
}
