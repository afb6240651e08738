import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Job, Load, Message } from './load.ts';

/** The part of the monotonic clock in which the load ran, in microseconds. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** The load generator's process. */
export class Generator {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'dist/load.js'), { stdio: 'inherit' });

  /** @param beforeMeasuring runs when the warm-up is over and nothing is under way. */
  async run(job: Job, beforeMeasuring: () => Promise<unknown>): Promise<Load & { window: Window }> {
    this.#child.send(job);
    const warm = await this.#message();
    await beforeMeasuring();
    this.#child.send('go');
    const done = await this.#message();
    if (!('warm' in warm && 'load' in done)) throw new Error('The load generator lost its place.');
    return { ...done.load, window: done.window };
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  async #message(): Promise<Message> {
    const gone = new AbortController();
    try {
      const exit = once(this.#child, 'exit', gone).then(() => {
        throw new Error('The load generator ended.');
      });
      const [message] = (await Promise.race([once(this.#child, 'message', gone), exit])) as [Message];
      return message;
    } finally {
      gone.abort();
    }
  }
}
