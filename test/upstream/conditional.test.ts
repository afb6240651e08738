import { expect, test } from '@jest/globals';
import { createCache } from '../../src/cache/cache.ts';
import { type Caller, createCacheScope, readCaller } from '../../src/model/caller.ts';
import type { IntegrationSource } from '../../src/model/integration.ts';
import { startBackend } from '../../src/novu-double/server/backend.ts';
import { UpstreamSource } from '../../src/upstream/source.ts';
import { ACME_DEV, callers } from '../helpers/gateway.ts';
import { atEnd, type Script, SESSION, startScripted } from './harness.ts';

const ALICE = readCaller('ApiKey aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', undefined);
const BOB = readCaller('ApiKey bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', undefined);

function cached(url: string): IntegrationSource {
  const scope = createCacheScope('secret of the tests', url);
  const times = { ttlMs: 60_000, staleWhileRevalidateMs: 0, staleIfErrorMs: 0, memoryTtlMs: 60_000 };
  const limits = { commandTimeoutMs: 1_000, requestBudgetMs: 1_000, upstreamTimeoutMs: 5_000 };
  const cache = createCache({ ...times, ...limits, scope, memoryMaxBytes: 10e6 });
  const source = new UpstreamSource({ baseUrl: url, timeoutMs: 5_000, scope, lists: cache.lists });
  atEnd(async () => {
    await cache.stop();
    await source.close();
  });
  return cache.wrap(source);
}

async function names(source: IntegrationSource, caller: Caller, secrets = false): Promise<string[]> {
  const call = { caller, requestId: 'test' };
  const { integrations } = await source.list(call, { fresh: true, secrets });
  // What was read is kept behind the answer.
  await new Promise((resolve) => setImmediate(resolve));
  return integrations.map(({ name }) => name);
}

function bodyOf(...rows: string[]): string {
  const ids = { _environmentId: '65a000000000000000000001', _organizationId: '65e000000000000000000001' };
  const data = rows.map((name, index) => ({
    _id: `65b00000000000000000000${index}`,
    ...ids,
    providerId: 'sendgrid',
    name,
  }));
  return JSON.stringify({ data });
}

/** One validator for all, as of a server that counts versions: it says nothing of who sees what. */
const versioned =
  (version: { now: number; rows: (authorization: string) => string[] }): Script =>
  (response, { headers }) => {
    const etag = `"v${version.now}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    return response
      .writeHead(200, { 'content-type': 'application/json', etag })
      .end(bodyOf(...version.rows(headers.authorization ?? '')));
  };

test('a caller whose list is as it was is sent no body, and is answered with that list', async () => {
  const version = { now: 1, rows: () => ['one', 'two'] };
  const upstream = await startScripted(versioned(version));
  const source = cached(upstream.url);
  const first = await source.list({ caller: ALICE, requestId: 'test' });
  const again = await names(source, ALICE);
  expect(again).toEqual(['one', 'two']);
  expect(upstream.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
  const held = await source.list({ caller: ALICE, requestId: 'test' });
  expect(held.integrations).toBe(first.integrations);
  expect(held.cache.status).toBe('HIT');
  version.now = 2;
  version.rows = () => ['three'];
  expect(await names(source, ALICE)).toEqual(['three']);
  expect(await names(source, ALICE)).toEqual(['three']);
  expect(upstream.seen.map(({ headers }) => headers['if-none-match']).slice(2)).toEqual(['"v1"', '"v2"']);
});

test('a validator goes with no read of another caller, even where both were given one list', async () => {
  const version = { now: 1, rows: (_authorization: string) => ['same'] };
  const upstream = await startScripted(versioned(version));
  const source = cached(upstream.url);
  await names(source, ALICE);
  // Bob is given the same bytes under a later version, while Alice's list changes.
  version.now = 2;
  version.rows = (authorization) => (authorization === BOB.authorization ? ['same'] : ["Alice's"]);
  expect(await names(source, BOB)).toEqual(['same']);
  expect(upstream.seen.at(-1)?.headers['if-none-match']).toBeUndefined();
  expect(await names(source, ALICE)).toEqual(["Alice's"]);
  expect(upstream.seen.at(-1)?.headers['if-none-match']).toBe('"v1"');
});

test('nothing is asked by a validator for secrets, and what was read with them names none', async () => {
  const upstream = await startScripted(versioned({ now: 1, rows: () => ['one'] }));
  const source = cached(upstream.url);
  await names(source, SESSION, true);
  await names(source, SESSION);
  await names(source, SESSION, true);
  expect(upstream.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined]);
});

test.each(['v1', `"${'x'.repeat(200)}"`, '"a b"'])('what is no validator is not sent back: %s', async (etag) => {
  const upstream = await startScripted((response) => {
    response.writeHead(200, { 'content-type': 'application/json', etag }).end(bodyOf('one'));
  });
  const source = cached(upstream.url);
  await names(source, ALICE);
  await names(source, ALICE);
  expect(upstream.seen.at(-1)?.headers['if-none-match']).toBeUndefined();
});

test('304 to a caller who did not ask for it is no answer', async () => {
  const upstream = await startScripted((response) => response.writeHead(304, { etag: '"v1"' }).end());
  await expect(names(cached(upstream.url), ALICE)).rejects.toMatchObject({ code: 'UPSTREAM_CONTRACT' });
});

test('the double validates as Express does, for each caller by itself', async () => {
  const backend = await startBackend();
  atEnd(() => backend.stop());
  const source = cached(backend.url);
  const caller = readCaller(callers.devKey.authorization, undefined);
  const session = readCaller(callers.session.authorization, ACME_DEV);
  const before = [await names(source, caller), await names(source, session)];
  expect([await names(source, caller), await names(source, session)]).toEqual(before);
  const asked = backend.requests.map(({ headers }) => headers['if-none-match']);
  expect(asked.slice(0, 2)).toEqual([undefined, undefined]);
  expect(asked.slice(2)).toEqual([expect.stringMatching(/^W\/"/), expect.stringMatching(/^W\/"/)]);
  await source.create({ caller, requestId: 'test' }, { providerId: 'sendgrid', channel: 'EMAIL', name: 'New' });
  expect(await names(source, caller)).toContain('New');
  expect(await names(source, session)).toContain('New');
});
