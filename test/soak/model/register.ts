/**
 * - `open`: under way.
 * - `done`: acknowledged.
 * - `unknown`: it may have run, or may still.
 * - `void`: the answer said that it did not run.
 */
export type Phase = 'open' | 'done' | 'unknown' | 'void';

/** One write to a {@link Register}. Times in milliseconds of one clock. */
export interface Write {
  readonly value: string;
  /** What it was, for the history of a violation. */
  readonly label: string;
  /** It has no effect before. */
  readonly from: number;
  /** It has no effect of its own after: acknowledged, or for one of unknown outcome the latest that it can still run. */
  to: number;
  phase: Phase;
  /** The process that acknowledged it by its only answer; null: more than one had a part in it. */
  by: string | null;
  /** Seen where nothing else could have been. */
  seen: boolean;
  /** What each attempt at it was told, for the history of a violation. */
  readonly attempts: string[];
}

/** One look at a register, and how long after its acknowledgement a write may be missed by it. */
export interface Look {
  readonly start: number;
  readonly end: number;
  readonly boundMs: (write: Write) => number;
}

export type Verdict =
  /** `lateMs`: how long after an acknowledged write something older was seen, within the bound; 0 for none. */
  | { readonly kind: 'fine'; readonly lateMs: number }
  | { readonly kind: 'stale'; readonly newer: Write }
  /** Only a write that said that it did not run has this value. */
  | { readonly kind: 'undone'; readonly write: Write }
  /** No write has it. */
  | { readonly kind: 'invented' };

/** Stands for a value that is not known, as that of a copy. */
export const ANY = '*';

/** How long after its last answer a write of unknown outcome may still take effect: many times upstream's deadline. */
const LATEST_MS = 30_000;

/**
 * A value that concurrent writers set, and what a reader may see of it (a regular register): what was last acknowledged before the
 * read began, or what was written at the same time. Nothing that a later, acknowledged write has replaced.
 */
export class Register {
  readonly writes: Write[] = [];

  constructor(initial: string) {
    const start = Number.NEGATIVE_INFINITY;
    this.writes.push({
      value: initial,
      label: 'initial',
      from: start,
      to: start,
      phase: 'done',
      by: null,
      seen: false,
      attempts: [],
    });
  }

  begin(value: string, label: string, now: number): Write {
    const to = Number.POSITIVE_INFINITY;
    const write: Write = { value, label, from: now, to, phase: 'open', by: null, seen: false, attempts: [] };
    this.writes.push(write);
    return write;
  }

  judge(observed: string, look: Look): Verdict {
    const possible = this.writes.filter(
      ({ phase, value, from }) => phase !== 'void' && from <= look.end && (value === observed || value === ANY),
    );
    if (possible.length === 0) {
      const undone = this.writes.find(({ value }) => value === observed);
      return undone?.phase === 'void' ? { kind: 'undone', write: undone } : { kind: 'invented' };
    }
    const newest = this.#newestSettled(look.start, look.boundMs);
    const legal = possible.filter(({ to }) => to >= newest.from);
    if (legal.length === 0) return { kind: 'stale', newer: newest };
    if (legal.length === 1 && legal[0] && legal[0].value !== ANY) legal[0].seen = true;
    const strictest = this.#newestSettled(look.start, () => 0);
    const isLate = possible.every(({ to }) => to < strictest.from);
    return { kind: 'fine', lateMs: isLate ? look.start - strictest.to : 0 };
  }

  /** Had a value been replaced for good when a later write began? */
  isReplaced(value: string, by: Write): boolean {
    const before = this.writes.filter((write) => write !== by && write.value === value && write.phase !== 'void');
    const newest = this.#newestSettled(by.from, () => 0);
    return before.length > 0 && before.every(({ to }) => to < newest.from);
  }

  /** Of the writes that a look at this time must know, the one that began last. The initial one is always there. */
  #newestSettled(start: number, boundMs: Look['boundMs']): Write {
    const settled = this.writes.filter((write) => write.phase === 'done' && write.to + boundMs(write) < start);
    return settled.reduce((newest, write) => (write.from > newest.from ? write : newest), this.writes[0] as Write);
  }
}

/** Ends a write. Returns whether it was seen although its answer says that it did not run. */
export function close(write: Write, phase: Exclude<Phase, 'open'>, by: string | null, now: number): boolean {
  write.phase = phase;
  write.by = by;
  write.to = phase === 'unknown' ? now + LATEST_MS : now;
  return phase === 'void' && write.seen;
}
