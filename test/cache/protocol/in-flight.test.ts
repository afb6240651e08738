import { beforeEach, describe, expect, test } from '@jest/globals';
import { type FetchKey, type FetchResult, InFlight } from '../../../src/cache/protocol/in-flight.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, scopeOf } from '../support/fake-upstream.ts';

const slot = { organization: 'org', scope: scopeOf(apiKey('alice')) };
const key: FetchKey = { slot, generation: 7, writes: 1 };

let clock: ManualClock;
let inFlight: InFlight;
let started: { signal: AbortSignal; finish(offered?: Promise<void>): void }[];

const start = (signal: AbortSignal) =>
  new Promise<FetchResult>((resolve) =>
    started.push({
      signal,
      finish: (offered = Promise.resolve()) => resolve({ integrations: [], cached: null, offered }),
    }),
  );

beforeEach(() => {
  clock = new ManualClock();
  inFlight = new InFlight(clock, 2_000);
  started = [];
});

describe('a fetch', () => {
  test.each<[string, FetchKey, number]>([
    ['the same in everything', key, 1],
    ['another caller', { ...key, slot: { ...slot, scope: scopeOf(apiKey('bob')) } }, 2],
    ['the same number of another organization', { ...key, slot: { ...slot, organization: 'other' } }, 2],
    ['another generation', { ...key, generation: 8 }, 2],
    ['no generation', { ...key, generation: null }, 2],
    ['another count of writes', { ...key, writes: 2 }, 2],
  ])('is joined by %s: %#', async (_, other, fetches) => {
    const both = [inFlight.join(key, undefined, start), inFlight.join(other, undefined, start)];
    expect(started.length).toBe(fetches);
    for (const fetch of started) fetch.finish();
    await Promise.all(both);
  });

  test('without a generation is joined for as long as the process may serve by itself', async () => {
    const unfenced = { ...key, generation: null };
    const waiting = [inFlight.join(unfenced, undefined, start)];
    await clock.advance(1_999);
    waiting.push(inFlight.join(unfenced, undefined, start));
    expect(started.length).toBe(1);
    await clock.advance(1);
    waiting.push(inFlight.join(unfenced, undefined, start));
    expect(started.length).toBe(2);
    for (const fetch of started) fetch.finish();
    await Promise.all(waiting);
  });

  test('that has its answer is joined until that was offered to the store, and not aborted by readers that leave', async () => {
    let endOffer = () => {};
    const first = inFlight.join(key, undefined, start);
    started[0]?.finish(new Promise<void>((resolve) => (endOffer = resolve)));
    await first;
    await inFlight.join(key, undefined, start);
    expect(started.map(({ signal }) => signal.aborted)).toEqual([false]);
    endOffer();
    await settle();
    void inFlight.join(key, undefined, start);
    expect(started.length).toBe(2);
  });

  test('that no reader waits for is aborted, and not joined, though it does not end', async () => {
    const leaver = new AbortController();
    const left = inFlight.join(key, leaver.signal, start);
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(started.map(({ signal }) => signal.aborted)).toEqual([true]);
    void inFlight.join(key, undefined, start);
    expect(started.length).toBe(2);
  });

  test('is not begun for a reader that has left', async () => {
    await expect(inFlight.join(key, AbortSignal.abort(new Error('gone')), start)).rejects.toThrow('gone');
    expect(started).toEqual([]);
  });
});
