import type { IncomingMessage } from 'node:http';
import { RequestRefusal } from './refusal.ts';

/**
 * The bytes of the JSON body of a POST; undefined for other methods. Other content types are refused, also those that a form can
 * send: a browser asks before it sends JSON to another site, so no POST comes from a page that was not let in.
 * @throws RequestRefusal for another content type (415) and for a body that is too large (413).
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (request.method !== 'POST') {
    request.resume();
    return undefined;
  }
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new RequestRefusal(415, 'Send the operation as JSON, with "content-type: application/json".');
  }
  return readBytes(request, maxBytes);
}

/** By events: an async iterator costs as much as all the rest of a short answer. */
function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // The connection must live on for the refusal.
      request.removeAllListeners('data');
      request.pause();
      reject(new RequestRefusal(413, `The request body is larger than ${maxBytes} bytes.`));
    });
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)));
    request.once('error', reject);
  });
}
