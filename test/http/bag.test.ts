import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Bag } from '../../src/http/bag.ts';
import { checkProperty } from '../helpers/runs.ts';

test('what has entered is in it until it leaves, in whatever order, and however often it is told to', async () => {
  const steps = fc.array(fc.record({ enters: fc.boolean(), which: fc.nat(20) }), { maxLength: 60 });
  await checkProperty(
    fc.asyncProperty(steps, async (all) => {
      const [bag, expected, leaves] = [new Bag<number>(), new Set<number>(), [] as (() => void)[]];
      for (const [at, { enters, which }] of all.entries()) {
        if (enters) {
          leaves.push(bag.add(at));
          expected.add(at);
        } else {
          const number = which % (leaves.length + 1);
          leaves[number]?.();
          expected.delete([...all.keys()].filter((index) => all[index]?.enters)[number] ?? -1);
        }
        expect(new Set(bag.things())).toEqual(expected);
        expect(bag.size).toBe(expected.size);
      }
    }),
    200,
  );
});
