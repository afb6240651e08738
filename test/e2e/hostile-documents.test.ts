import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demoSeed } from '../../src/novu-double/seed/seed.ts';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { ACME_DEV, callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { HOSTILE } from '../helpers/hostile-documents.ts';
import { type Hostile, ID, NOBODY } from '../helpers/hostile-parts.ts';
import { HOSTILE_STREAMS } from '../helpers/hostile-streams.ts';
import { TEN_MUTATIONS, tenMutations } from '../helpers/hostile-to-run.ts';
import { manyIntegrations } from '../helpers/many-integrations.ts';
import { exchange, statusOf } from '../helpers/raw-client.ts';
import { stopAtEnd } from '../helpers/stop-at-end.ts';

/** The README's first query. */
const FIRST = '{ integrations(filter: { channels: [EMAIL] }) { totalCount nodes { name providerId active primary } } }';
/** Milliseconds of CPU that any request may cost, and how many times the first query on a cold cache. */
const FLOOR_MS = 300;
const FACTOR = 25;
const MAX_BODY = 256 * 1024;
const FUZZ_RUNS = 40;
const TURNS = 5;

let gateway: GatewayProcess;
let allowedMs: number;
beforeAll(async () => {
  gateway = await start();
  // In production it is printed at the start.
  await gateway.ask(NOBODY, '{ _service { sdl } }');
  const first = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const { cpuMs } = await measure(() => gateway.ask(callers.devKey, FIRST));
    first.push(cpuMs);
  }
  allowedMs = Math.max(FLOOR_MS, FACTOR * Math.min(...first));
});
afterAll(() => gateway?.end());

/** A gateway with a small heap, which caches nothing. The backend is not the embedded one, whose CPU time would count. */
async function start(seed = demoSeed()): Promise<GatewayProcess> {
  const backend = stopAtEnd(await startBackend({ seed }));
  return startGatewayProcess({
    NOVU_API_URL: backend.url,
    GATEWAY_MODE: 'development',
    NODE_OPTIONS: '--max-old-space-size=256',
    LOG_LEVEL: 'silent',
    CACHE_TTL: '1ms',
    CACHE_STALE_WHILE_REVALIDATE: '1ms',
    CACHE_MEMORY_TTL: '1ms',
  });
}

/** CPU time of the gateway's process, in milliseconds: user and system, in ticks of a hundredth of a second. */
function cpuMsOf({ pid }: GatewayProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

async function measure<T>(
  work: () => Promise<T>,
  process = gateway,
): Promise<{ readonly result: T; readonly cpuMs: number }> {
  const before = cpuMsOf(process);
  const result = await work();
  return { result, cpuMs: cpuMsOf(process) - before };
}

async function send({ caller, body }: Pick<Hostile, 'caller' | 'body'>) {
  const headers = { 'content-type': 'application/json', ...caller };
  const response = await fetch(gateway.url, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

/** What holds for every request, whatever it asks. */
async function expectBounded(hostile: Pick<Hostile, 'caller' | 'body'>): Promise<void> {
  expect(Buffer.byteLength(hostile.body)).toBeLessThanOrEqual(MAX_BODY);
  const { result, cpuMs } = await measure(() => send(hostile));
  expect(cpuMs).toBeLessThanOrEqual(allowedMs);
  expect(result.text.length).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(result.status).toBeLessThan(500);
  const answer = JSON.parse(result.text) as { errors?: { message: string; extensions: { code: string } }[] };
  for (const { message, extensions } of answer.errors ?? []) {
    expect([message, extensions.code]).not.toContain('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(/call stack|heap|string length/i);
  }
}

describe('a request that is made to cost much', () => {
  test.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))('%s: is bounded', async (_, hostile) => {
    const health = fetch(new URL('/healthz', gateway.url), { signal: AbortSignal.timeout(5_000) });
    await expectBounded(hostile);
    expect((await health).status).toBe(200);
  });

  test('so are its mutations', async () => {
    const mutate = fc.tuple(
      fc.constantFrom(...HOSTILE.filter(hasText)),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('cut', 'repeat', 'swap'),
    );
    await fc.assert(
      fc.asyncProperty(mutate, async ([hostile, at, length, how]) => {
        const body = mutated(hostile.body, at, length, how);
        if (Buffer.byteLength(body) <= MAX_BODY) await expectBounded({ ...hostile, body });
      }),
      { numRuns: FUZZ_RUNS, seed: 11 },
    );
  }, 120_000);

  test.each(HOSTILE_STREAMS.map((stream) => [stream.name, stream] as const))(
    '%s: is bounded, and refused as it should be',
    async (_, { bytes, status }) => {
      const sent = bytes();
      const { result, cpuMs } = await measure(() => exchange(gateway.url, sent));
      expect(statusOf(result)).toBe(status);
      expect(result).not.toMatch(/INTERNAL_SERVER_ERROR|call stack/i);
      expect(cpuMs).toBeLessThanOrEqual(allowedMs);
    },
  );

  test('the process is the same, and answers as before', async () => {
    const { data } = await gateway.ask(callers.devKey, FIRST);
    expect(data.integrations.totalCount).toBe(3);
  });
});

describe('in an organization of 1,000 integrations', () => {
  let large: GatewayProcess;
  let most: number;
  beforeAll(async () => {
    const seed = demoSeed();
    large = await start({ ...seed, integrations: [...seed.integrations, ...manyIntegrations(1_000, ACME_DEV)] });
    await large.ask(NOBODY, '{ _service { sdl } }');
    let firstMs = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      // So that the list is another one, which no process knows.
      await large.ask(
        callers.session,
        `mutation { updateIntegration(input: { id: "${ID}", name: "${turn}" }) { errors { code } } }`,
      );
      const { cpuMs } = await measure(() => large.ask(callers.devKey, FIRST), large);
      firstMs += cpuMs / TURNS;
    }
    most = Math.max(FLOOR_MS, FACTOR * firstMs);
  });
  afterAll(() => large?.end());

  test.each(Object.entries(TEN_MUTATIONS))('ten %s are bounded', async (_, mutation) => {
    const { result, cpuMs } = await measure(() => large.ask(callers.session, tenMutations(mutation)), large);
    expect(result.errors).toBeUndefined();
    expect(Object.values(result.data)).toEqual(Array(10).fill({ errors: [], changedIntegrations: expect.anything() }));
    expect(cpuMs).toBeLessThanOrEqual(most);
  });
});

const hasText = ({ body }: Hostile): boolean => body.startsWith(START);

const START = '{"query":';

/** Changes the document of a body, and leaves it JSON. What follows the document may nest too deep to be written again. */
function mutated(body: string, at: number, length: number, how: 'cut' | 'repeat' | 'swap'): string {
  const { query } = JSON.parse(body) as { query: string };
  const rest = body.slice(START.length + JSON.stringify(query).length);
  const start = at % query.length;
  const end = Math.min(query.length, start + 1 + (length % 200));
  const part = query.slice(start, end);
  const text = { cut: '', repeat: part.repeat(3), swap: [...part].reverse().join('') }[how];
  return `${START}${JSON.stringify(query.slice(0, start) + text + query.slice(end))}${rest}`;
}
