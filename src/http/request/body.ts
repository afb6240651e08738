import type { IncomingMessage, ServerResponse } from 'node:http';
import { MIMEType } from 'node:util';
import { ClientLeftError } from './client.ts';
import { RequestRefusal } from './refusal.ts';

/**
 * The bytes of the JSON body of a POST, without a byte order mark; undefined for other methods. Other content types are
 * refused, including those of forms: browsers send a preflight before JSON, so no POST comes from a page that CORS does
 * not allow. A client that sends `Expect: 100-continue` may continue only if the body will be read.
 * @throws RequestRefusal for another content type, charset or content encoding (415), and for a body that is too large
 * or in too many short pieces (413); ClientLeftError where the client went away.
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
): Promise<Buffer> | undefined {
  if (request.method !== 'POST') {
    request.resume();
    return undefined;
  }
  const { headers } = request;
  assertJson(headers['content-type'] ?? '');
  assertNotEncoded(headers['content-encoding']);
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (headers.expect !== undefined && request.httpVersion === '1.1') response.writeContinue();
  return readBytes(request, maxBytes);
}

/** As nearly all clients write it. */
const USUAL_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

function assertJson(contentType: string): void {
  if (USUAL_TYPE.test(contentType)) return;
  const type = parseType(contentType);
  if (type?.essence !== 'application/json') {
    throw new RequestRefusal(415, 'Send the operation as JSON, with "content-type: application/json".');
  }
  // The Encoding Standard allows both names.
  const charset = type.params.get('charset') ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset))
    throw new RequestRefusal(415, 'Send the operation in UTF-8: JSON has no other charset.');
}

function parseType(contentType: string): MIMEType | null {
  try {
    return new MIMEType(contentType);
  } catch {
    return null;
  }
}

/** A compressed body would need a second bound. */
function assertNotEncoded(contentEncoding: string | undefined): void {
  if (contentEncoding === undefined || /^\s*(identity)?\s*$/i.test(contentEncoding)) return;
  throw new RequestRefusal(415, 'Send the operation without "content-encoding": compressed bodies are not read.');
}

function tooManyPieces(): RequestRefusal {
  return new RequestRefusal(413, 'The request body comes in too many short pieces. Send it in longer ones.');
}

function tooLarge(maxBytes: number): RequestRefusal {
  return new RequestRefusal(413, `The request body is larger than ${maxBytes} bytes.`);
}

/**
 * The number of pieces of any length, and the least average length beyond that. Each piece costs some microseconds:
 * one-byte chunks would cost as much as a hundred requests.
 */
const MAX_SHORT_PIECES = 4_096;
const PIECE_BYTES = 32;

/** Uses events: an async iterator costs as much as the rest of a short answer. */
function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      const isShort = chunks.length >= MAX_SHORT_PIECES && length < chunks.length * PIECE_BYTES;
      if (length <= maxBytes && !isShort) {
        chunks.push(chunk);
        return;
      }
      // The connection is still needed for the refusal.
      request.removeAllListeners('data');
      request.pause();
      reject(isShort ? tooManyPieces() : tooLarge(maxBytes));
    });
    request.once('end', () => {
      resolve(withoutMark(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)));
    });
    // The only cause: the connection was closed, by the client or by a timeout.
    request.once('error', () => reject(new ClientLeftError()));
  });
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The mark is not part of JSON and may be ignored (RFC 8259 §8.1). Some clients send one. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === BYTE_ORDER_MARK[0] && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

/** Do all strings in a value consist of whole characters? No recursion, because the client chooses the depth. */
export function isWellFormed(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string' && /\p{Surrogate}/u.test(one)) return false;
    if (typeof one === 'object' && one !== null) for (const inner of Object.entries(one).flat()) left.push(inner);
  }
  return true;
}
