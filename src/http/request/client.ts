import type { ServerResponse } from 'node:http';

/** The client that waits for an answer. */
export class WaitingClient {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** It went away before it had its answer. */
  get left(): boolean {
    return this.#response.closed && !this.#response.writableFinished;
  }

  /** Makes the signal that fires when it leaves. */
  signalOfLeaving(): AbortSignal {
    const abort = new AbortController();
    const onClose = () => {
      if (this.left) abort.abort();
    };
    // It may have left while its request was read.
    if (this.#response.closed) onClose();
    else this.#response.once('close', onClose);
    return abort.signal;
  }
}
