import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  isLeafType,
  Kind,
  type NamedTypeNode,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { entitiesField } from './entities.ts';
import type { FieldMarks } from './field-marks.ts';

/**
 * The API with the fields of a subgraph, `_service` and `_entities` (Apollo's federation subgraph specification).
 * @param sdl the SDL in `_service`.
 */
export function asSubgraph(api: GraphQLSchema, sdl: () => string): GraphQLSchema {
  const query = api.getQueryType();
  if (!query) throw new Error('The API has no queries.');
  const { fields, ...own } = query.toConfig();
  const service = new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } });
  const extended = new GraphQLObjectType({
    ...own,
    fields: {
      ...fields,
      _entities: entitiesField(api),
      _service: {
        type: new GraphQLNonNull(service),
        extensions: { public: true } satisfies FieldMarks,
        resolve: () => ({ sdl: sdl() }),
      },
    },
  });
  const { types, ...config } = api.toConfig();
  return new GraphQLSchema({
    ...config,
    query: extended,
    types: types.map((type) => (type === query ? extended : type)),
  });
}

/**
 * The SDL for composition, in `_service`. It omits what every composer adds: the subgraph fields, and the definitions
 * that `@link` implies, which older composers would reject as duplicates. It also omits `Node`.
 */
export function subgraphSdl(api: GraphQLSchema): string {
  const document = withCosts(withoutNode(getDocumentNodeFromSchema(api)), api);
  // Grafbase cannot parse the description of a schema, and the root types have their usual names.
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  return `${FEDERATION}\n${print({ ...document, definitions })}\n`;
}

/** `@oneOf` is printed with its definition: composition refuses a directive that it cannot find. */
const FEDERATION = `\
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@key", "@listSize", "@shareable", "@tag"])

directive @oneOf on INPUT_OBJECT
`;

/** A supergraph has its own `Node` and `Query.node`, from other subgraphs. */
function withoutNode(document: DocumentNode): DocumentNode {
  const isNode = ({ name }: NamedTypeNode | InterfaceTypeDefinitionNode) => name.value === 'Node';
  return visit(document, {
    InterfaceTypeDefinition: (node) => (isNode(node) ? null : undefined),
    ObjectTypeDefinition: ({ interfaces = [], ...node }) => ({
      ...node,
      interfaces: interfaces.filter((one) => !isNode(one)),
    }),
    FieldDefinition: ({ type }) => (type.kind === Kind.NAMED_TYPE && isNode(type) ? null : undefined),
  });
}

/**
 * By default, routers count scalars as free, but the gateway counts every field as 1. So fields of leaf types, and
 * inputs that are lists of them, get an explicit cost.
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
