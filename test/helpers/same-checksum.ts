import { crc32 } from 'node:zlib';

/** White space that JSON allows, and what the choice between the two changes. */
const SLOTS = 64;

/** Two texts that mean what the given JSON texts mean, of one length and one CRC-32. */
export function withSameChecksum(first: string, second: string): [string, string] {
  const length = Math.max(first.length, second.length) + SLOTS;
  const target = first.padEnd(length, ' ');
  const start = second.padEnd(length, ' ');
  // The checksum is linear: each slot, turned from a space into a tab, changes it by the same bits, whatever the others are.
  const solved = solve(
    Array.from({ length: SLOTS }, (_, slot) => crc32(start) ^ crc32(withTabs(start, 1n << BigInt(slot)))),
    crc32(start) ^ crc32(target),
  );
  return [target, withTabs(start, solved)];
}

function withTabs(text: string, slots: bigint): string {
  const end = Array.from({ length: SLOTS }, (_, slot) => ((slots >> BigInt(slot)) & 1n ? '\t' : ' ')).join('');
  return text.slice(0, -SLOTS) + end;
}

/** Which of the changes make the wanted one together: elimination over the field of two elements. */
function solve(changes: readonly number[], wanted: number): bigint {
  const byHighestBit = new Map<number, { change: number; slots: bigint }>();
  const reduce = (change: number, slots: bigint) => {
    let rest = { change, slots };
    for (let bit = 31; bit >= 0; bit--) {
      const basis = byHighestBit.get(bit);
      if ((rest.change >>> bit) & 1 && basis) {
        rest = { change: rest.change ^ basis.change, slots: rest.slots ^ basis.slots };
      }
    }
    return rest;
  };
  for (const [slot, change] of changes.entries()) {
    const rest = reduce(change, 1n << BigInt(slot));
    if (rest.change !== 0) byHighestBit.set(31 - Math.clz32(rest.change), rest);
  }
  const { change, slots } = reduce(wanted, 0n);
  if (change !== 0) throw new Error('The slots do not reach every checksum.');
  return slots;
}
