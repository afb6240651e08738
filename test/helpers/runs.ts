/** `SHORT_WAYS_FACTOR=10 npm test -- …` compares the short ways with the long one over ten times as many operations. */
const factor = Number(process.env.SHORT_WAYS_FACTOR ?? 1);

/** How many generated operations a test of a short way runs. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * factor };
}

/** Milliseconds that such a test may take. */
export const RUNS_TIMEOUT = 90_000 * factor;
