import { expect, test } from '@jest/globals';
import { type LoadLimits, type LoadSample, startLoadMonitor } from '../../src/http/load.ts';
import { type StateEvent, stateChannel } from '../../src/telemetry/channels.ts';

/** Shows the monitor one sample after the other, the first at its start. Whether it sheds after each. */
function watch(
  limits: LoadLimits,
  samples: readonly LoadSample[],
  requests = 1,
): { shedding: boolean[]; events: StateEvent[] } {
  const [shedding, events]: [boolean[], StateEvent[]] = [[], []];
  const hear = (event: unknown) => events.push(event as StateEvent);
  const left = [...samples];
  stateChannel.subscribe(hear);
  const monitor = startLoadMonitor(limits, {
    sample: () => left.shift() ?? { eventLoopDelayMs: 0, rssBytes: 0 },
    repeat: (look) => {
      queue = look;
      return () => undefined;
    },
  });
  for (const _ of samples) {
    shedding.push(monitor.shedding);
    for (let nth = 0; nth < requests; nth += 1) expect(monitor.refuses()).toBe(monitor.shedding);
    queue();
  }
  monitor.stop();
  stateChannel.unsubscribe(hear);
  return { shedding, events: events.filter(({ component }) => component === 'load') };
}
let queue: () => void = () => undefined;

const delays = (...values: number[]) => values.map((eventLoopDelayMs) => ({ eventLoopDelayMs, rssBytes: 0 }));
const sizes = (...values: number[]) => values.map((rssBytes) => ({ eventLoopDelayMs: 0, rssBytes }));

test('load is shed while the event loop is slower than the limit, and each change is published once', () => {
  const { shedding, events } = watch(
    { eventLoopDelayMs: 100, rssBytes: null },
    delays(0, 100, 101, 99, 101, 300, 150, 100, 0),
  );
  expect(shedding).toEqual([false, false, false, false, false, true, true, false, false]);
  expect(events.map(({ state, degraded, figures }) => [state, degraded, figures.eventLoopDelayMs])).toEqual([
    ['shedding', true, 300],
    ['ok', false, 100],
  ]);
});

test('load is shed while the process takes more memory than the limit', () => {
  const { shedding } = watch({ eventLoopDelayMs: 100, rssBytes: 1_000 }, sizes(0, 1_000, 1_001, 999));
  expect(shedding).toEqual([false, false, true, false]);
});

test('a loop that is slow without any request is none of their fault', () => {
  const { shedding } = watch({ eventLoopDelayMs: 100, rssBytes: null }, delays(0, 500, 500, 500, 500), 0);
  expect(shedding).toEqual([false, false, false, false, false]);
});

test('without limits nothing is shed', () => {
  const samples = [{ eventLoopDelayMs: 1e9, rssBytes: 1e15 }];
  expect(watch({ eventLoopDelayMs: 0, rssBytes: null }, samples).shedding).toEqual([false]);
});

test('a loop that is blocked again and again is noticed; one that is blocked once is not', async () => {
  const limits = { eventLoopDelayMs: 30, rssBytes: null };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  const block = (ms: number) => {
    const endMs = performance.now() + ms;
    while (performance.now() < endMs);
  };
  const monitor = startLoadMonitor(limits);
  try {
    while (!monitor.refuses()) {
      block(80);
      await turn();
    }
    while (monitor.shedding) await turn();
    expect(monitor.shedding).toBe(false);
  } finally {
    monitor.stop();
  }
});
