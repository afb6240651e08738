/** The clock of the admission. Tests supply their own. */
export interface AdmissionClock {
  /** Milliseconds that only go up. */
  readonly now: () => number;
  /** Runs `act` after `ms` milliseconds. Returns the function that cancels it. */
  readonly after: (ms: number, act: () => void) => () => void;
}

export const systemAdmissionClock: AdmissionClock = {
  now: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
