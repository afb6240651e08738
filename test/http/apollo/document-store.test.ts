import { expect, test } from '@jest/globals';
import { type DocumentNode, getNamedType, isInputObjectType, parse } from 'graphql';
import { createSchema } from '../../../src/graphql/schema.ts';
import { documentStore } from '../../../src/http/apollo/document-store.ts';
import { hasInlineValues } from '../../../src/http/request/inline-values.ts';

const ID = '65b100000000000000000003';

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
const isSecret = (document: DocumentNode) => hasInlineValues(schema, document);

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

test.each([
  ['an id', ID],
  ['the name of a provider', 'sendgrid'],
  ['any other text', 'SECRET'],
  ['nearly an id', `${ID}0`],
  ['nothing', ''],
])('of the inputs of all mutations those are kept of which it is no credential: %s', async (_, value) => {
  const written: string[] = [];
  for (const { name: mutation, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = getNamedType(args[0]?.type);
    if (!isInputObjectType(input)) throw new Error(mutation);
    for (const field of Object.keys(input.getFields())) {
      const text = `mutation { ${mutation}(input: { ${field}: "${value}" }) { __typename } }`;
      if (await isKept(text)) written.push(`${mutation}.${field}`);
    }
  }
  expect(written).toEqual(value === ID ? IDS : value === 'sendgrid' ? ['createIntegration.providerId'] : []);
});

const IDS = [
  'createIntegration.environmentId',
  'copyIntegration.id',
  'copyIntegration.environmentId',
  'updateIntegration.environmentId',
  'updateIntegration.id',
  'setPrimaryIntegration.id',
  'deleteIntegration.id',
  'deleteIntegration.successorId',
  'autoConfigureIntegration.id',
];

const WRITE = 'setPrimaryIntegration(input: $a) { errors { code } }';
const HEAD = 'mutation ($a: SetPrimaryIntegrationInput!)';

test.each([
  [
    'an id below JSON',
    `mutation { updateIntegration(input: { id: "${ID}", rules: { id: "${ID}" } }) { errors { code } } }`,
  ],
  ['a default', `mutation ($id: ID! = "${ID}") { setPrimaryIntegration(input: { id: $id }) { errors { code } } }`],
  ['the default of an input', `${HEAD.replace('!', ` = { id: "${ID}" }`)} { ${WRITE} }`],
  ['a comment', `${HEAD} {\n# apiKey: "SECRET"\n${WRITE} }`],
  ['a comment behind all', `${HEAD} { ${WRITE} } # SECRET`],
  [
    'a mutation that is not the first operation',
    'query Q { a } mutation M { updateIntegration(input: { name: "SECRET" }) { errors { code } } }',
  ],
  ['a directive', `${HEAD} { ${WRITE.replace(' {', ' @mark(with: ["SECRET"]) {')} }`],
  [
    'a page size that is none',
    `${HEAD} { setPrimaryIntegration(input: $a) { integration { environment { integrations(first: 4111111111111111) { totalCount } } } } }`,
  ],
])('nor is a document with %s kept', async (_, text) => {
  expect(await isKept(text)).toBe(false);
});

test('the documents beside which those are not kept are kept', async () => {
  expect(await isKept(`${HEAD} { ${WRITE} }`)).toBe(true);
});

test.each([
  [10, 524_288 / 110],
  [1_000, 524_288 / 1_100],
  [20_000, 524_288 / 20_100],
])('of documents of %d characters, however many come, some are kept', async (characters, most) => {
  expect(await countKept(characters)).toBe(Math.floor(most));
});
