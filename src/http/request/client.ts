import type { ServerResponse } from 'node:http';
import type { Caller } from '../../model/caller.ts';
import type { Call } from '../../model/integration.ts';
import type { RequestFacts } from '../../model/request-facts.ts';

/** The client has left, so its work was aborted. Node's own abort errors have the same name. */
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

  /** True if it left before it had its answer. */
  get left(): boolean {
    const { closed, destroyed, writableFinished } = this.#response;
    return (closed || destroyed) && !writableFinished;
  }

  /** Makes a signal that fires when the client leaves. */
  signalOfLeaving(): AbortSignal {
    const abort = new AbortController();
    const onClose = () => {
      if (this.left) abort.abort(new ClientLeftError());
    };
    // It may have left while its request was being read.
    if (this.left) onClose();
    else this.#response.once('close', onClose);
    return abort.signal;
  }
}

/** A call on behalf of a request. The signal is made on first use, because most reads never wait. */
export class RequestCall implements Call {
  readonly caller: Caller;
  readonly requestId: string;
  readonly request: RequestFacts;
  readonly #client: WaitingClient;
  #signal: AbortSignal | undefined;

  constructor(caller: Caller, request: RequestFacts, client: WaitingClient) {
    this.caller = caller;
    this.requestId = request.requestId;
    this.request = request;
    this.#client = client;
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#client.signalOfLeaving();
    return this.#signal;
  }
}
