import type { Query } from './documents.ts';
import type { Peer } from './gateways.ts';
import type { State } from './requests.ts';

/** One peer at one task. */
export interface Cell {
  readonly peer: Peer;
  readonly query: Query;
  readonly state: State;
  readonly latencyMs: number;
  readonly rows: number;
}

/** Cells that are measured in turn, round by round, and stand in one table. */
export interface Group {
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** What each query is measured in. Q5 is never the same request; Q6 changes what is cached. */
const STATES: Readonly<Record<Query, readonly State[]>> = {
  Q1: ['cold', 'warm', 'repeated'],
  Q2: ['cold', 'warm', 'repeated'],
  Q3: ['cold', 'warm', 'repeated'],
  Q4: ['cold', 'repeated'],
  Q5: ['cold', 'warm'],
  Q6: ['write'],
  page: [],
};

/** In the same table as `cold`, because without a cache it is the same. */
const WITH_COLD: Partial<Record<Query, readonly State[]>> = { Q2: ['first', 'organization'], Q4: ['first'] };

export interface Choice {
  readonly peers: readonly Peer[];
  readonly queries: readonly Query[];
  readonly states: readonly State[] | null;
  readonly latencies: readonly number[];
  readonly rows: number;
}

export function plan({ peers, queries, states, latencies, rows }: Choice): Group[] {
  const wanted = (state: State) => states?.includes(state) ?? true;
  const groups = latencies.flatMap((latencyMs) =>
    queries.flatMap((query) =>
      STATES[query].map((state) => {
        // No peer that answers a repeated request from its cache calls upstream: latency changes nothing.
        const idle = latencyMs > 0 && state === 'repeated';
        const extra = state === 'cold' ? (WITH_COLD[query] ?? []) : [];
        const together = [state, ...extra].filter((each) => wanted(each) && !idle);
        const cells = together.flatMap((each) =>
          peers
            .filter((peer) => takesPart(peer, query, each))
            .map((peer) => ({ peer, query, state: each, latencyMs, rows })),
        );
        return { title: `${query} ${state}, upstream latency ${latencyMs} ms`, cells };
      }),
    ),
  );
  // Writes come last: the rows that they leave in the stub would be wrong answers to all else.
  const writes = ({ cells }: Group) => cells.some(({ state }) => state === 'write');
  return [...groups.filter((group) => !writes(group)), ...groups.filter(writes)].filter(
    ({ cells }) => cells.length > 0,
  );
}

function takesPart(peer: Peer, query: Query, state: State): boolean {
  return peer.states.includes(state) && (peer.queries?.includes(query) ?? true);
}
