import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListMemory } from '../../src/cache/store/list-memory.ts';
import type { Integration } from '../../src/model/integration.ts';
import { type Digest, KnownLists } from '../../src/upstream/known-lists.ts';
import { readIntegrations } from '../../src/upstream/wire/answers.ts';

/** The list as it is read for a caller to whom Novu sent this text, in chunks of some size. */
function read(lists: KnownLists, text: string, chunkBytes = 1_000): readonly Integration[] {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) chunks.push(bytes.subarray(start, start + chunkBytes));
  const reading = lists.reading();
  const known = reading.recognize(chunks);
  return reading.list(() => {
    if (known) throw new Error('A list that is known is not read again.');
    return readIntegrations(JSON.parse(text), false);
  });
}

function row(index: number, secret: string) {
  const ids = { _id: `id-${index}`, _environmentId: 'environment', _organizationId: 'organization' };
  return { ...ids, providerId: 'sendgrid', channel: 'email', name: `name ${index}`, credentials: { apiKey: secret } };
}

const textOf = (rows: readonly object[]) => JSON.stringify({ data: rows });

test('equal bytes are one list, however they arrive', () => {
  const lists = new KnownLists(new ListMemory(1e6));
  const text = textOf([row(1, 'SECRET'), row(2, 'SECRET')]);
  const first = read(lists, text);
  expect(read(lists, text, 7)).toBe(first);
  expect(first.map(({ id }) => id)).toEqual(['id-1', 'id-2']);
});

test('nothing of the credentials is in what is kept', () => {
  const memory = new ListMemory(1e6);
  read(new KnownLists(memory), textOf([row(1, 'SECRET')]));
  const kept = [...memory.memory.entries()];
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain('SECRET');
});

test('a list with secrets is not kept, whoever offers it', () => {
  const memory = new ListMemory(1e6);
  const list = readIntegrations({ data: [row(1, 'SECRET')] }, true);
  expect(memory.keep('key', list)).toBe(list);
  expect(memory.find('key')).toBeNull();
  expect(JSON.stringify(memory.share(list).list())).not.toContain('SECRET');
});

test('each caller is given the rows that Novu sent to that caller', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 6 }));
  const sent = fc.array(fc.tuple(rows, fc.constantFrom('old', 'new')), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(sent, (answers) => {
      const lists = new KnownLists(new ListMemory(20_000));
      for (const [ids, secret] of answers) {
        const text = textOf(ids.map((id) => row(id, secret)));
        expect(read(lists, text)).toEqual(readIntegrations(JSON.parse(text), false));
      }
    }),
  );
});

test('a hash that is equal for bytes of other lengths mixes no lists', () => {
  const collides: Digest = () => 'same';
  const lists = new KnownLists(new ListMemory(1e6), collides);
  const [all, fewer] = [[row(1, 'a'), row(2, 'b')], [row(1, 'a')]].map(textOf);
  expect(read(lists, all ?? '')).toHaveLength(2);
  expect(read(lists, fewer ?? '')).toHaveLength(1);
  expect(read(lists, all ?? '')).toHaveLength(2);
});

test('names differ in each process, so that none can be compared', () => {
  const names: string[] = [];
  const spy = {
    find(key: string) {
      names.push(key);
      return null;
    },
    keep: <T>(_: string, list: T) => list,
  };
  for (const lists of [new KnownLists(spy), new KnownLists(spy)]) read(lists, textOf([row(1, 'a')]));
  expect(new Set(names).size).toBe(2);
  expect(names.join()).not.toContain('organization');
});
