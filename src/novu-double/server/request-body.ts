import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest, ServerFailureError } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';

const LIMIT = 100 * 1024;

/**
 * Reads a request to its end. Anything but JSON counts as an empty object.
 * @throws ApiError over 100 kB (413, on api2024 500; contract §6) and 400 for text that is not a JSON object or list.
 */
export async function readBody(request: IncomingMessage, generation: Generation): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Reads past the limit: a client that is still sending would otherwise see a reset instead of the answer.
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LIMIT) chunks.push(chunk);
  }
  if (size > LIMIT) {
    throw generation === 'api2024' ? new ServerFailureError() : new ApiError(413, 'Payload Too Large');
  }
  const isJson = /^application\/([\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? '');
  return size === 0 || !isJson ? {} : parse(new TextDecoder().decode(Buffer.concat(chunks)));
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== 'object' || value === null) throw badRequest('The body must be a JSON object or list');
  return value;
}
