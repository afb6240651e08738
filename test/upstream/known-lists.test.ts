import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListMemory } from '../../src/cache/store/list-memory.ts';
import type { Integration } from '../../src/model/integration.ts';
import { type Digest, KnownLists } from '../../src/upstream/known-lists.ts';
import { readIntegrations } from '../../src/upstream/wire/answers.ts';
import { row, textOf } from '../helpers/rows-with-secrets.ts';

/** The list as it is read for a caller to whom Novu sent this text, in chunks of some size. */
function read(lists: KnownLists, text: string, chunkBytes = 1_000): readonly Integration[] {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) chunks.push(bytes.subarray(start, start + chunkBytes));
  const reading = lists.reading(false);
  reading.canSkipParsing(chunks);
  return reading.known() ?? reading.keep(readIntegrations(JSON.parse(text), false));
}

/** The same for a caller who may see secrets; what is shared of a row is left out. */
function readSecrets(lists: KnownLists, text: string): { list: readonly Integration[]; parsed: boolean } {
  const reading = lists.reading(true);
  const parsed = !reading.canSkipParsing([Buffer.from(text)]);
  const list = reading.known() ?? reading.keep(readIntegrations(JSON.parse(text), true));
  const rows = list.map(({ secrets: { row: _, ...secrets } = NO_SECRETS, ...rest }) => ({ ...rest, secrets }));
  return { list: rows, parsed };
}

const NO_SECRETS: NonNullable<Integration['secrets']> = {
  credentials: null,
  incomplete: false,
  inboundWebhookSigningKey: null,
};

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

describe('the secrets of bytes that are known', () => {
  test('are read by their places from the third time on, and are kept nowhere', () => {
    const memory = new ListMemory(1e6);
    const lists = new KnownLists(memory);
    const text = textOf([
      row(1, 'SECRET-1'),
      { ...row(2, 'SECRET-2'), configurations: { inboundWebhookSigningKey: 'SECRET-3' } },
    ]);
    const read = [1, 2, 3, 4].map(() => readSecrets(lists, text));
    expect(read.map(({ parsed }) => parsed)).toEqual([true, true, false, false]);
    for (const { list } of read) expect(list).toEqual(readIntegrations(JSON.parse(text), true));
    expect(inspect([lists, ...memory.memory.entries()], { depth: 20, showHidden: true })).not.toContain('SECRET');
  });

  test('share the rows with readers who see no secrets', () => {
    const lists = new KnownLists(new ListMemory(1e6));
    const text = textOf([row(1, 'SECRET'), row(2, 'SECRET')]);
    for (let time = 0; time < 3; time++) readSecrets(lists, text);
    const reading = lists.reading(true);
    reading.canSkipParsing([Buffer.from(text)]);
    const shared = read(lists, text);
    expect(reading.known()?.map(({ secrets }) => secrets?.row)).toEqual([...shared]);
    expect(JSON.stringify(shared)).not.toContain('SECRET');
  });

  test.each([
    [
      'a name with an escape',
      '{"data":[{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","cred\\u0065ntials":{"a":"SECRET"}}]}',
    ],
    [
      'two of one name',
      '{"data":[{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","credentials":{"a":"OLD"},"credentials":{"a":"SECRET"}}]}',
    ],
    [
      'the name in a text',
      '{"data":[{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","name":"\\",\\"credentials\\":{","credentials":{"a":"SECRET \\" } ]"}}]}',
    ],
    [
      'a row that cannot be read',
      '{"data":[{"_id":"0"},{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","credentials":{"a":"SECRET"}}]}',
    ],
    [
      'a row twice',
      '{"data":[{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","credentials":{"a":"SECRET"}},{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","credentials":{"a":"OTHER"}}]}',
    ],
    [
      'blanks and no envelope',
      ' [ { "_id" : "1", "_environmentId":"e","_organizationId":"o","providerId":"p" , "credentials" : { "a" : "SECRET" } } ] ',
    ],
    [
      'a list that is not the first member',
      '{"more":1,"data":[{"_id":"1","_environmentId":"e","_organizationId":"o","providerId":"p","credentials":{"a":"SECRET"}}]}',
    ],
  ])('are what they are by parsing it all: %s', (_, text) => {
    const lists = new KnownLists(new ListMemory(1e6));
    for (let time = 0; time < 4; time++) {
      expect(readSecrets(lists, text).list).toEqual(readIntegrations(JSON.parse(text), true));
    }
  });

  test("are each caller's own, whatever the others were sent", () => {
    const value = fc.oneof(fc.constantFrom('a', 'b', 'nvsk.a'), fc.json(), fc.string({ unit: 'binary' }));
    const secretRow = fc.tuple(fc.integer({ min: 1, max: 4 }), value, fc.option(value)).map(([id, apiKey, key]) => ({
      ...row(id, apiKey),
      ...(key !== null && { configurations: { inboundWebhookSigningKey: key }, provisioning: { errorMessage: key } }),
    }));
    const bodies = fc.array(fc.array(secretRow, { maxLength: 4 }), { minLength: 1, maxLength: 3 });
    const order = fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 4, maxLength: 16 });
    fc.assert(
      fc.property(bodies, order, (lists, asked) => {
        const known = new KnownLists(new ListMemory(20_000));
        for (const [nth, secrets] of asked) {
          const text = textOf(lists[nth % lists.length] ?? []);
          const given = secrets ? readSecrets(known, text).list : read(known, text);
          expect(given).toEqual(readIntegrations(JSON.parse(text), secrets));
        }
      }),
    );
  });
});
