import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ReportedState } from '../telemetry/channels.ts';

/** Above which the gateway answers only what is ready in memory. */
export interface LoadLimits {
  /** Milliseconds; 0: no limit. */
  readonly eventLoopDelayMs: number;
  /** Null: no limit. */
  readonly rssBytes: number | null;
}

/** What was measured since the last look. */
export interface LoadSample {
  /** Median: a collection or an unusual document among many short turns is no overload. */
  readonly eventLoopDelayMs: number;
  readonly rssBytes: number;
}

export interface LoadMonitor {
  readonly shedding: boolean;
  /** The same, asked for a request that needs work. */
  refuses(): boolean;
  /** Ends the timer. Idempotent. */
  stop(): void;
}

/** One long turn can be all that a look sees. So many of them in a row are an overload. */
const SLOW_LOOKS = 2;

/** Where samples come from and when. Tests bring their own. */
export interface LoadProbe {
  readonly sample: () => LoadSample;
  /** Calls `look` again and again. Returns the function that ends that. */
  readonly repeat: (look: () => void) => () => void;
}

/** Watches event loop and memory of this process, and tells telemetry of each change. */
export function startLoadMonitor(limits: LoadLimits, probe: LoadProbe = systemProbe()): LoadMonitor {
  const report = new ReportedState('load', ['ok', 'shedding'], () => performance.now(), 0);
  let [shedding, requests, slowLooks] = [false, 0, 0];
  const look = () => {
    const sample = probe.sample();
    // Without requests it is other work that is slow, such as that of the start.
    slowLooks = isSlow(limits, sample) && requests > 0 ? slowLooks + 1 : 0;
    requests = 0;
    shedding = slowLooks >= SLOW_LOOKS || (limits.rssBytes !== null && sample.rssBytes > limits.rssBytes);
    report.set(shedding ? 'shedding' : 'ok', () => sample);
  };
  look();
  const stop = probe.repeat(look);
  return {
    get shedding() {
      return shedding;
    },
    refuses() {
      requests += 1;
      return shedding;
    },
    stop,
  };
}

function isSlow({ eventLoopDelayMs: limit }: LoadLimits, { eventLoopDelayMs }: LoadSample): boolean {
  return limit > 0 && eventLoopDelayMs > limit;
}

/** Milliseconds. */
const RESOLUTION = 20;
const SAMPLE_EVERY = 1_000;

function systemProbe(): LoadProbe {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  return {
    sample() {
      // The time between two ticks of the monitor, in nanoseconds: without delay it is the resolution.
      const medianMs = histogram.count > 0 ? histogram.percentile(50) / 1e6 : 0;
      histogram.reset();
      return { eventLoopDelayMs: Math.max(0, medianMs - RESOLUTION), rssBytes: process.memoryUsage.rss() };
    },
    repeat(look) {
      const timer = setInterval(look, SAMPLE_EVERY);
      timer.unref();
      return () => {
        clearInterval(timer);
        histogram.disable();
      };
    },
  };
}
