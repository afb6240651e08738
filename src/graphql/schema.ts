import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  concatAST,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  GraphQLSchema,
  type InputValueDefinitionNode,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  type TypeNode,
  visit,
} from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { guardFields } from './access.ts';
import { callerOf, type GatewayContext } from './context.ts';
import { finishEntities, referenceResolvers } from './entities.ts';
import { EnvironmentResolver } from './environment.resolver.ts';
import { EnvironmentDiffResolver } from './environments/diff.resolver.ts';
import { UsageResolver } from './environments/usage.resolver.ts';
import { boundFailures } from './failures.ts';
import { marksOf } from './field-marks.ts';
import { type FieldReaders, fieldReaders } from './field-readers.ts';
import { credentialTypes, providerTypeNames } from './integration/credentials.type.ts';
import { IntegrationResolver } from './integration/integration.resolver.ts';
import { LinkResolver } from './mutations/links/link.resolver.ts';
import { MutationResolver } from './mutations/mutation.resolver.ts';
import { userErrorTypes } from './mutations/user-error.type.ts';
import { ProviderResolver } from './provider/provider.resolver.ts';
import { shortenServiceSdl } from './subgraph-sdl.ts';
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
  readonly apiSdl: string;
  /** SDL that `_service` answers, for composition. */
  readonly subgraphSdl: string;
}

/** Builds and finishes the schema: the one place where that happens. Takes about 0.2 s; the result is immutable. */
export function createSchema({ federation = true, resolvers = [] }: SchemaOptions = {}): GatewaySchema {
  const api = buildApi(resolvers);
  const subgraph = buildSubgraph(api);
  const subgraphSdl = shortenServiceSdl(subgraph);
  const schema = federation ? subgraph : api;
  resolveTypesByName(schema);
  // Before the guards, and before any trace, put resolvers on fields that have none.
  const readers = fieldReaders(schema);
  boundFailures(schema);
  guardFields(schema);
  return { schema, readers, apiSdl: `${printSchema(api)}\n`, subgraphSdl };
}

function buildApi(resolvers: readonly (new () => object)[]): GraphQLSchema {
  const own = [
    IntegrationResolver,
    EnvironmentResolver,
    EnvironmentDiffResolver,
    UsageResolver,
    ViewerResolver,
    ProviderResolver,
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
  enforceOneOf(built);
  resolveFromRows(built);
  describeRootTypes(built);
  return new GraphQLSchema({ ...built.toConfig(), description: DESCRIPTION, types: inReadingOrder(built) });
}

function buildSubgraph(api: GraphQLSchema): GraphQLSchema {
  const typeDefs = concatAST([parse(FEDERATION), withCosts(parse(printSchemaWithDirectives(api)), api)]);
  const subgraph = buildSubgraphSchema([{ typeDefs, resolvers: resolversOf(api) }]);
  copyMarks(api, subgraph);
  finishEntities(subgraph);
  return subgraph;
}

const DESCRIPTION = 'Integrations of Novu: the providers, credentials and channels through which it delivers messages.';

/** `@oneOf` is printed with its definition: composition refuses a directive that it cannot find. */
const FEDERATION = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@key", "@listSize", "@shareable", "@tag"])
  directive @oneOf on INPUT_OBJECT
`;

/**
 * By default routers count scalars as free, and the gateway counts every field as 1: here that is said to them, of fields of
 * leaf types and of inputs that are lists of them.
 */
function withCosts(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const isLeaf = (type: TypeNode): boolean =>
    type.kind === Kind.NAMED_TYPE ? isLeafType(schema.getType(type.name.value)) : isLeaf(type.type);
  const isList = (type: TypeNode): boolean =>
    type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
  const costing = <T extends FieldDefinitionNode | InputValueDefinitionNode>(node: T): T | undefined =>
    node.directives?.some(({ name }) => name.value === 'cost')
      ? undefined
      : { ...node, directives: [...(node.directives ?? []), COST_OF_ONE] };
  return visit(document, {
    InterfaceTypeDefinition: () => false,
    FieldDefinition: { leave: (node) => (isLeaf(node.type) ? costing(node) : undefined) },
    InputValueDefinition: (node) => (isLeaf(node.type) && isList(node.type) ? costing(node) : undefined),
  });
}

const COST_OF_ONE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'cost' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'weight' },
      value: { kind: Kind.INT, value: '1' },
    },
  ],
};

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

/** The subgraph is built from the SDL, which knows nothing of marks. */
function copyMarks(api: GraphQLSchema, subgraph: GraphQLSchema): void {
  for (const type of Object.values(api.getTypeMap())) {
    const copy = subgraph.getType(type.name);
    if (!(isObjectType(type) && isObjectType(copy)) && !(isInterfaceType(type) && isInterfaceType(copy))) continue;
    const fields = copy.getFields();
    for (const field of Object.values(type.getFields())) {
      const target = fields[field.name];
      if (target) target.extensions = field.extensions;
    }
  }
}

/** Every source object of a union or interface says its type's name; type-graphql's own way is asynchronous. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== '_Entity') {
      type.resolveType = (value: { __typename: string }) => value.__typename;
    }
  }
}

function resolversOf(api: GraphQLSchema) {
  const map = createResolversMap(api) as Record<string, object>;
  const references = Object.entries(referenceResolvers).map(([name, resolver]) => [
    name,
    { ...map[name], __resolveReference: resolver },
  ]);
  return { ...map, ...Object.fromEntries(references) };
}
