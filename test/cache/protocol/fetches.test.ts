import { beforeEach, describe, expect, test } from '@jest/globals';
import { UpstreamUnavailableError } from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, callOf, FakeUpstream, session, shownBy } from '../support/fake-upstream.ts';
import { gated } from '../support/gated.ts';
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

describe('fresh', () => {
  test('reads past what is kept, and keeps what it read', async () => {
    await read(source);
    await read(source);
    upstream.change();
    expect(await read(source, alice, { fresh: true })).toMatchObject({ shown: 'ApiKey alice/v1', status: 'BYPASS' });
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'HIT' });
    expect(upstream.count('list')).toBe(2);
  });

  test('does not join a fetch that began before it', async () => {
    const gate = gated(upstream, 'list');
    const slow = source.list(callOf(alice));
    await settle();
    const fresh = source.list(callOf(alice), { fresh: true });
    await settle();
    await settle();
    expect(gate.waiting).toBe(2);
    gate.open();
    await Promise.all([slow, fresh]);
  });

  test('shares a call with those that ask before it is sent, and with none that asks later or is another caller', async () => {
    await Promise.all([read(source), read(source, bob)]);
    const gate = gated(upstream, 'list');
    const together = [alice, alice, bob].map((caller) => source.list(callOf(caller), { fresh: true }));
    await settle();
    await settle();
    expect(gate.waiting).toBe(2);
    const later = source.list(callOf(alice), { fresh: true });
    await settle();
    await settle();
    expect(gate.waiting).toBe(3);
    gate.open();
    const [one, same, other] = await Promise.all(together);
    expect(same?.integrations).toBe(one?.integrations);
    expect([one, await later].map((list) => list && shownBy(list))).toEqual(['ApiKey alice/v0', 'ApiKey alice/v0']);
    expect(other && shownBy(other)).toBe('ApiKey bob/v0');
  });

  test('a reader that leaves takes the call from none that shares it', async () => {
    await read(source);
    const leaving = new AbortController();
    const left = source.list({ ...callOf(alice), signal: leaving.signal }, { fresh: true });
    const stays = source.list(callOf(alice), { fresh: true });
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(shownBy(await stays)).toBe('ApiKey alice/v0');
  });
});

describe('secrets', () => {
  const admin = session('admin');

  test('come from upstream each time, and nothing of them is kept', async () => {
    const list = await source.list(callOf(admin), { secrets: true });
    expect(list.integrations[0]?.secrets?.credentials).toEqual({ apiKey: 'SECRET' });
    expect(list.cache).toEqual({ status: 'BYPASS', ageSeconds: 0, generation: null });
    await source.list(callOf(admin), { secrets: true });
    expect(upstream.count('list')).toBe(2);
    await read(source, admin);
    const kept = await source.list(callOf(admin));
    expect(kept.cache.status).toBe('HIT');
    expect(JSON.stringify(kept)).not.toContain('SECRET');
  });

  test('are fetched once for the reads of one caller that wait at the same moment, and again for the next', async () => {
    const gate = gated(upstream, 'list');
    const both = [1, 2].map(() => source.list(callOf(admin), { secrets: true }));
    await settle();
    expect(gate.waiting).toBe(1);
    gate.open();
    const [one, two] = await Promise.all(both);
    expect(two?.integrations).toBe(one?.integrations);
    await source.list(callOf(admin), { secrets: true });
    expect(upstream.count('list')).toBe(2);
  });

  test('are not shared with another caller, a read without secrets or one past the cache', async () => {
    const gate = gated(upstream, 'list');
    const reads = [
      source.list(callOf(admin), { secrets: true }),
      source.list(callOf(session('other')), { secrets: true }),
      source.list(callOf(admin)),
      source.list(callOf(admin), { secrets: true, fresh: true }),
    ];
    await settle();
    expect(gate.waiting).toBe(4);
    gate.open();
    const lists = await Promise.all(reads);
    expect(lists.map(({ integrations }) => integrations[0]?.secrets !== undefined)).toEqual([true, true, false, true]);
  });

  test('after a write are not those that were asked for before it', async () => {
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(admin), { secrets: true });
    await settle();
    await source.update(callOf(admin), 'a', {});
    const after = source.list(callOf(admin), { secrets: true });
    await settle();
    expect(gate.waiting).toBe(2);
    gate.open();
    await Promise.all([before, after]);
  });

  test('are ignored for a caller that may not see them', async () => {
    await read(source);
    expect(await read(source, alice, { secrets: true })).toMatchObject({ status: 'HIT' });
  });

  test('of an upstream that sends them unasked are not kept', async () => {
    const original = upstream.source();
    const careless = changed(original, { list: (call) => original.list(call, { secrets: true }) });
    const { source: over } = gateway(Object.assign(upstream, { source: () => careless }));
    await read(over);
    const kept = await over.list(callOf(alice));
    expect(kept.cache.status).toBe('HIT');
    expect(JSON.stringify(kept)).not.toContain('SECRET');
  });
});

describe('fetches in flight', () => {
  test('50 cold reads at once make one upstream call', async () => {
    const lists = await Promise.all(Array.from({ length: 50 }, () => source.list(callOf(alice))));
    expect(new Set(lists.map(shownBy))).toEqual(new Set(['ApiKey alice/v0']));
    expect(upstream.calls).toEqual(['list']);
  });

  test('a read after a write joins none that began before it', async () => {
    await read(source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    const gate = gated(upstream, 'list');
    const before = source.list(callOf(alice));
    await settle();
    await source.update(callOf(bob), 'x', {});
    const after = source.list(callOf(alice));
    await settle();
    gate.open();
    expect(shownBy(await after)).toBe('ApiKey alice/v1');
    await before;
  });

  test('a reader that leaves takes no other along; the last one aborts the fetch', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const gate = gated(upstream, 'list', (call) => signals.push(call.signal));
    const [leaver, stayer] = [new AbortController(), new AbortController()];
    const left = source.list(callOf(alice, leaver.signal));
    const stayed = source.list(callOf(alice, stayer.signal));
    await settle();
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    stayer.abort(new Error('left too'));
    await expect(stayed).rejects.toThrow('left too');
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    const next = source.list(callOf(alice));
    await settle();
    gate.open();
    expect(shownBy(await next)).toBe('ApiKey alice/v0');
    expect(upstream.count('list')).toBe(2);
  });

  test('a reader that has left already makes no call', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(source.list(callOf(alice, gone))).rejects.toThrow('gone');
    expect(upstream.calls).toEqual([]);
  });

  test('an error reaches all readers that wait, and is not kept', async () => {
    upstream.before = () => {
      throw new UpstreamUnavailableError('down');
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => source.list(callOf(alice))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(3).fill('rejected'));
    upstream.before = () => {};
    expect((await read(source)).status).toBe('MISS');
    expect(upstream.count('list')).toBe(2);
  });
});
