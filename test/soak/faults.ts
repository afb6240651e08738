import type { Fault } from '../../src/novu-double/faults/faults.ts';
import type { Random } from './random.ts';

/**
 * - `errors`: refused before anything has run.
 * - `lost`: a write has run, and its answer is lost.
 * - `timeouts`: no answer, before or after the request has run, or a late one.
 * - `limits`: 429.
 * - `late`: creates that run after the gateway has stopped waiting.
 * - `outage`: every call fails.
 */
export const FAULTS = ['errors', 'lost', 'timeouts', 'limits', 'late', 'outage'] as const;
export type UpstreamFaults = (typeof FAULTS)[number] | 'none';

/** Beyond the deadline that the soak gives its gateways. */
const LATE_MS = 6_500;
/** In a phase, of the calls of a tenth of a second. */
const AT_ONCE = 3;

const WRITES = ['POST', 'PUT', 'DELETE'] as const;

/** The next faults of a phase. Each hits one call, but for an outage. */
export function faultsOf(phase: UpstreamFaults, random: Random): Fault[] {
  if (phase === 'none') return [];
  if (phase === 'outage') return [random.pick<Fault>([{ kind: 'status', status: 502 }, { kind: 'reset' }])];
  return Array.from({ length: AT_ONCE }, () => ({ ...faultOf(phase, random), times: 1 }));
}

function faultOf(phase: Exclude<UpstreamFaults, 'none' | 'outage'>, random: Random): Fault {
  switch (phase) {
    case 'errors':
      return random.pick<Fault>([
        { kind: 'status', status: random.pick([500, 502, 503, 504] as const) },
        { kind: 'reset' },
        { kind: 'html', when: 'before' },
      ]);
    case 'lost':
      // 503 is left out: it says that nothing has run.
      return {
        method: random.pick(WRITES),
        ...random.pick<Fault>([
          { kind: 'reset', when: 'after' },
          { kind: 'status', status: random.pick([500, 502, 504] as const), when: 'after' },
          { kind: 'halfBody' },
          { kind: 'invalidJson' },
          { kind: 'html' },
          { kind: 'hang', when: 'after' },
        ]),
      };
    case 'timeouts':
      return random.pick<Fault>([
        { kind: 'hang', when: random.pick(['before', 'after'] as const) },
        { kind: 'latency', ms: random.between(300, 1_200), when: random.pick(['before', 'after'] as const) },
      ]);
    case 'limits':
      return { kind: 'tooManyRequests', retryAfterSeconds: 1 };
    case 'late':
      // Creates alone: a change that runs so late replaces what others have changed since, which no gateway can prevent.
      return { method: 'POST', route: '/v1/integrations', kind: 'latency', ms: LATE_MS };
  }
}
