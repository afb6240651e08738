import type { IncomingMessage } from 'node:http';

/** Thrown when a request body cannot be read; the message says what to do and holds nothing of the body. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly status: 400 | 413;
  constructor(status: 400 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The text of a JSON body of a POST; undefined for other methods and other content types, of which Apollo Server says what it
 * thinks. @throws BodyError for a body that is too large (413).
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  if (request.method !== 'POST' || !isJson) {
    request.resume();
    return undefined;
  }
  return (await readBytes(request, maxBytes)).toString('utf8');
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not destroy the connection, on which the refusal is still to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new BodyError(413, `The request body is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
