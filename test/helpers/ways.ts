import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, afterEach } from '@jest/globals';
import { type AnswerEvent, type AnswerWay, answerChannel } from '../../src/telemetry/channels.ts';

/** Counts which way the answers of this process's gateways came, from test to test. */
export function countWays(): { count(way: AnswerWay): number; clear(): void } {
  let ways: AnswerWay[] = [];
  const listen = (event: unknown) => ways.push((event as AnswerEvent).way);
  const clear = () => {
    ways = [];
  };
  subscribe(answerChannel.name, listen);
  afterEach(clear);
  afterAll(() => {
    unsubscribe(answerChannel.name, listen);
  });
  return { count: (way) => ways.filter((one) => one === way).length, clear };
}
