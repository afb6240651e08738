import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListMemory } from '../../src/cache/store/list-memory.ts';
import type { Integration } from '../../src/model/integration.ts';
import { unreadableIn, withUnreadable } from '../../src/model/lists.ts';
import { KnownLists, OperationLists } from '../../src/upstream/known-lists.ts';
import { readIntegrations } from '../../src/upstream/wire/answers.ts';
import { row, textOf } from '../helpers/rows-with-secrets.ts';

describe('a list that an operation reads again', () => {
  /** The list as the operation reads it, and whether the body had to be parsed as a whole. */
  function readAgain(known: KnownLists, within: OperationLists, operation: object, text: string, secrets: boolean) {
    const reading = within.reading(operation, secrets, known.reading(secrets));
    const parsed = !reading.canSkipParsing([Buffer.from(text)]);
    return { list: reading.known() ?? reading.keep(readIntegrations(JSON.parse(text), secrets)), parsed };
  }

  test.each([false, true])('keeps the objects of the rows that are as before, with secrets: %s', (secrets) => {
    const [known, within, operation] = [new KnownLists(new ListMemory(1e6)), new OperationLists(), {}];
    const rows = [1, 2, 3, 4, 5].map((id) => row(id, `SECRET-${id}`));
    const before = readAgain(known, within, operation, textOf(rows), secrets).list;
    const now = [row(6, 'new'), ...rows.slice(3, 4), ...rows.slice(0, 1), row(2, 'changed'), ...rows.slice(4)];
    const { list, parsed } = readAgain(known, within, operation, textOf(now), secrets);
    expect(parsed).toBe(false);
    expect(list).toEqual(readIntegrations({ data: now }, secrets));
    expect(list.map((one) => before.indexOf(one))).toEqual([-1, 3, 0, -1, 4]);
  });

  test('is whole again where it was asked with secrets and then without, and the other way round', () => {
    const [known, within, operation] = [new KnownLists(new ListMemory(1e6)), new OperationLists(), {}];
    for (const [nth, secrets] of [true, false, true, true, false].entries()) {
      const text = textOf([row(1, 'SECRET'), row(2, `SECRET-${nth}`)]);
      expect(readAgain(known, within, operation, text, secrets).list).toEqual(
        readIntegrations(JSON.parse(text), secrets),
      );
    }
  });

  test('is parsed as a whole where it is long, since that is done in slices', () => {
    const [known, within, operation] = [new KnownLists(new ListMemory(1e6)), new OperationLists(), {}];
    const long = (name: string) => textOf([row(1, name), { ...row(2, 'a'), name: 'x'.repeat(4 * 1024 ** 2) }]);
    const read = [long('a'), long('b')].map((text) => readAgain(known, within, operation, text, false).parsed);
    expect(read).toEqual([true, true]);
  });

  test('leaves nothing of the secrets in the lists that are shared', () => {
    const memory = new ListMemory(1e6);
    const [known, within, operation] = [new KnownLists(memory), new OperationLists(), {}];
    for (const secrets of [true, false]) {
      for (const name of ['SECRET-1', 'SECRET-2']) readAgain(known, within, operation, textOf([row(1, name)]), secrets);
    }
    const kept = [...memory.memory.entries()];
    expect(kept.length).toBeGreaterThan(0);
    expect(inspect(kept, { depth: 20, showHidden: true })).not.toContain('SECRET');
  });

  test('is what Novu sent each time, whatever that is', () => {
    const value = fc.oneof(fc.constantFrom('a', 'b', ' ", {'), fc.string({ unit: 'binary' }));
    const someRow = fc.tuple(fc.integer({ min: 1, max: 5 }), value).map(([id, secret]) => row(id, secret));
    const rowText = fc.oneof(
      { weight: 9, arbitrary: someRow.map((one) => JSON.stringify(one)) },
      { weight: 1, arbitrary: fc.constantFrom('{"_id":"0"}', '{}', '1', '{"a":[}', ' { "_id" : "id-1" } ') },
    );
    const envelope = fc.constantFrom(
      ['{"data":[', ']}'],
      ['[', ']'],
      [' [ ', ' ] '],
      ['{"data":[', '],"hasMore":true}'],
      ['{"data":[', '],"data":[]}'],
      ['{"data":[', ''],
    );
    const body = fc
      .tuple(envelope, fc.array(rowText, { maxLength: 6 }), fc.constantFrom(',', ' , '))
      .map(([[before, after], rows, between]) => `${before}${rows.join(between)}${after}`);
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 6 }), fc.boolean(), (texts, secrets) => {
        const [known, within, operation] = [new KnownLists(new ListMemory(20_000)), new OperationLists(), {}];
        for (const text of texts) {
          const outcome = (run: () => readonly Integration[]) => {
            try {
              return { list: run(), unreadable: unreadableIn(run()) };
            } catch (error) {
              return (error as Error).name;
            }
          };
          expect(outcome(() => withoutShared(readAgain(known, within, operation, text, secrets).list))).toEqual(
            outcome(() => readIntegrations(JSON.parse(text), secrets)),
          );
        }
      }),
    );
  });

  /** Without what rows with secrets share with those that have none. */
  function withoutShared(list: readonly Integration[]): readonly Integration[] {
    const rows = list.map((one) => {
      if (!one.secrets) return one;
      const { row: _, ...secrets } = one.secrets;
      return { ...one, secrets };
    });
    return withUnreadable(rows, unreadableIn(list));
  }
});
