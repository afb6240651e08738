import { expect, test } from '@jest/globals';
import { mayBreak, schemaChanges } from '../../src/bin/schema-changes.ts';
import { createSchema } from '../../src/graphql/schema.ts';

const apiSdl = createSchema().apiSdl();

async function breakingBy(edit: (sdl: string) => string): Promise<string[]> {
  const edited = edit(apiSdl);
  expect(edited).not.toBe(apiSdl);
  const { breaking } = await schemaChanges(apiSdl, edited);
  return breaking.map(({ message }) => message);
}

test('the schema does not break its own clients', async () => {
  expect(await schemaChanges(apiSdl, apiSdl)).toEqual({ breaking: [], others: [] });
});

test('names what breaks clients: a field that is gone, one that may be null, an input that is needed', async () => {
  expect(await breakingBy((sdl) => sdl.replace(/ {2}"""[^"]*"""\n {2}docsUrl: URL\n/, ''))).toEqual([
    "Field 'docsUrl' was removed from object type 'IntegrationProvider'",
  ]);
  expect(await breakingBy((sdl) => sdl.replace('  supportsPrimary: Boolean!', '  supportsPrimary: Boolean'))).toEqual([
    expect.stringContaining("'IntegrationProvider.supportsPrimary' changed type from 'Boolean!' to 'Boolean'"),
  ]);
  expect(
    await breakingBy((sdl) => sdl.replace('input SetPrimaryIntegrationInput {', '$&\n  reason: String!\n')),
  ).toEqual([expect.stringContaining("'reason'")]);
});

test('an addition breaks no client', async () => {
  const { breaking, others } = await schemaChanges(
    apiSdl,
    apiSdl.replace('type IntegrationProvider {', '$&\n  logo: URL\n'),
  );
  expect([breaking.length, others.length]).toEqual([0, 1]);
});

test.each([
  ['0.1.0', '0.1.1', false],
  ['0.1.0', '0.2.0', true],
  ['0.9.0', '1.0.0', true],
  ['1.2.3', '1.3.0', false],
  ['1.2.3', '2.0.0', true],
  ['2.0.0', '1.9.0', false],
])('after %s, may %s break clients? %s', (before, after, expected) => {
  expect(mayBreak(before, after)).toBe(expected);
});
