import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCacheScope, readCaller } from '../../src/model/caller.ts';
import { runInSlices } from '../../src/upstream/slices.ts';
import { UpstreamSource } from '../../src/upstream/source.ts';
import { parseInSteps } from '../../src/upstream/wire/long-bodies.ts';
import { atEnd, startScripted } from './harness.ts';

const ROWS = 5_000;
const LISTS = 20;
/** Longer than a slice with all that follows it, in milliseconds of CPU time, and shorter than what reading one such list takes. */
const LONG_MS = 50;

test('twenty long lists at once leave turns to everything else', async () => {
  const bodies = Array.from({ length: LISTS }, (_, list) => bodyOf(list));
  const waiting: ServerResponse[] = [];
  const upstream = await startScripted((response) => {
    waiting.push(response);
    if (waiting.length < LISTS) return;
    // Their last bytes come at about the same time.
    for (const [nth, one] of waiting.entries()) {
      one.writeHead(200, { 'content-type': 'application/json' });
      one.end(bodies[nth]);
    }
  });
  const scope = createCacheScope('test', upstream.url);
  const source = new UpstreamSource({
    baseUrl: upstream.url,
    timeoutMs: 60_000,
    scope,
    limits: { strangersUnderWay: LISTS, waitMs: 60_000 },
  });
  atEnd(() => source.close());
  const turns = new Turns();
  atEnd(async () => turns.stop());
  const read = await Promise.all(
    bodies.map((_, list) => {
      const caller = readCaller(`ApiKey ${String(list).padStart(32, '0')}`, undefined);
      return source.list({ caller, requestId: 'test' });
    }),
  );
  expect(new Set(read.map(({ integrations }) => integrations.length))).toEqual(new Set([ROWS]));
  // Not none: garbage is collected in turns as well, of a heap that Jest shares.
  expect(turns.inLongMs).toBeLessThan(turns.totalMs / 2);
});

test('work of all kinds shares the time of a turn, and what fails holds up nothing', async () => {
  const order: string[] = [];
  function* work(name: string, steps: number): Generator<undefined, string> {
    for (let step = 0; step < steps; step++) yield;
    order.push(name);
    if (name === 'fails') throw new Error('on purpose');
    return name;
  }
  const done = await Promise.allSettled([
    runInSlices(work('first', 3)),
    runInSlices(work('fails', 1)),
    runInSlices(work('last', 0)),
  ]);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual(['first', 'fails', 'last']);
});

test('a body in steps is what it is at once, whatever it is', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.array(fc.dictionary(fc.string(), fc.jsonValue())).map((data) => JSON.stringify({ data })),
    fc.array(fc.dictionary(fc.string(), fc.jsonValue())).map((data) => ` ${JSON.stringify(data, null, 1)}\n`),
    fc.array(fc.jsonValue()).map((data) => JSON.stringify({ data, more: true })),
    fc.string(),
    fc.constantFrom(
      '{"data":[{}],"data":[]}',
      '{"data":[{}]',
      '{"data":[{"a":1}{"a":2}]}',
      '{"data":[{},]}',
      '[{}]x',
      '\ufeff{"data":[{}]}',
    ),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(outcomeOf(() => inOneGo(parseInSteps(Buffer.from(text))))).toEqual(
        outcomeOf(() => JSON.parse(text.replace(/^\ufeff/, ''))),
      );
    }),
  );
});

function outcomeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return (error as Error).name;
  }
}

function inOneGo<T>(steps: Generator<undefined, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

function bodyOf(list: number): Buffer {
  const data = Array.from({ length: ROWS }, (_, row) => ({
    _id: String(row).padStart(24, '0'),
    _environmentId: '65a000000000000000000001',
    _organizationId: '65e000000000000000000001',
    name: `Integration ${row} of ${list}`,
    identifier: `sendgrid-${row}`,
    providerId: 'sendgrid',
    channel: 'email',
    credentials: { apiKey: `SG.${list}.${row}`.padEnd(64, 'x'), from: 'hello@acme.example', senderName: 'Acme' },
    configurations: {},
    active: true,
    primary: false,
    priority: 1,
    conditions: [],
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
  }));
  return Buffer.from(JSON.stringify({ data }));
}

/** CPU time of the main thread in each turn of the event loop: what another process takes, and the collector's threads, does not count. */
class Turns {
  totalMs = 0;
  /** In turns of more than `LONG_MS`. */
  inLongMs = 0;
  #startedMs = cpuMs();
  #next = setImmediate(() => this.#turn());

  stop(): void {
    clearImmediate(this.#next);
  }

  #turn(): void {
    const now = cpuMs();
    const tookMs = now - this.#startedMs;
    this.totalMs += tookMs;
    if (tookMs > LONG_MS) this.inLongMs += tookMs;
    this.#startedMs = now;
    this.#next = setImmediate(() => this.#turn());
  }
}

function cpuMs(): number {
  const [nanoseconds = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ', 1);
  return Number(nanoseconds) / 1e6;
}
