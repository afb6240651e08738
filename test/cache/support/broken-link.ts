import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { ManualClock } from './clock.ts';
import type { FakeUpstream } from './fake-upstream.ts';
import { changed, gateway } from './gateways.ts';

/** Two processes over one store. The commands in `broken` do not get through from the first one. */
export function overBrokenLink(upstream: FakeUpstream) {
  const broken = new Set<keyof CacheStore>();
  const clock = new ManualClock();
  const store = new MemoryStore(clock, 10e6);
  const refuse =
    <A extends unknown[], R>(name: keyof CacheStore, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (broken.has(name)) throw new Error('ECONNRESET');
      return run.apply(store, args);
    };
  const link = changed<CacheStore>(store, {
    read: refuse('read', store.read),
    fill: refuse('fill', store.fill),
    lease: refuse('lease', store.lease),
    beginWrite: refuse('beginWrite', store.beginWrite),
    endWrite: refuse('endWrite', store.endWrite),
  });
  return { broken, clock, one: gateway(upstream, {}, link, clock), other: gateway(upstream, {}, store, clock) };
}
