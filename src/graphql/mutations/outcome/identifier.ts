import { randomBytes } from 'node:crypto';

/** 12 characters of base 36 are 62 bits: no two of one environment are alike. */
const SUFFIX_LENGTH = 12;
const MAX_NAME_LENGTH = 40;

/**
 * An identifier for a new integration, in the form of Novu's own (contract §3.2.4). The gateway chooses it, so that the row can be
 * found where the answer to its create is lost.
 * @param name display name, or the id of the provider.
 * @param seed bytes that decide the end of it, at least 8; by default random ones.
 */
export function newIdentifier(name: string, seed: Buffer = randomBytes(8)): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  const suffix = seed.readBigUInt64BE().toString(36).padStart(SUFFIX_LENGTH, '0').slice(-SUFFIX_LENGTH);
  return `${slug || 'integration'}-${suffix}`;
}
