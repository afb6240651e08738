import { describe, expect, test } from '@jest/globals';
import { sleep, systemClock } from '../../../src/cache/store/clock.ts';
import { ManualClock, settle } from '../support/clock.ts';

describe('sleep', () => {
  test('ends when its time is over, and leaves no listener', async () => {
    const clock = new ManualClock();
    const signal = new AbortController().signal;
    let listeners = 0;
    const count = (change: number, method: 'addEventListener' | 'removeEventListener') => {
      const original = signal[method].bind(signal) as (...args: unknown[]) => void;
      return (...args: unknown[]) => {
        listeners += change;
        original(...args);
      };
    };
    Object.assign(signal, {
      addEventListener: count(1, 'addEventListener'),
      removeEventListener: count(-1, 'removeEventListener'),
    });
    let over = false;
    const slept = sleep(clock, 100, signal).then(() => (over = true));
    await clock.advance(99);
    expect(over).toBe(false);
    await clock.advance(1);
    await slept;
    expect(over).toBe(true);
    expect(listeners).toBe(0);
  });

  test('ends with the reason of its signal, and leaves no timer', async () => {
    const clock = new ManualClock();
    const leaver = new AbortController();
    const slept = sleep(clock, 100, leaver.signal);
    expect(clock.waiting).toBe(1);
    leaver.abort(new Error('left'));
    await expect(slept).rejects.toThrow('left');
    expect(clock.waiting).toBe(0);
    await expect(sleep(clock, 100, leaver.signal)).rejects.toThrow('left');
    expect(clock.waiting).toBe(0);
  });
});

describe('the machine’s clock', () => {
  test('tells the time, and runs what is due', async () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000);
    const startedMs = systemClock.now();
    await new Promise<void>((resolve) => {
      // The test waits, so something must keep the process alive for as long.
      const alive = setInterval(() => {}, 1_000);
      systemClock.after(20, () => {
        clearInterval(alive);
        resolve();
      });
    });
    // Timers count in whole milliseconds.
    expect(systemClock.now() - startedMs).toBeGreaterThanOrEqual(19);
  });

  test('takes back what is due already but has not run', async () => {
    let ran = false;
    const cancel = systemClock.after(1, () => (ran = true));
    // Both are due when this turn ends, so the second one runs between the first one and what that sets off.
    const canceled = new Promise<void>((resolve) => {
      setTimeout(() => {
        cancel();
        resolve();
      }, 1);
    });
    const dueMs = performance.now() + 5;
    while (performance.now() < dueMs);
    await canceled;
    await settle();
    await settle();
    expect(ran).toBe(false);
  });
});
