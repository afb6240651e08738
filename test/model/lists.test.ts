import { expect, test } from '@jest/globals';
import type { Integration } from '../../src/model/integration.ts';
import { LazyList, unreadableIn, withUnreadable } from '../../src/model/lists.ts';

test('the secrets of a list are read when something asks for them, and once', () => {
  let reads = 0;
  const rows: Integration[] = [];
  const list = new LazyList({ status: 'MISS', ageSeconds: 0, generation: null }, undefined, () => {
    reads += 1;
    return rows;
  });
  expect(reads).toBe(0);
  expect([list.integrations, list.integrations].every((one) => one === rows)).toBe(true);
  expect(reads).toBe(1);
});

test('how many rows are missing is known of the list itself, and not of a part of it', () => {
  const list = withUnreadable([1, 2], 1);
  expect([unreadableIn(list), unreadableIn(list.slice()), unreadableIn(withUnreadable([1, 2], 0))]).toEqual([1, 0, 0]);
});
