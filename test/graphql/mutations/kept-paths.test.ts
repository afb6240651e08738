import { expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType } from 'graphql';
import { decodeRecord, encodeRecord } from '../../../src/graphql/mutations/outcome/record.ts';
import { userError } from '../../../src/graphql/mutations/user-errors.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

const { schema } = createSchema();

/** The path of an error below `input`, as an idempotency key keeps it. */
function keptOf(mutation: string, path: readonly string[]): readonly string[] | undefined {
  const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
  if (!isInputObjectType(type)) throw new Error(mutation);
  const outcome = { id: null, errors: [userError('NOT_STORED', path)] };
  const text = encodeRecord({ input: 'i', run: 'r', provable: true, outcome }, type);
  return decodeRecord(text)?.outcome?.errors[0]?.path.slice(1);
}

test.each<[mutation: string, path: string[], kept?: string[]]>([
  ['updateIntegration', []],
  ['updateIntegration', ['name']],
  ['updateIntegration', ['configurations', 'payloadSchema']],
  ['updateIntegration', ['conditions', '3', 'children', '0', 'operatorText']],
  ['createIntegration', ['credentials', 'sendgrid', 'apiKey']],
  ['createIntegration', ['credentials', 'sendgrid', 'extra', 'secretKey']],
  ['createIntegration', ['credentials', 'raw', 'apiKey']],
  ['updateIntegration', ['credentialsPatch', 'tlsOptions']],
  ['setPrimaryIntegration', ['id']],
  // Any name that a client may have made up can be a secret.
  ['updateIntegration', ['credentialsPatch', 'MADE_UP'], ['credentialsPatch']],
  ['updateIntegration', ['rules', 'MADE_UP'], ['rules']],
  ['updateIntegration', ['configurations', 'other', 'MADE_UP'], ['configurations', 'other']],
  ['createIntegration', ['credentials', 'raw', 'apiKey', 'MADE_UP'], ['credentials', 'raw', 'apiKey']],
  [
    'createIntegration',
    ['credentials', 'sendgrid', 'extra', 'MADE_UP', 'apiKey'],
    ['credentials', 'sendgrid', 'extra'],
  ],
  ['createIntegration', ['credentials', 'sendgrid', 'MADE_UP'], ['credentials', 'sendgrid']],
  ['updateIntegration', ['conditions', 'MADE_UP', 'operator'], ['conditions']],
  ['setPrimaryIntegration', ['MADE_UP'], []],
])('of a %s, the path %j is kept as far as schema and catalog know it', (mutation, path, kept = path) => {
  expect(keptOf(mutation, path)).toEqual(kept);
});
