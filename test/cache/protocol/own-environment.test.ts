import { expect, test } from '@jest/globals';
import { UnauthenticatedError } from '../../../src/model/errors.ts';
import { settle } from '../support/clock.ts';
import { apiKey, callOf, FakeUpstream, scopeOf } from '../support/fake-upstream.ts';
import { gateway } from '../support/gateways.ts';

const alice = apiKey('alice');
const remembered = { remembered: true };

test('the environment of a key is asked for once, and other processes learn it from the store', async () => {
  const upstream = new FakeUpstream();
  const one = gateway(upstream);
  const other = gateway(upstream, {}, one.store, one.clock);
  const told = await one.source.me(callOf(alice), remembered);
  expect(told.environmentId).toBe('env');
  await settle();
  expect(await one.source.me(callOf(alice), remembered)).toEqual(told);
  expect(await other.source.me(callOf(alice), remembered)).toEqual(told);
  expect(upstream.count('me')).toBe(1);
});

test('a list that tells the organization first leaves the environment to be asked for, and does not make it forgotten', async () => {
  const upstream = new FakeUpstream();
  upstream.size = 3;
  const one = gateway(upstream);
  const other = gateway(upstream, {}, one.store, one.clock);
  for (const { source } of [one, other]) {
    await source.list(callOf(alice));
    await settle();
  }
  await one.source.me(callOf(alice), remembered);
  await one.source.list(callOf(alice), { fresh: true });
  await settle();
  await other.source.me(callOf(alice), remembered);
  expect(upstream.count('me')).toBe(1);
});

test('who asks without it being remembered asks upstream', async () => {
  const upstream = new FakeUpstream();
  const { source } = gateway(upstream);
  await source.me(callOf(alice), remembered);
  await source.me(callOf(alice));
  expect(upstream.count('me')).toBe(2);
});

test('readers at the same moment share one call, which none of them ends; a failure is not kept', async () => {
  const upstream = new FakeUpstream();
  const { source } = gateway(upstream);
  upstream.before = () => {
    throw new UnauthenticatedError('no');
  };
  await expect(source.me(callOf(alice), remembered)).rejects.toBeInstanceOf(UnauthenticatedError);
  upstream.before = () => {};
  const before = upstream.count('me');
  const leaving = { ...callOf(alice), signal: AbortSignal.abort() };
  const answers = await Promise.all([source.me(leaving, remembered), source.me(callOf(alice), remembered)]);
  expect(answers.map(({ environmentId }) => environmentId)).toEqual(['env', 'env']);
  expect(upstream.count('me')).toBe(before + 1);
});

test('a 401 forgets it', async () => {
  const upstream = new FakeUpstream();
  const { source, store } = gateway(upstream);
  await source.me(callOf(alice), remembered);
  await settle();
  upstream.before = () => {
    throw new UnauthenticatedError('no');
  };
  await expect(source.environments(callOf(alice))).rejects.toBeInstanceOf(UnauthenticatedError);
  expect(await store.organization(scopeOf(alice))).toBeNull();
  await expect(source.me(callOf(alice), remembered)).rejects.toBeInstanceOf(UnauthenticatedError);
});
