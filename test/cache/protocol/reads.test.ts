import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { UpstreamUnavailableError } from '../../../src/model/errors.ts';
import type { Call, IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, callOf, FakeUpstream, shownBy } from '../support/fake-upstream.ts';
import { changed, gateway, TIMES } from '../support/gateways.ts';

const alice = apiKey('alice');
const bob = apiKey('bob');
let upstream: FakeUpstream;
let clock: ManualClock;
let source: IntegrationSource;

beforeEach(() => {
  upstream = new FakeUpstream();
  ({ clock, source } = gateway(upstream));
});

/** One read, and what was kept of it. */
async function read(from: IntegrationSource, caller = alice, options = {}) {
  const list = await from.list(callOf(caller), options);
  await settle();
  return { shown: shownBy(list), ...list.cache };
}

describe('what a read answers', () => {
  test('is upstream’s list first, and the kept one then', async () => {
    expect(await read(source)).toEqual({ shown: 'ApiKey alice/v0', status: 'MISS', ageSeconds: 0, generation: null });
    const hit = await read(source);
    expect(hit).toEqual({
      shown: 'ApiKey alice/v0',
      status: 'HIT',
      ageSeconds: 0,
      generation: expect.stringMatching(/^\d+$/),
    });
    await clock.advance(3_500);
    expect(await read(source)).toEqual({ ...hit, ageSeconds: 3 });
    expect(upstream.calls).toEqual(['list']);
  });

  test('is the same array for as long as the list is the same, also when it was looked up in the store anew', async () => {
    upstream.size = 5;
    await read(source);
    const first = await source.list(callOf(alice));
    await clock.advance(TIMES.memoryTtlMs + 1);
    expect((await source.list(callOf(alice))).integrations).toBe(first.integrations);
    expect(first.integrations).toEqual((await upstream.source().list(callOf(alice))).integrations);
  });

  test('is no other caller’s', async () => {
    await read(source);
    expect((await read(source, bob)).shown).toBe('ApiKey bob/v0');
    expect((await read(source, { ...alice, environmentId: 'other' })).status).toBe('MISS');
    expect((await read(source, bob)).shown).toBe('ApiKey bob/v0');
    expect((await read(source)).shown).toBe('ApiKey alice/v0');
  });

  test('is kept where it is empty; the organization is then asked for once', async () => {
    upstream.empty.add(alice.authorization);
    await read(source);
    expect((await read(source)).status).toBe('HIT');
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    await read(source);
    expect(upstream.calls).toEqual(['list', 'me', 'list']);
  });

  test('comes from the process alone for as long as its memory may serve', async () => {
    await read(source);
    await read(source);
    let looks = 0;
    const store = new MemoryStore(clock, 1e6);
    const countedRead = (...args: Parameters<CacheStore['read']>) => {
      looks += 1;
      return store.read(...args);
    };
    const counted = changed<CacheStore>(store, { read: countedRead });
    const counting = gateway(upstream, {}, counted, clock);
    await read(counting.source);
    await read(counting.source);
    const before = looks;
    for (let left = 10; left > 0; left -= 1) await read(counting.source);
    expect(looks).toBe(before);
    await clock.advance(TIMES.memoryTtlMs + 1);
    await read(counting.source);
    expect(looks).toBe(before + 1);
  });

  test('is of another organization as soon as the list is', async () => {
    await read(source);
    upstream.organizations.set(alice.authorization, 'moved');
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    expect(await read(source)).toMatchObject({ status: 'MISS' });
    await read(source);
    expect(await read(source)).toMatchObject({ status: 'HIT' });
    expect(upstream.count('list')).toBe(3);
  });
});

test.each([['org}evil'], [''], ['x'.repeat(65)]])(
  'a list of the organization "%s", which cannot be part of a key, is shown and not kept',
  async (organization) => {
    upstream.organizations.set(alice.authorization, organization);
    for (let left = 2; left > 0; left -= 1) expect((await read(source)).status).toBe('MISS');
  },
);

test('a miss tells the generation of the organization, once that is known', async () => {
  await read(source);
  await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
  expect(await read(source)).toMatchObject({ status: 'MISS', generation: expect.stringMatching(/^\d+$/) });
});

test('a list that mixes organizations is shown, and kept nowhere', async () => {
  const original = upstream.source();
  const list = async (call: Call) => {
    const { integrations, cache } = await original.list(call);
    return {
      integrations: [...integrations, ...integrations.map((one) => ({ ...one, organizationId: 'other' }))],
      cache,
    };
  };
  const mixed = gateway(Object.assign(upstream, { source: () => changed(original, { list }) }));
  for (let left = 3; left > 0; left -= 1) expect(await read(mixed.source)).toMatchObject({ status: 'MISS' });
});

test('upstream is asked once only for an organization that it does not tell', async () => {
  upstream.empty.add(alice.authorization);
  upstream.before = (kind) => {
    if (kind === 'me') throw new UpstreamUnavailableError('down');
  };
  for (let left = 3; left > 0; left -= 1) expect(await read(source)).toMatchObject({ status: 'MISS' });
  expect(upstream.count('me')).toBe(1);
});
