/** One call that waits. Both functions end the wait. */
export interface Waiter {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Callers that share places: those that Novu accepted, and the others. Lanes are in the order in which they were served. */
export interface Group {
  readonly lanes: Map<string, Lane>;
  underWay: number;
  waiting: number;
  readonly most: number;
  readonly mostWaiting: number;
}

/** The calls of one caller. It is kept while there are any. */
export class Lane {
  readonly name: string;
  readonly group: Group;
  readonly #waiters: Waiter[] = [];
  underWay = 0;

  constructor(name: string, group: Group) {
    this.name = name;
    this.group = group;
  }

  /** In the order in which they came. */
  get waiters(): readonly Waiter[] {
    return this.#waiters;
  }

  add(waiter: Waiter): void {
    this.#waiters.push(waiter);
    this.group.waiting += 1;
  }

  remove(waiter: Waiter): void {
    const index = this.#waiters.indexOf(waiter);
    if (index < 0) return;
    this.#waiters.splice(index, 1);
    this.group.waiting -= 1;
  }

  forgetIfIdle(): void {
    if (this.underWay === 0 && this.#waiters.length === 0 && this.group.lanes.get(this.name) === this) {
      this.group.lanes.delete(this.name);
    }
  }
}

/** The lane whose next waiter may start: the one with the fewest calls under way, and among equals the first. */
export function nextLane(groups: readonly Group[], mayStart: (lane: Lane) => boolean): Lane | null {
  let next: Lane | null = null;
  for (const { lanes } of groups) {
    for (const lane of lanes.values()) {
      if (lane.waiters.length === 0 || (next !== null && lane.underWay >= next.underWay) || !mayStart(lane)) continue;
      next = lane;
    }
  }
  return next;
}
