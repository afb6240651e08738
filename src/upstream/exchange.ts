import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** How one attempt at a request ended. Nothing in it but `json` and `headers` comes from upstream. */
export type Exchange = Answered | Failed;

/** A status line and headers came. */
export interface Answered {
  readonly phase: 'answered';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body, of any shape; undefined where there is none (204) or where `fault` says that it cannot be read. */
  readonly json: unknown;
  /** Why the body cannot be read: one of {@link FAULTS}, or the code of what broke the connection. */
  readonly fault: string | null;
}

/** No answer came. */
export interface Failed {
  readonly phase: 'failed';
  readonly fault: string;
  /** The technical sentence that belongs to `fault`; no header, body or URL is in it. */
  readonly detail: string;
  /** False: not one byte of the request has been written, and none ever will be. */
  readonly sent: boolean;
}

/** Faults that this folder itself finds; all others are codes of node or undici. */
export const FAULTS = {
  timeout: 'TIMEOUT',
  aborted: 'ABORTED',
  tooLarge: 'TOO_LARGE',
  notJson: 'NOT_JSON',
} as const;

/**
 * Sends one request and reads the whole answer. Never rejects.
 * @param stop ends the exchange when it fires; its reason is one of {@link FAULTS}.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  maxBodyBytes: number,
  stop: AbortSignal,
): Promise<Exchange> {
  return new Promise((resolve) => {
    dispatcher.dispatch(request, new ExchangeHandler(maxBodyBytes, stop, resolve));
  });
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #maxBodyBytes: number;
  readonly #stop: AbortSignal;
  readonly #resolve: (end: Exchange) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #size = 0;
  #settled = false;

  constructor(maxBodyBytes: number, stop: AbortSignal, resolve: (end: Exchange) => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#stop = stop;
    this.#resolve = resolve;
    stop.addEventListener('abort', this.#onStop);
  }

  /**
   * undici calls this on the socket's turn, directly before the first byte: a request that was never here has not been
   * sent. To throw is to take the request back and to leave the connection to others. That is done with one that nobody
   * waits for any more, and with one that undici would send a second time, which could repeat a write.
   */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled || this.#controller !== undefined) {
      throw Object.assign(new Error('taken back before it was sent'), { code: 'ECONNRESET' });
    }
    this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 1xx are no answers yet.
    if (status >= 200) {
      this.#status = status;
      this.#headers = headers;
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBodyBytes) {
      this.#end(FAULTS.tooLarge);
    } else {
      this.#chunks.push(chunk);
    }
  }

  onResponseEnd(): void {
    const body = parseBody(this.#status, this.#chunks);
    this.#settle({ phase: 'answered', status: this.#status, headers: this.#headers, ...body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(codeOf(error), error.message);
  }

  readonly #onStop = (): void => this.#end(String(this.#stop.reason));

  /** Ends the exchange from this side; the connection, in the middle of an answer, is of no more use. */
  #end(fault: string): void {
    this.#fail(fault, 'ended by the gateway');
    this.#controller?.abort(new Error(fault));
  }

  #fail(fault: string, detail: string): void {
    this.#settle(
      this.#status === 0
        ? { phase: 'failed', fault, detail, sent: this.#controller !== undefined }
        : { phase: 'answered', status: this.#status, headers: this.#headers, json: undefined, fault },
    );
  }

  #settle(end: Exchange): void {
    if (!this.#settled) {
      this.#settled = true;
      this.#stop.removeEventListener('abort', this.#onStop);
      this.#resolve(end);
    }
  }
}

function parseBody(status: number, chunks: readonly Buffer[]): Pick<Answered, 'json' | 'fault'> {
  if (status === 204) {
    return { json: undefined, fault: null };
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString()), fault: null };
  } catch {
    return { json: undefined, fault: FAULTS.notJson };
  }
}

function codeOf(error: Error & { code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : error.name;
}
