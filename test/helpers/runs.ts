import { afterEach } from '@jest/globals';
import fc from 'fast-check';

/** `PROPERTY_RUNS_FACTOR=10 npm test -- …` checks properties with ten times as many examples. */
const factor = Number(process.env.PROPERTY_RUNS_FACTOR ?? 1);

/** Milliseconds. A bound for what hangs: on a busy machine everything takes ten times as long. The count ends such a test. */
export const RUNS_TIMEOUT = 600_000 * factor;

let testsEnded = 0;
let running: Promise<unknown> = Promise.resolve();

// A test that runs into its timeout leaves its loop behind: the next test begins when that has ended.
afterEach(async () => {
  testsEnded += 1;
  await running;
});

/**
 * Checks a property with a number of random examples. Stops with the test that began it.
 * @throws what `fc.assert` throws: an Error with the smallest example that fails.
 */
export async function checkProperty<T>(property: fc.IAsyncPropertyWithHooks<T>, count: number): Promise<void> {
  const begunAt = testsEnded;
  const stopping = property.beforeEach(async (before) => {
    if (testsEnded > begunAt) throw new Error('The test has ended.');
    await before();
  });
  const checked = fc.assert(stopping, { numRuns: count * factor });
  running = checked.catch(() => undefined);
  await checked;
}
