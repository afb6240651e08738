import type { Caller } from '../../../src/model/caller.ts';
import { type StateEvent, stateChannel } from '../../../src/telemetry/channels.ts';
import { type BulkheadLimits } from '../../../src/upstream/admission/bulkhead.ts';
import type { UpstreamOptions, UpstreamSource } from '../../../src/upstream/source.ts';
import { eventually } from '../../helpers/redis.ts';
import { manualClock } from '../clocks.ts';
import { callOf, ID, json, type Scripted, sourceOf, startScripted } from '../harness.ts';

/** An upstream that answers no request before the test says so. */
export interface Held extends Scripted {
  /** Tokens of the requests that are under way, in the order in which they came. */
  readonly underWay: () => string[];
  /** Answers the oldest request of this token. */
  answer(caller: Caller, status?: number): void;
  answerAll(): void;
  /** Resolves when so many requests are under way. */
  reach(count: number): Promise<unknown>;
}

export async function startHeld(): Promise<Held> {
  let waiting: { readonly token: string; readonly answer: (status: number) => void }[] = [];
  let open = false;
  const scripted = await startScripted((response, { headers }) => {
    const one = {
      token: headers.authorization ?? '',
      answer: (status: number) => json(response, status, status === 200 ? { data: true } : {}),
    };
    if (open) one.answer(200);
    else waiting.push(one);
  });
  return {
    ...scripted,
    underWay: () => waiting.map(({ token }) => token),
    answer({ authorization }, status = 200) {
      const found = waiting.find(({ token }) => token === authorization);
      waiting = waiting.filter((one) => one !== found);
      if (!found) throw new Error('This caller has no call under way');
      found.answer(status);
    },
    answerAll() {
      open = true;
      for (const one of waiting.splice(0)) one.answer(200);
    },
    reach: (count) => eventually(`${count} calls under way`, () => waiting.length >= count),
  };
}

/** A source whose callers are all known to Novu, with a clock that the test moves. */
export function guardedSource(
  url: string,
  limits: Partial<BulkheadLimits> = {},
  options: Partial<UpstreamOptions> = {},
) {
  const clock = manualClock();
  const source = sourceOf(url, { limits, admissionClock: clock, isKnown: () => true, ...options });
  return { source, clock };
}

/** Begins reads, one after the other; how each ends is up to the test. */
export function read(source: UpstreamSource, caller: Caller, count = 1): Promise<unknown>[] {
  return Array.from({ length: count }, () => {
    const answer = source.webhookSupported(callOf(caller), ID);
    answer.catch(() => undefined);
    return answer;
  });
}

/** The changes of one component while something is done. */
export async function statesDuring(component: string, act: () => Promise<unknown>): Promise<StateEvent[]> {
  const events: StateEvent[] = [];
  const hear = (event: unknown) => {
    if ((event as StateEvent).component === component) events.push(event as StateEvent);
  };
  stateChannel.subscribe(hear);
  try {
    await act();
  } finally {
    stateChannel.unsubscribe(hear);
  }
  return events;
}
