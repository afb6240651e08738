import type { AdmissionClock } from '../../src/upstream/admission/clock.ts';
import type { RetryClock } from '../../src/upstream/retry.ts';

/** A clock that does not wait and records how long it would have. */
export function instantClock(random = 0): RetryClock & { readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

/** A clock that stands still until it is told to go on; then it runs what is due. */
export function manualClock(): AdmissionClock & { readonly advance: (ms: number) => void } {
  let [now, timers] = [0, [] as { readonly at: number; readonly act: () => void }[]];
  return {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      now += ms;
      for (const { at, act } of [...timers]) if (at <= now) act();
    },
  };
}
