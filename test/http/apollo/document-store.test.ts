import { expect, test } from '@jest/globals';
import { type DocumentNode, getNamedType, isInputObjectType, parse } from 'graphql';
import { createSchema } from '../../../src/graphql/schema.ts';
import { documentStore } from '../../../src/http/apollo/document-store.ts';
import { hasWrittenValues } from '../../../src/http/request/written-values.ts';

/** A document of so many characters. */
const documentOf = (characters: number) => parse(`{ a }${' '.repeat(characters - 6)}#`);

async function countKept(characters: number): Promise<number> {
  const store = documentStore(isSecret);
  const many = 6_000;
  const document = documentOf(characters);
  for (let index = 0; index < many; index++) await store.set(`key ${index}`, document);
  const found = await Promise.all(Array.from({ length: many }, (_, index) => store.get(`key ${index}`)));
  expect(found.at(-1)).toBeDefined();
  return found.filter((document) => document !== undefined).length;
}

const { schema } = createSchema();
const isSecret = (document: DocumentNode) => hasWrittenValues(schema, document);

async function isKept(text: string): Promise<boolean> {
  const store = documentStore(isSecret);
  await store.set(text, parse(text));
  return (await store.get(text)) !== undefined;
}

test('a mutation with values written into it is not kept, since they may be credentials', async () => {
  expect(
    await isKept('mutation ($a: UpdateIntegrationInput!) { updateIntegration(input: $a) { errors { code } } }'),
  ).toBe(true);
  expect(
    await isKept(
      'mutation { updateIntegration(input: { active: true, requiredCredentials: IGNORE }) { errors { code } } }',
    ),
  ).toBe(true);
  expect(await isKept('{ integration(by: { identifier: { identifier: "a" } }) { name } }')).toBe(true);
  for (const value of ['"SECRET"', '"""SECRET"""', '1', '1.5', '[{ b: "SECRET" }]', '{ id: "SECRET" }']) {
    expect(await isKept(`mutation { updateIntegration(input: { rules: ${value} }) { errors { code } } }`)).toBe(false);
    expect(
      await isKept(`mutation { updateIntegration(input: ${value.replace('id', 'name')}) { errors { code } } }`),
    ).toBe(false);
    expect(
      await isKept(
        `mutation ($a: JSONObject = ${value}) { updateIntegration(input: { rules: $a }) { errors { code } } }`,
      ),
    ).toBe(false);
    expect(
      await isKept(
        `mutation { ...F } fragment F on Mutation { updateIntegration(input: { name: ${value} }) { errors { code } } }`,
      ),
    ).toBe(false);
    expect(await isKept(`mutation { nothing(id: ${value}, first: ${value}) { id } }`)).toBe(false);
  }
  expect(
    await isKept('mutation ($id: ID = "SECRET") { updateIntegration(input: { id: $id }) { errors { code } } }'),
  ).toBe(false);
  // Pages are asked for below a mutation, too; a cursor holds names.
  const below = (args: string) =>
    `mutation ($a: DeleteIntegrationInput!) { deleteIntegration(input: $a) { integration { environment { integrations(${args}) { totalCount } } } } }`;
  expect(await isKept(below('first: 2, last: 3'))).toBe(true);
  expect(await isKept(below('after: "SECRET"'))).toBe(false);
  expect(await isKept(below('filter: { search: "SECRET" }'))).toBe(false);
});

test('of the inputs of all mutations these are no credentials, whatever is written', async () => {
  const written: string[] = [];
  for (const { name: mutation, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = getNamedType(args[0]?.type);
    if (!isInputObjectType(input)) throw new Error(mutation);
    for (const field of Object.keys(input.getFields())) {
      const text = `mutation { ${mutation}(input: { ${field}: "SECRET" }) { __typename } }`;
      if (await isKept(text)) written.push(`${mutation}.${field}`);
    }
  }
  expect(written).toEqual([
    'createIntegration.environmentId',
    'createIntegration.providerId',
    'copyIntegration.id',
    'copyIntegration.environmentId',
    'updateIntegration.environmentId',
    'updateIntegration.id',
    'setPrimaryIntegration.id',
    'deleteIntegration.id',
    'deleteIntegration.successorId',
    'autoConfigureIntegration.id',
  ]);
});

test.each([
  [10, 524_288 / 110],
  [1_000, 524_288 / 1_100],
  [20_000, 524_288 / 20_100],
])('of documents of %d characters, however many come, some are kept', async (characters, most) => {
  expect(await countKept(characters)).toBe(Math.floor(most));
});
