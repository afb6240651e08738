// Stands in the gateway's own process (`node --import`), where alone its heap and the turns of its event loop can be measured.
import { readFileSync } from 'node:fs';

/** Since the last time it was asked. */
export interface Inside {
  /** After a collection. */
  readonly heapMiB: number;
  /** CPU time of the main thread in the longest turn of the event loop, in milliseconds. */
  readonly longestTurnMs: number;
}

let longestTurnMs = 0;
let startedMs = cpuMs();

process.on('message', () => {
  const longest = longestTurnMs;
  globalThis.gc?.();
  longestTurnMs = 0;
  startedMs = cpuMs();
  process.send?.({ heapMiB: process.memoryUsage().heapUsed / 2 ** 20, longestTurnMs: longest } satisfies Inside);
});
// The gateway ends as it would without.
process.channel?.unref();
turn();

function turn(): void {
  const now = cpuMs();
  longestTurnMs = Math.max(longestTurnMs, now - startedMs);
  startedMs = now;
  // Often enough to part what else happens, and no load by itself.
  setTimeout(() => setImmediate(turn), 1).unref();
}

function cpuMs(): number {
  const [nanoseconds = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ', 1);
  return Number(nanoseconds) / 1e6;
}
