import { describe, expect, test } from '@jest/globals';
import { composeSchemaContract } from '@theguild/federation-composition';
import {
  buildSchema,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  print,
  stripIgnoredCharacters,
} from 'graphql';
import { credentialsTypeName, isSecretKey, providers } from '../../src/catalog/catalog.ts';
import { composers, integrationsSdl, services } from './support/composition.ts';
import { excludeTag } from './support/contract.ts';

const { variant, emptied } = excludeTag(integrationsSdl, 'secret');
const withVariant = services().map((one) => (one.name === 'integrations' ? { ...one, typeDefs: variant } : one));

test('no type becomes empty when the secrets are left out', () => {
  expect(emptied).toEqual([]);
});

test('a type that has secrets alone would be found, with whatever refers to it', () => {
  const sdl = 'type Query { open: ID keys: Keys } type Keys { key: ID @tag(name: "secret") } union Any = Query | Keys';
  const filtered = excludeTag(sdl, 'secret');
  expect(filtered.emptied).toEqual(['Keys']);
  expect(stripIgnoredCharacters(print(filtered.variant))).toBe('type Query{open:ID}union Any=Query');
});

describe.each(Object.entries(composers))('a contract without secrets, with %s', (_name, compose) => {
  const supergraph = buildSchema(compose(withVariant).supergraphSdl, { assumeValidSDL: true });
  holds(supergraph);
});

describe('a contract without secrets, as a composer makes it that filters by tag itself', () => {
  const { publicSdl, errors } = composeSchemaContract(services(), { include: new Set(), exclude: new Set(['secret']) });
  test('composes', () => expect(errors).toBeUndefined());
  holds(buildSchema(publicSdl ?? 'type Query { none: ID }', { assumeValidSDL: true }));
});

function holds(schema: GraphQLSchema): void {
  test('has no secret field', () => {
    const known = providers.flatMap((provider) =>
      provider.credentialFields
        .filter(({ key }) => isSecretKey(key))
        .map(({ key }) => `${credentialsTypeName(provider)}.${key.charAt(0).toLowerCase()}${key.slice(1)}`),
    );
    expect(known.length).toBeGreaterThan(100);
    const fields = new Set(outputFields(schema));
    const others = [
      'UnknownProviderIntegrationCredentials.values',
      'IntegrationProviderCredentials.values',
      'IntegrationConfigurations.inboundWebhookSigningKey',
    ];
    expect([...known, ...others].filter((field) => fields.has(field))).toEqual([]);
    expect([...fields].filter((field) => /\.(extra|values)$/.test(field))).toEqual([]);
  });

  test('has what is not secret, and every member of the credentials union', () => {
    const fields = new Set(outputFields(schema));
    const open = [
      'SendGridIntegrationCredentials.from',
      'SendGridIntegrationCredentials.providerId',
      'UnknownProviderIntegrationCredentials.providerId',
    ];
    expect([...open, 'IntegrationConfigurations.payloadSchema'].filter((field) => !fields.has(field))).toEqual([]);
    const union = schema.getType('IntegrationCredentials');
    const withKeys = providers.filter(({ credentialFields }) => credentialFields.length > 0);
    expect(isUnionType(union) && union.getTypes().length).toBe(withKeys.length + 3);
  });

  test('has no empty type', () => {
    const empty = Object.values(schema.getTypeMap()).filter(
      (type) => (isObjectType(type) || isInterfaceType(type)) && Object.keys(type.getFields()).length === 0,
    );
    expect(empty.map(String)).toEqual([]);
  });
}

function outputFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
}
