import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GuardedStore } from '../../../src/cache/protocol/guarded-store.ts';
import { type CacheEvent, cacheChannel } from '../../../src/telemetry/channels.ts';
import { ManualClock, settle } from '../support/clock.ts';
import { apiKey, callOf } from '../support/fake-upstream.ts';

const events: CacheEvent[] = [];
const listen = (event: unknown) => void events.push(event as CacheEvent);

let clock: ManualClock;
let store: GuardedStore<null>;

beforeEach(() => {
  events.length = 0;
  cacheChannel.subscribe(listen);
  clock = new ManualClock();
  store = new GuardedStore(null, { clock, commandTimeoutMs: 50, requestBudgetMs: 100 });
});
afterEach(() => {
  cacheChannel.unsubscribe(listen);
});

const never = () => new Promise<never>(() => {});
const refuse = () => Promise.reject(new Error('ECONNRESET'));

/** An answer that takes so long. */
function slow(ms: number): () => Promise<string> {
  return () => new Promise((resolve) => void clock.after(ms, () => resolve('late but there')));
}

/** Lets commands fail until no more are sent. */
async function break_(): Promise<void> {
  for (let left = 5; left > 0; left -= 1) await store.send(null, 'x', refuse);
}

describe('a command', () => {
  test('has its answer, and one event', async () => {
    expect(await store.send(null, 'read', async () => 'answer')).toBe('answer');
    expect(events).toEqual([{ command: 'read', outcome: 'ok', durationMs: 0, fault: null }]);
    expect(clock.waiting).toBe(0);
  });

  test('that takes too long has none, and nothing is left of it', async () => {
    const answer = store.send(null, 'read', slow(200));
    await clock.advance(49);
    expect(events).toEqual([]);
    await clock.advance(1);
    expect(await answer).toBeUndefined();
    expect(events).toEqual([{ command: 'read', outcome: 'timeout', durationMs: 50, fault: 'DeadlineError' }]);
    await clock.advance(1_000);
    expect(clock.waiting).toBe(0);
  });

  test.each([
    ['an error with a code', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    ['an error of a name', new TypeError('key igw:v1:{secret}'), 'TypeError'],
    ['a reply', Object.assign(new Error('OOM command not allowed for key igw'), { name: 'ReplyError' }), 'OOM'],
    ['something else', 'igw:v1', 'Unknown'],
  ])('that fails with %s has none, and the event tells no key', async (_, error, fault) => {
    expect(await store.send(null, 'read', () => Promise.reject(error))).toBeUndefined();
    expect(events).toEqual([{ command: 'read', outcome: 'error', durationMs: 0, fault }]);
  });

  test('that rejects after it was given up disturbs no other', async () => {
    const answer = store.send(
      null,
      'x',
      () => new Promise((_, reject) => void clock.after(80, () => reject(new Error('late')))),
    );
    await clock.advance(100);
    expect(await answer).toBeUndefined();
    await settle();
  });
});

describe('the budget of a request', () => {
  test('bounds all its commands together, and no other request’s', async () => {
    const call = callOf(apiKey('a'));
    const first = store.send(call, 'one', slow(45));
    await clock.advance(45);
    expect(await first).toBe('late but there');
    const second = store.send(call, 'two', slow(45));
    await clock.advance(45);
    expect(await second).toBe('late but there');
    const third = store.send(call, 'three', slow(45));
    await clock.advance(10);
    expect(await third).toBeUndefined();
    expect(await store.send(call, 'four', async () => 'answer')).toBeUndefined();
    expect(events.at(-1)).toEqual({ command: 'four', outcome: 'skipped', durationMs: 0, fault: 'BudgetSpent' });
    expect(await store.send(callOf(apiKey('a')), 'other', async () => 'answer')).toBe('answer');
    expect(await store.send(null, 'without a request', async () => 'answer')).toBe('answer');
  });
});

describe('the breaker', () => {
  test('opens after five failures in a row, and sends nothing then', async () => {
    for (let left = 4; left > 0; left -= 1) await store.send(null, 'x', refuse);
    expect(store.healthy).toBe(true);
    await store.send(null, 'x', refuse);
    expect(store.healthy).toBe(false);
    expect(await store.send(null, 'x', async () => 'answer')).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ outcome: 'skipped', fault: 'BreakerOpen' });
  });

  test('counts only failures in a row', async () => {
    for (let left = 20; left > 0; left -= 1) {
      await store.send(null, 'x', refuse);
      await store.send(null, 'x', async () => 'answer');
    }
    expect(store.healthy).toBe(true);
  });

  test('does not open for a server that answers, be it by errors', async () => {
    const error = Object.assign(new Error('READONLY You can’t write'), { name: 'ReplyError' });
    for (let left = 20; left > 0; left -= 1) await store.send(null, 'x', () => Promise.reject(error));
    expect(store.healthy).toBe(true);
  });

  test('tries with one command at a time, and closes when that has an answer', async () => {
    await break_();
    await clock.advance(499);
    expect(await store.send(null, 'x', async () => 'answer')).toBeUndefined();
    await clock.advance(1);
    const probe = store.send(null, 'probe', slow(10));
    expect(await store.send(null, 'x', async () => 'answer')).toBeUndefined();
    await clock.advance(10);
    expect(await probe).toBe('late but there');
    expect(store.healthy).toBe(true);
    expect(await store.send(null, 'x', async () => 'answer')).toBe('answer');
  });

  test('stays open for another while when the try fails', async () => {
    await break_();
    await clock.advance(500);
    const probe = store.send(null, 'probe', never);
    await clock.advance(50);
    expect(await probe).toBeUndefined();
    expect(await store.send(null, 'x', async () => 'answer')).toBeUndefined();
    await clock.advance(500);
    expect(await store.send(null, 'x', async () => 'answer')).toBe('answer');
  });
});
