import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

type Coding = 'br' | 'gzip';

/** Bytes. What is shorter fits into one packet anyway. */
const MIN_BYTES = 1024;
/** Values of `Accept-Encoding` that are remembered: browsers send few. Bounded, because clients choose them. */
const MAX_REMEMBERED = 100;

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
const COMPRESS: Readonly<Record<Coding, (body: Buffer) => Promise<Buffer>>> = {
  // Quality 4 is as fast as gzip, and still smaller. The highest one, which is the default, is for files.
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => gzipped(body),
};

export interface Compressed {
  readonly coding: Coding;
  readonly body: Buffer;
}

/**
 * Compresses answers as clients accept it. Not for answers that may hold secrets: a client that can place text of its
 * choice in such an answer learns from its length whether that text is like the secret (BREACH).
 */
export class Compression {
  readonly #codings = new Map<string, Coding | null>();
  /**
   * Compressed forms of cached answers, by their bodies. Together they are at most as long as these, since each is at
   * most half as long.
   */
  readonly #kept = new WeakMap<Buffer, Map<Coding, Buffer>>();

  /**
   * Null where the answer is short, or the client accepts neither br nor gzip.
   * @param isCached the very same body will be sent again.
   */
  async compress(body: Buffer | string, acceptEncoding: unknown, isCached = false): Promise<Compressed | null> {
    if (typeof acceptEncoding !== 'string' || body.length < MIN_BYTES) return null;
    const coding = this.#codingFor(acceptEncoding);
    if (coding === null) return null;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const kept = this.#kept.get(bytes)?.get(coding);
    if (kept) return { coding, body: kept };
    const compressed = await COMPRESS[coding](bytes);
    if (isCached && compressed.length * 2 <= bytes.length) this.#keep(bytes, coding, compressed);
    return { coding, body: compressed };
  }

  #keep(body: Buffer, coding: Coding, compressed: Buffer): void {
    const forms = this.#kept.get(body) ?? new Map<Coding, Buffer>();
    forms.set(coding, compressed);
    this.#kept.set(body, forms);
  }

  #codingFor(acceptEncoding: string): Coding | null {
    const known = this.#codings.get(acceptEncoding);
    if (known !== undefined) return known;
    const [best] = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings(
      ['br', 'gzip', 'identity'],
      { preferred: ['br', 'gzip'] },
    );
    const coding = best === 'br' || best === 'gzip' ? best : null;
    if (this.#codings.size < MAX_REMEMBERED) this.#codings.set(acceptEncoding, coding);
    return coding;
  }
}
