/** A waiting call. Both functions end the wait. */
export interface Waiter {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Callers that share places: accepted ones, or strangers. Queues are in the order in which they were served. */
export interface CallerGroup {
  readonly queues: Map<string, CallerQueue>;
  underWay: number;
  waiting: number;
  readonly most: number;
  readonly mostWaiting: number;
}

/** The calls of one caller: those under way and those that wait. It is dropped when there are none. */
export class CallerQueue {
  readonly name: string;
  readonly group: CallerGroup;
  readonly #waiters: Waiter[] = [];
  underWay = 0;

  constructor(name: string, group: CallerGroup) {
    this.name = name;
    this.group = group;
  }

  /** In order of arrival. */
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
    if (this.underWay === 0 && this.#waiters.length === 0 && this.group.queues.get(this.name) === this) {
      this.group.queues.delete(this.name);
    }
  }
}

/** The queue whose next waiter may start: the one with the fewest calls under way, and among equals the first. */
export function nextQueue(
  groups: readonly CallerGroup[],
  mayStart: (queue: CallerQueue) => boolean,
): CallerQueue | null {
  let next: CallerQueue | null = null;
  for (const { queues } of groups) {
    for (const queue of queues.values()) {
      if (queue.waiters.length === 0 || (next !== null && queue.underWay >= next.underWay) || !mayStart(queue))
        continue;
      next = queue;
    }
  }
  return next;
}
