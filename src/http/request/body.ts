import type { IncomingMessage, ServerResponse } from 'node:http';
import { MIMEType } from 'node:util';
import { ClientLeftError } from './client.ts';
import { RequestRefusal } from './refusal.ts';

/**
 * The bytes of the JSON body of a POST, without a byte order mark; undefined for other methods. Other content types are refused,
 * also those that a form can send: a browser asks before it sends JSON to another site, so no POST comes from a page that was not
 * let in. A client that asks first (`Expect: 100-continue`) is told to go on only where the body will be read.
 * @throws RequestRefusal for another content type, charset or content encoding (415), and for a body that is too large or in too
 * many short pieces (413);
 * ClientLeftError where the client went away.
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
  // The second is the name that the Encoding Standard gives it beside the first.
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

/** A body that was made smaller would have to be bounded twice. */
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
 * Pieces of a body that are read however short they are, and the least length on average of more. Each is an event of some microseconds:
 * chunks of one byte would cost as much as a hundred requests.
 */
const MAX_SHORT_PIECES = 4_096;
const PIECE_BYTES = 32;

/** By events: an async iterator costs as much as all the rest of a short answer. */
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
      // The connection must live on for the refusal.
      request.removeAllListeners('data');
      request.pause();
      reject(isShort ? tooManyPieces() : tooLarge(maxBytes));
    });
    request.once('end', () => {
      resolve(withoutMark(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)));
    });
    // Nothing else ends the reading of a body: the connection is closed, by the client or because it took too long.
    request.once('error', () => reject(new ClientLeftError()));
  });
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A mark is no part of JSON, and may be ignored (RFC 8259 §8.1): some clients write one. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === BYTE_ORDER_MARK[0] && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

/** Are all texts in a value made of whole characters? Without recursion: the depth is the client's choice. */
export function isWellFormed(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string' && /\p{Surrogate}/u.test(one)) return false;
    if (typeof one === 'object' && one !== null) for (const inner of Object.entries(one).flat()) left.push(inner);
  }
  return true;
}
