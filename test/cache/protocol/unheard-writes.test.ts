import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CacheStore } from '../../../src/cache/store/store.ts';
import { OutcomeUnknownError } from '../../../src/model/errors.ts';
import { overBrokenLink } from '../support/broken-link.ts';
import { type ManualClock, settle } from '../support/clock.ts';
import { callOf, shownBy, UPSTREAM_TIMEOUT_MS } from '../support/fake-upstream.ts';
import { changed, gateway, TIMES } from '../support/gateways.ts';
import { alice, bob, read, upstream } from '../support/one-gateway.ts';

const MARK_MS = UPSTREAM_TIMEOUT_MS + 5_000;

describe('a write that the store does not hear of', () => {
  let broken: Set<keyof CacheStore>;
  let one: ReturnType<typeof gateway>;
  let other: ReturnType<typeof gateway>;
  let clock: ManualClock;

  beforeEach(() => {
    ({ broken, one, other, clock } = overBrokenLink(upstream));
  });

  test.each([
    ['its begin', ['beginWrite']],
    ['its end', ['endWrite']],
    ['either', ['beginWrite', 'endWrite']],
  ] as const)('%s goes on, and its own process never reads the old list again', async (_, commands) => {
    await read(one.source);
    await read(one.source);
    for (const command of commands) broken.add(command);
    await one.source.update(callOf(alice), 'x', {});
    expect((await read(one.source)).shown).toBe('ApiKey alice/v1');
    await clock.advance(TIMES.memoryTtlMs);
    expect((await read(one.source)).shown).toBe('ApiKey alice/v1');
    broken.clear();
    await clock.advance(1_000);
    expect((await read(one.source)).shown).toBe('ApiKey alice/v1');
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
    expect(one.cache.healthy()).toBe(true);
  });

  test('other processes are told as soon as the store is there, without a read', async () => {
    await read(other.source);
    broken.add('endWrite');
    await one.source.update(callOf(alice), 'x', {});
    expect(one.cache.healthy()).toBe(false);
    broken.clear();
    await clock.advance(1_000);
    expect(one.cache.healthy()).toBe(true);
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('it is told again every quarter of a second, until the process stops', async () => {
    broken.add('endWrite');
    await one.source.update(callOf(alice), 'x', {});
    broken.clear();
    await clock.advance(249);
    expect(one.cache.healthy()).toBe(false);
    await clock.advance(1);
    expect(one.cache.healthy()).toBe(true);
    expect(clock.waiting).toBe(0);
    broken.add('endWrite');
    await one.source.update(callOf(alice), 'x', {});
    expect(clock.waiting).toBe(1);
    one.cache.stop();
    expect(clock.waiting).toBe(0);
  });

  test('it is not told again after the stop, also where that comes while it is being told', async () => {
    broken.add('endWrite');
    await one.source.update(callOf(alice), 'x', {});
    const told = clock.advance(250);
    one.cache.stop();
    await told;
    await settle();
    expect(clock.waiting).toBe(0);
    await one.source.update(callOf(alice), 'x', {});
    expect(clock.waiting).toBe(0);
  });

  test('many of them are told as few, and then every process reads what the last one wrote', async () => {
    for (const from of [one, other]) await read(from.source);
    broken.add('beginWrite').add('endWrite');
    for (let writes = 1; writes <= 1_000; writes += 1) await one.source.update(callOf(alice), 'x', {});
    broken.clear();
    let ends = 0;
    other.store.subscribe(() => {
      ends += 1;
    });
    await clock.advance(1_000);
    expect(one.cache.healthy()).toBe(true);
    expect(ends).toBe(200);
    for (const from of [one, other]) expect((await read(from.source)).shown).toBe('ApiKey alice/v1000');
  });

  test('a store that fails five times in a row shows in the health', async () => {
    await read(one.source);
    broken.add('read');
    for (let failures = 0; failures < 5; failures += 1) {
      expect(one.cache.healthy()).toBe(true);
      await clock.advance(TIMES.memoryTtlMs + 1);
      await read(one.source);
    }
    expect(one.cache.healthy()).toBe(false);
    expect(other.cache.healthy()).toBe(true);
  });

  test('its end is told though the budget of its request is spent', async () => {
    await read(other.source);
    const spent = gateway(upstream, { requestBudgetMs: 0 }, other.store, clock);
    await spent.source.update(callOf(alice), 'x', {});
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('a list that took long to come is served for as much shorter', async () => {
    await read(one.source);
    broken = broken.add('read').add('beginWrite').add('endWrite');
    await clock.advance(TIMES.memoryTtlMs + 1);
    let answer = () => {};
    upstream.after = (kind) => (kind === 'list' ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
    const list = one.source.list(callOf(alice));
    await settle();
    await clock.advance(1_500);
    answer();
    await list;
    await settle();
    upstream.after = () => {};
    await clock.advance(500);
    expect((await read(one.source)).status).toBe('HIT');
    await clock.advance(1);
    expect((await read(one.source)).status).toBe('MISS');
  });

  test('and whose outcome is not known: its process leaves the store alone until it can no longer take effect', async () => {
    await read(one.source);
    broken.add('beginWrite');
    upstream.after = (kind) => {
      if (kind === 'update') throw new OutcomeUnknownError();
    };
    await expect(one.source.update(callOf(alice), 'x', {})).rejects.toBeInstanceOf(OutcomeUnknownError);
    broken.clear();
    expect((await read(one.source)).shown).toBe('ApiKey alice/v1');
    await clock.advance(MARK_MS / 2);
    upstream.change();
    expect((await read(one.source)).shown).toBe('ApiKey alice/v2');
    expect(one.cache.healthy()).toBe(false);
    await clock.advance(MARK_MS);
    expect(one.cache.healthy()).toBe(true);
  });

  test('a process without a store serves by itself for as long as its memory may, less what it wrote', async () => {
    await read(one.source);
    broken = broken.add('read').add('beginWrite').add('endWrite');
    await clock.advance(TIMES.memoryTtlMs + 1);
    expect((await read(one.source)).status).toBe('MISS');
    expect((await read(one.source)).status).toBe('HIT');
    await one.source.update(callOf(alice), 'x', {});
    expect(await read(one.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
    upstream.change();
    await clock.advance(TIMES.memoryTtlMs);
    expect(await read(one.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'HIT' });
    await clock.advance(1);
    expect(await read(one.source)).toMatchObject({ shown: 'ApiKey alice/v2', status: 'MISS' });
  });

  test('a list that was read while its process wrote is not served after', async () => {
    await read(one.source);
    broken = broken.add('read').add('beginWrite').add('endWrite');
    await clock.advance(TIMES.memoryTtlMs + 1);
    let commit = () => {};
    upstream.before = (kind) => (kind === 'update' ? new Promise<void>((resolve) => (commit = resolve)) : undefined);
    const write = one.source.update(callOf(bob), 'x', {});
    await settle();
    expect((await read(one.source)).shown).toBe('ApiKey alice/v0');
    expect((await read(one.source)).status).toBe('HIT');
    commit();
    await write;
    expect(await read(one.source)).toMatchObject({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });

  test('a list that the store was asked for before the write is not served after', async () => {
    await read(other.source);
    let answer = () => {};
    const slow = changed(one.store, {
      read: async (...args: Parameters<CacheStore['read']>) => {
        const snapshot = await other.store.read(...args);
        await new Promise<void>((resolve) => (answer = resolve));
        return snapshot;
      },
    });
    const late = gateway(upstream, { commandTimeoutMs: Infinity }, slow, clock);
    const before = late.source.list(callOf(alice));
    await settle();
    broken.add('beginWrite').add('endWrite');
    await late.source.update(callOf(bob), 'x', {});
    answer();
    await before;
    expect((await read(late.source)).shown).toBe('ApiKey alice/v1');
  });

  test('a list that was read before the write is not stored after', async () => {
    await read(one.source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    let answer = () => {};
    upstream.after = (kind) => (kind === 'list' ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
    const before = one.source.list(callOf(alice));
    await settle();
    broken.add('beginWrite').add('endWrite');
    await one.source.update(callOf(alice), 'x', {});
    answer();
    await before;
    await settle();
    upstream.after = () => {};
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('a list that was stored before the write is not held in the process after', async () => {
    await read(one.source);
    await clock.advance(TIMES.ttlMs + TIMES.staleWhileRevalidateMs);
    let answer = () => {};
    const slow = changed(one.store, {
      fill: async (...args: Parameters<CacheStore['fill']>) => {
        const stamp = await other.store.fill(...args);
        await new Promise<void>((resolve) => (answer = resolve));
        return stamp;
      },
    });
    const late = gateway(upstream, { commandTimeoutMs: Infinity }, slow, clock);
    await late.source.list(callOf(alice));
    await settle();
    await late.source.update(callOf(bob), 'x', {});
    answer();
    await settle();
    expect((await read(late.source)).shown).toBe('ApiKey alice/v1');
  });

  test('no read joins a fetch from before a write of its own process, with no store to tell them apart', async () => {
    await read(one.source);
    broken = broken.add('read').add('beginWrite').add('endWrite');
    await clock.advance(TIMES.memoryTtlMs + 1);
    let end = () => {};
    upstream.after = (kind) => (kind === 'list' ? new Promise<void>((resolve) => (end = resolve)) : undefined);
    const before = one.source.list(callOf(alice));
    await settle();
    const endFirst = end;
    await one.source.update(callOf(alice), 'x', {});
    const after = one.source.list(callOf(alice));
    await settle();
    end();
    endFirst();
    expect([shownBy(await before), shownBy(await after)]).toEqual(['ApiKey alice/v0', 'ApiKey alice/v1']);
    expect((await read(one.source)).shown).toBe('ApiKey alice/v1');
  });
});
