import type { ServerResponse } from 'node:http';

/** Why something was given up: its client is gone. The name is the one that Node's own errors of this kind have. */
export class ClientLeftError extends Error {
  override readonly name = 'AbortError';
  constructor() {
    super('The client closed the connection before it had its answer');
  }
}

/** The client that waits for an answer. */
export class WaitingClient {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** It went away before it had its answer. */
  get left(): boolean {
    const { closed, destroyed, writableFinished } = this.#response;
    return (closed || destroyed) && !writableFinished;
  }

  /** Makes the signal that fires when it leaves. */
  signalOfLeaving(): AbortSignal {
    const abort = new AbortController();
    const onClose = () => {
      if (this.left) abort.abort(new ClientLeftError());
    };
    // It may have left while its request was read.
    if (this.left) onClose();
    else this.#response.once('close', onClose);
    return abort.signal;
  }
}
