import { QueryTooComplexError } from '../../model/errors.ts';

/**
 * Is a value's JSON longer than so many bytes? Found out without making it: strings that stand in a result many times are one
 * string in memory, and as many in its JSON. Escapes are not counted, so the text itself is to be held against the bound too.
 */
export function isLongerThan(value: unknown, maxBytes: number): boolean {
  let bytes = 0;
  const left: unknown[] = [value];
  while (left.length > 0 && bytes <= maxBytes) {
    const one = left.pop();
    if (typeof one === 'string') bytes += Buffer.byteLength(one) + 3;
    else if (typeof one !== 'object' || one === null) bytes += 5;
    else if (Array.isArray(one)) for (const item of one) left.push(item);
    else {
      for (const [name, member] of Object.entries(one)) {
        bytes += name.length + 4;
        left.push(member);
      }
    }
  }
  return bytes > maxBytes;
}

/** @param hasRun it holds what became of mutations, which cannot be taken back. */
export function answerTooLarge(limit: number, hasRun = false): QueryTooComplexError {
  return new QueryTooComplexError(hasRun ? HAS_RUN : TOO_LARGE, { name: 'bytes', value: null, limit });
}

const TOO_LARGE = 'The answer is too large: ask for fewer fields or smaller pages';
const HAS_RUN =
  'The mutations have run, but the answer is too large. Look what became of them, or repeat them with their idempotency keys and fewer fields';
