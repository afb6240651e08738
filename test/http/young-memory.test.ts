import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callers } from '../helpers/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../helpers/gateway-process.ts';
import { until } from '../helpers/started.ts';

const SENDGRID = '65b000000000000000000001';
const READY = `{ integration(by: { id: "${SENDGRID}" }) { name channel } }`;
/** With fewer, V8 has not compiled all that it will, and keeps less. */
const REQUESTS = 6_000;
const AT_ONCE = 32;
/** Bytes for each request. Where responses or their contexts become old, it is two thousand. */
const MOST_OLD = 600;

let gateway: GatewayProcess;

beforeAll(async () => {
  const preload = new URL('../helpers/old-memory.mjs', import.meta.url).href;
  gateway = await startGatewayProcess({ NODE_OPTIONS: `--import ${preload}`, LOG_LEVEL: 'error', CACHE_TTL: '1h' });
});
afterAll(() => gateway.end());

/** Old memory since the last time, and at once a full collection. */
async function oldBytes(): Promise<{ readonly before: number; readonly after: number }> {
  const lines = () => [...gateway.output().matchAll(/^old memory (\d+) (\d+)$/gm)];
  const seen = lines().length;
  process.kill(gateway.pid, 'SIGUSR2');
  await until(() => lines().length > seen);
  const [, before, after] = lines().at(-1) ?? [];
  return { before: Number(before), after: Number(after) };
}

/** No two requests of a test have one index. By bare connections: to send so many with a client would take a minute of a busy machine. */
async function askMany(
  query: string,
  variables: (index: number) => object,
  pipelined: number,
  from = 0,
): Promise<void> {
  const { hostname, port, pathname } = new URL(gateway.url);
  const head = Object.entries({ host: hostname, 'content-type': 'application/json', ...callers.devKey });
  let next = from;
  const requestOf = (index: number) => {
    const body = JSON.stringify({ query, variables: variables(index) });
    const headers = [...head, ['content-length', body.length]].map((header) => header.join(': '));
    return `POST ${pathname} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`;
  };
  const ask = async () => {
    const socket = connect(Number(port), hostname);
    let [answers, expected] = ['', 0];
    const more = () => {
      expected = Math.min(pipelined, from + REQUESTS - next);
      if (expected > 0) socket.write(Array.from({ length: expected }, () => requestOf(next++)).join(''));
      else socket.end();
    };
    socket.on('data', (chunk) => {
      answers += chunk;
      if (answers.includes('"errors"')) socket.destroy(new Error(answers));
      if (!answers.endsWith('}}\n') || answers.split('"data":{"integration":').length <= expected) return;
      answers = '';
      more();
    });
    more();
    await once(socket, 'close');
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(next).toBe(from + REQUESTS);
}

test.each([
  ['from the response cache', READY, () => ({}), 16],
  ['that were asked for without waiting for those before', READY, () => ({}), 16],
  [
    'of known operations',
    'query ($id: ID!) { integration(by: { id: $id }) { name channel } }',
    (index: number) => ({ id: index.toString(16).padStart(24, '6') }),
    1,
  ],
])(
  'answers %s leave nothing that the next small collection cannot free',
  async (_way, query, variables, pipelined) => {
    await askMany(query, variables, pipelined);
    const { after } = await oldBytes();
    await askMany(query, variables, pipelined, REQUESTS);
    const { before } = await oldBytes();
    expect((before - after) / REQUESTS).toBeLessThan(MOST_OLD);
  },
  60_000,
);
