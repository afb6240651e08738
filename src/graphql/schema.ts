import 'reflect-metadata';
import {
  type GraphQLNamedType,
  GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  printSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardFields } from './access.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { EnvironmentResolver } from './environment.resolver.ts';
import { EnvironmentDiffResolver } from './environments/diff.resolver.ts';
import { UsageResolver } from './environments/usage.resolver.ts';
import { boundFailures } from './failures.ts';
import { inheritInputMarks, marksOf } from './field-marks.ts';
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
  /** Serve the subgraph's machinery (`_service`, `_entities`) beside the API. Default true. */
  readonly federation?: boolean;
  /** Resolver classes beside the gateway's own. */
  readonly resolvers?: readonly (new () => object)[];
}

export interface GatewaySchema {
  /** What is served: the API, and the subgraph's machinery where that is wanted. Its fields carry their marks. */
  readonly schema: GraphQLSchema;
  /** What a compiled plan may read, and how. */
  readonly readers: FieldReaders;
  /** SDL of the API alone, for clients. */
  readonly apiSdl: () => string;
  /** SDL that `_service` answers, for composition. */
  readonly subgraphSdl: () => string;
}

/** Builds and finishes the schema: the one place where that happens. Takes about 0.2 s. */
export function createSchema({ federation = true, resolvers = [] }: SchemaOptions = {}): GatewaySchema {
  const api = buildApi(resolvers);
  resolveTypesByName(api);
  const subgraphSdl = once(() => printSubgraph(api));
  const schema = federation ? asSubgraph(api, subgraphSdl) : api;
  // Before the guards, and before any trace, put resolvers on fields that have none.
  const readers = fieldReaders(schema);
  boundFailures(schema);
  guardFields(schema);
  return { schema, readers, apiSdl: once(() => `${printSchema(api)}\n`), subgraphSdl };
}

/** Printed when it is first asked for: few processes are ever asked, and each would pay for it at its start. */
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
    // Skips an introspection query at every start; a test builds the printed schema again in full.
    skipCheck: true,
  });
  inheritInputMarks(built);
  enforceOneOf(built);
  resolveFromRows(built);
  describeRootTypes(built);
  return new GraphQLSchema({ ...built.toConfig(), description: DESCRIPTION, types: inReadingOrder(built) });
}

const DESCRIPTION = 'Integrations of Novu: the providers, credentials and channels through which it delivers messages.';

/** type-graphql knows nothing of `@oneOf`; it is printed, and enforced, where the type says so. */
function enforceOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.oneOf === true) type.isOneOf = true;
  }
}

/** What a `FromRow` mark reads is the field's resolver. */
function resolveFromRows(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const { fromRow } = marksOf(field);
      if (!fromRow) continue;
      field.resolve = (source, _, context: GatewayContext) => fromRow(source as never, callerOf(context).caller);
    }
  }
}

/** type-graphql makes the root types itself, without a description. */
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

/** Every source object of a union or interface but Node says its type's name; type-graphql's own way is asynchronous. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    type.resolveType = type.name === 'Node' ? typeOfNode : (value: { __typename: string }) => value.__typename;
  }
}
