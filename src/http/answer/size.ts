import { QueryTooComplexError } from '../../model/errors.ts';

/**
 * Is a value's JSON longer than so many bytes? Computed without building it: a string that occurs many times in a
 * result is one string in memory, but many in its JSON. No recursion, because JSON from Novu can be deeply nested.
 */
export function isLongerThan(value: unknown, maxBytes: number): boolean {
  let bytes = 0;
  const left: unknown[] = [value];
  while (left.length > 0 && bytes <= maxBytes) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) {
      bytes += bytesOfLeaf(one);
    } else if (Array.isArray(one)) {
      bytes += bytesAround(one.length);
      for (const item of one) left.push(item);
    } else {
      const members = Object.entries(one).filter(([, member]) => member !== undefined);
      bytes += bytesAround(members.length);
      for (const [name, member] of members) {
        bytes += bytesOfText(name) + 1;
        left.push(member);
      }
    }
  }
  return bytes > maxBytes;
}

/** Brackets and commas. */
function bytesAround(members: number): number {
  return 2 + Math.max(0, members - 1);
}

function bytesOfLeaf(leaf: unknown): number {
  if (typeof leaf === 'string') return bytesOfText(leaf);
  if (typeof leaf === 'boolean' || (typeof leaf === 'number' && Number.isFinite(leaf))) return String(leaf).length;
  return 'null'.length;
}

/** Characters that JSON escapes: one can become six bytes. */
const ESCAPED = /["\\\p{Cc}\p{Surrogate}]/u;

function bytesOfText(text: string): number {
  return ESCAPED.test(text) ? Buffer.byteLength(JSON.stringify(text)) : Buffer.byteLength(text) + 2;
}

/** @param hasRun the answer reports mutations, which cannot be undone. */
export function answerTooLarge(limit: number, hasRun = false): QueryTooComplexError {
  return new QueryTooComplexError(hasRun ? HAS_RUN : TOO_LARGE, { name: 'bytes', value: null, limit });
}

const TOO_LARGE = 'The answer is too large: ask for fewer fields or smaller pages';
const HAS_RUN =
  'The mutations have run, but the answer is too large. Look what became of them, or repeat them with their idempotency keys and fewer fields';
