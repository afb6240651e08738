import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ReportedState } from '../telemetry/channels.ts';

/** Above these limits, the gateway answers only from the response cache. */
export interface LoadLimits {
  /** Milliseconds; 0: no limit. */
  readonly eventLoopDelayMs: number;
  /** Null: no limit. */
  readonly rssBytes: number | null;
}

/** Measurements since the last check. */
export interface LoadSample {
  /** Median: one garbage collection or one expensive document is not an overload. */
  readonly eventLoopDelayMs: number;
  readonly rssBytes: number;
}

export interface LoadMonitor {
  readonly shedding: boolean;
  /** As `shedding`, for a request that needs work; counts the request. */
  refuses(): boolean;
  /** Ends the timer. Idempotent. */
  stop(): void;
}

/** Slow checks in a row that count as an overload: a single one may have seen just one long turn. */
const SLOW_LOOKS = 2;

/** Source and schedule of samples. Tests supply their own. */
export interface LoadProbe {
  readonly sample: () => LoadSample;
  /** Calls `look` again and again. Returns the function that ends that. */
  readonly repeat: (look: () => void) => () => void;
}

/** Watches the event loop and the memory of this process, and publishes each change. */
export function startLoadMonitor(limits: LoadLimits, probe: LoadProbe = systemProbe()): LoadMonitor {
  const report = new ReportedState('load', ['ok', 'shedding'], () => performance.now(), 0);
  let [shedding, requests, slowLooks] = [false, 0, 0];
  const look = () => {
    const sample = probe.sample();
    // Without requests, other work is slow, such as the start of the process.
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
