import { afterAll } from '@jest/globals';

interface Stoppable {
  stop(): Promise<unknown>;
}

const started: Stoppable[] = [];

/** Long enough for a gateway that waits for requests in progress. */
const STOP_TIMEOUT_MS = 120_000;

/*
 * Each test file loads this module anew, so these are the things of one file. Without this, a test that fails between a start
 * and its `stop` leaves a listening server behind, and Jest never exits.
 */
afterAll(async () => {
  for (const one of started.splice(0).reverse()) await one.stop();
}, STOP_TIMEOUT_MS);

/**
 * Makes sure that something is stopped when the tests of this file have ended, also when they fail. To be called before
 * anything else can throw. `stop` of the result is idempotent, so that tests can stop it earlier.
 */
export function stopAtEnd<T extends Stoppable>(one: T): T {
  let stopped: Promise<unknown> | null = null;
  const once = {
    ...one,
    stop: () => {
      stopped ??= one.stop();
      return stopped;
    },
  };
  started.push(once);
  return once;
}
