import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { decodeBody, isUncompressed } from './decode-body.ts';
import { runInSlices } from './slices.ts';
import { parseInSteps, textOf } from './wire/long-bodies.ts';

/** How one attempt at a request ended. Only `json` and `headers` hold anything that upstream wrote. */
export type HttpResult = HttpResponse | HttpFailure;

/** A status line and headers arrived. */
export interface HttpResponse {
  readonly phase: 'answered';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body, of any shape; undefined where there is none (204), where parsing was skipped, or where `errorCode` is set. */
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
  unwritable: 'UNWRITABLE',
  /** Half a body: the connection ended in the middle of it. */
  cutOff: 'CUT_OFF',
  /** A page of Express, which Nest stands on, that says that it has no such route. */
  noRoute: 'NO_ROUTE',
  /** A content coding that was not asked for. */
  unknownCoding: 'UNKNOWN_CODING',
  /** The body cannot be decoded by the coding that is named. */
  damagedCoding: 'DAMAGED_CODING',
} as const;

/** Is the body of this 2xx response, in its chunks and without its coding, one that is known? Then it is not parsed. */
export type BodyPredicate = (body: readonly Buffer[]) => boolean;

/**
 * Sends one request and reads the whole response. Never rejects.
 * @param maxBodyBytes bounds the body both as it is sent and without its content coding.
 * @param signal ends the request when it fires; its reason is one of {@link ERROR_CODES}.
 * @param canSkipParsing asked before a body is parsed.
 */
export function sendRequest(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  maxBodyBytes: number,
  signal: AbortSignal,
  canSkipParsing: BodyPredicate = () => false,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    const handler = new ResponseHandler(maxBodyBytes, signal, canSkipParsing, resolve);
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      handler.onDispatchError(error);
    }
  });
}

/** A body as it was parsed, or why it could not be. */
type ParsedBody = Pick<HttpResponse, 'json' | 'errorCode'>;

/** Parsing was skipped, or its result is not needed any more. */
const SKIPPED: ParsedBody = { json: undefined, errorCode: null };

/** Longer bodies are read in slices: those of some five hundred integrations. */
const LONG_BYTES = 256 * 1024;

class ResponseHandler implements Dispatcher.DispatchHandler {
  readonly #maxBodyBytes: number;
  readonly #signal: AbortSignal;
  readonly #canSkipParsing: BodyPredicate;
  readonly #resolve: (result: HttpResult) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #size = 0;
  #settled = false;

  constructor(
    maxBodyBytes: number,
    signal: AbortSignal,
    canSkipParsing: BodyPredicate,
    resolve: (result: HttpResult) => void,
  ) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#signal = signal;
    this.#canSkipParsing = canSkipParsing;
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
    const coding = this.#headers['content-encoding'];
    if (this.#size === 0 || isUncompressed(coding)) this.#readAll(this.#chunks, this.#size);
    else void this.#decode(Buffer.concat(this.#chunks), String(coding));
  }

  async #decode(body: Buffer, coding: string): Promise<void> {
    const decoded = await decodeBody(body, coding, this.#maxBodyBytes);
    if (typeof decoded === 'string') this.#answer({ json: undefined, errorCode: ERROR_CODES[decoded] });
    else this.#readAll([decoded], decoded.length);
  }

  #readAll(chunks: readonly Buffer[], length: number): void {
    if (length <= LONG_BYTES)
      this.#answer(this.#shouldSkip(chunks) ? SKIPPED : parseBody(this.#status, Buffer.concat(chunks)));
    else void runInSlices(this.#readInSteps(chunks)).then((read) => this.#answer(read));
  }

  *#readInSteps(chunks: readonly Buffer[]): Generator<undefined, ParsedBody> {
    if (this.#settled) return SKIPPED;
    if (this.#shouldSkip(chunks)) return SKIPPED;
    yield;
    const body = Buffer.concat(chunks);
    try {
      return { json: yield* parseInSteps(body), errorCode: null };
    } catch {
      return parseBody(this.#status, body);
    }
  }

  #shouldSkip(chunks: readonly Buffer[]): boolean {
    const isAnswer = this.#status >= 200 && this.#status < 300 && this.#size > 0;
    return isAnswer && this.#canSkipParsing(chunks);
  }

  #answer({ json, errorCode }: ParsedBody): void {
    const headers = this.#headers;
    const whole = headers['content-encoding'] === undefined ? ERROR_CODES.notJson : ERROR_CODES.damagedCoding;
    const code = errorCode === ERROR_CODES.cutOff && !endsWithConnection(headers) ? whole : errorCode;
    this.#settle({ phase: 'answered', status: this.#status, headers, json, errorCode: code });
  }

  /** undici refused the request, or failed at it. */
  onDispatchError(error: unknown): void {
    const known = error instanceof Error ? error : new Error('no error was thrown');
    this.#fail(codeOf(known), known.message);
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

function parseBody(status: number, body: Buffer): ParsedBody {
  if (status === 204 || status === 304) return { json: undefined, errorCode: null };
  if (body.length === 0) return { json: undefined, errorCode: ERROR_CODES.empty };
  const text = textOf(body);
  try {
    return { json: JSON.parse(text), errorCode: null };
  } catch {
    if (status === 404 && /\bCannot [A-Z]+ \//.test(text)) return { json: undefined, errorCode: ERROR_CODES.noRoute };
    return { json: undefined, errorCode: isHalfJson(text) ? ERROR_CODES.cutOff : ERROR_CODES.notJson };
  }
}

function isHalfJson(text: string): boolean {
  return /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text);
}

/** Where nothing but the end of the connection ends a body, undici cannot tell a lost end from a right one. */
function endsWithConnection(headers: IncomingHttpHeaders): boolean {
  if (headers['content-length'] !== undefined) return false;
  return headers['transfer-encoding'] === undefined || /\bclose\b/i.test(headers.connection ?? '');
}

function codeOf(error: Error & { code?: unknown }): string {
  // undici has no code for a connection that closes within a chunked body.
  if (error.message.includes('Invalid EOF state')) return ERROR_CODES.cutOff;
  return typeof error.code === 'string' ? error.code : error.name;
}
