import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MUTANTS } from '../support/mutants.ts';
import { property } from '../support/programs.ts';

/** How many interleavings, and from which seed; a random one by default. */
const RUNS = Number(process.env.CACHE_PROPERTY_RUNS ?? 2_000);
const SEED = process.env.CACHE_PROPERTY_SEED;

test(`no interleaving of gateways over one store breaks the cache protocol (${RUNS} runs)`, async () => {
  await fc.assert(property(), { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) });
}, 600_000);

const RUNS_OF_A_PROOF = 1_000;

/** The seed that shows it, and what it shows. */
const PROOFS: Record<keyof typeof MUTANTS, { seed: number; shows: string }> = {
  'without the first increment': { seed: 4, shows: 'what a write replaced came to life again' },
  'without the second increment': { seed: 2, shows: 'a process did not read its own acknowledged write' },
  'without the condition of a fill': { seed: 2, shows: 'a process did not read its own acknowledged write' },
  'without the generation in the flight key': { seed: 5, shows: 'an acknowledged write was not read' },
  'with a generation that begins at 0 again': { seed: 4, shows: 'what a write replaced came to life again' },
  'with leases that are not released': { seed: 1, shows: 'a read waits for a lease that nobody holds' },
  'without the fence for those whose organization is not known': {
    seed: 1,
    shows: 'a process did not read its own acknowledged write',
  },
};

describe('the property fails for the protocol', () => {
  test.each(Object.entries(MUTANTS))('%s', async (name, parts) => {
    const { seed, shows } = PROOFS[name as keyof typeof MUTANTS];
    const outcome = await fc.check(property(parts), { seed, numRuns: RUNS_OF_A_PROOF, endOnFailure: true });
    expect(outcome.errorInstance).toEqual(new Error(shows));
  });
});
