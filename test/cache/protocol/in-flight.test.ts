import { beforeEach, describe, expect, test } from '@jest/globals';
import { type FlightKey, InFlight, type Landing } from '../../../src/cache/protocol/in-flight.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, scopeOf } from '../support/world.ts';

const slot = { organization: 'org', scope: scopeOf(apiKey('alice')) };
const key: FlightKey = { slot, generation: 7, writes: 1 };

let clock: ManualClock;
let flights: InFlight<Landing>;
let started: { signal: AbortSignal; land(kept?: Promise<void>): void }[];

const start = (signal: AbortSignal) =>
  new Promise<Landing>((resolve) => started.push({ signal, land: (kept = Promise.resolve()) => resolve({ kept }) }));

beforeEach(() => {
  clock = new ManualClock();
  flights = new InFlight(clock, 2_000);
  started = [];
});

describe('a flight', () => {
  test.each<[string, FlightKey, number]>([
    ['the same in everything', key, 1],
    ['another caller', { ...key, slot: { ...slot, scope: scopeOf(apiKey('bob')) } }, 2],
    ['the same number of another organization', { ...key, slot: { ...slot, organization: 'other' } }, 2],
    ['another generation', { ...key, generation: 8 }, 2],
    ['no generation', { ...key, generation: null }, 2],
    ['another count of writes', { ...key, writes: 2 }, 2],
  ])('is joined by %s: %#', async (_, other, flown) => {
    const both = [flights.join(key, undefined, start), flights.join(other, undefined, start)];
    expect(started.length).toBe(flown);
    for (const flight of started) flight.land();
    await Promise.all(both);
  });

  test('without a generation is joined for as long as the process may serve by itself', async () => {
    const unfenced = { ...key, generation: null };
    const waiting = [flights.join(unfenced, undefined, start)];
    await clock.advance(1_999);
    waiting.push(flights.join(unfenced, undefined, start));
    expect(started.length).toBe(1);
    await clock.advance(1);
    waiting.push(flights.join(unfenced, undefined, start));
    expect(started.length).toBe(2);
    for (const flight of started) flight.land();
    await Promise.all(waiting);
  });

  test('that has landed is joined until its answer is kept, and not ended by those who leave', async () => {
    let kept = () => {};
    const first = flights.join(key, undefined, start);
    started[0]?.land(new Promise<void>((resolve) => (kept = resolve)));
    await first;
    await flights.join(key, undefined, start);
    expect(started.map(({ signal }) => signal.aborted)).toEqual([false]);
    kept();
    await settle();
    void flights.join(key, undefined, start);
    expect(started.length).toBe(2);
  });

  test('that nobody waits for is ended, and joined by nobody, though it does not end', async () => {
    const leaver = new AbortController();
    const left = flights.join(key, leaver.signal, start);
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(started.map(({ signal }) => signal.aborted)).toEqual([true]);
    void flights.join(key, undefined, start);
    expect(started.length).toBe(2);
  });

  test('is not begun for somebody who has left', async () => {
    await expect(flights.join(key, AbortSignal.abort(new Error('gone')), start)).rejects.toThrow('gone');
    expect(started).toEqual([]);
  });
});
