import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { documentStore } from '../../../src/http/apollo/document-store.ts';

/** A document of so many characters. */
const documentOf = (characters: number) => parse(`{ a }${' '.repeat(characters - 6)}#`);

async function countKept(characters: number): Promise<number> {
  const store = documentStore();
  const many = 6_000;
  const document = documentOf(characters);
  for (let index = 0; index < many; index++) await store.set(`key ${index}`, document);
  const found = await Promise.all(Array.from({ length: many }, (_, index) => store.get(`key ${index}`)));
  expect(found.at(-1)).toBeDefined();
  return found.filter((document) => document !== undefined).length;
}

test('a mutation with values written into it is not kept, since they may be credentials', async () => {
  const store = documentStore();
  const kept = async (text: string) => {
    await store.set(text, parse(text));
    return (await store.get(text)) !== undefined;
  };
  expect(await kept('mutation ($a: A!) { write(a: $a, on: true, kind: EMAIL) { id } }')).toBe(true);
  expect(await kept('{ read(id: "1", first: 2) { id } }')).toBe(true);
  for (const value of ['"SECRET"', '"""SECRET"""', '1', '1.5', '{ a: [{ b: "SECRET" }] }']) {
    expect(await kept(`mutation { write(a: ${value}) { id } }`)).toBe(false);
    expect(await kept(`mutation ($a: A = ${value}) { write(a: $a) { id } }`)).toBe(false);
    expect(await kept(`mutation { ...F } fragment F on Mutation { write(a: ${value}) { id } }`)).toBe(false);
  }
  // Ids, and what the catalog has, are none.
  const parts = 'write(input: { id: "1", providerId: "sendgrid", name: $n }) { id list(first: 2) { id } }';
  expect(await kept(`mutation ($n: String) { ${parts} }`)).toBe(true);
  expect(await kept('mutation { write(input: { by: { id: "1" } }, id: "1") { id } }')).toBe(true);
  // Nor is anything public for its name alone.
  for (const value of ['{ sendgrid: { id: "SECRET" } }', '[{ key: "id", id: "SECRET" }]', '{ id: "SECRET" }']) {
    expect(await kept(`mutation { write(input: { id: "1", credentials: ${value} }) { id } }`)).toBe(false);
  }
  expect(await kept('mutation ($id: ID = "SECRET") { write(input: { id: $id }) { id } }')).toBe(false);
  expect(await kept('mutation { write(input: "SECRET") { id } }')).toBe(false);
});

test.each([
  [10, 524_288 / 110],
  [1_000, 524_288 / 1_100],
  [20_000, 524_288 / 20_100],
])('of documents of %d characters, however many come, some are kept', async (characters, most) => {
  expect(await countKept(characters)).toBe(Math.floor(most));
});
