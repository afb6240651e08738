import { parseArgs } from 'node:util';

export const USAGE = 'npm run soak -- [--minutes 10] [--seed <number>] [--callers 50]';

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly callers: number;
}

/** @throws Error for what is no number in its bounds. */
export function readOptions(args: string[]): SoakOptions {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      callers: { type: 'string', default: '50' },
    },
  });
  return {
    minutes: readNumber('--minutes', values.minutes, 0.5, 24 * 60),
    seed: readNumber('--seed', values.seed, 0, 2 ** 32),
    callers: readNumber('--callers', values.callers, 8, 1_000),
  };
}

function readNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text !== '' && number >= least && number <= most) return number;
  throw new Error(`${flag} must be a number from ${least} to ${most}, not ${text}`);
}
