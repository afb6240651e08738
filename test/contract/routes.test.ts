import { expect, test } from '@jest/globals';
import { ACME_DEVELOPMENT, ACME_SESSION, ACME_VIEWER_SESSION, demoSeed } from '../../src/novu-double/seed/seed.ts';
import type { Backend } from '../../src/novu-double/server/backend.ts';
import { apiKey, type Client, client, expectRefusal, type Reply, session, start, UNKNOWN_ID, V1 } from './support.ts';

/** Rows of contract §1.1. Rows 8 and 9 are for sessions only; §4.1 says which rows take the two other schemes. */
const ROWS: Readonly<Record<number, readonly ['get' | 'post' | 'put' | 'delete', string]>> = {
  1: ['get', V1],
  2: ['get', `${V1}/active`],
  3: ['post', V1],
  4: ['put', `${V1}/${UNKNOWN_ID}`],
  5: ['post', `${V1}/${UNKNOWN_ID}/set-primary`],
  6: ['delete', `${V1}/${UNKNOWN_ID}`],
  7: ['get', `${V1}/webhook/provider/sendgrid/status`],
  8: ['get', `${V1}/email/limit`],
  9: ['get', `${V1}/in-app/status`],
  10: ['post', `${V1}/${UNKNOWN_ID}/auto-configure`],
  11: ['post', `${V1}/channel-connections/oauth`],
  12: ['post', `${V1}/channel-endpoints/oauth`],
  13: ['post', `${V1}/channel-endpoints/link`],
  14: ['post', `${V1}/chat/oauth`],
  15: ['post', `${V1}/slack/mobile-link`],
  16: ['post', `${V1}/slack/webhook/configure`],
};
const ALL = Object.keys(ROWS).map(Number);
const WRITES = ALL.filter((row) => ROWS[row]?.[0] !== 'get');
const without = (...rows: readonly number[]) => ALL.filter((row) => !rows.includes(row));

const SEED = {
  ...demoSeed(),
  otherTokens: [
    { scheme: 'Keyless', token: 'keyless-demo', environmentId: ACME_DEVELOPMENT },
    { scheme: 'OAuth2', token: 'oauth2-demo', environmentId: ACME_DEVELOPMENT },
  ],
} as const;

function call(caller: Client, row: number): Promise<Reply> {
  const [method, path] = ROWS[row] ?? ['get', '/'];
  return caller[method](path);
}

/** The rows whose answer is this refusal. */
async function refused(caller: Client, status: number, message: string): Promise<number[]> {
  const rows: number[] = [];
  for (const row of ALL) {
    const reply = await call(caller, row);
    if (reply.status === status && reply.body.message === message) rows.push(row);
  }
  return rows;
}

test.each<[string, (backend: Backend) => Client, readonly number[]]>([
  ['an API key', (backend) => apiKey(backend), without(8, 9)],
  ['a session', (backend) => session(backend), ALL],
  [
    'a keyless token',
    (backend) => client(backend, { authorization: 'Keyless keyless-demo' }),
    [1, 3, 6, 11, 13, 15, 16],
  ],
  ['an OAuth2 token', (backend) => client(backend, { authorization: 'OAuth2 oauth2-demo' }), [1, 2, 5, 6]],
])('contract §4.1: the endpoints that %s may call', async (_, callerOf, open) => {
  const backend = await start({ seed: SEED });
  const closed = await refused(callerOf(backend), 401, 'API endpoint not accessible');
  expect(closed).toEqual(without(...open));
});

test('contract §4.4: the endpoints that a read-only member may not call are the writes', async () => {
  const backend = await start();
  const viewer = session(backend, ACME_DEVELOPMENT, ACME_VIEWER_SESSION);
  expect(await refused(viewer, 403, 'Insufficient permissions')).toEqual(WRITES);
});

test('contract §4.4: roles mean nothing on api2024', async () => {
  const backend = await start({ generation: 'api2024' });
  const viewer = session(backend, ACME_DEVELOPMENT, ACME_VIEWER_SESSION);
  expect(await refused(viewer, 403, 'Insufficient permissions')).toEqual([]);
});

test('contract §1.1: api2024 has rows 1 to 9', async () => {
  const backend = await start({ generation: 'api2024' });
  for (const row of ALL) {
    const [method, path] = ROWS[row] ?? ['get', '/'];
    const { body } = await call(session(backend), row);
    const missing = body.message === `Cannot ${method.toUpperCase()} ${path}`;
    expect([row, missing]).toEqual([row, row > 9]);
  }
});

test('contract §1.1: rows 11 to 16 need an environment of the session', async () => {
  const backend = await start();
  const named = { integrationIdentifier: 'slack', subscriberId: 'ada' };
  const nowhere = session(backend, '', ACME_SESSION);
  for (const row of [11, 12, 13, 14, 15, 16]) {
    const { status, body } = await nowhere.post(ROWS[row]?.[1] ?? '', named);
    expect({ row, status, ...body }).toMatchObject({ row, status: 422, errors: { environmentId: {} } });
  }
});

test('contract §4.1: a token of one scheme is unknown to another', async () => {
  const backend = await start({ seed: SEED });
  for (const authorization of ['OAuth2 keyless-demo', 'Keyless oauth2-demo', 'Bearer oauth2-demo']) {
    const { status, body } = await client(backend, { authorization }).get(V1);
    expect({ status, ...body }).toMatchObject({ status: 401, message: 'Unauthorized' });
  }
});

test('contract §4.1: api2024 knows neither Keyless nor OAuth2', async () => {
  const backend = await start({
    generation: 'api2024',
    seed: { ...demoSeed('api2024'), otherTokens: SEED.otherTokens },
  });
  for (const word of ['Keyless', 'OAuth2']) {
    const reply = await client(backend, { authorization: `${word} ${word.toLowerCase()}-demo` }).get(V1);
    expectRefusal(reply, 'api2024', 401, `Invalid authentication scheme: "${word}"`);
  }
});

test.each(['Keyless keyless-demo', 'OAuth2 oauth2-demo'])(
  'contract §4.3, §6: %s sees no credentials and no rate limits',
  async (authorization) => {
    const backend = await start({ seed: SEED, rateLimit: true });
    const reply = await client(backend, { authorization }).get(V1);
    const credentials = (reply.body.data as { credentials: object }[]).map((row) => row.credentials);
    expect(new Set(credentials.map((value) => JSON.stringify(value)))).toEqual(new Set(['{}']));
    expect(reply.headers.get('ratelimit-limit')).toBeNull();
  },
);
