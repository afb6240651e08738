import type { Query } from './documents.ts';
import type { State } from './requests.ts';
import type { Row } from './rounds.ts';
import { LONG, type Scales } from './scales.ts';
import { brief } from './stats.ts';

export interface Goal {
  readonly name: string;
  readonly wanted: string;
  readonly reached: string;
  /** The same ratio of CPU time per request, which says more than throughput does where others use the machine as well. */
  readonly byCpu?: string;
  /** Null: not measured in this run. */
  readonly met: boolean | null;
}

/** Peers with a cache, without the ones that only show a limit. */
const WITH_CACHE_IN_JAVASCRIPT = ['mercurius+cache', 'yoga+cache', 'apollo+cache', 'hive+cache'];
const WITH_CACHE = [...WITH_CACHE_IN_JAVASCRIPT, 'tailcall+cache'];
const IN_JAVASCRIPT = ['mercurius', 'yoga', 'apollo', 'hive'];
const TAILCALL = ['tailcall'];
const WITHOUT_CACHE = [...IN_JAVASCRIPT, ...TAILCALL];
const ALL_IN_JAVASCRIPT = [...IN_JAVASCRIPT, ...WITH_CACHE_IN_JAVASCRIPT];

/** What this project wants to reach, as ratios within one run, at upstream latency 0. */
export function goals(rows: readonly Row[], residentMiB: number, scales: Scales | null): Goal[] {
  const { ratio, rivals, own } = over(rows);
  const result = [
    ratio('Q1 repeated / bare server', 0.8, 'Q1', 'repeated', ['bare']),
    ratio('Q2 repeated / bare server', 0.8, 'Q2', 'repeated', ['bare']),
    ratio('Q3 repeated / bare server', 0.8, 'Q3', 'repeated', ['bare']),
    ratio('Q2 repeated / fastest peer with its cache', 5, 'Q2', 'repeated', WITH_CACHE),
    ratio('Q2 repeated / fastest peer in JavaScript with its cache', 5, 'Q2', 'repeated', WITH_CACHE_IN_JAVASCRIPT),
    ratio('Q3 repeated / fastest peer with its cache', 3, 'Q3', 'repeated', WITH_CACHE),
    ratio('Q2 warm / Mercurius with JIT over warm data', 1.5, 'Q2', 'warm', ['mercurius-memory']),
    ratio('Q5 warm / Mercurius with JIT over warm data', 1, 'Q5', 'warm', ['mercurius-memory']),
    ratio('Q5 warm / Apollo Server written the usual way', 2, 'Q5', 'warm', ['apollo', 'apollo+cache']),
    ratio('Q2 cold / fastest peer in JavaScript', 1.5, 'Q2', 'cold', IN_JAVASCRIPT),
    ratio('Q2 cold / Tailcall', 1, 'Q2', 'cold', TAILCALL),
    ratio('Q3 cold / fastest peer', 2, 'Q3', 'cold', [...IN_JAVASCRIPT, ...TAILCALL]),
    ratio('Q4 / fastest peer in JavaScript (none keeps secrets: cold)', 1.5, 'Q4', 'cold', IN_JAVASCRIPT),
    ratio('Q2, each request of a new caller / fastest peer', 2, 'Q2', 'first', WITHOUT_CACHE, 'cold'),
    ratio('Q2, each request of a new organization / fastest peer', 1, 'Q2', 'organization', WITHOUT_CACHE, 'cold'),
    ratio('Q4, each request of a new session / fastest peer', 1.5, 'Q4', 'first', WITHOUT_CACHE, 'cold'),
    ratio('Q6, create and read back / fastest peer in JavaScript', 1, 'Q6', 'write', ALL_IN_JAVASCRIPT),
    ratio(
      'Q2 warm, Redis alone / Mercurius with its cache in memory',
      1,
      'Q2',
      'warm',
      ['mercurius+cache'],
      'warm',
      'this-redis',
    ),
  ];
  const cold = own('Q3', 'cold');
  const calls = cold?.upstreamCallsPerRequest ?? Number.NaN;
  result.push({
    name: 'Q3 cold, upstream calls a request',
    wanted: '≤ 1',
    reached: brief(calls),
    met: cold ? calls <= 1.001 : null,
  });
  for (const query of ['Q2', 'Q3', 'Q4', 'Q6'] as const) {
    for (const state of ['cold', 'warm', 'repeated', 'write'] as const) {
      const mine = own(query, state)?.p99Ms;
      const among = rivals(query, state).filter(({ peer }) => query !== 'Q6' || ALL_IN_JAVASCRIPT.includes(peer));
      const theirs = among.sort((a, b) => a.p99Ms.median - b.p99Ms.median)[0];
      if (!mine || !theirs || (query === 'Q4' && state !== 'cold')) continue;
      result.push({
        name: `p99 of ${query} ${state} (fastest peer: ${theirs.label})`,
        wanted: `≤ ${brief(theirs.p99Ms.median)} ms, or spreads that overlap`,
        reached: `${brief(mine.median)} ms`,
        met: mine.median <= theirs.p99Ms.median || mine.min <= theirs.p99Ms.max,
      });
    }
  }
  const measured = Number.isFinite(residentMiB);
  result.push({
    name: 'RSS after the run',
    wanted: '≤ 200 MiB',
    reached: `${brief(residentMiB)} MiB`,
    met: measured ? residentMiB <= 200 : null,
  });
  return [...result, ...growth(rows), ...(scales ? scaleGoals(scales) : [])].filter(({ met }) => met !== null);
}

/** What grows with callers, and what long lists hold up. */
function scaleGoals({ heapMiB, longestTurnMs }: Scales): Goal[] {
  const [callers, mebibytes] = heapMiB.at(-1) ?? [0, Number.NaN];
  return [
    {
      name: `Heap of ${callers.toLocaleString('en-US')} callers above one, 100 organizations of 200 integrations`,
      wanted: '≤ 20 MiB',
      reached: `${brief(mebibytes)} MiB`,
      met: mebibytes <= 20,
    },
    {
      name: `What ${LONG.lists} cold reads at once of ${LONG.rows.toLocaleString('en-US')} integrations hold up, in CPU time`,
      wanted: '≤ 200 ms',
      reached: `${brief(longestTurnMs)} ms`,
      met: longestTurnMs <= 200,
    },
  ];
}

/** Time per request at many integrations as at few. */
function growth(rows: readonly Row[]): Goal[] {
  return (['Q1', 'Q5', 'page'] as const).map((query) => {
    const at = (peer: string) =>
      rows.find((row) => row.peer === peer && row.query === query && valid(row))?.requestsPerSecond.median ??
      Number.NaN;
    const ratio = at('this-few') / at('this-many');
    return {
      name: `Time per request of ${query === 'page' ? 'Q2 by page of 50' : query}, 5,000 integrations / 200`,
      wanted: '0.8 to 1.2',
      reached: brief(ratio),
      met: Number.isFinite(ratio) ? ratio >= 0.8 && ratio <= 1.2 : null,
    };
  });
}

function over(rows: readonly Row[]) {
  const at = (query: Query, state: State) =>
    rows.filter((row) => row.query === query && row.state === state && row.latencyMs === 0 && valid(row));
  const own = (query: Query, state: State) => at(query, state).find(({ peer }) => peer === (OWN[state] ?? 'this'));
  const rivals = (query: Query, state: State) =>
    at(query, state).filter(({ peer }) => [...WITH_CACHE, ...IN_JAVASCRIPT, ...TAILCALL].includes(peer));
  const ratio = (
    name: string,
    least: number,
    query: Query,
    state: State,
    peers: readonly string[],
    theirState: State = state,
    id: string | null = null,
  ): Goal => {
    const mine = id === null ? own(query, state) : at(query, state).find(({ peer }) => peer === id);
    const theirs = at(query, theirState).filter(({ peer }) => peers.includes(peer));
    const best = theirs.sort((a, b) => b.requestsPerSecond.median - a.requestsPerSecond.median)[0];
    const over = (value: (row: Row) => number) => (mine && best ? value(mine) / value(best) : Number.NaN);
    const value = over((row) => row.requestsPerSecond.median);
    return {
      name,
      wanted: `≥ ${least} ×`,
      reached: `${brief(value)} ×`,
      byCpu: `${brief(1 / over((row) => row.cpuSecondsPer1000.median))} ×`,
      met: Number.isFinite(value) ? value >= least : null,
    };
  };
  return { ratio, own, rivals };
}

/** Which process of this gateway is measured in a state, where it is not `this`. */
const OWN: Partial<Record<State, string>> = {
  cold: 'this-cold',
  first: 'this-first',
  organization: 'this-organization',
};

function valid({ fault }: Row): boolean {
  return fault === null;
}
