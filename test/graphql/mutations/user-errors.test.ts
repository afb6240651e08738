import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInterfaceType } from 'graphql';
import { USER_ERRORS, userError, userErrorEntries } from '../../../src/graphql/mutations/user-errors.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

const api = buildSchema(createSchema().apiSdl());
const [iface, codes] = [api.getType('IntegrationUserError'), api.getType('IntegrationUserErrorCode')];
const implementations = isInterfaceType(iface) ? api.getPossibleTypes(iface) : [];

test('the codes of the table are the values of the enum, in order', () => {
  expect(isEnumType(codes) && codes.getValues().map(({ name, description }) => [name, description])).toEqual(
    userErrorEntries.map(([code, { description }]) => [code, description]),
  );
});

test('each code has one type, with the fields of the table beside those of the interface', () => {
  const common = Object.keys(isInterfaceType(iface) ? iface.getFields() : {});
  expect(common).toEqual(['code', 'message', 'path']);
  const fields = new Map(
    implementations.map((type) => [type.name, Object.keys(type.getFields()).filter((name) => !common.includes(name))]),
  );
  expect(fields).toEqual(
    new Map(userErrorEntries.map(([code, entry]) => [userError(code, []).__typename, Object.keys(entry.fields ?? {})])),
  );
  expect(implementations).toHaveLength(Object.keys(USER_ERRORS).length);
});

test('an error has the message of the table unless it is given one', () => {
  expect(userError('IDENTIFIER_TAKEN', ['identifier'])).toEqual({
    __typename: 'IntegrationIdentifierTakenError',
    code: 'IDENTIFIER_TAKEN',
    message: USER_ERRORS.IDENTIFIER_TAKEN.message,
    path: ['input', 'identifier'],
  });
  expect(userError('IDENTIFIER_TAKEN', [], { message: 'Mine.' }).message).toBe('Mine.');
});
