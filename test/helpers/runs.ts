import { afterEach } from '@jest/globals';
import fc from 'fast-check';

/** `PROPERTY_RUNS_FACTOR=10 npm test -- …` checks properties with ten times as many examples. */
const factor = Number(process.env.PROPERTY_RUNS_FACTOR ?? 1);

/** Milliseconds that a test with properties may take: a bound for what hangs. What ends it is the number of examples. */
export const RUNS_TIMEOUT = 60_000 * factor;

let testsEnded = 0;
afterEach(() => {
  testsEnded += 1;
});

/**
 * Checks a property with a number of random examples. Stops when the test that began it has ended, so that a test that runs
 * into its timeout does not disturb those after it.
 * @throws what `fc.assert` throws: an Error with the smallest example that fails.
 */
export async function checkProperty<T>(property: fc.IAsyncPropertyWithHooks<T>, count: number): Promise<void> {
  const begunAt = testsEnded;
  const stopping = property.beforeEach(async (before) => {
    if (testsEnded > begunAt) throw new Error('The test has ended.');
    await before();
  });
  await fc.assert(stopping, { numRuns: count * factor });
}
