import { expect, test } from '@jest/globals';
import { GuardedStore } from '../../src/cache/protocol/guarded-store.ts';
import { systemClock } from '../../src/cache/store/clock.ts';
import type { SharedTexts } from '../../src/cache/store/store.ts';
import { LayeredTexts } from '../../src/cache/texts.ts';

const guarded = (texts: SharedTexts) =>
  new GuardedStore(texts, { clock: systemClock, commandTimeoutMs: 20, requestBudgetMs: 20 });
const never = new Promise<never>(() => {});

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
    async set(key, text, ttlMs) {
      commands.push(`set ${key} for ${ttlMs}`);
      texts.set(key, text);
    },
  };
}

test('without a shared store the process keeps texts by itself', async () => {
  const texts = new LayeredTexts(null, 1000);
  expect(await texts.get('a')).toBeNull();
  await texts.set('a', 'query A');
  expect(await texts.get('a')).toBe('query A');
});

test('a text that one process sets, another finds, and asks the shared store for it once', async () => {
  const shared = sharedStore();
  await new LayeredTexts(guarded(shared), 86_400_000).set('a', 'query A');
  const other = new LayeredTexts(guarded(shared), 86_400_000);
  expect([await other.get('a'), await other.get('a'), await other.get('b')]).toEqual(['query A', 'query A', null]);
  expect(shared.commands).toEqual(['set a for 86400000', 'get a', 'get b']);
});

test.each<[string, () => Promise<never>]>([
  ['fails', async () => Promise.reject(new Error('gone'))],
  ['does not answer', () => never],
])('a shared store that %s is a miss, and the process still knows what it was told', async (_, command) => {
  const texts = new LayeredTexts(guarded({ get: command, set: command }), 1000);
  expect(await texts.get('a')).toBeNull();
  await texts.set('a', 'query A');
  expect(await texts.get('a')).toBe('query A');
});
