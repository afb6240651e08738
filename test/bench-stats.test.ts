import { describe, expect, test } from '@jest/globals';
import { type CpuProfile, costsIn } from './bench/profile-layers.ts';
import { brief, median, percentile, spread } from './bench/stats.ts';
import { markdownTable } from './bench/table.ts';

describe('what the benchmark computes', () => {
  test('the median is the middle value, or the mean of two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  test('a percentile is a value that was measured', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 50)).toBe(100);
    expect(percentile(values, 99)).toBe(198);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  test('a spread holds the extremes', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  });

  test('numbers are shown with three digits that count', () => {
    expect([12_345, 1_234, 123.4, 12.34, 1.234, 0.1234, 0, Number.NaN].map(brief)).toEqual([
      '12,300',
      '1,230',
      '123',
      '12.3',
      '1.23',
      '0.123',
      '0',
      '–',
    ]);
  });

  test('a table escapes what would break it', () => {
    expect(markdownTable(['', 'n'], [['a|b\nc', '1']])).toBe('|  | n |\n| --- | --: |\n| a\\|b c | 1 |');
  });
});

describe('a profile by layer', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });
  const profile: CpuProfile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 3, 6] },
      { id: 2, callFrame: frame('answer', 'file:///p/dist/0a1b/http/server.js'), children: [4, 5] },
      { id: 3, callFrame: frame('(idle)') },
      { id: 4, callFrame: frame('stringify') },
      { id: 5, callFrame: frame('parse', 'file:///p/node_modules/graphql/language/parser.js') },
      { id: 6, callFrame: frame('(garbage collector)') },
    ],
    startTime: 1000,
    samples: [5, 2, 4, 3, 5, 6, 2],
    timeDeltas: [0, 10, 10, 10, 10, 10, 10],
  };

  test('counts built-in functions for their caller, leaves idle time out, and keeps to the window', () => {
    const { layers, busyMicroseconds } = costsIn(profile, { from: 1005, until: 1055 }, '/p');
    expect(layers).toEqual([
      ['src/http', 20],
      ['graphql', 10],
      ['garbage collector', 10],
    ]);
    expect(busyMicroseconds).toBe(40);
  });
});
