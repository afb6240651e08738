import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  concatAST,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  parse,
  printSchema,
} from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { BadUserInputError } from '../model/errors.ts';
import { isJsonObject } from '../model/json.ts';
import { guardSecretFields } from './access.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { EnvironmentResolver } from './environment.resolver.ts';
import { credentialTypes } from './integration/credentials.type.ts';
import { IntegrationResolver } from './integration/integration.resolver.ts';
import { MutationResolver } from './mutations/mutation.resolver.ts';
import { userErrorTypes } from './mutations/user-error.type.ts';
import { ProviderResolver, providerView } from './provider/provider.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

export interface SchemaOptions {
  /** Serve the subgraph's machinery (`_service`, `_entities`) beside the API. Default true. */
  readonly federation?: boolean;
}

export interface GatewaySchema {
  /** What is served: the API, and the subgraph's machinery where that is wanted. */
  readonly schema: GraphQLSchema;
  /** SDL of the API alone, for clients. */
  readonly apiSdl: string;
  /** SDL that `_service` answers, for composition. */
  readonly subgraphSdl: string;
}

/** Builds and finishes the schema: the one place where that happens. Takes about 0.2 s; the result is immutable. */
export function createSchema({ federation = true }: SchemaOptions = {}): GatewaySchema {
  const api = buildSchemaSync({
    resolvers: [IntegrationResolver, EnvironmentResolver, ViewerResolver, ProviderResolver, MutationResolver],
    orphanedTypes: [...credentialTypes, ...userErrorTypes],
    validate: false,
    // Skips an introspection query at every start; a test builds the printed schema again in full.
    skipCheck: true,
  });
  enforceOneOf(api);
  describe(api.getQueryType(), 'Reads of integrations, environments and the provider catalog.');
  describe(api.getMutationType(), 'Changes of integrations. Expected outcomes are in `errors` of each payload.');
  const subgraph = buildSubgraphSchema([
    { typeDefs: concatAST([parse(FEDERATION), parse(printSchemaWithDirectives(api))]), resolvers: resolversOf(api) },
  ]);
  refuseOtherEntities(subgraph);
  const schema = federation ? subgraph : api;
  resolveTypesByName(schema);
  guardSecretFields(schema, (type, field) => isMarkedSecret(api, type, field));
  return { schema, apiSdl: `${printSchema(api)}\n`, subgraphSdl: subgraphSdl(subgraph) };
}

/** `@oneOf` is printed with its definition: composition refuses a directive that it cannot find. */
const FEDERATION = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag"])
  directive @oneOf on INPUT_OBJECT
`;

/** type-graphql knows nothing of `@oneOf`; it is printed, and enforced, where the type says so. */
function enforceOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.oneOf === true) type.isOneOf = true;
  }
}

/** type-graphql makes the root types itself, without a description. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/** Every source object of a union or interface says its type's name; type-graphql's own way is asynchronous. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== '_Entity') {
      type.resolveType = (value: { __typename: string }) => value.__typename;
    }
  }
}

function isMarkedSecret(api: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = api.getType(typeName);
  return isObjectType(type) && type.getFields()[fieldName]?.extensions.secret === true;
}

/** What a router sends to name an entity: not validated by anybody before. */
interface Reference {
  readonly id?: unknown;
}

/** References are resolved asynchronously, so that one that fails does not take the others with it. */
function resolversOf(api: GraphQLSchema) {
  const map = createResolversMap(api) as Record<string, object>;
  const byId =
    <T>(find: (id: string, context: GatewayContext) => T) =>
    async ({ id }: Reference, context: GatewayContext) =>
      typeof id === 'string' ? find(id, context) : null;
  return {
    ...map,
    Integration: {
      ...map.Integration,
      __resolveReference: byId((id, context) => callerOf(context).loaders.integration(id)),
    },
    IntegrationProvider: { ...map.IntegrationProvider, __resolveReference: byId(providerView) },
    Environment: { ...map.Environment, __resolveReference: byId((id, context) => callerOf(context) && { id }) },
  };
}

/** A representation of a type that is no entity fails by itself: the library would let it fail the whole list. */
function refuseOtherEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const union = schema.getType('_Entity');
  const resolve = field?.resolve as GraphQLFieldResolver<unknown, GatewayContext, { representations: unknown[] }>;
  if (!field || !isUnionType(union)) return;
  const names = new Set<unknown>(union.getTypes().map(({ name }) => name));
  field.resolve = (source, { representations }: { representations: unknown[] }, context, info) =>
    representations.map((representation) => {
      if (!isJsonObject(representation) || !names.has(representation.__typename)) return notAnEntity();
      const [entity] = resolve(source, { representations: [representation] }, context, info) as unknown[];
      return entity;
    });
}

function notAnEntity(): BadUserInputError {
  return new BadUserInputError('A representation must name an entity of this subgraph in "__typename".');
}

/** The SDL that `_service` answers: its resolver holds it, and takes no arguments. */
function subgraphSdl(schema: GraphQLSchema): string {
  const service = schema.getQueryType()?.getFields()._service as unknown as { resolve: () => { sdl: string } };
  return `${service.resolve().sdl}\n`;
}
