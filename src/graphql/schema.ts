import 'reflect-metadata';
import { type GraphQLNamedType, GraphQLSchema, isAbstractType, isInputObjectType, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardFields } from './access.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { EnvironmentResolver } from './environment.resolver.ts';
import { EnvironmentDiffResolver } from './environments/diff.resolver.ts';
import { UsageResolver } from './environments/usage.resolver.ts';
import { boundFailures } from './failures.ts';
import { inheritInputMarks, marksOf, objectFields } from './field-marks.ts';
import { type FieldReaders, fieldReaders } from './field-readers.ts';
import { credentialTypes, providerTypeNames } from './integration/credentials.type.ts';
import { IntegrationResolver } from './integration/integration.resolver.ts';
import { LinkResolver } from './mutations/links/link.resolver.ts';
import { MutationResolver } from './mutations/mutation.resolver.ts';
import { userErrorTypes } from './mutations/user-error.type.ts';
import { NodeResolver, typeOfNode } from './node.resolver.ts';
import { ProviderResolver } from './provider/provider.resolver.ts';
import { asSubgraph, subgraphSdl as printSubgraph } from './subgraph.ts';
import { ViewerResolver } from './viewer.resolver.ts';

export interface SchemaOptions {
  /** Adds the subgraph fields (`_service`, `_entities`) to the API. Default true. */
  readonly federation?: boolean;
  /** Resolver classes in addition to the gateway's own. */
  readonly resolvers?: readonly (new () => object)[];
}

export interface GatewaySchema {
  /** The served schema: the API, with the subgraph fields if enabled. Its fields have their marks. */
  readonly schema: GraphQLSchema;
  /** How compiled plans read fields. */
  readonly readers: FieldReaders;
  /** SDL of the API alone, for clients. */
  readonly apiSdl: () => string;
  /** The SDL in `_service`, for composition. */
  readonly subgraphSdl: () => string;
}

/** Builds the complete schema. Takes about 0.2 s. */
export function createSchema({ federation = true, resolvers = [] }: SchemaOptions = {}): GatewaySchema {
  const api = buildApi(resolvers);
  resolveTypesByName(api);
  const subgraphSdl = once(() => printSubgraph(api));
  const schema = federation ? asSubgraph(api, subgraphSdl) : api;
  // Before guards and traces add resolvers to fields without one.
  const readers = fieldReaders(schema);
  boundFailures(schema);
  guardFields(schema);
  return { schema, readers, apiSdl: once(() => `${printSchema(api)}\n`), subgraphSdl };
}

/** Printed on first use: few processes need it, and printing would slow down the start. */
function once(print: () => string): () => string {
  let text: string | undefined;
  return () => {
    text ??= print();
    return text;
  };
}

function buildApi(resolvers: readonly (new () => object)[]): GraphQLSchema {
  const own = [
    IntegrationResolver,
    EnvironmentResolver,
    EnvironmentDiffResolver,
    UsageResolver,
    ViewerResolver,
    ProviderResolver,
    NodeResolver,
    MutationResolver,
    LinkResolver,
  ] as const;
  const built = buildSchemaSync({
    resolvers: [...own, ...resolvers],
    orphanedTypes: [...credentialTypes, ...userErrorTypes],
    validate: false,
    // Skips an introspection query at every start. A test rebuilds the printed schema and checks it.
    skipCheck: true,
  });
  inheritInputMarks(built);
  enforceOneOf(built);
  resolveFromRows(built);
  describeRootTypes(built);
  return new GraphQLSchema({ ...built.toConfig(), description: DESCRIPTION, types: inReadingOrder(built) });
}

const DESCRIPTION = 'Integrations of Novu: the providers, credentials and channels through which it delivers messages.';

/** type-graphql does not support `@oneOf`, so it is enabled here for the marked types. */
function enforceOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.oneOf === true) type.isOneOf = true;
  }
}

/** Makes each `FromRow` function the resolver of its field. */
function resolveFromRows(schema: GraphQLSchema): void {
  for (const [, field] of objectFields(schema)) {
    const { fromRow } = marksOf(field);
    if (!fromRow) continue;
    field.resolve = (source, _, context: GatewayContext) => fromRow(source as never, callerOf(context).caller);
  }
}

/** type-graphql creates the root types without a description. */
function describeRootTypes(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'Reads of integrations, environments and the provider catalog.';
  if (mutation) mutation.description = 'Changes of integrations. Expected outcomes are in `errors` of each payload.';
}

/** The root types first, the types of single providers last. */
function inReadingOrder(schema: GraphQLSchema): GraphQLNamedType[] {
  const rank = (type: GraphQLNamedType) => {
    if (type === schema.getQueryType()) return 0;
    if (type === schema.getMutationType()) return 1;
    return providerTypeNames.has(type.name) ? 3 : 2;
  };
  return Object.values(schema.getTypeMap()).sort((a, b) => rank(a) - rank(b));
}

/** Except for Node, every object of a union or interface has its type name. type-graphql's own resolution is asynchronous. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    type.resolveType = type.name === 'Node' ? typeOfNode : (value: { __typename: string }) => value.__typename;
  }
}
