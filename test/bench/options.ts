import { parseArgs } from 'node:util';
import type { Query } from './documents.ts';
import type { State } from './requests.ts';

export interface Options {
  /** Nothing was left out: what the README shows. */
  readonly full: boolean;
  readonly quick: boolean;
  /** Groups or ids of peers; null: all. */
  readonly only: readonly string[] | null;
  readonly queries: readonly Query[];
  readonly states: readonly State[] | null;
  readonly latencies: readonly number[];
  readonly seconds: number;
  readonly rounds: number;
  readonly against: string | null;
  readonly growth: boolean;
}

export const USAGE = `npm run bench -- [options]
  --quick                Q2 and Q3, warm and repeated: this gateway, Mercurius with its cache, the bare server
  --only <peer,…>        these peers: this, bare, proxy, mercurius, yoga, apollo, hive, tailcall, or one variant (yoga+cache)
  --queries <Q1,…>       these of Q1 to Q6
  --states <state,…>     these of cold, first (new callers, with cold), organization (new organizations, with cold), warm, repeated, write
  --latencies <ms,…>     latency of the REST API; 0,20 if left out
  --seconds <n>          of load in each round; 2 if left out
  --rounds <n>           3 if left out
  --growth               the rows on the cost of growth too (part of the full run)
  --against <revision>   this working tree against another revision of this project, and the bare server`;

const QUERIES: readonly Query[] = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'];
const STATES: readonly State[] = ['cold', 'first', 'organization', 'warm', 'repeated', 'write'];

/** @throws Error that says what is wrong. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      queries: { type: 'string' },
      states: { type: 'string' },
      latencies: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      against: { type: 'string' },
      growth: { type: 'boolean' },
    },
  });
  const { quick, against = null } = values;
  const short = quick || against !== null;
  const states: State[] = ['warm', 'repeated'];
  return {
    full: argv.length === 0,
    quick,
    against,
    only: values.only?.split(',') ?? (quick ? ['this', 'mercurius+cache', 'bare'] : null),
    queries: subset(values.queries, QUERIES) ?? (quick ? ['Q2', 'Q3'] : QUERIES),
    states: subset(values.states, STATES) ?? (quick ? states : null),
    latencies: values.latencies?.split(',').map((text) => number(text, 0)) ?? (short ? [0] : [0, 20]),
    seconds: number(values.seconds ?? '2', 0.1),
    rounds: number(values.rounds ?? '3', 1),
    growth: values.growth ?? argv.length === 0,
  };
}

function subset<T extends string>(text: string | undefined, known: readonly T[]): readonly T[] | null {
  if (text === undefined) return null;
  return text.split(',').map((part) => {
    const found = known.find((each) => each === part);
    if (found === undefined) throw new Error(`There is no ${part}, only ${known.join(', ')}`);
    return found;
  });
}

function number(text: string, least: number): number {
  const value = Number(text);
  if (!(value >= least)) throw new Error(`${text} is not a number of at least ${least}`);
  return value;
}
