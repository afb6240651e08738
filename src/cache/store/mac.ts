import { timingSafeEqual } from 'node:crypto';

/** Characters of an HMAC-SHA-256 in base64url: 32 bytes. What is stored has its MAC in front. */
export const MAC_LENGTH = 43;

/** Takes equally long wherever they differ. */
export function isSameMac(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
