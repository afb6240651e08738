import type { App } from './app.ts';
import type { Config } from './config.ts';
import { errorChannel, publishState } from './telemetry/channels.ts';

/** Milliseconds. */
type Times = Pick<Config, 'SHUTDOWN_DELAY' | 'SHUTDOWN_TIMEOUT'>;

/**
 * Ends the process on SIGTERM, SIGINT, and an exception that nothing caught. On SIGTERM it is not ready at once,
 * answers for another `SHUTDOWN_DELAY`, and then accepts no new connections; all within `SHUTDOWN_TIMEOUT`. SIGINT
 * skips the delay. A further signal skips the delay; during the stop it exits at once. The exit code is 0 if every
 * request was answered and no exception was the cause, else 1. SIGHUP, which a closing terminal sends, is ignored.
 */
export function endOnSignals(app: App, times: Times): void {
  const ending = new Shutdown(app, times);
  process.on('SIGTERM', () => ending.hurry(times.SHUTDOWN_DELAY));
  process.on('SIGINT', () => ending.hurry(0));
  process.on('SIGHUP', () => undefined);
  process.on('uncaughtException', (error) => {
    errorChannel.publish({ requestId: 'none', code: 'UNCAUGHT_EXCEPTION', error });
    ending.fail();
  });
}

/** Time reserved for closing Redis and other resources after requests are aborted: a tenth of the timeout, at most a second. */
const CLOSING = { share: 0.1, maxMs: 1_000 };

class Shutdown {
  readonly #app: App;
  readonly #times: Times;
  #phase: 'serving' | 'leaving' | 'stopping' = 'serving';
  #deadlineMs = 0;
  #delay: NodeJS.Timeout | undefined;
  #exitCode = 0;

  constructor(app: App, times: Times) {
    this.#app = app;
    this.#times = times;
  }

  /** Takes the next step: starts the shutdown, skips its delay, or exits with 1. */
  hurry(delayMs: number): void {
    if (this.#phase === 'serving') this.#begin(delayMs);
    else if (this.#phase === 'leaving') this.#stop();
    else process.exit(1);
  }

  /** Shuts down after a bug that leaves an unknown state, without the delay for load balancers. */
  fail(): void {
    this.#exitCode = 1;
    if (this.#phase === 'serving') this.#begin(0);
  }

  #begin(delayMs: number): void {
    const { SHUTDOWN_TIMEOUT } = this.#times;
    this.#deadlineMs = performance.now() + SHUTDOWN_TIMEOUT;
    // In case anything hangs.
    setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT);
    this.#app.leave();
    this.#phase = 'leaving';
    publishState({ component: 'process', state: 'leaving', degraded: false, figures: {} });
    const boundedMs = Math.min(delayMs, SHUTDOWN_TIMEOUT / 2);
    if (boundedMs > 0) this.#delay = setTimeout(() => this.#stop(), boundedMs);
    else this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#delay);
    this.#phase = 'stopping';
    const closingMs = Math.min(this.#times.SHUTDOWN_TIMEOUT * CLOSING.share, CLOSING.maxMs);
    const timeoutMs = Math.max(0, this.#deadlineMs - closingMs - performance.now());
    this.#app.stop(timeoutMs).then(
      (cutOff) => process.exit(cutOff > 0 ? 1 : this.#exitCode),
      () => process.exit(1),
    );
    publishState({ component: 'process', state: 'stopping', degraded: false, figures: {} });
  }
}
