import { expect, test } from '@jest/globals';
import { endOfTurn } from '../../../src/http/answer/write-batching.ts';

test('what comes in together goes on together, after all of it', async () => {
  const events: string[] = [];
  const handle = async () => {
    events.push('in');
    await endOfTurn();
    events.push('out');
  };
  // Two callbacks of one turn.
  const both = ['first', 'second'].map(
    () => new Promise<void>((resolve) => setImmediate(() => handle().then(resolve))),
  );
  await Promise.all(both);
  expect(events).toEqual(['in', 'in', 'out', 'out']);
});

test('each turn has an end of its own', async () => {
  const first = endOfTurn();
  expect(endOfTurn()).toBe(first);
  await first;
  expect(endOfTurn()).not.toBe(first);
});
