import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** How one attempt at a request ended. Only `json` and `headers` hold anything that upstream wrote. */
export type HttpResult = HttpResponse | HttpFailure;

/** A status line and headers arrived. */
export interface HttpResponse {
  readonly phase: 'answered';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body, of any shape; undefined where there is none (204) or where `errorCode` is set. */
  readonly json: unknown;
  /** Why the body cannot be read: one of {@link ERROR_CODES}, or the code of what broke the connection. */
  readonly errorCode: string | null;
}

/** No response arrived. */
export interface HttpFailure {
  readonly phase: 'failed';
  readonly errorCode: string;
  /** The technical sentence that belongs to `errorCode`. It holds no header, body or URL. */
  readonly detail: string;
  /** False: not one byte of the request was written, and none ever will be. */
  readonly sent: boolean;
}

/** Codes for what this folder itself detects. All others are codes of Node or undici. */
export const ERROR_CODES = {
  timeout: 'TIMEOUT',
  aborted: 'ABORTED',
  tooLarge: 'TOO_LARGE',
  empty: 'EMPTY',
  notJson: 'NOT_JSON',
} as const;

/**
 * Sends one request and reads the whole response. Never rejects.
 * @param signal ends the request when it fires; its reason is one of {@link ERROR_CODES}.
 */
export function sendRequest(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  maxBodyBytes: number,
  signal: AbortSignal,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    dispatcher.dispatch(request, new ResponseHandler(maxBodyBytes, signal, resolve));
  });
}

class ResponseHandler implements Dispatcher.DispatchHandler {
  readonly #maxBodyBytes: number;
  readonly #signal: AbortSignal;
  readonly #resolve: (result: HttpResult) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #size = 0;
  #settled = false;

  constructor(maxBodyBytes: number, signal: AbortSignal, resolve: (result: HttpResult) => void) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#signal = signal;
    this.#resolve = resolve;
    signal.addEventListener('abort', this.#onAbort);
  }

  /**
   * undici calls this immediately before it writes the first byte, so a request that never got here was not sent. Throwing
   * here withdraws the request and leaves the connection to others. That is done in two cases: the request has already
   * ended, or undici is about to send it a second time, which could repeat a write.
   */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled || this.#controller !== undefined) {
      throw Object.assign(new Error('withdrawn before it was sent'), { code: 'ECONNRESET' });
    }
    this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 1xx is not a final response.
    if (status >= 200) {
      this.#status = status;
      this.#headers = headers;
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBodyBytes) this.#abort(ERROR_CODES.tooLarge);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = parseBody(this.#status, Buffer.concat(this.#chunks));
    this.#settle({ phase: 'answered', status: this.#status, headers: this.#headers, ...body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(codeOf(error), error.message);
  }

  readonly #onAbort = (): void => this.#abort(String(this.#signal.reason));

  /** Ends the request from this side. A connection in the middle of a response cannot be used again. */
  #abort(errorCode: string): void {
    this.#fail(errorCode, 'ended by the gateway');
    this.#controller?.abort(new Error(errorCode));
  }

  #fail(errorCode: string, detail: string): void {
    this.#settle(
      this.#status === 0
        ? { phase: 'failed', errorCode, detail, sent: this.#controller !== undefined }
        : { phase: 'answered', status: this.#status, headers: this.#headers, json: undefined, errorCode },
    );
  }

  #settle(result: HttpResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#resolve(result);
  }
}

function parseBody(status: number, body: Buffer): Pick<HttpResponse, 'json' | 'errorCode'> {
  if (status === 204) return { json: undefined, errorCode: null };
  if (body.length === 0) return { json: undefined, errorCode: ERROR_CODES.empty };
  try {
    // A byte order mark is allowed (contract §1.1); this decoder skips it.
    return { json: JSON.parse(new TextDecoder().decode(body)), errorCode: null };
  } catch {
    return { json: undefined, errorCode: ERROR_CODES.notJson };
  }
}

function codeOf(error: Error & { code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : error.name;
}
