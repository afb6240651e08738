import { setMaxListeners } from 'node:events';
import { ReportedState } from '../../telemetry/channels.ts';
import { type CallerGroup, CallerQueue, nextQueue, type Waiter } from './caller-queues.ts';
import type { AdmissionClock } from './clock.ts';
import { cancelledError, queueFullError, waitTimeoutError } from './refusals.ts';

/** How many calls may be under way, and how many may wait. */
export interface BulkheadLimits {
  /** Of all callers. */
  readonly underWay: number;
  readonly waiting: number;
  /** Of one caller. */
  readonly callerUnderWay: number;
  readonly callerWaiting: number;
  /** Of all callers together that Novu has never accepted. */
  readonly strangersUnderWay: number;
  /** Longest wait in milliseconds. */
  readonly waitMs: number;
}

/** A caller as the admission counts it: a name for its token, and whether Novu has accepted it. */
export interface CallerIdentity {
  readonly name: string;
  readonly accepted: boolean;
}

/** The current numbers of calls. */
export interface BulkheadFigures {
  readonly underWay: number;
  readonly waiting: number;
  readonly strangersUnderWay: number;
  readonly strangersWaiting: number;
}

/** Frees the place. Idempotent. */
export type Release = () => void;

/**
 * The places for calls to Novu, shared between callers. Each caller has a maximum share, and all callers that Novu has never
 * accepted share one. A free place goes to the waiting caller with the fewest calls under way, and among equals in turn. Since a
 * few callers with slow calls could still take all places, the last eighth is reserved for callers without calls under way.
 */
export class Bulkhead {
  readonly #limits: BulkheadLimits;
  readonly #clock: AdmissionClock;
  readonly #accepted: CallerGroup;
  readonly #strangers: CallerGroup;
  readonly #report: ReportedState<'free' | 'waiting' | 'refusing'>;

  constructor(limits: BulkheadLimits, clock: AdmissionClock) {
    const { underWay, waiting, strangersUnderWay } = limits;
    this.#limits = limits;
    this.#clock = clock;
    const share = Math.min(1, strangersUnderWay / underWay);
    this.#accepted = { queues: new Map(), underWay: 0, waiting: 0, most: underWay, mostWaiting: waiting };
    this.#strangers = {
      ...this.#accepted,
      queues: new Map(),
      most: strangersUnderWay,
      mostWaiting: Math.ceil(waiting * share),
    };
    this.#report = new ReportedState('bulkhead', ['free', 'waiting', 'refusing'], clock.now);
  }

  get figures(): BulkheadFigures {
    const { underWay, waiting } = this.#strangers;
    return {
      underWay: this.#accepted.underWay + underWay,
      waiting: this.#accepted.waiting + waiting,
      strangersUnderWay: underWay,
      strangersWaiting: waiting,
    };
  }

  /**
   * Resolves once the caller has a place.
   * @param signal ends the wait.
   * @throws UpstreamUnavailableError if the queue is full, the wait was too long, or `signal` ended it.
   */
  async enter(
    identity: CallerIdentity,
    signal: () => AbortSignal | undefined,
    waitMs = this.#limits.waitMs,
  ): Promise<Release> {
    const group = this.#groupOf(identity);
    const queue = group.queues.get(identity.name) ?? new CallerQueue(identity.name, group);
    group.queues.set(identity.name, queue);
    // A waiter that could start would have started already, so this call overtakes none.
    if (queue.waiters.length === 0 && this.#mayStart(queue)) this.#start(queue);
    else await this.#wait(queue, signal(), Math.min(waitMs, this.#limits.waitMs)).finally(() => queue.forgetIfIdle());
    return this.#releaseOf(queue);
  }

  /** Would another call of this caller be refused at once? */
  isFull(identity: CallerIdentity): boolean {
    const queue = this.#groupOf(identity).queues.get(identity.name);
    return queue !== undefined && queue.waiters.length >= this.#limits.callerWaiting && !this.#mayStart(queue);
  }

  /** Refuses all that wait. */
  close(): void {
    for (const { queues } of [this.#accepted, this.#strangers]) {
      for (const queue of [...queues.values()])
        for (const waiter of [...queue.waiters]) waiter.refuse(queueFullError());
    }
  }

  #groupOf({ accepted }: CallerIdentity): CallerGroup {
    return accepted ? this.#accepted : this.#strangers;
  }

  #mayStart(queue: CallerQueue): boolean {
    const { group } = queue;
    const { underWay: most, callerUnderWay } = this.#limits;
    if (queue.underWay >= callerUnderWay) return false;
    const reserve = (places: number) => (queue.underWay > 0 ? Math.floor(places / 8) : 0);
    return most - this.figures.underWay > reserve(most) && group.most - group.underWay > reserve(group.most);
  }

  #start(queue: CallerQueue): void {
    queue.underWay += 1;
    queue.group.underWay += 1;
    // Moves to the end, so that among equals the others come first.
    queue.group.queues.delete(queue.name);
    queue.group.queues.set(queue.name, queue);
  }

  #releaseOf(queue: CallerQueue): Release {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      queue.underWay -= 1;
      queue.group.underWay -= 1;
      queue.forgetIfIdle();
      this.#startWaiting();
    };
  }

  #startWaiting(): void {
    for (;;) {
      const queue = nextQueue([this.#accepted, this.#strangers], (candidate) => this.#mayStart(candidate));
      if (queue === null) break;
      this.#start(queue);
      queue.waiters[0]?.start();
    }
    this.#publish(this.figures.waiting > 0 ? 'waiting' : 'free');
  }

  async #wait(queue: CallerQueue, signal: AbortSignal | undefined, waitMs: number): Promise<void> {
    if (signal?.aborted) throw cancelledError();
    this.#makeRoom(queue);
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        cancelTimer();
        signal?.removeEventListener('abort', abort);
        queue.remove(waiter);
      };
      const refuse = (error: Error) => {
        leave();
        reject(error);
      };
      const start = () => {
        leave();
        resolve();
      };
      const waiter: Waiter = { start, refuse };
      const abort = () => refuse(cancelledError());
      const cancelTimer = this.#clock.after(waitMs, () => {
        this.#publish('refusing');
        refuse(waitTimeoutError());
      });
      listenForAbort(signal, abort);
      queue.add(waiter);
      this.#publish('waiting');
    });
  }

  /**
   * If the waiting room is full, the newest waiter of the longest queue is refused in favour of a caller with a shorter
   * one. So a flood cannot fill the waiting room either.
   */
  #makeRoom(queue: CallerQueue): void {
    const { group } = queue;
    const full = group.waiting >= group.mostWaiting;
    if (queue.waiters.length < this.#limits.callerWaiting && !full && this.figures.waiting < this.#limits.waiting)
      return;
    const rivals = full ? [group] : [this.#accepted, this.#strangers];
    const longest = queue.waiters.length < this.#limits.callerWaiting ? longestQueue(rivals) : null;
    this.#publish('refusing');
    if (longest === null || longest.waiters.length <= queue.waiters.length + 1) throw queueFullError();
    longest.waiters.at(-1)?.refuse(queueFullError());
  }

  #publish(state: 'free' | 'waiting' | 'refusing'): void {
    this.#report.set(state, () => this.figures);
  }
}

/** One request may have many waiting reads, and Node would report more than ten listeners as a leak. */
function listenForAbort(signal: AbortSignal | undefined, abort: () => void): void {
  if (signal === undefined) return;
  setMaxListeners(Number.POSITIVE_INFINITY, signal);
  signal.addEventListener('abort', abort);
}

function longestQueue(groups: readonly CallerGroup[]): CallerQueue | null {
  let longest: CallerQueue | null = null;
  for (const { queues } of groups) {
    for (const queue of queues.values()) if (queue.waiters.length > (longest?.waiters.length ?? 0)) longest = queue;
  }
  return longest;
}
