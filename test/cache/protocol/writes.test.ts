import { beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../../src/cache/store/memory-store.ts';
import { ANY_ORGANIZATION, type CacheStore } from '../../../src/cache/store/store.ts';
import type { Caller } from '../../../src/model/caller.ts';
import type { WriteGroup } from '../../../src/model/coordination.ts';
import {
  ForbiddenError,
  NotSentError,
  OutcomeUnknownError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamRefusedError,
  UpstreamUnavailableError,
} from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { type ManualClock, settle } from '../support/clock.ts';
import { apiKey, callOf, FakeUpstream, scopeOf, shownBy, UPSTREAM_TIMEOUT_MS } from '../support/fake-upstream.ts';
import { changed, gateway, TIMES } from '../support/gateways.ts';

const alice = apiKey('alice');
const bob = apiKey('bob');
const MARK_MS = UPSTREAM_TIMEOUT_MS + 5_000;

let upstream: FakeUpstream;

beforeEach(() => {
  upstream = new FakeUpstream();
});

async function read(from: IntegrationSource, caller: Caller = alice) {
  const list = await from.list(callOf(caller));
  await settle();
  return { shown: shownBy(list), status: list.cache.status };
}

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
    expect(await read(source)).toEqual({ shown: 'ApiKey alice/v1', status: 'MISS' });
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
    group?.resolve('VOID');
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
        expect(await read(from.source)).toEqual({ shown: 'ApiKey alice/v0', status: 'STALE' });
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
    expect(await read(other.source)).toEqual({ shown: 'ApiKey alice/v1', status: 'BYPASS' });
    await one.clock.advance(MARK_MS);
    expect(MARK_MS).toBeLessThan(TIMES.ttlMs);
    expect(await read(other.source)).toEqual({ shown: 'ApiKey alice/v1', status: 'MISS' });
  });
});

describe('the organization of a writer', () => {
  test('is learned before the write, where it is not known, and once', async () => {
    const { source } = gateway(upstream);
    await source.update(callOf(alice), 'x', {});
    await source.update(callOf(alice), 'x', {});
    expect(upstream.calls).toEqual(['me', 'update', 'update']);
  });

  test('is taken from the write’s answer, where upstream does not tell it before', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, {}, one.store, one.clock);
    await read(other.source);
    upstream.before = (kind) => {
      if (kind === 'me') throw new UpstreamUnavailableError('down');
    };
    await one.source.update(callOf(bob), 'x', {});
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('that stays unknown is fenced as soon as it is learned', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, { memoryTtlMs: 0 }, one.store, one.clock);
    await read(other.source);
    await one.store.drop({ organization: ANY_ORGANIZATION, scope: scopeOf(bob) });
    upstream.before = (kind) => {
      if (kind === 'me') throw new UpstreamUnavailableError('down');
    };
    await one.source.delete(callOf(bob), 'x');
    expect((await read(other.source)).shown).toBe('ApiKey alice/v0');
    expect((await read(one.source, bob)).shown).toBe('ApiKey bob/v1');
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test('is not asked for where upstream would not tell it to that kind of caller', async () => {
    const keyless = {
      scheme: 'KEYLESS',
      authorization: 'Keyless pk',
      environmentId: undefined,
      showCredentials: 'sessions',
    } as const;
    await gateway(upstream).source.update(callOf(keyless), 'x', {});
    expect(upstream.calls).toEqual(['update']);
  });

  test('that may not be told does not keep the write from being tried', async () => {
    upstream.before = (kind) => {
      if (kind === 'me') throw new ForbiddenError('no');
    };
    await expect(gateway(upstream).source.update(callOf(alice), 'x', {})).resolves.toBeDefined();
  });

  test.each([
    ['that is not known upstream', new UnauthenticatedError('no')],
    ['that calls too often', new RateLimitedError(3)],
  ])('a write by a caller %s is not even tried', async (_, error) => {
    upstream.before = () => {
      throw error;
    };
    await expect(gateway(upstream).source.update(callOf(alice), 'x', {})).rejects.toBe(error);
    expect(upstream.calls).toEqual(['me']);
  });
});

describe('a caller whom upstream has not accepted', () => {
  const keyless = {
    scheme: 'KEYLESS',
    authorization: 'Keyless pk',
    environmentId: undefined,
    showCredentials: 'sessions',
  } as const;
  /** Upstream does not tell organizations, and does this with a write. */
  const answerWrites = (answer: () => void) => {
    upstream.before = (kind, { caller }) => {
      if (kind === 'me') throw new UpstreamUnavailableError('down');
      if (kind === 'update' && caller !== alice) answer();
    };
  };
  const flood = async (source: IntegrationSource) => {
    for (const caller of [keyless, bob, apiKey('x'), apiKey('y')]) {
      await source.update(callOf(caller), 'x', {}).catch(() => {});
    }
  };

  test.each<[string, Error]>([
    ['of unknown outcome', new OutcomeUnknownError()],
    ['with a bug of the gateway', new Error('bug')],
    ['that upstream refuses', new UnauthenticatedError('no')],
  ])('leaves no mark by writes %s: new callers and known ones are cached as before', async (_, error) => {
    const one = gateway(upstream);
    const other = gateway(upstream, { memoryTtlMs: 0 }, one.store, one.clock);
    await read(one.source);
    answerWrites(() => {
      throw error;
    });
    const any = { organization: ANY_ORGANIZATION, scope: scopeOf(keyless) };
    const before = await one.store.read(any, { floor: 0, holds: null });
    await flood(one.source);
    expect(await one.store.read(any, { floor: 0, holds: null })).toEqual(before);
    expect((await read(one.source)).status).toBe('HIT');
    for (const from of [one, other]) {
      const carol = apiKey(`carol of ${from === one ? 'one' : 'other'}`);
      expect((await read(from.source, carol)).status).toBe('MISS');
      expect((await read(from.source, carol)).status).toBe('HIT');
    }
    expect(one.cache.healthy()).toBe(true);
  });

  test('whose write of unknown outcome did take effect: others hear of it once it is known whose it was', async () => {
    const one = gateway(upstream);
    const other = gateway(upstream, { memoryTtlMs: 0 }, one.store, one.clock);
    await read(other.source);
    answerWrites(() => {
      upstream.change();
      throw new OutcomeUnknownError();
    });
    await one.source.update(callOf(keyless), 'x', {}).catch(() => {});
    await read(one.source, keyless);
    await read(one.source, keyless);
    expect((await read(other.source)).shown).toBe('ApiKey alice/v1');
  });

  test.each([
    ['resolved', (group: WriteGroup) => group.resolve('RAN')],
    ['acknowledged', (group: WriteGroup) => group.acknowledge()],
  ])('whose write is found to have run, and is %s: every process has heard of it by its end', async (_, tell) => {
    const other = gateway(upstream, { memoryTtlMs: 0 });
    // Else a fill, which learns the organization too, might tell of the write before anyone reads.
    const endWrite = async (...args: Parameters<CacheStore['endWrite']>) => {
      await settle();
      return other.store.endWrite(...args);
    };
    const one = gateway(upstream, {}, changed(other.store, { endWrite }), other.clock);
    for (const from of [one, other]) await read(from.source);
    answerWrites(() => {
      upstream.change();
      throw new OutcomeUnknownError();
    });
    const call = callOf(keyless);
    const group = one.source.coordinator?.group(call);
    if (group === undefined) throw new Error('no coordinator');
    await one.source.update(call, 'x', {}).catch(() => {});
    await one.source.list(call, { fresh: true, current: true });
    tell(group);
    await group.end();
    for (const from of [one, other]) expect((await read(from.source)).shown).toBe('ApiKey alice/v1');
  });

  test('is refused while another process knows that upstream is not to be called', async () => {
    const one = gateway(upstream);
    answerWrites(() => {});
    await one.store.backOff({ organization: ANY_ORGANIZATION, scope: scopeOf(keyless) }, 5_000);
    await expect(one.source.update(callOf(keyless), 'x', {})).rejects.toBeInstanceOf(RateLimitedError);
    expect(upstream.count('update')).toBe(0);
  });

  test('whose write is answered: a list that was read before it is not kept after it, however late its reader learns its organization', async () => {
    const first = gateway(upstream);
    const held: { release: () => void } = { release: () => {} };
    const slow = changed<CacheStore>(first.store, {
      endWrite: async (organization: string, ...rest) => {
        if (organization === ANY_ORGANIZATION) await new Promise<void>((resolve) => (held.release = resolve));
        return first.store.endWrite(organization, ...rest);
      },
    });
    const writer = gateway(upstream, {}, slow, first.clock);
    const reader = gateway(upstream, { memoryTtlMs: 0 }, first.store, first.clock);
    let answer = () => {};
    answerWrites(() => {});
    upstream.after = (kind) => (kind === 'list' ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
    const old = reader.source.list(callOf(alice));
    await settle();
    const write = writer.source.update(callOf(keyless), 'x', {});
    await settle();
    upstream.after = () => {};
    answer();
    expect(shownBy(await old)).toBe('ApiKey alice/v0');
    await settle();
    held.release();
    await write;
    expect((await read(reader.source)).shown).toBe('ApiKey alice/v1');
  });
});

describe('a write that the store does not hear of', () => {
  let broken: Set<keyof CacheStore>;
  let one: ReturnType<typeof gateway>;
  let other: ReturnType<typeof gateway>;
  let clock: ManualClock;

  beforeEach(() => {
    broken = new Set();
    const healthy = gateway(upstream);
    ({ clock } = healthy);
    const store = healthy.store as MemoryStore;
    const refuse =
      <A extends unknown[], R>(name: keyof CacheStore, run: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (broken.has(name)) throw new Error('ECONNRESET');
        return run.apply(store, args);
      };
    const link = changed<CacheStore>(store, {
      read: refuse('read', store.read),
      fill: refuse('fill', store.fill),
      lease: refuse('lease', store.lease),
      beginWrite: refuse('beginWrite', store.beginWrite),
      endWrite: refuse('endWrite', store.endWrite),
    });
    one = gateway(upstream, {}, link, clock);
    other = gateway(upstream, {}, store, clock);
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
    expect(await read(one.source)).toEqual({ shown: 'ApiKey alice/v1', status: 'MISS' });
    upstream.change();
    await clock.advance(TIMES.memoryTtlMs);
    expect(await read(one.source)).toEqual({ shown: 'ApiKey alice/v1', status: 'HIT' });
    await clock.advance(1);
    expect(await read(one.source)).toEqual({ shown: 'ApiKey alice/v2', status: 'MISS' });
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
    expect(await read(one.source)).toEqual({ shown: 'ApiKey alice/v1', status: 'MISS' });
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
