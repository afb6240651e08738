import { expect, test } from '@jest/globals';
import { RecentMap } from '../../src/model/recent-map.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([1, 2, 10, 1_000])('of many entries the %d used last are kept, and fewer than twice as many', (least) => {
  const map = new RecentMap<number, string>(least);
  const all = numbers(5 * least + 3);
  for (const key of all) {
    map.set(key, `value ${key}`);
    expect(map.size).toBeLessThan(2 * least);
  }
  const last = all.slice(-least);
  expect(last.map((key) => map.get(key))).toEqual(last.map((key) => `value ${key}`));
  expect(map.get(0)).toBeUndefined();
});

test('an entry that is read now and then stays, however many come', () => {
  const map = new RecentMap<string, number>(10);
  map.set('read', 1);
  for (const key of numbers(1_000)) {
    map.set(`other ${key}`, key);
    if (key % 9 === 0) expect(map.get('read')).toBe(1);
  }
});

test('what was set last is read, also where an older value is left', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 1);
  map.set('a', 2);
  expect([map.get('a'), map.get('b'), map.size]).toEqual([2, 1, 2]);
});

test('what was deleted is gone, of either generation', () => {
  const map = new RecentMap<string, number>(2);
  for (const key of ['older', 'oldest', 'newer']) map.set(key, 1);
  expect([map.delete('older'), map.delete('newer'), map.delete('never')]).toEqual([true, true, false]);
  expect([map.get('older'), map.get('newer'), map.get('oldest')]).toEqual([undefined, undefined, 1]);
  map.clear();
  expect([map.get('oldest'), map.size]).toEqual([undefined, 0]);
});
