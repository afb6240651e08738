import fc from 'fast-check';
import type { Verdict } from './model.ts';
import { type Action, type Config, type Parts, Simulation } from './simulation.ts';

const gateway = fc.nat({ max: 2 });
/** Mostly one caller: what is to interfere must meet. */
const caller = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.constant(1), fc.constant(2));
/** Often to the end, else stopped at any point. */
const turns = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.constant(60));
const LOST = ['generation', 'writing', 'entries', 'leases', 'organizations'] as const;
const TICKS = [20, 60, 300, 600, 1_100, 6_600, 11_000] as const;

const STEPS = ['runs', 'refused', 'lost', 'void', 'late'] as const;
const steps = fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 3 });

function weighted<T>(weight: number, arbitrary: fc.Arbitrary<T>) {
  return { weight, arbitrary };
}

/** What a program is made of. `OPERATIONS`: hardly more than operations of several writes and what reads them, for one caller. */
export type Mix = 'ALL' | 'OPERATIONS';

function actionsOf(mix: Mix): fc.Arbitrary<Action> {
  const all = mix === 'ALL' ? 1 : 0;
  const who = mix === 'ALL' ? caller : fc.constant(0);
  return fc.oneof(
    weighted(12, fc.record({ kind: fc.constant('read' as const), gateway, caller: who, turns })),
    weighted(8 * all, fc.record({ kind: fc.constant('write' as const), gateway, caller: who, turns })),
    weighted(3 * all, fc.record({ kind: fc.constant('refused' as const), gateway, caller: who, turns })),
    weighted(
      mix === 'ALL' ? 4 : 8,
      fc.record({ kind: fc.constant('operation' as const), gateway, caller: who, turns, steps }),
    ),
    weighted(12, fc.record({ kind: fc.constant('advance' as const), pick: fc.nat({ max: 5 }), turns })),
    weighted(2, fc.constant({ kind: 'drain' as const })),
    weighted(3, fc.record({ kind: fc.constant('tick' as const), ms: fc.constantFrom(...TICKS) })),
    weighted(2 * all, fc.record({ kind: fc.constant('crash' as const), gateway })),
    weighted(all, fc.record({ kind: fc.constantFrom('cut' as const, 'deafen' as const), gateway })),
    weighted(all, fc.record({ kind: fc.constant('mend' as const), gateway })),
    weighted(all, fc.record({ kind: fc.constant('lose' as const), what: fc.constantFrom(...LOST) })),
    weighted(1, fc.record({ kind: fc.constant('upstream' as const), works: fc.boolean() })),
  );
}

const configs: fc.Arbitrary<Config> = fc.record({
  gateways: fc.integer({ min: 2, max: 3 }),
  memoryTtlMs: fc.constantFrom(0, 500),
});

async function run(config: Config, program: readonly Action[], parts: Parts): Promise<Verdict> {
  const simulation = new Simulation(config, parts);
  for (const action of program) await simulation.act(action);
  return simulation.finish();
}

/** A program of which an answer was not as promised. Any other error is the simulation's own. */
export class ProtocolBroken extends Error {
  override readonly name = 'ProtocolBroken';
}

/** Random programs never break what is promised. @throws ProtocolBroken */
export function property(parts: Parts = {}, mix: Mix = 'ALL') {
  return fc.asyncProperty(
    configs,
    fc.array(actionsOf(mix), { minLength: 10, maxLength: 60 }),
    async (config, program) => {
      const verdict = await run(config, program, parts);
      if (verdict !== null) throw new ProtocolBroken(verdict);
    },
  );
}
