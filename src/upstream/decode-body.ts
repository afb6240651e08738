import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** The value of `Accept-Encoding`: the codings that {@link decodeBody} knows. */
export const ACCEPT_ENCODING = 'gzip, br';

const DECODERS: Readonly<Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
};

/** Why a body cannot be decoded. */
export type DecodeFailure = 'tooLarge' | 'unknownCoding' | 'damagedCoding' | 'cutOff';

/** True if a body has no content coding. */
export function isUncompressed(coding: string | undefined): boolean {
  return coding === undefined || /^\s*(identity\s*)?$/i.test(coding);
}

/**
 * Decodes a body. Stops at `maxBytes` of output: a few kilobytes can decode to gigabytes. Never rejects.
 * @param coding `Content-Encoding`. A list of several counts as unknown.
 */
export async function decodeBody(body: Buffer, coding: string, maxBytes: number): Promise<Buffer | DecodeFailure> {
  const decode = DECODERS[coding.trim().toLowerCase()];
  if (!decode) return 'unknownCoding';
  try {
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) return 'tooLarge';
    // The input ended before the compressed stream did.
    return (error as { code?: unknown }).code === 'Z_BUF_ERROR' ? 'cutOff' : 'damagedCoding';
  }
}
