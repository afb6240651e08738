import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  printSchema,
} from 'graphql';
import { Directive, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { credentialsTypeName, isSecretKey, providers } from '../../src/catalog/catalog.ts';
import { CREDENTIALS_TYPE_NAMES } from '../../src/catalog/overrides.ts';
import { marksOf } from '../../src/graphql/field-marks.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { isGuarded } from '../helpers/guards.ts';

const { schema, ...printed } = createSchema();
const [apiSdl, subgraphSdl] = [printed.apiSdl(), printed.subgraphSdl()];
const api = buildSchema(apiSdl);
const ownTypes = Object.values(api.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isScalarType(type));

test('the printed schema is a valid one that prints as itself', () => {
  expect(`${printSchema(api)}\n`).toBe(apiSdl);
});

test('every type, field, argument, input field and enum value has a description that ends a sentence', () => {
  const members: [string, GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument | GraphQLEnumValue][] =
    [];
  for (const type of ownTypes) {
    if (isEnumType(type)) for (const value of type.getValues()) members.push([`${type.name}.${value.name}`, value]);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      members.push([`${type.name}.${field.name}`, field]);
      if ('args' in field) for (const arg of field.args) members.push([`${type.name}.${field.name}(${arg.name})`, arg]);
    }
  }
  expect(members.length).toBeGreaterThan(1000);
  const bare = [...ownTypes.map((type) => [type.name, type] as const), ...members]
    .filter(([, { description }]) => !description || !/[.!?)]$/.test(description))
    .map(([name]) => name);
  expect(bare).toEqual([]);
});

test('defaults stand in the schema, where clients and routers find them', () => {
  const pages = [api.getQueryType(), api.getType('Environment')].map((type) =>
    isObjectType(type) ? type.getFields().integrations?.args.find(({ name }) => name === 'first')?.defaultValue : null,
  );
  expect(pages).toEqual([50, 50]);
  const inputs = ['CreateIntegrationInput', 'UpdateIntegrationInput', 'CopyIntegrationInput'].map((name) => {
    const type = api.getType(name);
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    return Object.fromEntries(
      fields.flatMap((one) => (one.defaultValue == null ? [] : [[one.name, one.defaultValue]])),
    );
  });
  const checks = { check: false, requiredCredentials: 'CHECK' };
  expect(inputs).toEqual([checks, checks, { active: false }]);
});

test('every root field is nullable, so that none takes the others with it', () => {
  for (const type of [api.getQueryType(), api.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      expect([field.name, isNonNullType(field.type)]).toEqual([field.name, false]);
    }
  }
});

test('every secret field is guarded in what is served, and tagged in what is composed', () => {
  const secret = providers
    .filter((provider) => provider.credentialFields.length > 0)
    .flatMap((provider) => [
      ...provider.credentialFields
        .filter(({ key }) => isSecretKey(key))
        .map(({ key }) => [credentialsTypeName(provider), key.charAt(0).toLowerCase() + key.slice(1)] as const),
      [credentialsTypeName(provider), 'extra'] as const,
      [credentialsTypeName(provider), 'values'] as const,
    ]);
  const all = [
    ...secret,
    ['UnknownProviderIntegrationCredentials', 'values'] as const,
    ['NoIntegrationCredentials', 'values'] as const,
    ['IntegrationConfigurations', 'inboundWebhookSigningKey'] as const,
    ['IntegrationProvisioning', 'errorMessage'] as const,
    ['IntegrationProvisioning', 'teamsAppCatalogId'] as const,
  ];
  expect(all.length).toBeGreaterThan(200);
  for (const [typeName, fieldName] of all) {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    expect([typeName, fieldName, isGuarded(field?.resolve)]).toEqual([typeName, fieldName, true]);
  }
  const tags = subgraphSdl.match(/@tag\(name: "secret"\)/g) ?? [];
  // The interface has `values` too, which its types have each by itself.
  expect(tags.length).toBe(all.length + 1);
});

test('every field for sessions alone is guarded in what is served, and says so', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => marksOf(field).sessionOnly);
  expect(fields.map(({ name }) => name).sort()).toEqual([
    'integrationChannelLimit',
    'integrationEnvironmentDiff',
    'integrationInAppStatus',
  ]);
  for (const { name, resolve, description } of fields) {
    expect([name, isGuarded(resolve)]).toEqual([name, true]);
    expect(description).toMatch(/For sessions only/);
  }
});

test('keys that upstream does not encrypt but that give access are secret', () => {
  expect(['accessKey', 'webhookUrl', 'baseUrl', 'user', 'clientId', 'headers', 'anythingNew'].every(isSecretKey)).toBe(
    true,
  );
  expect(['from', 'senderName', 'region'].some(isSecretKey)).toBe(false);
});

test('one key has one type in all members of the credentials union', () => {
  const union = api.getType('IntegrationCredentials');
  const types = new Map<string, Set<string>>();
  for (const member of isUnionType(union) ? union.getTypes() : []) {
    for (const field of Object.values(member.getFields())) {
      types.set(field.name, (types.get(field.name) ?? new Set()).add(String(field.type)));
    }
  }
  expect(types.size).toBeGreaterThan(50);
  expect([...types].filter(([, names]) => names.size > 1)).toEqual([]);
});

test('each provider with keys has a type of its own, and the names kept by hand are of such providers', () => {
  const withKeys = providers.filter((provider) => provider.credentialFields.length > 0);
  expect(new Set(withKeys.map(credentialsTypeName)).size).toBe(withKeys.length);
  expect(withKeys.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(CREDENTIALS_TYPE_NAMES)));
});

test('an entity that routers could ask for and that nothing finds is refused at the start', () => {
  @ObjectType()
  @Directive('@key(fields: "id")')
  class Unfound {
    @Field(() => String)
    id!: string;
  }
  @Resolver()
  class UnfoundResolver {
    @Query(() => Unfound, { nullable: true })
    unfound(): Unfound {
      return { id: '1' };
    }
  }
  expect(() => createSchema({ resolvers: [UnfoundResolver] })).toThrow('Unfound has a @key, and no resolver');
});

test('@oneOf is enforced by what is served', () => {
  for (const name of ['IntegrationBy', 'IntegrationCredentialsInput']) {
    const type = schema.getType(name);
    expect([name, isInputObjectType(type) && type.isOneOf]).toEqual([name, true]);
  }
});
