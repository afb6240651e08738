/** `FAST_PATH_RUNS=10 npm test -- …` compares the fast path with the pipeline over ten times as many operations. */
const factor = Number(process.env.FAST_PATH_RUNS ?? 1);

/** How many generated operations such a test runs. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * factor };
}

/** Milliseconds that such a test may take. */
export const RUNS_TIMEOUT = 90_000 * factor;
