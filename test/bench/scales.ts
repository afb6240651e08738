import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { keyOf } from './data.ts';
import { gateways } from './gateways.ts';
import type { Inside } from './inside.ts';
import { Laboratory } from './measure.ts';
import { messageOf, type Running } from './processes.ts';

/** What grows with callers and with rows, measured inside the gateway's process. */
export interface Scales {
  /** Heap above that of one caller, in MiB, by how many callers have asked. */
  readonly heapMiB: readonly (readonly [callers: number, mebibytes: number])[];
  /** The longest turn of the event loop while so many lists of 5,000 rows are read at once for the first time, in ms of CPU time. */
  readonly longestTurnMs: number;
}

const CALLERS = [1, 10, 100, 1_000, 10_000];
const ORGANIZATIONS = 100;
const ROWS = 200;
const AT_ONCE = 16;
/** Long lists that are read at once, and how long they are. */
export const LONG = { lists: 20, rows: 5_000 };

export async function measureScales(built: string, tell: (line: string) => void): Promise<Scales> {
  const heapMiB = await inGateway(built, ROWS, (running) => heapByCallers(running, tell));
  const longestTurnMs = await inGateway(built, LONG.rows, longestTurn);
  tell(`${LONG.lists} lists of ${LONG.rows} at once: longest turn ${longestTurnMs.toFixed(1)} ms`);
  return { heapMiB, longestTurnMs };
}

async function heapByCallers(running: Running, tell: (line: string) => void): Promise<Scales['heapMiB']> {
  const found: [number, number][] = [];
  let asked = 0;
  for (const callers of CALLERS) {
    for (; asked < callers; asked += AT_ONCE) {
      const next = Array.from({ length: Math.min(AT_ONCE, callers - asked) }, (_, index) => asked + index);
      await Promise.all(next.map((caller) => ask(running.port, keyOf(caller % ORGANIZATIONS, caller))));
    }
    asked = callers;
    const { heapMiB } = await inside(running);
    found.push([callers, heapMiB - (found[0]?.[1] ?? 0)]);
    tell(`${callers} callers: heap ${heapMiB.toFixed(1)} MiB`);
  }
  return found.map(([callers, mebibytes], index) => [callers, index === 0 ? 0 : mebibytes]);
}

async function longestTurn(running: Running): Promise<number> {
  // Compiled code is what a process that has been running for a minute has.
  for (let caller = 0; caller < LONG.lists; caller++) await ask(running.port, keyOf(caller, 0));
  await inside(running);
  await Promise.all(Array.from({ length: LONG.lists }, (_, list) => ask(running.port, keyOf(LONG.lists + list, 0))));
  return (await inside(running)).longestTurnMs;
}

async function inGateway<T>(built: string, rows: number, work: (running: Running) => Promise<T>): Promise<T> {
  const [peer] = gateways(built);
  if (!peer) throw new Error('There is no gateway.');
  const laboratory = await Laboratory.open(rows);
  try {
    const preload = ['--expose-gc', '--import', join(import.meta.dirname, 'dist/inside.js')];
    return await work(
      await laboratory.startPeer(peer, (command) => ({ ...command, args: [...preload, ...command.args] }), true),
    );
  } finally {
    await laboratory.close();
  }
}

async function inside({ child }: Running): Promise<Inside> {
  const answered = messageOf(child, 'gateway');
  child.send('how is it');
  return (await answered) as Inside;
}

/** New callers are let in some at a time: one that is refused for that asks again. */
async function ask(port: number, authorization: string): Promise<void> {
  for (let tries = 1; !(await isAnswered(port, authorization)); tries++) {
    if (tries === MOST_TRIES) throw new Error('The gateway lets no new callers in.');
    await setTimeout(1_000);
  }
}

const MOST_TRIES = 30;

async function isAnswered(port: number, authorization: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: '{"query":"{ integrations(first: 1) { totalCount nodes { id } } }"}',
  });
  const text = await response.text();
  if (text.startsWith('{"data":')) return true;
  if (text.includes('"UPSTREAM_UNAVAILABLE"')) return false;
  throw new Error(`${response.status}: ${text.slice(0, 300)}`);
}
