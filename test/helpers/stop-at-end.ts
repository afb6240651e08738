interface Stoppable {
  stop(): Promise<unknown>;
}

const started: Stoppable[] = [];

/** Long enough for a gateway that waits for requests in progress. */
const STOP_TIMEOUT_MS = 120_000;

/*
 * Each test file loads this module anew, so these are the things of one file. Without this, a test that fails between a start
 * and its `stop` leaves a listening server behind, and Jest never exits. Elsewhere, as in the soak, there is no Jest to ask.
 */
if (process.env.JEST_WORKER_ID !== undefined) {
  const { afterAll } = await import('@jest/globals');
  afterAll(stopAll, STOP_TIMEOUT_MS);
}

/** Stops all that was started, last first. Tests need not call it. */
export async function stopAll(): Promise<void> {
  for (const one of started.splice(0).reverse()) await one.stop();
}

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
