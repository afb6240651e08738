import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { documentStore } from '../../../src/http/apollo/document-store.ts';

const ID = '65b100000000000000000003';

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
  const parts = `write(input: { id: "${ID}", providerId: "sendgrid", name: $n }) { id list(first: 2) { id } }`;
  expect(await kept(`mutation ($n: String) { ${parts} }`)).toBe(true);
  expect(await kept(`mutation { write(input: { by: { id: "${ID}" } }, id: "${ID}") { id } }`)).toBe(true);
  expect(
    await kept(`mutation { write(environmentId: "${ID}", successorId: "${ID}") { list(last: 100) { id } } }`),
  ).toBe(true);
  // Nor is anything public for its name alone.
  for (const value of [`{ sendgrid: { id: "${ID}" } }`, `[{ key: "id", id: "${ID}" }]`, `{ id: "${ID}" }`]) {
    expect(await kept(`mutation { write(input: { id: "${ID}", credentials: ${value} }) { id } }`)).toBe(false);
    expect(await kept(`mutation ($c: JSONObject = ${value}) { write(input: { credentialsPatch: $c }) { id } }`)).toBe(
      false,
    );
  }
  expect(await kept(`mutation ($id: ID = "${ID}") { write(input: { id: $id }) { id } }`)).toBe(false);
  expect(await kept('mutation { write(input: "SECRET") { id } }')).toBe(false);
});

test.each([
  ['an id', 'id: "SECRET"'],
  ['an id of an environment', `environmentId: "${ID}0"`],
  ['a successor', 'successorId: ""'],
  ['a provider', 'providerId: "SECRET"'],
  ['a page size', 'first: 4111111111111111'],
  ['a page size in quotes', 'last: "SECRET"'],
])('%s that is none is not taken for public', async (_, input) => {
  const store = documentStore();
  await store.set('key', parse(`mutation { write(input: { ${input} }) { id } }`));
  expect(await store.get('key')).toBeUndefined();
});

test.each([
  ['a comment', 'mutation {\n# apiKey: "SECRET"\nwrite(a: $a) { id } }'],
  ['a comment behind all', 'mutation { write(a: $a) { id } } # SECRET'],
  ['a description', '"""SECRET""" mutation { write(a: $a) { id } }'],
  ['a mutation that is not the first operation', 'query Q { read { id } } mutation M { write(a: "SECRET") { id } }'],
  ['a directive', 'mutation { write(a: $a) @mark(with: ["SECRET"]) { id } }'],
])('nor is a document with %s kept', async (_, text) => {
  const store = documentStore();
  await store.set('key', parse(text));
  expect(await store.get('key')).toBeUndefined();
});

test.each([
  [10, 524_288 / 110],
  [1_000, 524_288 / 1_100],
  [20_000, 524_288 / 20_100],
])('of documents of %d characters, however many come, some are kept', async (characters, most) => {
  expect(await countKept(characters)).toBe(Math.floor(most));
});
