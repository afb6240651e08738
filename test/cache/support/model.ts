import { ANY_ORGANIZATION } from '../../../src/cache/store/store.ts';

/** Order, and the simulated time. */
export interface Moment {
  readonly sequence: number;
  readonly ms: number;
}

/** One request, as the simulation saw it. */
export interface Operation {
  readonly kind: 'read' | 'write';
  readonly caller: string;
  readonly organization: string;
  /** Identity of the process; a restarted one is another. */
  readonly gateway: object;
  gatewayAlive(): boolean;
  readonly startedAt: Moment;
  end:
    | { readonly phase: 'under way' | 'failed' }
    | { readonly phase: 'done'; readonly at: Moment; readonly shown: string | null; readonly status: string | null };
  /** The first write of its operation, which waits for turns on behalf of all; absent: itself. */
  readonly head?: Operation;
  /** Of a write: when it took effect upstream, and as which version. */
  committed: { readonly version: number; readonly at: Moment } | null;
  /** Organizations whose first increment was acknowledged in time, and when (ms). */
  readonly begun: Map<string, number>;
  /** The same for the second increment. */
  readonly ended: Set<string>;
  /** Upstream list calls that it set off. */
  upstreamLists: number;
}

export interface Circumstances {
  readonly memoryTtlMs: number;
  /** Marks of writes under way were lost in this run. */
  readonly lostMarks: boolean;
  readonly markMs: number;
  /** The longest that any answer may lag behind upstream, whatever failed. */
  readonly boundMs: number;
}

/** Null: as promised. Else what was broken. */
export type Verdict = string | null;

/** Holds what the gateways answered against what the cache protocol promises (§7). */
export function judge(operations: readonly Operation[], circumstances: Circumstances): Verdict {
  const writes = operations.filter((operation) => operation.kind === 'write');
  for (const read of operations) {
    if (read.kind !== 'read' || read.end.phase !== 'done') continue;
    const fault = judgeRead(read, read.end.shown ?? '', read.end.status, writes, circumstances);
    if (fault !== null) return fault;
  }
  return null;
}

function judgeRead(
  read: Operation,
  shown: string,
  status: string | null,
  writes: readonly Operation[],
  on: Circumstances,
): Verdict {
  const [caller, version = ''] = shown.split('/v');
  if (caller !== read.caller) return `${read.caller} was shown what ${caller} may see`;
  if (read.upstreamLists > 1) return 'one read made more than one upstream call';
  if (status === 'HIT' && read.upstreamLists > 0) return 'a hit made an upstream call';
  for (const write of writes) {
    const { committed } = write;
    if (committed === null || write.organization !== read.organization || committed.version <= Number(version))
      continue;
    const fault = missed(read, write, committed.at, on, status);
    if (fault !== null) return fault;
  }
  return null;
}

/** A read did not show a write that had been committed at `at`. Was it allowed to miss it? */
function missed(read: Operation, write: Operation, at: Moment, on: Circumstances, status: string | null): Verdict {
  const start = read.startedAt;
  if (start.ms - at.ms > on.boundMs) return 'an answer was older than any bound';
  if (write.end.phase === 'done' && write.end.at.sequence < start.sequence) {
    if (write.gateway === read.gateway) return 'a process did not read its own acknowledged write';
    const heard = start.ms - write.end.at.ms > on.memoryTtlMs || on.memoryTtlMs === 0;
    const fenced = write.ended.has(write.organization) && write.ended.has(ANY_ORGANIZATION);
    if (fenced && heard) return 'an acknowledged write was not read';
  }
  const begunMs = Math.max(
    write.begun.get(write.organization) ?? Infinity,
    write.begun.get(ANY_ORGANIZATION) ?? Infinity,
  );
  const expired = start.ms > begunMs + on.markMs + on.memoryTtlMs;
  // Where upstream fails, what no one was told of may be missed for longer: within the bound above.
  const standsIn = status === 'STALE';
  if (expired && !on.lostMarks && !standsIn) return 'what a write replaced came to life again';
  return null;
}
