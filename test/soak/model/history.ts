import type { Register, Write } from './register.ts';

const MOST_LINES = 12;

/** The last writes of registers, one a line, oldest first. */
export function historyOf(registers: readonly Register[], write?: Write): string[] {
  const writes = [...registers.flatMap((register) => register.writes), ...(write ? [write] : [])];
  return writes.slice(-MOST_LINES).map(lineOf);
}

function lineOf({ label, value, from, to, phase, attempts }: Write): string {
  const span = `${from.toFixed(0)} to ${to.toFixed(0)} ms`;
  return `${label}: ${value} (${[phase, span, ...attempts].join(', ')})`;
}
