import { describe, expect, test } from '@jest/globals';
import { ANY_ORGANIZATION, type CacheStore } from '../../../src/cache/store/store.ts';
import type { WriteGroup } from '../../../src/model/coordination.ts';
import {
  ForbiddenError,
  OutcomeUnknownError,
  RateLimitedError,
  UnauthenticatedError,
  UpstreamUnavailableError,
} from '../../../src/model/errors.ts';
import type { IntegrationSource } from '../../../src/model/integration.ts';
import { settle } from '../support/clock.ts';
import { apiKey, callOf, scopeOf, shownBy } from '../support/fake-upstream.ts';
import { changed, gateway } from '../support/gateways.ts';
import { alice, bob, read, upstream } from '../support/one-gateway.ts';

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
    const before = await one.store.read(any, { floor: 0, knownStamp: null });
    await flood(one.source);
    expect(await one.store.read(any, { floor: 0, knownStamp: null })).toEqual(before);
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
