import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** What upstream is asked for in `Accept-Encoding`: the codings that {@link decodeBody} knows. */
export const ACCEPT_ENCODING = 'gzip, br';

const DECODERS: Readonly<Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
};

/** Why a body cannot be decoded. */
export type DecodeFailure = 'tooLarge' | 'unknownCoding' | 'damagedCoding' | 'cutOff';

/** True where a body is as it was sent, so that there is nothing to decode. */
export function isPlain(coding: string | undefined): boolean {
  return coding === undefined || /^\s*(identity\s*)?$/i.test(coding);
}

/**
 * Takes the content coding off a body. Stops at `maxBytes` of output: a few kilobytes can decode to gigabytes. Never rejects.
 * @param coding `Content-Encoding`. More than one is as unknown as any that was not asked for.
 */
export async function decodeBody(body: Buffer, coding: string, maxBytes: number): Promise<Buffer | DecodeFailure> {
  const decode = DECODERS[coding.trim().toLowerCase()];
  if (!decode) return 'unknownCoding';
  try {
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) return 'tooLarge';
    // What was decoded so far was in order, and then there was no more.
    return (error as { code?: unknown }).code === 'Z_BUF_ERROR' ? 'cutOff' : 'damagedCoding';
  }
}
