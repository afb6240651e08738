import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job, Load, Message } from './load.ts';
import { messageOf } from './processes.ts';

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

  async #message(): Promise<Exclude<Message, { failed: string }>> {
    const message = (await messageOf(this.#child, 'load generator')) as Message;
    if ('failed' in message) throw new Error(message.failed);
    return message;
  }
}
