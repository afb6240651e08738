import { afterEach, beforeEach } from '@jest/globals';
import { type Cache, type CacheSettings, createCache } from '../../../src/cache/cache.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import {
  apiKey,
  callOf,
  FakeUpstream,
  SECRET,
  scopeOf,
  shownBy,
  UPSTREAM_TIMEOUT_MS,
} from '../support/fake-upstream.ts';
import { TIMES } from '../support/gateways.ts';

/** A caller. */
export const alice = apiKey('alice');

/** For reads that Redis must answer, however busy the machine is. */
export const PATIENT = { commandTimeoutMs: 10_000, requestBudgetMs: 10_000 };

/** Made anew for each test of the file that imports this. */
export let upstream: FakeUpstream;

/** Stopped after each test. */
export const open: { stop(): Promise<void> }[] = [];

beforeEach(() => {
  upstream = new FakeUpstream();
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

/** Ends with the test. */
export function closing<T extends { stop(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}

/** A cache as one process has it. */
export interface Process {
  readonly cache: Cache;
  readonly source: IntegrationSource;
}

/** A process with the default limits, and without a memory of its own unless asked: what it answers, Redis answered. */
export async function startProcess(url: string, overrides: Partial<CacheSettings> = {}): Promise<Process> {
  const cache = closing(
    createCache({
      ...TIMES,
      memoryTtlMs: 0,
      memoryMaxBytes: 10e6,
      commandTimeoutMs: 50,
      requestBudgetMs: 100,
      upstreamTimeoutMs: UPSTREAM_TIMEOUT_MS,
      scope: scopeOf,
      redis: { secret: SECRET, url },
      ...overrides,
    }),
  );
  await cache.start();
  return { cache, source: cache.wrap(upstream.source()) };
}

/** One read. */
export async function read({ source }: Process) {
  const startedMs = performance.now();
  const list = await source.list(callOf(alice));
  return { shown: shownBy(list), status: list.cache.status, tookMs: performance.now() - startedMs };
}
