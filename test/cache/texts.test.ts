import { expect, test } from '@jest/globals';
import { GuardedStore } from '../../src/cache/protocol/guarded-store.ts';
import { systemClock } from '../../src/cache/store/clock.ts';
import type { SharedTexts } from '../../src/cache/store/store.ts';
import { LayeredTexts } from '../../src/cache/texts.ts';
import type { Caller, CallerScope } from '../../src/model/caller.ts';
import { apiKey } from './support/fake-upstream.ts';

const guarded = (texts: SharedTexts) =>
  new GuardedStore(texts, { clock: systemClock, commandTimeoutMs: 20, requestBudgetMs: 20 });
const never = new Promise<never>(() => {});
const scopeOf = ({ authorization }: Caller) => authorization as CallerScope;
const alice = apiKey('alice');
const bob = apiKey('bob');

/** What all processes would share, with a list of the commands that it was sent. */
function sharedStore(): SharedTexts & { readonly texts: Map<string, string>; readonly commands: string[] } {
  const texts = new Map<string, string>();
  const commands: string[] = [];
  return {
    texts,
    commands,
    async get(key) {
      commands.push(`get ${key}`);
      return texts.get(key) ?? null;
    },
    async register(key, text, ttlMs, scope) {
      commands.push(`register ${key} of ${scope} for ${ttlMs}`);
      texts.set(key, text);
      return true;
    },
  };
}

test('without a shared store the process keeps texts by itself', async () => {
  const texts = new LayeredTexts(null, 1000, scopeOf);
  expect(await texts.get('a')).toBeNull();
  await texts.register('a', 'query A', alice);
  expect(await texts.get('a')).toBe('query A');
});

test('a text that one process sets, another finds, and asks the shared store for it once', async () => {
  const shared = sharedStore();
  await new LayeredTexts(guarded(shared), 86_400_000, scopeOf).register('a', 'query A', alice);
  const other = new LayeredTexts(guarded(shared), 86_400_000, scopeOf);
  expect([await other.get('a'), await other.get('a'), await other.get('b')]).toEqual(['query A', 'query A', null]);
  expect(shared.commands).toEqual(['register a of ApiKey alice for 86400000', 'get a', 'get b']);
});

test.each<[string, () => Promise<never>]>([
  ['fails', async () => Promise.reject(new Error('gone'))],
  ['does not answer', () => never],
])('a shared store that %s is a miss, and the process still knows what it was told', async (_, command) => {
  const texts = new LayeredTexts(guarded({ get: command, register: command }), 1000, scopeOf);
  expect(await texts.get('a')).toBeNull();
  await texts.register('a', 'query A', alice);
  expect(await texts.get('a')).toBe('query A');
});

test('a caller who registers without end is not heard any more, and pushes out no text of another', async () => {
  const shared = sharedStore();
  const texts = new LayeredTexts(guarded(shared), 1000, scopeOf);
  await texts.register('of bob', 'query B', bob);
  const mine = Array.from({ length: 2_000 }, (_, index) => `text ${index}`);
  for (const hash of mine) await texts.register(hash, 'x'.repeat(16_000), alice);
  const kept = await Promise.all([...mine, 'of bob'].map(async (hash) => (await texts.get(hash)) !== null));
  expect(kept.filter(Boolean)).toHaveLength(201);
  expect(await texts.get('of bob')).toBe('query B');
  expect(shared.texts.size).toBe(201);
  // To say again what is known is no new one.
  await texts.register('text 0', 'x'.repeat(16_000), alice);
  await texts.register('of bob', 'query B', alice);
  expect(shared.commands.filter((command) => command.startsWith('register of bob'))).toHaveLength(2);
});

test('a text that was pushed out makes room for another of its caller', async () => {
  const texts = new LayeredTexts(null, 1000, scopeOf);
  const long = 'x'.repeat(256 * 1024);
  for (let index = 0; index < 1_000; index += 1) await texts.register(`long ${index}`, long, alice);
  expect(await texts.get('long 999')).toBe(long);
  expect(await texts.get('long 0')).toBeNull();
});
