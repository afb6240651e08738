import { describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import {
  NotSentError,
  OutcomeUnknownError,
  UpstreamRefusedError,
  UpstreamUnavailableError,
} from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { settle } from '../support/clock.ts';
import { callOf, UPSTREAM_TIMEOUT_MS } from '../support/fake-upstream.ts';
import { changed, gateway, TIMES } from '../support/gateways.ts';
import { alice, bob, read, upstream } from '../support/one-gateway.ts';

const MARK_MS = UPSTREAM_TIMEOUT_MS + 5_000;

const WRITES: readonly [string, (source: IntegrationSource) => Promise<unknown>][] = [
  ['create', (source) => source.create(callOf(bob), { providerId: 'sendgrid' })],
  ['update', (source) => source.update(callOf(bob), 'x', { name: 'n' })],
  ['setPrimary', (source) => source.setPrimary(callOf(bob), 'x')],
  ['delete', (source) => source.delete(callOf(bob), 'x')],
  ['autoConfigure', (source) => source.autoConfigure(callOf(bob), 'x')],
];

describe('after a write was acknowledged', () => {
  test.each(WRITES)('%s: every caller of the organization reads it, in every process', async (_, write) => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    for (const from of [one, other]) await read(from.source);
    await write(one.source);
    for (const from of [one, other]) expect((await read(from.source)).shown).toBe('ApiKey alice/v1');
  });

  test('lists of other organizations stay', async () => {
    upstream.organizations.set(bob.authorization, 'elsewhere');
    const { source } = gateway(upstream);
    await read(source);
    await source.update(callOf(bob), 'x', {});
    expect((await read(source)).status).toBe('HIT');
  });

  test.each([
    ['refused', new UpstreamRefusedError({ kind: 'NOT_FOUND' })],
    ['did not get', new UpstreamUnavailableError('down')],
    ['was never sent, for a bug', new NotSentError()],
  ])('that upstream %s, what was cached is still there, in every process', async (_, error) => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    for (const from of [one, other]) await read(from.source);
    upstream.before = (kind) => {
      if (kind === 'update') throw error;
    };
    await expect(one.source.update(callOf(alice), 'x', {})).rejects.toBe(error);
    const lists = upstream.count('list');
    for (const from of [one, other]) expect((await read(from.source)).status).toBe('HIT');
    expect(upstream.count('list')).toBe(lists);
  });

  test('that upstream refused after it had saved a row, what was cached is not answered any more, in any process', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    for (const from of [one, other]) await read(from.source);
    const error = new UpstreamRefusedError({ kind: 'INCOMPLETE_SETUP', integrationId: null });
    upstream.before = (kind) => {
      if (kind === 'create') throw error;
    };
    await expect(one.source.create(callOf(alice), { providerId: 'anthropic', kind: 'AGENT' })).rejects.toBe(error);
    const lists = upstream.count('list');
    for (const from of [one, other]) expect((await read(from.source)).status).not.toBe('STALE');
    expect(upstream.count('list')).toBe(lists + 1);
  });

  test('nothing of a group that ran in part is still there', async () => {
    const { source } = gateway(upstream);
    await read(source);
    const call = callOf(alice);
    const group = source.coordinator?.group(call);
    await source.update(call, 'x', {});
    upstream.before = (kind) => {
      if (kind === 'update') throw new UpstreamRefusedError({ kind: 'NOT_FOUND' });
    };
    await source.update(call, 'x', {}).catch(() => {});
    await group?.end();
    expect(await read(source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });
});

describe('while a write is under way', () => {
  test('reads go upstream and are not kept', async () => {
    const { source } = gateway(upstream);
    await read(source);
    let end = () => {};
    upstream.after = (kind) => (kind === 'update' ? new Promise<void>((resolve) => (end = resolve)) : undefined);
    const write = source.update(callOf(bob), 'x', {});
    await settle();
    expect((await read(source)).status).toBe('BYPASS');
    expect((await read(source)).status).toBe('BYPASS');
    end();
    await write;
    expect((await read(source)).status).toBe('MISS');
  });
});

describe('a write whose outcome is not known', () => {
  test.each([
    ['after its own error', new OutcomeUnknownError()],
    ['after an error of no known kind', new Error('bug')],
  ])('%s keeps every reader from the cache until it can no longer take effect', async (_, error) => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    upstream.after = (kind) => {
      if (kind === 'update') throw error;
    };
    await expect(one.source.update(callOf(alice), 'x', {})).rejects.toBe(error);
    for (const from of [one, other]) {
      expect((await read(from.source)).status).toBe('BYPASS');
      expect((await read(from.source)).status).toBe('BYPASS');
    }
    upstream.change();
    await one.clock.advance(MARK_MS - 1);
    expect((await read(other.source)).status).toBe('BYPASS');
    await one.clock.advance(1);
    for (const from of [one, other]) expect((await read(from.source)).shown).toBe('ApiKey alice/v2');
    expect((await read(other.source)).status).toBe('HIT');
  });
});

describe('a write whose answer was lost', () => {
  const lose = () => {
    upstream.after = (kind) => {
      if (kind === 'update') throw new OutcomeUnknownError();
    };
  };

  test('and was found to have run leaves no mark, and is read by every process', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    for (const from of [one, other]) await read(from.source);
    lose();
    const call = callOf(alice);
    const group = one.source.coordinator?.group(call);
    await one.source.update(call, 'x', {}).catch(() => {});
    group?.resolve('RAN');
    await group?.end();
    for (const from of [one, other]) expect((await read(from.source)).shown).toBe('ApiKey alice/v1');
    for (const from of [one, other]) expect((await read(from.source)).status).toBe('HIT');
  });

  test('and did not run gives back what was cached', async () => {
    const one = gateway(upstream);
    await read(one.source);
    lose();
    const call = callOf(alice);
    const group = one.source.coordinator?.group(call);
    await one.source.update(call, 'x', {}).catch(() => {});
    group?.resolve('DID_NOT_RUN');
    await group?.end();
    expect((await read(one.source)).status).toBe('HIT');
  });

  test('lets the old list stand in while upstream fails, until another write is acknowledged', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    lose();
    await one.source.update(callOf(alice), 'x', {}).catch(() => {});
    upstream.after = () => {};
    const fail = (kind: string) => {
      if (kind === 'list') throw new UpstreamUnavailableError('down');
    };
    upstream.before = fail;
    for (const passed of [0, MARK_MS]) {
      await one.clock.advance(passed);
      for (const from of [one, other]) {
        expect(await read(from.source)).toMatchObject({ shown: 'ApiKey alice/v0', status: 'STALE' });
      }
    }
    await one.source.update(callOf(alice), 'x', {});
    for (const from of [one, other]) await expect(read(from.source)).rejects.toBeInstanceOf(UpstreamUnavailableError);
  });
});

describe('a process that dies in the midst of a write', () => {
  test('leaves no old list that could be read, neither before nor after its mark expires', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(one.source);
    upstream.after = (kind) => (kind === 'update' ? new Promise<void>(() => {}) : undefined);
    void one.source.update(callOf(alice), 'x', {});
    await settle();
    expect(await read(other.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'BYPASS' });
    await one.clock.advance(MARK_MS);
    expect(MARK_MS).toBeLessThan(TIMES.ttlMs);
    expect(await read(other.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });
});

test('a message of another process empties the memory of its organization’s lists, a lost subscription all of it', async () => {
  const listeners = new Set<Parameters<CacheStore['subscribe']>[0]>();
  const store = new MemoryStore(gateway(upstream).clock, 1e6);
  const heard = changed<CacheStore>(store, {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const { source, cache } = gateway(upstream, {}, heard);
  upstream.organizations.set(bob.authorization, 'elsewhere');
  for (const caller of [alice, alice, bob, bob]) await read(source, caller);
  let looks = 0;
  const look = store.read.bind(store);
  store.read = (...args) => {
    looks += 1;
    return look(...args);
  };
  await read(source);
  expect(looks).toBe(0);
  for (const listener of listeners) listener({ kind: 'generation', organization: 'org', generation: 8e15 });
  await read(source, bob);
  expect(looks).toBe(0);
  await read(source);
  expect(looks).toBeGreaterThan(0);
  await read(source, bob);
  looks = 0;
  for (const listener of listeners) listener({ kind: 'lost' });
  await read(source, bob);
  expect(looks).toBeGreaterThan(0);
  cache.stop();
  expect(listeners.size).toBe(0);
});
