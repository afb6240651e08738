import { connect, type Socket } from 'node:net';

/** An answer as the load generator looks at it. */
export interface Answer {
  readonly status: number;
  /** Bytes of the body. */
  readonly length: number;
  /** The first bytes of the body. */
  readonly start: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const START = 32;

/**
 * One HTTP/1.1 connection that stays open, one request at a time. It reads as little as it can, so that the load generator is
 * never what is measured: status, length and the first bytes of the body.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #onAnswer: (answer: Answer) => void;
  #pending: Buffer = Buffer.alloc(0);
  #head: { status: number; chunked: boolean } | null = null;
  /** Bytes of the body, or of the chunk, that are still to come. */
  #left = 0;
  #length = 0;
  #start = '';

  constructor(port: number, onAnswer: (answer: Answer) => void, onFault: (error: Error) => void) {
    this.#onAnswer = onAnswer;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    let fault = new Error('connection closed');
    this.#socket.on('error', (error) => {
      fault = error;
    });
    this.#socket.once('close', () => onFault(fault));
  }

  send(request: string): void {
    this.#socket.write(request);
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.removeAllListeners('data');
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let rest: Buffer | null = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
    this.#pending = Buffer.alloc(0);
    while (rest !== null && rest.length > 0) rest = this.#step(rest);
  }

  /** Takes what it can; null where more must come. */
  #step(data: Buffer): Buffer | null {
    if (this.#head === null) return this.#readHead(data);
    if (this.#left > 0) return this.#readBody(data);
    return this.#readChunkSize(data);
  }

  #readHead(data: Buffer): Buffer | null {
    const end = data.indexOf(HEAD_END);
    if (end < 0) return this.#keep(data);
    const text = data.toString('latin1', 0, end).toLowerCase();
    this.#head = { status: Number(text.slice(9, 12)), chunked: text.includes('\r\ntransfer-encoding: chunked') };
    this.#length = 0;
    this.#start = '';
    this.#left = Number(/\r\ncontent-length: *(\d+)/.exec(text)?.[1] ?? 0);
    if (!this.#head.chunked && this.#left === 0) this.#finish();
    return data.subarray(end + HEAD_END.length);
  }

  #readBody(data: Buffer): Buffer {
    const taken = Math.min(this.#left, data.length);
    if (this.#start.length < START) this.#start += data.toString('latin1', 0, Math.min(taken, START));
    this.#left -= taken;
    this.#length += taken;
    if (this.#left === 0 && this.#head?.chunked === false) this.#finish();
    return data.subarray(taken);
  }

  #readChunkSize(data: Buffer): Buffer | null {
    // The end of the chunk before stands in front of the size.
    const from = data.indexOf(LINE_END) === 0 ? LINE_END.length : 0;
    const end = data.indexOf(LINE_END, from);
    if (end < 0) return this.#keep(data);
    this.#left = Number.parseInt(data.toString('latin1', from, end), 16);
    if (this.#left > 0) return data.subarray(end + LINE_END.length);
    const done = end + 2 * LINE_END.length;
    if (data.length < done) return this.#keep(data);
    this.#finish();
    return data.subarray(done);
  }

  #keep(data: Buffer): null {
    this.#pending = data;
    return null;
  }

  #finish(): void {
    const answer = { status: this.#head?.status ?? 0, length: this.#length, start: this.#start };
    this.#head = null;
    this.#onAnswer(answer);
  }
}
